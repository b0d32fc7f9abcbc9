// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/imaging/paper.h"

#include "core/imaging/mask_measure.h"
#include "core/imaging/paper_size.h"

#include <leptonica/allheaders.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>
#include <vector>

namespace sohoa {

namespace {

constexpr double sizePlay = 4.0;  ///< Millimetres, of a hand-laid scan.
constexpr int cardBedLimit = 240; ///< A brighter surrounding is a sheet onto which the card was copied.

/// The part of `mask` that hangs together with the image's own border.
Result<PageImage> touchingBorder(const PageImage &mask)
{
    auto seed = PageImage::own(pixCreateTemplate(mask.get()), "pixCreateTemplate");
    if (!seed)
        return seed;
    pixSetOrClearBorder(seed->get(), 1, 1, 1, 1, PIX_SET);
    pixAnd(seed->get(), seed->get(), mask.get());
    return PageImage::own(pixSeedfillBinary(nullptr, seed->get(), mask.get(), 4), "pixSeedfillBinary");
}

/// Pixels of `mask` whose surroundings of `size` are set too; what is thinner (letters, lines) goes.
Result<PageImage> opened(const PageImage &mask, int size)
{
    return PageImage::own(pixOpenBrick(nullptr, mask.get(), size, size), "pixOpenBrick");
}

struct EdgeSlant {
    double slope = 0;
    int points = 0;
};

/// The slant of one edge from its points (along, across); outliers (folded corners, fingers) are left out.
std::optional<EdgeSlant> fitSlant(const std::vector<std::pair<int, int>> &points, int least)
{
    if (points.size() < size_t(least))
        return std::nullopt;
    // Median of slopes between points half the edge apart: holds against up to 29 % of outliers (Theil-Sen).
    const size_t half = points.size() / 2;
    std::vector<double> slopes;
    slopes.reserve(half);
    for (size_t i = 0; i + half < points.size(); ++i) {
        const int along = points[i + half].first - points[i].first;
        slopes.push_back(double(points[i + half].second - points[i].second) / along);
    }
    std::nth_element(slopes.begin(), slopes.begin() + std::ptrdiff_t(slopes.size() / 2), slopes.end());
    const double slope = slopes[slopes.size() / 2];
    std::vector<double> offsets;
    offsets.reserve(points.size());
    for (const auto &[along, across] : points)
        offsets.push_back(across - slope * along);
    std::vector<double> sorted = offsets;
    std::nth_element(sorted.begin(), sorted.begin() + std::ptrdiff_t(sorted.size() / 2), sorted.end());
    const double middle = sorted[sorted.size() / 2];
    const auto near =
        std::count_if(offsets.begin(), offsets.end(), [middle](double o) { return std::abs(o - middle) <= 1.5; });
    if (double(near) < 0.8 * double(points.size()))
        return std::nullopt;
    return EdgeSlant{slope, static_cast<int>(points.size())};
}

/// First set pixel from each side, as far as it lies inside the image: an edge on the image's border is a cut.
std::optional<double> edgeSlant(const PageImage &paper)
{
    const int width = paper.width();
    const int height = paper.height();
    std::array<std::vector<std::pair<int, int>>, 4> edges;
    const auto scan = [](int from, int to, auto set) {
        const int step = from < to ? 1 : -1;
        for (int at = from; at != to; at += step)
            if (set(at))
                return at;
        return -1;
    };
    for (int y = height / 10; y < height - height / 10; ++y) {
        const auto set = [&](int x) { return isSet(paper, x, y); };
        if (const int left = scan(0, width, set); left > 0)
            edges[0].emplace_back(y, left);
        if (const int right = scan(width - 1, -1, set); right >= 0 && right < width - 1)
            edges[1].emplace_back(y, right);
    }
    for (int x = width / 10; x < width - width / 10; ++x) {
        const auto set = [&](int y) { return isSet(paper, x, y); };
        if (const int top = scan(0, height, set); top > 0)
            edges[2].emplace_back(x, top);
        if (const int bottom = scan(height - 1, -1, set); bottom >= 0 && bottom < height - 1)
            edges[3].emplace_back(x, bottom);
    }
    double weighted = 0;
    double weight = 0;
    double least = 90;
    double most = -90;
    for (size_t side = 0; side < edges.size(); ++side) {
        const bool upright = side < 2;
        const auto line = fitSlant(edges[side], (upright ? height : width) / 4);
        if (!line)
            continue;
        // Turned clockwise, an upright edge leans to the left going down, a level one goes down to the right.
        const double slant = std::atan(upright ? -line->slope : line->slope) * 180 / std::numbers::pi;
        weighted += slant * line->points;
        weight += line->points;
        least = std::min(least, slant);
        most = std::max(most, slant);
    }
    constexpr double mayDiffer = 0.8; ///< Degrees; paper cut by hand, perspective of a feeder.
    if (weight == 0 || most - least > mayDiffer)
        return std::nullopt;
    return weighted / weight;
}

/// All pieces of paper that are too large to be dust, as one mask.
Result<PageImage> withoutDust(const PageImage &mask, Dpi dpi)
{
    const int side = wholePixels(8, dpi);
    return PageImage::own(pixSelectBySize(mask.get(), side, side, 8, L_SELECT_IF_BOTH, L_SELECT_IF_GT, nullptr),
                          "pixSelectBySize");
}

double solidity(const PageImage &paper, double slant)
{
    auto straight = paper.rotated(-slant);
    if (!straight)
        return 0;
    BOX *box = nullptr;
    if (pixClipToForeground(straight->get(), nullptr, &box) != 0 || !box)
        return 0;
    l_int32 width = 0;
    l_int32 height = 0;
    boxGetGeometry(box, nullptr, nullptr, &width, &height);
    boxDestroy(&box);
    return double(countSet(*straight)) / (double(width) * height);
}

/// Turns a mask of the bed into the measure; Bed::None when what is left does not look like sheets of paper.
Result<PaperMeasure> fromBed(const PageImage &bed, Bed kind, int reduction, Dpi dpi, const PaperParameters &p)
{
    const double all = double(bed.width()) * bed.height();
    if (double(countSet(bed)) < p.minBedShare * all)
        return PaperMeasure{};
    auto paper = PageImage::own(pixInvert(nullptr, bed.get()), "pixInvert");
    if (paper)
        paper = opened(*paper, wholePixels(2, dpi));
    if (paper)
        paper = withoutDust(*paper, dpi);
    if (!paper)
        return fail(std::move(paper).error());
    if (double(countSet(*paper)) < p.minPaperArea * all)
        return PaperMeasure{};
    PaperMeasure measure;
    measure.bed = kind;
    measure.reduction = reduction;
    measure.edgeSlant = edgeSlant(*paper);
    measure.confidence = solidity(*paper, measure.edgeSlant.value_or(0));
    if (measure.confidence < p.minSolidity)
        return PaperMeasure{};
    measure.paper = std::move(*paper);
    return measure;
}

Result<PaperMeasure> onDarkBed(const PageImage &gray, int reduction, Dpi dpi, const PaperParameters &p)
{
    NUMA *histogram = pixGetGrayHistogram(gray.get(), 1);
    l_float32 value = 0;
    numaHistogramGetValFromRank(histogram, 0.97F, &value);
    numaDestroy(&histogram);
    const int threshold = std::min(p.darkest, static_cast<int>(p.darkShare * double(value)));
    auto dark = PageImage::own(pixThresholdToBinary(gray.get(), std::max(threshold, 1)), "pixThresholdToBinary");
    if (dark)
        dark = opened(*dark, wholePixels(1.5, dpi));
    if (dark)
        dark = touchingBorder(*dark);
    if (!dark)
        return fail(std::move(dark).error());
    return fromBed(*dark, Bed::Dark, reduction, dpi, p);
}

struct Level {
    int median = 0;
    bool even = false;
};

/// The gray value along one side of the image and whether it is the same all along.
Level levelOfStrip(const PageImage &gray, const PixelBox &strip)
{
    std::array<int, 256> counts{};
    for (int y = strip.y; y < strip.bottom(); ++y) {
        for (int x = strip.x; x < strip.right(); ++x) {
            l_uint32 value = 0;
            pixGetPixel(gray.get(), x, y, &value);
            ++counts[value & 0xff];
        }
    }
    const int total = strip.width * strip.height;
    const auto rank = [&](double share) {
        int sum = 0;
        for (int value = 0; value < 256; ++value) {
            sum += counts[size_t(value)];
            if (sum >= share * total)
                return value;
        }
        return 255;
    };
    return {rank(0.5), rank(0.85) - rank(0.15) <= 8};
}

double medianUnder(const PageImage &gray, const PageImage &mask)
{
    l_float32 value = 0;
    pixGetRankValueMasked(gray.get(), mask.get(), 0, 0, 1, 0.5F, &value, nullptr);
    return double(value);
}

PaperSize sizeOnBed(const PageImage &paper, double slant, Dpi dpi)
{
    auto straight = paper.rotated(-slant);
    BOX *box = nullptr;
    if (!straight || pixClipToForeground(straight->get(), nullptr, &box) != 0 || !box)
        return PaperSize::Unknown;
    l_int32 width = 0;
    l_int32 height = 0;
    boxGetGeometry(box, nullptr, nullptr, &width, &height);
    boxDestroy(&box);
    return paperSizeOf(toMillimetres(width, dpi), toMillimetres(height, dpi), sizePlay);
}

Result<PaperMeasure> onLightBed(const PageImage &gray, int reduction, Dpi dpi, const PaperParameters &p)
{
    const int thick = wholePixels(1.5, dpi);
    const int width = gray.width();
    const int height = gray.height();
    const std::array<PixelBox, 4> strips{PixelBox{0, 0, width, thick}, PixelBox{0, height - thick, width, thick},
                                         PixelBox{0, 0, thick, height}, PixelBox{width - thick, 0, thick, height}};
    PaperMeasure best;
    for (const PixelBox &strip : strips) {
        const Level level = levelOfStrip(gray, strip);
        if (!level.even)
            continue;
        // Pixels of the bed's own brightness that hang together with the border; all else is paper or lies on it.
        auto same = PageImage::own(pixGenerateMaskByBand(gray.get(), std::max(0, level.median - p.lightContrast),
                                                         std::min(255, level.median + p.lightContrast), 1, 0),
                                   "pixGenerateMaskByBand");
        if (same)
            same = touchingBorder(*same);
        if (!same)
            return fail(std::move(same).error());
        auto measure = fromBed(*same, Bed::Light, reduction, dpi, p);
        if (!measure)
            return measure;
        if (measure->bed == Bed::None || measure->confidence <= best.confidence)
            continue;
        // What is as bright as the bed was only framed by a line; what is darker may be printed ground on white
        // paper, unless it has the size of a paper.
        const double median = medianUnder(gray, measure->paper);
        const bool brighter = median >= level.median + p.lightContrast;
        const bool darker = median <= level.median - p.lightContrast;
        const PaperSize size =
            brighter ? PaperSize::Unknown : sizeOnBed(measure->paper, measure->edgeSlant.value_or(0), dpi);
        const bool card = level.median < cardBedLimit && size == PaperSize::Id1;
        const bool sheet = darker && size != PaperSize::Unknown && size != PaperSize::Id1;
        if (brighter || card || sheet)
            best = std::move(*measure);
    }
    return best;
}

} // namespace

Result<PaperMeasure> measurePaper(const PageImage &gray, int reduction, Dpi dpi, const PaperParameters &parameters)
{
    constexpr int leastSide = 64; ///< Pixels; a smaller image shows no bed worth cutting off.
    if (std::min(gray.width(), gray.height()) < leastSide)
        return PaperMeasure{};
    auto dark = onDarkBed(gray, reduction, dpi, parameters);
    if (!dark || dark->bed != Bed::None)
        return dark;
    return onLightBed(gray, reduction, dpi, parameters);
}

Result<PaperMeasure> straightened(const PaperMeasure &paper, int rotation, double skewDeg)
{
    PaperMeasure result;
    result.bed = paper.bed;
    result.reduction = paper.reduction;
    result.confidence = paper.confidence;
    if (paper.edgeSlant)
        result.edgeSlant = *paper.edgeSlant - skewDeg;
    if (paper.bed == Bed::None)
        return result;
    auto mask = paper.paper.turned((360 - rotation) % 360);
    if (mask && skewDeg != 0)
        mask = mask->rotated(-skewDeg);
    if (!mask)
        return fail(std::move(mask).error());
    result.paper = std::move(*mask);
    return result;
}

Result<void> whitenBed(PageImage &image, const PaperMeasure &paper, int reduction)
{
    if (paper.bed == Bed::None)
        return {};
    // One pixel less: the soft edge between paper and bed belongs to the bed.
    auto bed = PageImage::own(pixErodeBrick(nullptr, paper.paper.get(), 3, 3), "pixErodeBrick");
    if (bed)
        bed = PageImage::own(pixInvert(nullptr, bed->get()), "pixInvert");
    const int factor = std::max(1, paper.reduction / reduction);
    if (bed && factor > 1)
        bed = PageImage::own(pixExpandReplicate(bed->get(), factor), "pixExpandReplicate");
    if (!bed)
        return fail(std::move(bed).error());
    // The middles of both are the same point, see measureCrop().
    const int x = (image.width() - bed->width()) / 2;
    const int y = (image.height() - bed->height()) / 2;
    const l_uint32 white = image.isColor() ? 0xffffff00U : 255U;
    if (pixPaintThroughMask(image.get(), bed->get(), x, y, white) != 0)
        return fail(ErrorCode::ImageTooLarge, QStringLiteral("pixPaintThroughMask"));
    return {};
}

} // namespace sohoa
