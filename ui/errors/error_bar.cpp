// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/errors/error_bar.h"

#include "ui/errors/sentences.h"
#include "ui/style/theme.h"

#include <QAccessible>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QToolButton>

namespace sohoa::ui {

using namespace Qt::StringLiterals;

ErrorBar::ErrorBar(QWidget *parent)
    : QFrame(parent)
    , m_icon(new QLabel)
    , m_text(new QLabel)
    , m_button(new QPushButton)
    , m_close(makeIconButton(u"close"_s, tr("Close this message")))
{
    setObjectName(u"errorBar"_s);
    setAutoFillBackground(true);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(14, 6, 8, 6);
    layout->setSpacing(12);
    layout->addWidget(m_icon);
    layout->addWidget(m_text, 1);
    layout->addWidget(m_button);
    layout->addWidget(m_close);
    m_text->setWordWrap(true);
    m_text->setObjectName(u"errorText"_s);
    m_button->setObjectName(u"errorRemedy"_s);
    connect(m_close, &QToolButton::clicked, this, &ErrorBar::clear);
    connect(m_button, &QPushButton::clicked, this, [this] {
        const auto remedy = m_remedy;
        const auto error = m_error;
        if (remedy) {
            clear();
            remedy();
        } else if (error) {
            Q_EMIT detailsWanted(*error);
        }
    });
    hide();
}

void ErrorBar::show(const Error &error, std::function<void()> remedy)
{
    m_error = error;
    m_remedy = std::move(remedy);
    const Remedy kind = remedyFor(error.code);
    const Tone tone = kind == Remedy::CallAdministrator ? Tone::Block : Tone::Warn;
    QPalette colors = palette();
    colors.setColor(QPalette::Window, toneBackground(tone, palette()));
    setPalette(colors);
    m_icon->setPixmap(icon(toneIconName(tone), toneColor(tone, palette())).pixmap(22, 22));
    m_text->setText(sentence(error));
    m_button->setText(remedyText(kind));
    m_button->setVisible(m_remedy || kind == Remedy::CallAdministrator);
    setVisible(true);
    setAccessibleName(m_text->text());
    QAccessibleEvent alert(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&alert);
}

void ErrorBar::clear()
{
    m_error.reset();
    m_remedy = {};
    hide();
}

} // namespace sohoa::ui
