// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/imaging/blank.h"

#include <leptonica/allheaders.h>

#include <algorithm>
#include <cmath>

namespace sohoa {

namespace {

int pixels(double millimetres, Dpi dpi)
{
    return std::max(1, static_cast<int>(std::lround(toPixels(millimetres, dpi))));
}

double squareMillimetres(const PageImage &mask, Dpi dpi)
{
    l_int32 count = 0;
    pixCountPixels(mask.get(), &count, nullptr);
    return toMillimetres(toMillimetres(count, dpi), dpi);
}

/// Clears vertical lines thinner than 1.5 mm that run, broken or not, over most of the page: dirt on a feeder's
/// glass.
Result<void> dropStreaks(PageImage &mask, Dpi dpi)
{
    const auto joined =
        PageImage::own(pixCloseSafeBrick(nullptr, mask.get(), 1, pixels(4, dpi)), "pixCloseSafeBrick");
    if (!joined)
        return fail(joined.error());
    const auto lines = PageImage::own(pixOpenBrick(nullptr, joined->get(), 1, pixels(25, dpi)), "pixOpenBrick");
    if (!lines)
        return fail(lines.error());
    const auto thick = PageImage::own(pixOpenBrick(nullptr, lines->get(), pixels(1.5, dpi), 1), "pixOpenBrick");
    if (!thick)
        return fail(thick.error());
    pixSubtract(lines->get(), lines->get(), thick->get());
    const auto wide = PageImage::own(pixDilateBrick(nullptr, lines->get(), pixels(1, dpi), 1), "pixDilateBrick");
    if (!wide)
        return fail(wide.error());
    pixSubtract(mask.get(), mask.get(), wide->get());
    return {};
}

/// A round, filled spot of 4 to 8 mm within 20 mm of a side.
bool isPunchHole(const PixelBox &box, double filled, const PageImage &page, Dpi dpi)
{
    const double width = toMillimetres(box.width, dpi);
    const double height = toMillimetres(box.height, dpi);
    const double side = toMillimetres(std::min(box.x, page.width() - box.right()), dpi);
    const double end = toMillimetres(std::min(box.y, page.height() - box.bottom()), dpi);
    return width > 4 && width < 8 && height > 4 && height < 8 && std::min(side, end) < 20 && filled > 0.6;
}

/// Clears marks in `mask` that are no writing.
void dropDirt(PageImage &mask, Dpi dpi, const BlankParameters &p)
{
    PIXA *parts = nullptr;
    BOXA *boxes = pixConnComp(mask.get(), &parts, 8);
    if (!boxes)
        return;
    const int least = pixels(p.leastMark, dpi);
    for (l_int32 i = 0; i < boxaGetCount(boxes); ++i) {
        PixelBox box;
        boxaGetBoxGeometry(boxes, i, &box.x, &box.y, &box.width, &box.height);
        PIX *part = pixaGetPix(parts, i, L_CLONE);
        l_int32 count = 0;
        pixCountPixels(part, &count, nullptr);
        const double filled = double(count) / (double(box.width) * box.height);
        const bool dust = std::max(box.width, box.height) < least;
        if (dust || isPunchHole(box, filled, mask, dpi))
            pixRasterop(mask.get(), box.x, box.y, box.width, box.height, PIX_DST & PIX_NOT(PIX_SRC), part, 0, 0);
        pixDestroy(&part);
    }
    boxaDestroy(&boxes);
    pixaDestroy(&parts);
}

Result<PageImage> darkerBy(const PageImage &even, double share)
{
    const int threshold = static_cast<int>(std::lround(255 * (1 - share)));
    return PageImage::own(pixThresholdToBinary(even.get(), threshold), "pixThresholdToBinary");
}

} // namespace

Result<BlankMeasure> measureBlank(const PageImage &gray, Dpi dpi, const BlankParameters &parameters)
{
    const int margin = pixels(parameters.margin, dpi);
    auto inner = gray.share();
    if (gray.width() > 4 * margin && gray.height() > 4 * margin) {
        auto cut = gray.cropped({margin, margin, gray.width() - 2 * margin, gray.height() - 2 * margin});
        if (!cut)
            return fail(std::move(cut).error());
        inner = std::move(*cut);
    }
    // Tiles of about 3 mm follow stains and folds but not letters.
    const int tile = std::max(4, pixels(3, dpi));
    PageImage even(pixBackgroundNorm(inner.get(), nullptr, nullptr, tile, tile, 60, tile * tile / 4, 255, 1, 1));
    if (even.isEmpty())
        even = std::move(inner);
    auto faint = darkerBy(even, parameters.faint);
    if (!faint)
        return fail(std::move(faint).error());
    auto firm = darkerBy(even, parameters.firm);
    if (!firm)
        return fail(std::move(firm).error());
    BlankMeasure measure;
    measure.firmArea = squareMillimetres(*firm, dpi);
    if (measure.firmArea > parameters.plentyArea)
        return measure;
    auto weak = darkerBy(even, parameters.weak);
    if (!weak)
        return fail(std::move(weak).error());
    if (auto done = dropStreaks(*faint, dpi); !done)
        return fail(std::move(done).error());
    dropDirt(*faint, dpi, parameters);
    pixAnd(firm->get(), firm->get(), faint->get());
    pixAnd(weak->get(), weak->get(), faint->get());
    measure.faintArea = squareMillimetres(*faint, dpi);
    measure.weakArea = squareMillimetres(*weak, dpi);
    measure.firmArea = squareMillimetres(*firm, dpi);
    if (measure.firmArea > parameters.emptyArea)
        measure.blankness = Blankness::Written;
    else if (measure.weakArea > parameters.emptyArea)
        measure.blankness = Blankness::Weak;
    else
        measure.blankness = measure.faintArea > parameters.bareArea ? Blankness::Faint : Blankness::Empty;
    return measure;
}

} // namespace sohoa
