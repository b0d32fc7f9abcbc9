// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/review/crop_handles.h"

#include <QPainter>
#include <QPainterPath>

#include <algorithm>
#include <array>

namespace sohoa::ui {

namespace {

constexpr double leastEdge = 40;        ///< Pixels of the sheet: smaller cuts are slips of the hand.
constexpr double handleRadius = 5;      ///< On the screen.
constexpr QRgb frameColor = 0xff1a5fa8; // On paper, whatever the theme.

using Grip = CropHandles::Grip;
constexpr std::array dragged{Grip::TopLeft, Grip::TopRight, Grip::BottomLeft, Grip::BottomRight,
                             Grip::Left,    Grip::Right,    Grip::Top,        Grip::Bottom};

bool moves(Grip grip, Grip edge)
{
    switch (edge) {
    case Grip::Left:
        return grip == Grip::Left || grip == Grip::TopLeft || grip == Grip::BottomLeft;
    case Grip::Right:
        return grip == Grip::Right || grip == Grip::TopRight || grip == Grip::BottomRight;
    case Grip::Top:
        return grip == Grip::Top || grip == Grip::TopLeft || grip == Grip::TopRight;
    default:
        return grip == Grip::Bottom || grip == Grip::BottomLeft || grip == Grip::BottomRight;
    }
}

QPointF pointOf(const QRectF &box, Grip grip)
{
    const double x = moves(grip, Grip::Left)    ? box.left()
                     : moves(grip, Grip::Right) ? box.right()
                                                : box.center().x();
    const double y = moves(grip, Grip::Top)      ? box.top()
                     : moves(grip, Grip::Bottom) ? box.bottom()
                                                 : box.center().y();
    return {x, y};
}

} // namespace

CropHandles::CropHandles(const QSize &sheet, const PixelBox &box)
    : m_sheet(sheet)
{
    setBox(box);
}

void CropHandles::setBox(const PixelBox &box)
{
    m_box = QRectF(box.x, box.y, box.width, box.height).intersected(QRectF(QPointF(), QSizeF(m_sheet)));
}

PixelBox CropHandles::box() const
{
    const QRect whole = m_box.toRect().intersected(QRect(QPoint(), m_sheet));
    return {whole.x(), whole.y(), whole.width(), whole.height()};
}

QPointF CropHandles::placeOf(Grip grip, double reach) const
{
    if (grip != Grip::Turn)
        return pointOf(m_box, grip);
    // Inside when there is no room above.
    const double away = reach * 2.2;
    const double y = m_box.top() - away < 0 ? m_box.top() + away : m_box.top() - away;
    return {m_box.center().x() + reach * 4, y};
}

CropHandles::Grip CropHandles::gripAt(const QPointF &point, double reach) const
{
    const auto near = [&](Grip grip) {
        const QPointF off = point - placeOf(grip, reach);
        return std::max(std::abs(off.x()), std::abs(off.y())) <= reach;
    };
    if (near(Grip::Turn))
        return Grip::Turn;
    for (const Grip grip : dragged)
        if (near(grip))
            return grip;
    return m_box.contains(point) ? Grip::Whole : Grip::None;
}

void CropHandles::press(const QPointF &point, double reach)
{
    m_grip = gripAt(point, reach);
    m_from = point;
    m_before = m_box;
}

void CropHandles::drag(const QPointF &point)
{
    const QPointF by = point - m_from;
    const double width = m_sheet.width();
    const double height = m_sheet.height();
    if (m_grip == Grip::Whole) {
        const double x = std::clamp(m_before.x() + by.x(), 0.0, width - m_before.width());
        const double y = std::clamp(m_before.y() + by.y(), 0.0, height - m_before.height());
        m_box.moveTo(x, y);
        return;
    }
    if (moves(m_grip, Grip::Left))
        m_box.setLeft(std::clamp(m_before.left() + by.x(), 0.0, m_box.right() - leastEdge));
    if (moves(m_grip, Grip::Right))
        m_box.setRight(std::clamp(m_before.right() + by.x(), m_box.left() + leastEdge, width));
    if (moves(m_grip, Grip::Top))
        m_box.setTop(std::clamp(m_before.top() + by.y(), 0.0, m_box.bottom() - leastEdge));
    if (moves(m_grip, Grip::Bottom))
        m_box.setBottom(std::clamp(m_before.bottom() + by.y(), m_box.top() + leastEdge, height));
}

void CropHandles::nudge(const QPointF &by, bool lowerRight)
{
    m_grip = lowerRight ? Grip::BottomRight : Grip::TopLeft;
    m_from = {};
    m_before = m_box;
    drag(by);
    release();
}

void CropHandles::paint(QPainter &painter, const QRectF &sheet) const
{
    const double scale = sheet.width() / std::max(1, m_sheet.width());
    const auto onScreen = [&](const QPointF &point) { return sheet.topLeft() + point * scale; };
    const QRectF frame(onScreen(m_box.topLeft()), onScreen(m_box.bottomRight()));
    QPainterPath gone;
    gone.addRect(sheet);
    gone.addRect(frame); // Odd-even: a hole.
    painter.fillPath(gone, QColor(0, 0, 0, 110));
    painter.setRenderHint(QPainter::Antialiasing);
    const QColor blue = QColor::fromRgba(frameColor);
    painter.setPen(QPen(blue, 2));
    painter.setBrush(Qt::NoBrush);
    painter.drawRect(frame);
    painter.setPen(QPen(Qt::white, 1.5));
    painter.setBrush(blue);
    for (const Grip grip : dragged)
        painter.drawEllipse(onScreen(pointOf(m_box, grip)), handleRadius, handleRadius);
    const QPointF turn = onScreen(placeOf(Grip::Turn, screenReach / scale));
    painter.drawEllipse(turn, 2 * handleRadius + 1, 2 * handleRadius + 1);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(Qt::white, 2));
    painter.drawArc(QRectF(turn - QPointF(5, 5), QSizeF(10, 10)), 45 * 16, 270 * 16);
    painter.drawLine(turn + QPointF(3.5, -3.5), turn + QPointF(4, 0.5));
    painter.drawLine(turn + QPointF(3.5, -3.5), turn + QPointF(-0.5, -4));
}

Qt::CursorShape CropHandles::cursorFor(Grip grip)
{
    switch (grip) {
    case Grip::Left:
    case Grip::Right:
        return Qt::SizeHorCursor;
    case Grip::Top:
    case Grip::Bottom:
        return Qt::SizeVerCursor;
    case Grip::TopLeft:
    case Grip::BottomRight:
        return Qt::SizeFDiagCursor;
    case Grip::TopRight:
    case Grip::BottomLeft:
        return Qt::SizeBDiagCursor;
    case Grip::Whole:
        return Qt::SizeAllCursor;
    case Grip::Turn:
        return Qt::PointingHandCursor;
    case Grip::None:
        break;
    }
    return Qt::ArrowCursor;
}

} // namespace sohoa::ui
