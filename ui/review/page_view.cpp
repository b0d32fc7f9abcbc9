// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/review/page_view.h"

#include "ui/style/theme.h"

#include <QMouseEvent>
#include <QPainter>
#include <QScrollBar>

#include <algorithm>
#include <cmath>

namespace sohoa::ui {

namespace {

constexpr int margin = 12; ///< Around the page, logical pixels.
constexpr double smallestZoom = 0.05;
constexpr double largestZoom = 4;
constexpr double zoomStep = 1.25;
constexpr int zoomMs = 110;
constexpr int lightMs = 260;

} // namespace

PageView::PageView(QWidget *parent)
    : QAbstractScrollArea(parent)
{
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::StrongFocus);
    setAccessibleName(tr("Page"));
    viewport()->setCursor(Qt::OpenHandCursor);
    m_zoomAnimation.setDuration(zoomMs);
    m_zoomAnimation.setEasingCurve(QEasingCurve::OutCubic);
    connect(&m_zoomAnimation, &QVariantAnimation::valueChanged, this,
            [this](const QVariant &value) { setZoom(value.toDouble(), m_anchor); });
    m_lightAnimation.setDuration(lightMs);
    m_lightAnimation.setStartValue(0.0);
    m_lightAnimation.setEndValue(1.0);
    connect(&m_lightAnimation, &QVariantAnimation::valueChanged, viewport(), qOverload<>(&QWidget::update));
}

void PageView::setPicture(const PagePicturePtr &picture, const QSize &space, const QString &message)
{
    const bool sameSize = m_picture && picture && m_picture->size() == picture->size();
    m_picture = picture;
    m_space = space;
    m_message = message;
    m_zoomAnimation.stop();
    if (picture && !sameSize) {
        if (m_fit == Fit::Free)
            m_fit = Fit::Width;
        m_zoom = m_wanted = fitZoom(m_fit);
        adjustScrollBars();
        verticalScrollBar()->setValue(0);
        horizontalScrollBar()->setValue(0);
        Q_EMIT zoomChanged();
    } else if (picture) {
        verticalScrollBar()->setValue(0);
    }
    adjustScrollBars();
    if (!m_highlight.isEmpty())
        bringIntoSight();
    viewport()->update();
}

void PageView::setHighlight(const PixelBox &box)
{
    if (box == m_highlight)
        return;
    m_highlight = box;
    m_lightAnimation.stop();
    if (!box.isEmpty()) {
        m_lightAnimation.start();
        bringIntoSight();
    }
    viewport()->update();
}

double PageView::fitZoom(Fit fit) const
{
    if (!m_picture)
        return 1;
    const QSize page = m_picture->size();
    // The bar is there or not depending on the zoom: counting on it keeps the page from flickering.
    const int bar = verticalScrollBar()->sizeHint().width();
    const QSize outer = maximumViewportSize();
    const double byWidth = double(outer.width() - 2 * margin - (fit == Fit::Width ? bar : 0)) / page.width();
    const double byHeight = double(outer.height() - 2 * margin) / page.height();
    const double zoom = fit == Fit::Page ? std::min(byWidth, byHeight) : byWidth;
    return std::clamp(zoom, smallestZoom, largestZoom);
}

void PageView::setFit(Fit fit)
{
    m_fit = fit;
    if (fit != Fit::Free)
        animateTo(fitZoom(fit), QPointF(viewport()->rect().center()));
}

void PageView::zoomBy(double factor)
{
    m_fit = Fit::Free;
    animateTo(m_wanted * factor, QPointF(viewport()->rect().center()));
}

void PageView::animateTo(double zoom, const QPointF &anchor)
{
    m_wanted = std::clamp(zoom, smallestZoom, largestZoom);
    m_anchor = anchor;
    m_zoomAnimation.stop();
    if (!m_picture || !isVisible()) {
        setZoom(m_wanted, anchor);
        return;
    }
    m_zoomAnimation.setStartValue(m_zoom);
    m_zoomAnimation.setEndValue(m_wanted);
    m_zoomAnimation.start();
}

void PageView::setZoom(double zoom, const QPointF &anchor)
{
    if (!m_picture) {
        m_zoom = zoom;
        return;
    }
    const QRectF before = pageRect();
    const QPointF place((anchor.x() - before.left()) / m_zoom, (anchor.y() - before.top()) / m_zoom);
    m_zoom = zoom;
    adjustScrollBars();
    const QRectF after = pageRect();
    horizontalScrollBar()->setValue(
        qRound(horizontalScrollBar()->value() + after.left() + place.x() * zoom - anchor.x()));
    verticalScrollBar()->setValue(
        qRound(verticalScrollBar()->value() + after.top() + place.y() * zoom - anchor.y()));
    viewport()->update();
    Q_EMIT zoomChanged();
}

