// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/help/help_window.h"

#include <QDialogButtonBox>
#include <QFile>
#include <QLocale>
#include <QTextBrowser>
#include <QVBoxLayout>

namespace sohoa::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr QSize readableSize(460, 600);

QString presentLanguage()
{
    return QLocale().language() == QLocale::Vietnamese ? u"vi"_s : u"en"_s;
}

} // namespace

QStringList helpTopics()
{
    return {u"scan"_s, u"review"_s, u"queue"_s, u"search"_s, u"progress"_s, u"settings"_s};
}

QString helpText(const QString &topic, const QString &language)
{
    QFile file(u":/sohoa/help/%1/%2.md"_s.arg(language, topic));
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

HelpWindow::HelpWindow(QWidget *parent)
    : QDialog(parent)
    , m_browser(new QTextBrowser)
{
    setWindowTitle(tr("Help"));
    resize(readableSize);
    auto *layout = new QVBoxLayout(this);
    m_browser->setObjectName(u"help"_s);
    m_browser->setAccessibleName(tr("Help"));
    m_browser->setOpenLinks(false);
    m_browser->setFrameShape(QFrame::NoFrame);
    m_browser->document()->setDocumentMargin(14);
    layout->addWidget(m_browser);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    layout->addWidget(buttons);
}

void HelpWindow::showTopic(const QString &topic)
{
    m_browser->setMarkdown(helpText(topic, presentLanguage()));
    show();
    raise();
    activateWindow();
}

QString HelpWindow::text() const
{
    return m_browser->toPlainText();
}

} // namespace sohoa::ui
