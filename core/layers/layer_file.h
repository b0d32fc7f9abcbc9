// SPDX-License-Identifier: GPL-3.0-or-later
/// A page as the layers that are painted one over the other, between the process that made them from pixels and
/// the one that puts them into a PDF. One file a page: a line "SOHOA-LAYERS 1", the length of the description (4
/// bytes, most significant first), the description (JSON), the coded pictures one behind the other.
#pragma once

#include "core/base/error.h"
#include "core/base/units.h"

#include <QByteArray>
#include <QString>

#include <optional>
#include <vector>

namespace sohoa {

/// How a picture is coded, by the names of PDF's filters.
enum class LayerCoding { Jpeg, Jbig2, Fax };

struct LayerPicture {
    LayerCoding coding = LayerCoding::Jpeg;
    int width = 0;
    int height = 0;
    int components = 1; ///< Jpeg: 1 gray, 3 colour.
    qint64 offset = 0;  ///< From the beginning of the file.
    qint64 size = 0;
};

struct LayerColor {
    int red = 0;
    int green = 0;
    int blue = 0;
    friend bool operator==(const LayerColor &, const LayerColor &) = default;
};

/// What is painted into a box of the page: a picture or one colour, everywhere or where the mask is black.
struct Layer {
    PixelBox box; ///< Pixels of the page.
    std::optional<LayerPicture> picture;
    LayerColor color = {}; ///< Where there is no picture.
    std::optional<LayerPicture> mask;
};

/// Why the page is coded as it is: goes into the log and the tests.
enum class PageCoding {
    Layers,  ///< Ink in masks over reduced paper.
    Picture, ///< One JPEG: a photograph, or a page that layers would harm.
    Bilevel, ///< One mask on white.
};

struct PageLayers {
    int width = 0; ///< Pixels of the page; the space of the boxes.
    int height = 0;
    Dpi dpi = 0;
    PageCoding coding = PageCoding::Layers;
    std::vector<Layer> layers; ///< In the order of painting.
};

/// Puts a layer file together in memory.
class LayerFileBuilder {
public:
    explicit LayerFileBuilder(PageLayers page)
        : m_page(std::move(page))
    {
    }
    /// The picture with its place filled in.
    LayerPicture add(LayerPicture picture, const QByteArray &coded);
    void addLayer(const Layer &layer) { m_page.layers.push_back(layer); }
    const PageLayers &page() const { return m_page; }
    /// Bytes of all coded pictures so far.
    qint64 codedBytes() const { return m_streams.size(); }
    QByteArray bytes() const;

private:
    PageLayers m_page; ///< Offsets count from the beginning of the streams until the file is put together.
    QByteArray m_streams;
};

/// True when the file begins as a layer file does.
bool isLayerFile(const QString &path);

/// Reads the description. It comes from a process that handles hostile images, so nothing in it is believed:
/// ImageUnreadable (args: path) for sizes, boxes or places that cannot be.
Result<PageLayers> readLayerFile(const QString &path);

} // namespace sohoa
