// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/scan/scan_prompt.h"

#include "ui/style/theme.h"

#include <QAccessible>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace sohoa::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr QSize pictureSize(168, 84);
constexpr QSize pageSize(72, 100);

void emptyLayout(QLayout &layout)
{
    while (QLayoutItem *item = layout.takeAt(0)) {
        if (QWidget *widget = item->widget()) {
            widget->hide();
            widget->deleteLater(); // It may be the button whose click shows the next question.
        }
        delete item;
    }
}

} // namespace

ScanPrompt::ScanPrompt(ImageStore &images, QWidget *parent)
    : QFrame(parent)
    , m_images(images)
    , m_picture(new QLabel)
    , m_title(makeLabel({}, "heading"))
    , m_text(new QLabel)
    , m_pages(new QWidget)
    , m_pagesLayout(new QHBoxLayout(m_pages))
    , m_actions(new QHBoxLayout)
{
    setObjectName(u"scanPrompt"_s);
    setAutoFillBackground(true);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(16, 12, 16, 12);
    layout->setSpacing(16);
    layout->addWidget(m_picture);
    layout->addWidget(m_pages);
    auto *words = new QVBoxLayout;
    words->setSpacing(6);
    m_title->setObjectName(u"promptTitle"_s);
    m_text->setObjectName(u"promptText"_s);
    m_text->setWordWrap(true);
    words->addWidget(m_title);
    words->addWidget(m_text);
    m_actions->setSpacing(8);
    words->addLayout(m_actions);
    layout->addLayout(words, 1);
    m_pagesLayout->setContentsMargins(0, 0, 0, 0);
    connect(&images, &ImageStore::thumbnailReady, this, [this](const PictureRef &picture) {
        if (isVisible() && std::ranges::find(m_content.pages, picture) != m_content.pages.end())
            showPages();
    });
    hide();
}

QString ScanPrompt::title() const
{
    return isHidden() ? QString() : m_title->text();
}

void ScanPrompt::show(const Content &content)
{
    m_content = content;
    QPalette colors = palette();
    colors.setColor(QPalette::Window, toneBackground(Tone::Info, palette()));
    setPalette(colors);
    m_title->setText(content.title);
    m_text->setText(content.text);
    m_text->setVisible(!content.text.isEmpty());
    m_picture->setVisible(!content.picture.isEmpty());
    if (!content.picture.isEmpty())
        m_picture->setPixmap(icon(content.picture, palette().color(QPalette::WindowText)).pixmap(pictureSize));
    showPages();
    emptyLayout(*m_actions);
    QPushButton *first = nullptr;
    for (const Action &action : content.actions) {
        auto *button = new QPushButton(action.text);
        button->setObjectName(first ? u"promptNo"_s : u"promptYes"_s);
        button->setAutoDefault(true);
        connect(button, &QPushButton::clicked, this, action.work);
        m_actions->addWidget(button);
        if (!first) {
            first = button;
            setRole(first, "primary");
        }
    }
    m_actions->addStretch(1);
    setVisible(true);
    if (first && isVisible())
        first->setFocus();
    setAccessibleName(content.title);
    setAccessibleDescription(content.text);
    QAccessibleEvent alert(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&alert);
}

void ScanPrompt::showPages()
{
    emptyLayout(*m_pagesLayout);
    m_pages->setVisible(!m_content.pages.empty());
    for (size_t i = 0; i < m_content.pages.size(); ++i) {
        auto *box = new QWidget;
        auto *layout = new QVBoxLayout(box);
        layout->setContentsMargins(0, 0, 0, 0);
        layout->setSpacing(2);
        auto *page = new QLabel;
        page->setFixedSize(pageSize);
        page->setAlignment(Qt::AlignCenter);
        const QString caption = m_content.captions.value(static_cast<qsizetype>(i));
        page->setAccessibleName(caption);
        if (const QImage image = m_images.thumbnail(m_content.pages[i]); !image.isNull())
            page->setPixmap(
                QPixmap::fromImage(image).scaled(pageSize, Qt::KeepAspectRatio, Qt::SmoothTransformation));
        auto *words = makeLabel(caption, "small");
        words->setAlignment(Qt::AlignCenter);
        layout->addWidget(page);
        layout->addWidget(words);
        m_pagesLayout->addWidget(box);
    }
}

void ScanPrompt::clear()
{
    m_content = {};
    hide();
}

} // namespace sohoa::ui
