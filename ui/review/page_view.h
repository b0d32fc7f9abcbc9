// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/units.h"
#include "ui/engine/image_store.h"

#include <QAbstractScrollArea>
#include <QVariantAnimation>

namespace sohoa::ui {

/// One page, to be read: zoom by Ctrl+wheel, +, -, 0 (whole page) and W (width), moved by wheel, keys and
/// dragging. A box of it can be lit up. Draws only what is seen, from the level nearest to the zoom.
class PageView final : public QAbstractScrollArea {
    Q_OBJECT
public:
    enum class Fit { Width, Page, Free };

    explicit PageView(QWidget *parent = nullptr);

    /// Null shows `message` in its place. `space` is the size that boxes refer to. Another picture of the same
    /// size keeps zoom and place.
    void setPicture(const PagePicturePtr &picture, const QSize &space, const QString &message = {});
    bool hasPicture() const { return m_picture != nullptr; }
    /// An empty box puts the light out. The box is brought into sight.
    void setHighlight(const PixelBox &box);
    const PixelBox &highlight() const { return m_highlight; }

    double zoom() const { return m_zoom; }
    Fit fit() const { return m_fit; }
    void setFit(Fit fit);
    /// 1.25 is one step; towards the middle of what is seen.
    void zoomBy(double factor);

Q_SIGNALS:
    void zoomChanged();

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    double fitZoom(Fit fit) const;
    void animateTo(double zoom, const QPointF &anchor);
    void setZoom(double zoom, const QPointF &anchor);
    void adjustScrollBars();
    void bringIntoSight();
    /// Where the page lies in the viewport.
    QRectF pageRect() const;
    QRectF boxRect() const;

    PagePicturePtr m_picture;
    QSize m_space;
    QString m_message;
    PixelBox m_highlight;
    double m_zoom = 1;
    Fit m_fit = Fit::Width;
    QVariantAnimation m_zoomAnimation;
    QVariantAnimation m_lightAnimation;
    QPointF m_anchor;
    double m_wanted = 1;
    QPoint m_dragFrom;
};

} // namespace sohoa::ui
