// SPDX-License-Identifier: GPL-3.0-or-later
// What mouse and keys do to a page; what is drawn of it is in page_view.cpp.
#include "ui/review/page_view.h"
#include "ui/review/page_words.h"

#include <QGuiApplication>
#include <QMouseEvent>
#include <QScrollBar>
#include <QStyleHints>

#include <algorithm>
#include <cmath>
#include <utility>

namespace sohoa::ui {

void PageView::wheelEvent(QWheelEvent *event)
{
    if (!event->modifiers().testFlag(Qt::ControlModifier)) {
        QAbstractScrollArea::wheelEvent(event);
        return;
    }
    m_fit = Fit::Free;
    animateTo(m_wanted * std::pow(zoomStep, event->angleDelta().y() / 120.0), event->position());
    event->accept();
}

bool PageView::isPanning(const QMouseEvent &event) const
{
    return event.button() == Qt::MiddleButton || (event.button() == Qt::LeftButton && m_spaceHeld);
}

void PageView::mousePressEvent(QMouseEvent *event)
{
    if (!shown())
        return;
    if (isPanning(*event)) {
        m_panning = true;
        m_dragFrom = event->position().toPoint();
    } else if (m_crop) {
        if (event->button() == Qt::LeftButton)
            cropPress(event->position());
    } else if (event->button() == Qt::LeftButton && !m_comparison) {
        m_pressed = event->position();
    }
    adaptCursor();
}

void PageView::mouseMoveEvent(QMouseEvent *event)
{
    if (m_panning) {
        const QPoint moved = event->position().toPoint() - m_dragFrom;
        m_dragFrom = event->position().toPoint();
        horizontalScrollBar()->setValue(horizontalScrollBar()->value() - moved.x());
        verticalScrollBar()->setValue(verticalScrollBar()->value() - moved.y());
        return;
    }
    if (m_crop) {
        cropMove(event->position());
        return;
    }
    if (!m_pressed) {
        hover(event->position());
        return;
    }
    const QPointF moved = event->position() - *m_pressed;
    if (m_rubber.isNull() && moved.manhattanLength() < QGuiApplication::styleHints()->startDragDistance())
        return;
    m_rubber = QRectF(*m_pressed, event->position()).normalized().intersected(pageRect());
    viewport()->update();
}

void PageView::mouseReleaseEvent(QMouseEvent *event)
{
    if (m_panning) {
        m_panning = false;
    } else if (m_crop) {
        m_crop->release();
    } else if (m_pressed && event->button() == Qt::LeftButton) {
        const QPointF pressed = *std::exchange(m_pressed, std::nullopt);
        const QRectF drawn = std::exchange(m_rubber, QRectF());
        viewport()->update();
        if (drawn.isValid()) {
            const QRect box = QRectF(toPage(drawn.topLeft()), toPage(drawn.bottomRight())).toAlignedRect();
            Q_EMIT boxDrawn({box.x(), box.y(), box.width(), box.height()});
        } else if (const int word = wordAt(m_words, toPage(pressed)); word >= 0) {
            Q_EMIT wordClicked(m_words[static_cast<size_t>(word)]);
        }
    }
    adaptCursor();
}

void PageView::mouseDoubleClickEvent(QMouseEvent *event)
{
    if (m_crop && event->button() == Qt::LeftButton)
        Q_EMIT cropChosen(m_crop->box());
    else
        mousePressEvent(event);
}

double PageView::cropReach() const
{
    return CropHandles::screenReach * space().width() / std::max(1.0, pageRect().width());
}

void PageView::cropPress(const QPointF &point)
{
    m_crop->press(toPage(point), cropReach());
    if (m_crop->gripAt(toPage(point), cropReach()) == CropHandles::Grip::Turn) {
        m_crop->release();
        Q_EMIT cropTurnWanted();
    }
}

void PageView::cropMove(const QPointF &point)
{
    if (!m_crop->isDragging()) {
        viewport()->setCursor(CropHandles::cursorFor(m_crop->gripAt(toPage(point), cropReach())));
        return;
    }
    m_crop->drag(toPage(point));
    viewport()->update();
}

bool PageView::cropKey(const QKeyEvent &event)
{
    constexpr double step = 8; // Pixels of the sheet: two thirds of a millimetre at 300 dpi.
    QPointF by;
    switch (event.key()) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
        Q_EMIT cropChosen(m_crop->box());
        return true;
    case Qt::Key_Escape:
        Q_EMIT cropCancelled();
        return true;
    case Qt::Key_Left:
        by = {-step, 0};
        break;
    case Qt::Key_Right:
        by = {step, 0};
        break;
    case Qt::Key_Up:
        by = {0, -step};
        break;
    case Qt::Key_Down:
        by = {0, step};
        break;
    default:
        return false;
    }
    m_crop->nudge(by, event.modifiers().testFlag(Qt::ShiftModifier));
    viewport()->update();
    return true;
}

void PageView::hover(const QPointF &point)
{
    const int word = m_picture && !m_comparison ? wordAt(m_words, toPage(point)) : -1;
    if (word == m_hovered)
        return;
    m_hovered = word;
    adaptCursor();
    viewport()->update();
}

void PageView::leaveEvent(QEvent *event)
{
    m_hovered = -1;
    viewport()->update();
    QAbstractScrollArea::leaveEvent(event);
}

void PageView::adaptCursor()
{
    viewport()->setCursor(m_panning        ? Qt::ClosedHandCursor
                          : m_spaceHeld    ? Qt::OpenHandCursor
                          : m_crop         ? Qt::ArrowCursor
                          : m_hovered >= 0 ? Qt::PointingHandCursor
                                           : Qt::CrossCursor);
}

void PageView::keyPressEvent(QKeyEvent *event)
{
    if (m_crop && cropKey(*event))
        return;
    switch (event->key()) {
    case Qt::Key_Plus:
    case Qt::Key_Equal:
        zoomBy(zoomStep);
        return;
    case Qt::Key_Minus:
        zoomBy(1 / zoomStep);
        return;
    case Qt::Key_0:
        setFit(Fit::Page);
        return;
    case Qt::Key_W:
        setFit(Fit::Width);
        return;
    case Qt::Key_Space:
        m_spaceHeld = true;
        adaptCursor();
        return;
    default:
        QAbstractScrollArea::keyPressEvent(event);
    }
}

void PageView::keyReleaseEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Space && !event->isAutoRepeat()) {
        m_spaceHeld = false;
        adaptCursor();
        return;
    }
    QAbstractScrollArea::keyReleaseEvent(event);
}

} // namespace sohoa::ui
