// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/imaging/blank.h"

#include "core/imaging/mask_measure.h"

#include <leptonica/allheaders.h>

#include <algorithm>
#include <cmath>
#include <vector>

namespace sohoa {

namespace {

/// Clears vertical lines thinner than 1.5 mm that run, broken or not, over most of the page: dirt on a feeder's
/// glass.
Result<void> dropStreaks(PageImage &mask, Dpi dpi)
{
    const auto joined =
        PageImage::own(pixCloseSafeBrick(nullptr, mask.get(), 1, wholePixels(4, dpi)), "pixCloseSafeBrick");
    if (!joined)
        return fail(joined.error());
    const auto lines =
        PageImage::own(pixOpenBrick(nullptr, joined->get(), 1, wholePixels(25, dpi)), "pixOpenBrick");
    if (!lines)
        return fail(lines.error());
    const auto thick =
        PageImage::own(pixOpenBrick(nullptr, lines->get(), wholePixels(1.5, dpi), 1), "pixOpenBrick");
    if (!thick)
        return fail(thick.error());
    pixSubtract(lines->get(), lines->get(), thick->get());
    const auto wide =
        PageImage::own(pixDilateBrick(nullptr, lines->get(), wholePixels(1, dpi), 1), "pixDilateBrick");
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

/// A thin bar of 5 to 15 mm near a corner.
bool isStaple(const PixelBox &box, double filled, const PageImage &page, Dpi dpi)
{
    const double longer = toMillimetres(std::max(box.width, box.height), dpi);
    const double shorter = toMillimetres(std::min(box.width, box.height), dpi);
    const double side = toMillimetres(std::min(box.x, page.width() - box.right()), dpi);
    const double end = toMillimetres(std::min(box.y, page.height() - box.bottom()), dpi);
    const bool slanted = shorter > 1.5 && shorter < longer && filled < 0.35; // a bar across its box
    return longer > 5 && longer < 15 && (shorter <= 1.5 || slanted) && side < 25 && end < 25;
}

/// Clears marks in `mask` that are no writing.
void dropDirt(PageImage &mask, Dpi dpi, const BlankParameters &p)
{
    PIXA *parts = nullptr;
    BOXA *boxes = pixConnComp(mask.get(), &parts, 8);
    if (!boxes)
        return;
    const int least = wholePixels(p.leastMark, dpi);
    for (l_int32 i = 0; i < boxaGetCount(boxes); ++i) {
        PixelBox box;
        boxaGetBoxGeometry(boxes, i, &box.x, &box.y, &box.width, &box.height);
        PIX *part = pixaGetPix(parts, i, L_CLONE);
        l_int32 count = 0;
        pixCountPixels(part, &count, nullptr);
        const double filled = double(count) / (double(box.width) * box.height);
        const bool dust = std::max(box.width, box.height) < least;
        if (dust || isPunchHole(box, filled, mask, dpi) || isStaple(box, filled, mask, dpi))
            pixRasterop(mask.get(), box.x, box.y, box.width, box.height, PIX_DST & PIX_NOT(PIX_SRC), part, 0, 0);
        pixDestroy(&part);
    }
    boxaDestroy(&boxes);
    pixaDestroy(&parts);
}

/// How steeply the edges of one mark fall, against its own depth: 0.5 for print, 0.2 and less for what shines
/// through paper, which scatters it. Mean over the edge, so that grain cancels out. 0 for a mark of almost no
/// depth.
double steepness(const PageImage &even, const PIX *part, const PixelBox &box)
{
    const int left = std::max(1, box.x);
    const int top = std::max(1, box.y);
    const int right = std::min(even.width() - 1, box.right());
    const int bottom = std::min(even.height() - 1, box.bottom());
    const auto at = [&](int x, int y) {
        return int(GET_DATA_BYTE(pixGetData(even.get()) + size_t(y) * size_t(pixGetWpl(even.get())), x));
    };
    const l_uint32 *data = pixGetData(const_cast<PIX *>(part));
    const auto inMark = [&](int x, int y) {
        return GET_DATA_BIT(data + size_t(y - box.y) * size_t(pixGetWpl(part)), x - box.x) != 0;
    };
    std::vector<int> values;
    for (int y = top; y < bottom; ++y)
        for (int x = left; x < right; ++x)
            if (inMark(x, y))
                values.push_back(at(x, y));
    if (values.empty())
        return 0;
    const auto dark = values.begin() + std::ptrdiff_t(values.size() / 8);
    std::nth_element(values.begin(), dark, values.end());
    const int depth = 255 - *dark;
    const int half = 255 - depth / 2;
    double sum = 0;
    int edge = 0;
    for (int y = top; y < bottom; ++y) {
        for (int x = left; x < right; ++x) {
            if (at(x, y) > half ||
                (at(x - 1, y) <= half && at(x + 1, y) <= half && at(x, y - 1) <= half && at(x, y + 1) <= half))
                continue;
            const int across = at(x + 1, y - 1) + 2 * at(x + 1, y) + at(x + 1, y + 1) - at(x - 1, y - 1) -
                               2 * at(x - 1, y) - at(x - 1, y + 1);
            const int down = at(x - 1, y + 1) + 2 * at(x, y + 1) + at(x + 1, y + 1) - at(x - 1, y - 1) -
                             2 * at(x, y - 1) - at(x + 1, y - 1);
            sum += std::hypot(across, down) / 8; // per pixel
            ++edge;
        }
    }
    return edge > 0 && depth > 0 ? sum / edge / depth : 0;
}

/// Counts marks of the size of a letter or more, and those of them whose edges are those of print.
void countMarks(const PageImage &mask, const PageImage &even, Dpi dpi, const BlankParameters &p,
                BlankMeasure &measure)
{
    PIXA *parts = nullptr;
    BOXA *boxes = pixConnComp(mask.get(), &parts, 8);
    if (!boxes)
        return;
    const int least = wholePixels(p.leastLetter, dpi);
    for (l_int32 i = 0; i < boxaGetCount(boxes); ++i) {
        PixelBox box;
        boxaGetBoxGeometry(boxes, i, &box.x, &box.y, &box.width, &box.height);
        const int longer = std::max(box.width, box.height);
        const bool crease = longer > wholePixels(40, dpi) && std::min(box.width, box.height) < wholePixels(2, dpi);
        if (longer < least || crease)
            continue;
        ++measure.marks;
        PIX *part = pixaGetPix(parts, i, L_CLONE);
        if (steepness(even, part, box) >= p.leastSteepness)
            ++measure.sharpMarks;
        pixDestroy(&part);
    }
    boxaDestroy(&boxes);
    pixaDestroy(&parts);
}

/// Clears marks of `mask` that are smaller than letters: dots and accents count only beside them, alone they are
/// dirt.
Result<void> keepLetters(PageImage &mask, int least)
{
    const auto letters =
        PageImage::own(pixSelectBySize(mask.get(), least, least, 8, L_SELECT_IF_EITHER, L_SELECT_IF_GTE, nullptr),
                       "pixSelectBySize");
    if (!letters)
        return fail(letters.error());
    pixAnd(mask.get(), mask.get(), letters->get());
    return {};
}

Result<PageImage> darkerBy(const PageImage &even, double share)
{
    const int threshold = static_cast<int>(std::lround(255 * (1 - share)));
    return PageImage::own(pixThresholdToBinary(even.get(), threshold), "pixThresholdToBinary");
}

} // namespace

Result<BlankMeasure> measureBlank(const PageImage &gray, Dpi dpi, const BlankParameters &parameters)
{
    const int margin = wholePixels(parameters.margin, dpi);
    auto inner = gray.share();
    if (gray.width() > 4 * margin && gray.height() > 4 * margin) {
        auto cut = gray.cropped({margin, margin, gray.width() - 2 * margin, gray.height() - 2 * margin});
        if (!cut)
            return fail(std::move(cut).error());
        inner = std::move(*cut);
    }
    // Tiles of about 3 mm follow stains and folds but not letters.
    const int tile = std::max(4, wholePixels(3, dpi));
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
    countMarks(*faint, even, dpi, parameters, measure);
    measure.faintArea = squareMillimetres(*faint, dpi);
    if (auto done = keepLetters(*faint, wholePixels(parameters.leastLetter, dpi)); !done)
        return fail(std::move(done).error());
    pixAnd(firm->get(), firm->get(), faint->get());
    pixAnd(weak->get(), weak->get(), faint->get());
    measure.firmArea = squareMillimetres(*firm, dpi);
    measure.weakArea = squareMillimetres(*weak, dpi);
    // Mostly sharp marks lie on this side, however pale.
    const bool print = measure.sharpMarks > 0 && 2 * measure.sharpMarks >= measure.marks;
    if (measure.firmArea > parameters.letterArea)
        measure.blankness = Blankness::Written;
    else if (print || measure.weakArea > parameters.emptyArea)
        measure.blankness = Blankness::Weak;
    else
        measure.blankness = measure.faintArea > parameters.bareArea ? Blankness::Faint : Blankness::Empty;
    return measure;
}

} // namespace sohoa