void PageView::adjustScrollBars()
{
    const QSize seen = viewport()->size();
    const QSizeF page = m_picture ? QSizeF(m_picture->size()) * m_zoom : QSizeF();
    const int width = static_cast<int>(std::ceil(page.width())) + 2 * margin;
    const int height = static_cast<int>(std::ceil(page.height())) + 2 * margin;
    horizontalScrollBar()->setRange(0, std::max(0, width - seen.width()));
    horizontalScrollBar()->setPageStep(seen.width());
    horizontalScrollBar()->setSingleStep(40);
    verticalScrollBar()->setRange(0, std::max(0, height - seen.height()));
    verticalScrollBar()->setPageStep(seen.height());
    verticalScrollBar()->setSingleStep(40);
}

QRectF PageView::pageRect() const
{
    const QSizeF page = QSizeF(m_picture->size()) * m_zoom;
    const QSize seen = viewport()->size();
    const double left = std::max<double>(margin, (seen.width() - page.width()) / 2);
    const double top = std::max<double>(margin, (seen.height() - page.height()) / 2);
    return {QPointF(left - horizontalScrollBar()->value(), top - verticalScrollBar()->value()), page};
}

QRectF PageView::boxRect() const
{
    const QRectF page = pageRect();
    const double x = page.width() / std::max(1, m_space.width());
    const double y = page.height() / std::max(1, m_space.height());
    return QRectF(page.left() + m_highlight.x * x, page.top() + m_highlight.y * y, m_highlight.width * x,
                  m_highlight.height * y)
        .adjusted(-4, -3, 4, 3);
}

void PageView::bringIntoSight()
{
    if (!m_picture || m_highlight.isEmpty())
        return;
    const QRectF box = boxRect();
    const QRectF seen = QRectF(viewport()->rect()).adjusted(margin, margin, -margin, -margin);
    if (seen.contains(box))
        return;
    verticalScrollBar()->setValue(
        qRound(verticalScrollBar()->value() + box.center().y() - viewport()->height() / 2.0));
    if (box.left() < seen.left() || box.right() > seen.right())
        horizontalScrollBar()->setValue(
            qRound(horizontalScrollBar()->value() + box.center().x() - viewport()->width() / 2.0));
}

void PageView::paintEvent(QPaintEvent *)
{
    QPainter painter(viewport());
    painter.fillRect(viewport()->rect(), palette().color(QPalette::Midlight));
    if (!m_picture) {
        painter.setPen(palette().color(QPalette::Dark));
        painter.drawText(viewport()->rect().adjusted(20, 20, -20, -20), Qt::AlignCenter | Qt::TextWordWrap,
                         m_message);
        return;
    }
    const QRectF page = pageRect();
    const double needed = page.width() * devicePixelRatioF();
    size_t level = 0;
    while (level + 1 < m_picture->levels.size() && m_picture->levels[level + 1].width() >= needed)
        ++level;
    const QImage &image = m_picture->levels[level];
    const QRectF seen = page.intersected(QRectF(viewport()->rect()));
    const double scale = image.width() / page.width();
    const QRectF source((seen.left() - page.left()) * scale, (seen.top() - page.top()) * scale,
                        seen.width() * scale, seen.height() * scale);
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    painter.drawImage(seen, image, source);
    painter.setPen(palette().color(QPalette::Mid));
    painter.drawRect(page.adjusted(-0.5, -0.5, 0.5, 0.5));

    if (m_highlight.isEmpty())
        return;
    const double glow =
        m_lightAnimation.state() == QAbstractAnimation::Running ? m_lightAnimation.currentValue().toDouble() : 1.0;
    painter.setRenderHint(QPainter::Antialiasing);
    QColor color(0xf5a300); // On paper, whatever the theme: readable beside red seals, blue and black ink.
    const QRectF box = boxRect().adjusted(-6 * (1 - glow), -6 * (1 - glow), 6 * (1 - glow), 6 * (1 - glow));
    painter.setPen(QPen(color, 2.5));
    color.setAlphaF(static_cast<float>(0.10 + 0.25 * (1 - glow)));
    painter.setBrush(color);
    painter.drawRoundedRect(box, 4, 4);
}

void PageView::resizeEvent(QResizeEvent *event)
{
    QAbstractScrollArea::resizeEvent(event);
    if (m_picture && m_fit != Fit::Free) {
        m_zoomAnimation.stop();
        m_wanted = fitZoom(m_fit);
        setZoom(m_wanted, QPointF(viewport()->width() / 2.0, 0));
    }
    adjustScrollBars();
}

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

void PageView::mousePressEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton)
        return;
    m_dragFrom = event->position().toPoint();
    viewport()->setCursor(Qt::ClosedHandCursor);
}

void PageView::mouseMoveEvent(QMouseEvent *event)
{
    if (!event->buttons().testFlag(Qt::LeftButton))
        return;
    const QPoint moved = event->position().toPoint() - m_dragFrom;
    m_dragFrom = event->position().toPoint();
    horizontalScrollBar()->setValue(horizontalScrollBar()->value() - moved.x());
    verticalScrollBar()->setValue(verticalScrollBar()->value() - moved.y());
}

void PageView::mouseReleaseEvent(QMouseEvent *)
{
    viewport()->setCursor(Qt::OpenHandCursor);
}

void PageView::keyPressEvent(QKeyEvent *event)
{
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
    default:
        QAbstractScrollArea::keyPressEvent(event);
    }
}

} // namespace sohoa::ui
