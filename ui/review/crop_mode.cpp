// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/review/crop_mode.h"

#include "core/domain/clerk_crop.h"
#include "ui/review/page_view.h"
#include "ui/shell/desk.h"
#include "ui/style/theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

#include <algorithm>

namespace sohoa::ui {

using namespace Qt::StringLiterals;

namespace {

bool isFlattened(const PageReading &reading)
{
    return std::ranges::any_of(reading.stages, [](const StageDecision &decision) {
        return decision.stage == u"perspective" && decision.applied;
    });
}

CropFrame frameOf(const QSize &size)
{
    return {size.width(), size.height()};
}

QSize turnedSize(const QSize &size, int degrees)
{
    return degrees % 180 == 0 ? size : size.transposed();
}

} // namespace

CropMode::CropMode(Desk &desk, PageView &view, QWidget *parent)
    : QFrame(parent)
    , m_desk(desk)
    , m_view(view)
{
    setObjectName(u"cropBar"_s);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(12, 0, 8, 0);
    layout->setSpacing(6);
    auto *words =
        makeLabel(tr("Drag the frame, or use the arrow keys (with Shift for the lower right corner)."), "small");
    words->setWordWrap(true);
    layout->addWidget(words, 1);
    const auto addButton = [&](const QString &text, const QString &name, const std::function<void()> &work) {
        auto *button = new QPushButton(text);
        button->setObjectName(name);
        connect(button, &QPushButton::clicked, this, work);
        layout->addWidget(button);
        return button;
    };
    addButton(tr("Keep all"), u"cropWhole"_s, [this] {
        m_view.setCropBox(
            {0, 0, turnedSize(m_sheet.frame, m_turned).width(), turnedSize(m_sheet.frame, m_turned).height()});
        m_view.setFocus();
    });
    addButton(tr("By itself"), u"cropAutomatic"_s, [this] {
        choose(std::nullopt);
    })->setToolTip(tr("The machine finds the edges of the paper again."));
    addButton(tr("Cancel (Esc)"), u"cropCancel"_s, [this] { end(); });
    setRole(addButton(tr("Keep this (Enter)"), u"cropKeep"_s, [this] { choose(m_view.cropBox()); }), "primary");
    connect(&view, &PageView::cropChosen, this, [this](const PixelBox &box) { choose(box); });
    connect(&view, &PageView::cropCancelled, this, &CropMode::end);
    connect(&view, &PageView::cropTurnWanted, this, &CropMode::turn);
    hide();
}

void CropMode::begin(const PageId &page, const PictureRef &master, const PictureRef &clean)
{
    m_page = page;
    m_sheet = {};
    m_sheet.master = master;
    m_clean = clean;
    m_turned = 0;
    m_desk.engine().ask(
        this, [page](Station &station) { return station.page(page); },
        [this, page](const Result<Page> &read) {
            if (page != m_page)
                return;
            if (read)
                take(*read);
            else
                m_desk.report(read.error());
        });
}

void CropMode::take(const Page &page)
{
    if (!page.reading)
        return;
    const PageReading &reading = *page.reading;
    m_flattened = isFlattened(reading);
    m_sheet.rotation = reading.rotation;
    m_sheet.skewDeg = reading.skewDeg;
    const CropFrame frame = cropFrameOf(reading);
    m_sheet.frame = {frame.width, frame.height};
    m_found = reading.crop;
    showSheet(0, m_found);
}

void CropMode::turn()
{
    // A flattened photograph is shown as its clean picture, which lies one way.
    if (m_flattened)
        return;
    const QSize frame = turnedSize(m_sheet.frame, m_turned);
    showSheet((m_turned + 90) % 360, turnedBox(m_view.cropBox(), frameOf(frame), 90));
}

void CropMode::showSheet(int turned, const PixelBox &box)
{
    ImageStore::Sheet sheet = m_sheet;
    sheet.rotation = (m_sheet.rotation - turned + 360) % 360;
    sheet.frame = turnedSize(m_sheet.frame, turned);
    const auto show = [this, page = m_page, turned, box, space = sheet.frame](const PagePicturePtr &picture) {
        if (page != m_page || !picture)
            return;
        m_turned = turned;
        m_on = true;
        setVisible(true);
        // Of a flattened photograph only what is kept now can be seen, and made smaller.
        if (m_flattened)
            m_view.beginCrop(picture, {m_found.width, m_found.height}, {0, 0, m_found.width, m_found.height});
        else
            m_view.beginCrop(picture, space, box);
    };
    if (m_flattened)
        m_desk.images().page(m_clean, this, show);
    else
        m_desk.images().sheet(sheet, this, show);
}

void CropMode::choose(const std::optional<PixelBox> &box)
{
    if (!m_on)
        return;
    const PageId page = m_page;
    const int turned = m_turned;
    std::optional<PixelBox> kept = box;
    if (kept && m_flattened) {
        kept->x += m_found.x;
        kept->y += m_found.y;
    }
    end();
    if (!kept || *kept != m_found || turned != 0)
        Q_EMIT chosen(page, turned, kept);
}

void CropMode::end()
{
    m_page = {};
    m_on = false;
    hide();
    m_view.endCrop();
}

} // namespace sohoa::ui
