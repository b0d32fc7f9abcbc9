// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/units.h"

#include <QPointF>
#include <QRectF>
#include <QSize>

#include <optional>

class QPainter;

namespace sohoa::ui {

/// The frame by which a clerk says what of a sheet is kept: eight handles to drag, or the whole of it to move; and
/// one that turns the sheet. Knows nothing of zoom: places come in pixels of the sheet, `reach` says how many of
/// them the reach of a handle (screenReach) is.
class CropHandles {
public:
    enum class Grip { None, Left, Right, Top, Bottom, TopLeft, TopRight, BottomLeft, BottomRight, Whole, Turn };

    static constexpr double screenReach = 11; ///< Pixels of the screen around a handle that still are the handle.

    CropHandles(const QSize &sheet, const PixelBox &box);

    PixelBox box() const;
    const QSize &sheet() const { return m_sheet; }
    void setBox(const PixelBox &box);

    /// What lies under a point.
    Grip gripAt(const QPointF &point, double reach) const;
    void press(const QPointF &point, double reach);
    bool isDragging() const { return m_grip != Grip::None; }
    /// Where the handle went; the frame stays on the sheet and keeps a least size.
    void drag(const QPointF &point);
    void release() { m_grip = Grip::None; }
    /// By keys, in pixels of the sheet: moves the upper left corner, or the lower right one.
    void nudge(const QPointF &by, bool lowerRight);

    /// Dims what goes and draws the frame.
    void paint(QPainter &painter, const QRectF &sheet) const;
    static Qt::CursorShape cursorFor(Grip grip);

private:
    QPointF placeOf(Grip grip, double reach) const;

    QSize m_sheet;
    QRectF m_box;
    Grip m_grip = Grip::None;
    QPointF m_from;
    QRectF m_before;
};

} // namespace sohoa::ui
