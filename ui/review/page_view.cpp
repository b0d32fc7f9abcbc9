// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/review/page_view.h"

#include "ui/style/theme.h"

#include <QPainter>
#include <QScrollBar>

#include <algorithm>
#include <cmath>

namespace sohoa::ui {

namespace {

constexpr int pageMargin = 12; ///< Around the page, logical pixels.
constexpr double smallestZoom = 0.05;
constexpr double largestZoom = 4;
constexpr int zoomMs = 110;
constexpr int lightMs = 260;

} // namespace

PageView::PageView(QWidget *parent)
    : QAbstractScrollArea(parent)
{
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::TabFocus); // A click takes words for the field that has the caret, and leaves it there.
    setAccessibleName(tr("Page"));
    viewport()->setMouseTracking(true);
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
    m_pressed.reset();
    m_rubber = {};
    m_reading = {};
    if (m_crop) { // The picture comes to light when the cropping has ended.
        viewport()->update();
        return;
    }
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
    if (!shown())
        return 1;
    const QSize page = shown()->size();
    // The bar is there or not depending on the zoom: counting on it keeps the page from flickering.
    const int bar = verticalScrollBar()->sizeHint().width();
    const QSize outer = maximumViewportSize();
    const double byWidth = double(outer.width() - 2 * pageMargin - (fit == Fit::Width ? bar : 0)) / page.width();
    const double byHeight = double(outer.height() - 2 * pageMargin) / page.height();
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
    if (!shown() || !isVisible()) {
        setZoom(m_wanted, anchor);
        return;
    }
    m_zoomAnimation.setStartValue(m_zoom);
    m_zoomAnimation.setEndValue(m_wanted);
    m_zoomAnimation.start();
}

