// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/units.h"
#include "core/domain/ids.h"
#include "ui/engine/image_store.h"

#include <QFrame>

#include <optional>

namespace sohoa {
struct Page;
}

namespace sohoa::ui {

class Desk;
class PageView;

/// What of a sheet is kept, by the clerk's own hand: the whole raw scan is shown, upright, with the frame of what
/// is kept now. The bar above says what can be done.
class CropMode final : public QFrame {
    Q_OBJECT
public:
    CropMode(Desk &desk, PageView &view, QWidget *parent = nullptr);

    /// Nothing happens for a page that was not read yet. The mode is on once its sheet has been loaded.
    void begin(const PageId &page, const PictureRef &master, const PictureRef &clean);
    void end();
    bool isOn() const { return m_on; }

Q_SIGNALS:
    /// The page is to be turned clockwise by `degrees` (0, 90, 180, 270), and then this box of it kept; none: as
    /// the machine finds it.
    void chosen(const sohoa::PageId &page, int degrees, const std::optional<sohoa::PixelBox> &box);

private:
    void take(const Page &page);
    void turn();
    void showSheet(int turned, const PixelBox &box);
    void choose(const std::optional<PixelBox> &box);

    Desk &m_desk;
    PageView &m_view;
    PageId m_page;
    PictureRef m_clean;
    ImageStore::Sheet m_sheet; ///< As it lies before anything was turned here.
    PixelBox m_found;          ///< What is kept now.
    bool m_flattened = false;  ///< A photograph that was laid flat: its raw picture fits no crop.
    int m_turned = 0;
    bool m_on = false;
};

} // namespace sohoa::ui
