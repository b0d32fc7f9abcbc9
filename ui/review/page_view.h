// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/units.h"
#include "core/domain/page.h"
#include "ui/engine/image_store.h"
#include "ui/review/crop_handles.h"

#include <QAbstractScrollArea>
#include <QVariantAnimation>

#include <optional>
#include <vector>

namespace sohoa::ui {

/// One page, to be read: zoom by Ctrl+wheel, +, -, 0 (whole page) and W (width), moved by wheel, keys and
/// dragging with the middle button or with Space held. A box of it can be lit up; words can be clicked and boxes
/// drawn. Draws only what is seen, from the level nearest to the zoom.
class PageView final : public QAbstractScrollArea {
    Q_OBJECT
public:
    enum class Fit { Width, Page, Free };
    static constexpr double zoomStep = 1.25; ///< By one key, one click, or one notch of the wheel.

    explicit PageView(QWidget *parent = nullptr);

    /// Null shows `message` in its place. `space` is the size that boxes refer to. Another picture of the same
    /// size keeps zoom and place.
    void setPicture(const PagePicturePtr &picture, const QSize &space, const QString &message = {});
    bool hasPicture() const { return m_picture != nullptr; }
    /// An empty box puts the light out. The box is brought into sight.
    void setHighlight(const PixelBox &box);
    const PixelBox &highlight() const { return m_highlight; }

    /// What can be clicked; in the space of the boxes.
    void setWords(std::vector<Word> words);
    const std::vector<Word> &words() const { return m_words; }
    /// While set, this picture is drawn in place of the page: the raw scan, to compare. Null ends it.
    void setComparison(const PagePicturePtr &picture);
    bool isComparing() const { return m_comparison != nullptr; }
    /// Shows `sheet` in place of the page, with a frame around what is kept, in pixels of `space`. Enter, or a
    /// double click, gives cropChosen(), Esc cropCancelled(), the turning handle cropTurnWanted(); the mode ends
    /// by endCrop() alone. Called again, another sheet takes its place.
    void beginCrop(const PagePicturePtr &sheet, const QSize &space, const PixelBox &keep);
    void endCrop();
    bool isCropping() const { return m_crop.has_value(); }
    /// While cropping.
    PixelBox cropBox() const { return m_crop->box(); }
    void setCropBox(const PixelBox &box);
    /// A box that is being read: marked until the next call; an empty one ends it.
    void setReading(const PixelBox &box);
    /// A box of the page in the viewport's coordinates.
    QRectF toViewport(const PixelBox &box) const;

    double zoom() const { return m_zoom; }
    Fit fit() const { return m_fit; }
    void setFit(Fit fit);
    /// 1.25 is one step; towards the middle of what is seen.
    void zoomBy(double factor);

Q_SIGNALS:
    void zoomChanged();
    void wordClicked(const sohoa::Word &word);
    void boxDrawn(const sohoa::PixelBox &box);
    void cropChosen(const sohoa::PixelBox &box);
    void cropCancelled();
    void cropTurnWanted();

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void keyReleaseEvent(QKeyEvent *event) override;
    void leaveEvent(QEvent *event) override;

private:
    double fitZoom(Fit fit) const;
    void animateTo(double zoom, const QPointF &anchor);
    void setZoom(double zoom, const QPointF &anchor);
    void adjustScrollBars();
    void bringIntoSight();
    /// Where the page lies in the viewport.
    QRectF pageRect() const;
    void paintPicture(QPainter &painter, const PagePicture &picture, const QRectF &where) const;
    void paintMarks(QPainter &painter) const;
    QPointF toPage(const QPointF &point) const;
    bool isPanning(const QMouseEvent &event) const;
    void hover(const QPointF &point);
    void adaptCursor();
    /// What is shown: the page, or the sheet that is being cropped.
    const PagePicturePtr &shown() const { return m_crop ? m_cropSheet : m_picture; }
    QSize space() const { return m_crop ? m_crop->sheet() : m_space; }
    double cropReach() const;
    void cropPress(const QPointF &point);
    void cropMove(const QPointF &point);
    bool cropKey(const QKeyEvent &event);
    void fitAnew();

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
    PagePicturePtr m_comparison;
    std::vector<Word> m_words;
    std::optional<CropHandles> m_crop;
    PagePicturePtr m_cropSheet;
    PixelBox m_reading;
    int m_hovered = -1; ///< Index into m_words.
    QPoint m_dragFrom;  ///< Of panning.
    bool m_panning = false;
    bool m_spaceHeld = false;
    std::optional<QPointF> m_pressed; ///< Where the left button went down, in the viewport.
    QRectF m_rubber;                  ///< The box being drawn, in the viewport; null while it is a mere click.
};

} // namespace sohoa::ui