void PageView::setZoom(double zoom, const QPointF &anchor)
{
    if (!shown()) {
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
    const QSizeF page = shown() ? QSizeF(shown()->size()) * m_zoom : QSizeF();
    const int width = static_cast<int>(std::ceil(page.width())) + 2 * pageMargin;
    const int height = static_cast<int>(std::ceil(page.height())) + 2 * pageMargin;
    horizontalScrollBar()->setRange(0, std::max(0, width - seen.width()));
    horizontalScrollBar()->setPageStep(seen.width());
    horizontalScrollBar()->setSingleStep(40);
    verticalScrollBar()->setRange(0, std::max(0, height - seen.height()));
    verticalScrollBar()->setPageStep(seen.height());
    verticalScrollBar()->setSingleStep(40);
}

QRectF PageView::pageRect() const
{
    const QSizeF page = QSizeF(shown()->size()) * m_zoom;
    const QSize seen = viewport()->size();
    const double left = std::max<double>(pageMargin, (seen.width() - page.width()) / 2);
    const double top = std::max<double>(pageMargin, (seen.height() - page.height()) / 2);
    return {QPointF(left - horizontalScrollBar()->value(), top - verticalScrollBar()->value()), page};
}

QRectF PageView::toViewport(const PixelBox &box) const
{
    const QRectF page = pageRect();
    const double x = page.width() / std::max(1, space().width());
    const double y = page.height() / std::max(1, space().height());
    return {page.left() + box.x * x, page.top() + box.y * y, box.width * x, box.height * y};
}

QPointF PageView::toPage(const QPointF &point) const
{
    const QRectF page = pageRect();
    return {(point.x() - page.left()) * space().width() / page.width(),
            (point.y() - page.top()) * space().height() / page.height()};
}

void PageView::setWords(std::vector<Word> words)
{
    m_words = std::move(words);
    m_hovered = -1;
    adaptCursor();
    viewport()->update();
}

void PageView::setComparison(const PagePicturePtr &picture)
{
    m_comparison = picture;
    viewport()->update();
}

void PageView::setReading(const PixelBox &box)
{
    m_reading = box;
    viewport()->update();
}

void PageView::beginCrop(const PagePicturePtr &sheet, const QSize &space, const PixelBox &keep)
{
    m_cropSheet = sheet;
    m_crop.emplace(space, keep);
    m_comparison = nullptr;
    m_hovered = -1;
    m_fit = Fit::Page; // All of the sheet: what is cut off is to be seen.
    fitAnew();
    setFocus();
}

void PageView::endCrop()
{
    if (!m_crop)
        return;
    m_crop.reset();
    m_cropSheet = nullptr;
    m_fit = Fit::Width;
    fitAnew();
}

void PageView::setCropBox(const PixelBox &box)
{
    if (m_crop)
        m_crop->setBox(box);
    viewport()->update();
}

void PageView::fitAnew()
{
    m_zoomAnimation.stop();
    m_wanted = fitZoom(m_fit);
    setZoom(m_wanted, QPointF(viewport()->width() / 2.0, 0));
    adjustScrollBars();
    adaptCursor();
}

void PageView::bringIntoSight()
{
    if (!m_picture || m_crop || m_highlight.isEmpty())
        return;
    const QRectF box = toViewport(m_highlight);
    const QRectF seen = QRectF(viewport()->rect()).adjusted(pageMargin, pageMargin, -pageMargin, -pageMargin);
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
    if (!shown()) {
        painter.setPen(palette().color(QPalette::Dark));
        painter.drawText(viewport()->rect().adjusted(20, 20, -20, -20), Qt::AlignCenter | Qt::TextWordWrap,
                         m_message);
        return;
    }
    const QRectF page = pageRect();
    if (m_crop) {
        paintPicture(painter, *m_cropSheet, page);
        m_crop->paint(painter, page);
        return;
    }
    if (m_comparison) {
        // The raw page may lie turned or be of another shape: shown whole in the place of the clean one.
        const QSizeF size = QSizeF(m_comparison->size()).scaled(page.size(), Qt::KeepAspectRatio);
        paintPicture(painter, *m_comparison,
                     QRectF(page.center() - QPointF(size.width() / 2, size.height() / 2), size));
        return;
    }
    paintPicture(painter, *m_picture, page);
    paintMarks(painter);
}

void PageView::paintPicture(QPainter &painter, const PagePicture &picture, const QRectF &where) const
{
    const double needed = where.width() * devicePixelRatioF();
    size_t level = 0;
    while (level + 1 < picture.levels.size() && picture.levels[level + 1].width() >= needed)
        ++level;
    const QImage &image = picture.levels[level];
    const QRectF seen = where.intersected(QRectF(viewport()->rect()));
    const double scale = image.width() / where.width();
    const QRectF source((seen.left() - where.left()) * scale, (seen.top() - where.top()) * scale,
                        seen.width() * scale, seen.height() * scale);
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    painter.drawImage(seen, image, source);
    painter.setPen(palette().color(QPalette::Mid));
    painter.drawRect(where.adjusted(-0.5, -0.5, 0.5, 0.5));
}

void PageView::paintMarks(QPainter &painter) const
{
    painter.setRenderHint(QPainter::Antialiasing);
    // On paper, whatever the theme: readable beside red seals, blue and black ink.
    const QColor light(0xf5a300);
    const QColor hand(0x1a5fa8);
    QColor fill = hand;
    fill.setAlphaF(0.14F);
    if (m_hovered >= 0 && !m_rubber.isValid()) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(fill);
        painter.drawRoundedRect(toViewport(m_words[static_cast<size_t>(m_hovered)].box).adjusted(-2, -2, 2, 2), 3,
                                3);
    }
    if (!m_highlight.isEmpty()) {
        const bool running = m_lightAnimation.state() == QAbstractAnimation::Running;
        const double glow = running ? m_lightAnimation.currentValue().toDouble() : 1.0;
        const double out = 6 * (1 - glow);
        fill = light;
        fill.setAlphaF(static_cast<float>(0.10 + 0.25 * (1 - glow)));
        painter.setPen(QPen(light, 2.5));
        painter.setBrush(fill);
        painter.drawRoundedRect(toViewport(m_highlight).adjusted(-4 - out, -3 - out, 4 + out, 3 + out), 4, 4);
    }
    if (!m_reading.isEmpty()) {
        fill = hand;
        fill.setAlphaF(0.18F);
        painter.setPen(QPen(hand, 1.5));
        painter.setBrush(fill);
        painter.drawRect(toViewport(m_reading));
    }
    if (m_rubber.isValid()) {
        fill = hand;
        fill.setAlphaF(0.10F);
        painter.setPen(QPen(hand, 1.5, Qt::DashLine));
        painter.setBrush(fill);
        painter.drawRect(m_rubber);
    }
}

void PageView::resizeEvent(QResizeEvent *event)
{
    QAbstractScrollArea::resizeEvent(event);
    if (shown() && m_fit != Fit::Free) {
        m_zoomAnimation.stop();
        m_wanted = fitZoom(m_fit);
        setZoom(m_wanted, QPointF(viewport()->width() / 2.0, 0));
    }
    adjustScrollBars();
}

} // namespace sohoa::ui
