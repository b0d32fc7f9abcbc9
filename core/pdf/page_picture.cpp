// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pdf/page_picture.h"

#include "core/pdf/jpeg_header.h"

#include <QFile>
#include <QtEndian>

#include <algorithm>
#include <cmath>

namespace sohoa {

using namespace Qt::StringLiterals;

namespace {

// ISO 19005-2, 6.1.13: sides of a page in points.
constexpr double shortestSide = 3;
constexpr double longestSide = 14400;

tl::unexpected<Error> unfit(const PdfPage &page, const QString &detail)
{
    return fail(ErrorCode::ImageUnreadable, detail, {{u"path"_s, page.imageFile}});
}

/// A picture of fewer pixels keeps the page's proportion up to the rounding of its smaller side.
bool sameProportion(const PdfPage &page, int width, int height)
{
    const double expected = static_cast<double>(page.height) * width / page.width;
    return std::abs(expected - height) <= 1 + static_cast<double>(page.height) / page.width;
}

Result<PageLayers> fromJpeg(const PdfPage &page)
{
    const auto header = readJpegHeader(page.imageFile);
    if (!header)
        return fail(header.error());
    if (!sameProportion(page, header->width, header->height))
        return unfit(page, u"picture of %1 x %2 for a page of %3 x %4"_s.arg(header->width)
                               .arg(header->height)
                               .arg(page.width)
                               .arg(page.height));
    PageLayers layers{page.width, page.height, page.dpi, PageCoding::Picture, {}};
    const LayerPicture picture{LayerCoding::Jpeg,           header->width, header->height, header->components, 0,
                               QFile(page.imageFile).size()};
    layers.layers.push_back({.box = {0, 0, page.width, page.height}, .picture = picture});
    return layers;
}

Result<void> checkJpeg(const PdfPage &page, const LayerPicture &picture)
{
    const auto header = readJpegHeader(page.imageFile, picture.offset, picture.size);
    if (!header)
        return fail(header.error());
    if (header->width != picture.width || header->height != picture.height ||
        header->components != picture.components)
        return unfit(page, u"a layer's picture is not as described"_s);
    return {};
}

/// JBIG2 says its size in its first segment (T.88, 7.2 and 7.4.8); CCITT does not say it at all.
Result<void> checkMask(const PdfPage &page, const LayerPicture &mask)
{
    if (mask.coding != LayerCoding::Jbig2)
        return {};
    constexpr qsizetype widthAt = 11;
    constexpr qsizetype heightAt = 15;
    constexpr qsizetype headBytes = 19;
    QFile file(page.imageFile);
    if (!file.open(QIODevice::ReadOnly) || !file.seek(mask.offset))
        return unfit(page, file.errorString());
    const QByteArray head = file.read(std::min<qint64>(headBytes, mask.size));
    if (head.size() != headBytes ||
        qFromBigEndian<quint32>(head.constData() + widthAt) != static_cast<quint32>(mask.width) ||
        qFromBigEndian<quint32>(head.constData() + heightAt) != static_cast<quint32>(mask.height))
        return unfit(page, u"a layer's mask is not as described"_s);
    return {};
}

Result<PageLayers> fromLayers(const PdfPage &page)
{
    auto layers = readLayerFile(page.imageFile);
    if (!layers)
        return layers;
    if (layers->width != page.width || layers->height != page.height)
        return unfit(page, u"layers of another page"_s);
    for (const Layer &layer : layers->layers) {
        if (layer.picture) {
            if (auto fits = checkJpeg(page, *layer.picture); !fits)
                return fail(fits.error());
        }
        if (layer.mask) {
            if (auto fits = checkMask(page, *layer.mask); !fits)
                return fail(fits.error());
        }
    }
    return layers;
}

} // namespace

Result<PageLayers> readPagePicture(const PdfPage &page)
{
    const auto inRange = [&page](int side) {
        return toPoints(side, page.dpi) >= shortestSide && toPoints(side, page.dpi) <= longestSide;
    };
    if (page.dpi <= 0 || !inRange(page.width) || !inRange(page.height))
        return fail(ErrorCode::PdfWriteFailed,
                    u"page of %1 x %2 pixels at %3 dpi"_s.arg(page.width).arg(page.height).arg(page.dpi));
    return isLayerFile(page.imageFile) ? fromLayers(page) : fromJpeg(page);
}

bool hasColor(const PageLayers &layers)
{
    return std::ranges::any_of(layers.layers, [](const Layer &layer) {
        const LayerColor &color = layer.color;
        return (layer.picture && layer.picture->components == 3) || color.red != color.green ||
               color.green != color.blue;
    });
}

} // namespace sohoa
