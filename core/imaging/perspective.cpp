// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/imaging/perspective.h"

#include "core/imaging/mask_measure.h"

#include <leptonica/allheaders.h>

#include <algorithm>
#include <cmath>
#include <numbers>
#include <vector>

namespace sohoa {

namespace {

double distance(const ImagePoint &a, const ImagePoint &b)
{
    return std::hypot(b.x - a.x, b.y - a.y);
}

/// Degrees, direction from a to b.
double direction(const ImagePoint &a, const ImagePoint &b)
{
    return std::atan2(b.y - a.y, b.x - a.x) * 180 / std::numbers::pi;
}

double areaOf(const Quad &quad)
{
    double sum = 0;
    for (size_t i = 0; i < 4; ++i) {
        const ImagePoint &a = quad[i];
        const ImagePoint &b = quad[(i + 1) % 4];
        sum += a.x * b.y - b.x * a.y;
    }
    return sum / 2;
}

/// How white each pixel is: the least of its channels, as coloured ground is dark in one of them. Text is closed
/// over.
Result<PageImage> whiteness(const PageImage &small)
{
    auto least = small.isColor() ? PageImage::own(pixConvertRGBToGrayMinMax(small.get(), L_CHOOSE_MIN),
                                                  "pixConvertRGBToGrayMinMax")
                                 : PageImage::own(pixCopy(nullptr, small.get()), "pixCopy");
    constexpr int text = 9; ///< Pixels; strokes and letters on the reduced image are smaller.
    if (least)
        least = PageImage::own(pixCloseGray(least->get(), text, text), "pixCloseGray");
    return least;
}

/// The largest piece of what is brighter than `threshold`, without holes; empty when there is none.
Result<PageImage> brightPiece(const PageImage &gray, int threshold)
{
    auto bright = PageImage::own(pixThresholdToBinary(gray.get(), threshold), "pixThresholdToBinary");
    if (bright)
        bright = PageImage::own(pixInvert(nullptr, bright->get()), "pixInvert");
    if (bright)
        bright = PageImage::own(pixOpenBrick(nullptr, bright->get(), 7, 7), "pixOpenBrick");
    if (!bright)
        return bright;
    PIXA *parts = nullptr;
    BOXA *boxes = pixConnComp(bright->get(), &parts, 4);
    l_int32 best = -1;
    l_int32 most = 0;
    for (l_int32 i = 0; boxes && i < boxaGetCount(boxes); ++i) {
        PIX *part = pixaGetPix(parts, i, L_CLONE);
        l_int32 count = 0;
        pixCountPixels(part, &count, nullptr);
        pixDestroy(&part);
        if (count > most) {
            most = count;
            best = i;
        }
    }
    PageImage whole;
    if (best >= 0) {
        PixelBox box;
        boxaGetBoxGeometry(boxes, best, &box.x, &box.y, &box.width, &box.height);
        PIX *part = pixaGetPix(parts, best, L_CLONE);
        whole = PageImage(pixCreate(gray.width(), gray.height(), 1));
        if (!whole.isEmpty())
            pixRasterop(whole.get(), box.x, box.y, box.width, box.height, PIX_SRC, part, 0, 0);
        pixDestroy(&part);
        // Seals and photographs on the sheet are holes in it.
        PageImage holes(pixHolesByFilling(whole.get(), 4));
        if (!holes.isEmpty())
            pixOr(whole.get(), whole.get(), holes.get());
    }
    boxaDestroy(&boxes);
    pixaDestroy(&parts);
    return whole;
}

/// across = slope · along + offset
struct Line {
    double slope = 0;
    double offset = 0;
};

using Points = std::vector<std::pair<int, int>>; ///< (along, across)

/// Least squares over the points near the median line; nothing when too many lie off it.
std::optional<Line> fitLine(const Points &points, double leastInliers)
{
    if (points.size() < 12)
        return std::nullopt;
    const size_t half = points.size() / 2;
    std::vector<double> values;
    for (size_t i = 0; i + half < points.size(); ++i)
        values.push_back(double(points[i + half].second - points[i].second) /
                         (points[i + half].first - points[i].first));
    const auto median = [&values] {
        const auto middle = values.begin() + std::ptrdiff_t(values.size() / 2);
        std::nth_element(values.begin(), middle, values.end());
        return *middle;
    };
    Line line{median(), 0};
    values.clear();
    for (const auto &[along, across] : points)
        values.push_back(across - line.slope * along);
    line.offset = median();
    double n = 0;
    double sx = 0;
    double sy = 0;
    double sxx = 0;
    double sxy = 0;
    for (const auto &[along, across] : points) {
        if (std::abs(across - line.slope * along - line.offset) > 2.5)
            continue;
        ++n;
        sx += along;
        sy += across;
        sxx += double(along) * along;
        sxy += double(along) * across;
    }
    const double spread = n * sxx - sx * sx;
    if (n < leastInliers * double(points.size()) || spread <= 0)
        return std::nullopt;
    line.slope = (n * sxy - sx * sy) / spread;
    line.offset = (sy - line.slope * sx) / n;
    return line;
}

/// Where an upright line (x over y) and a level one (y over x) meet.
ImagePoint meet(const Line &upright, const Line &level)
{
    const double y = (level.slope * upright.offset + level.offset) / (1 - level.slope * upright.slope);
    return {upright.slope * y + upright.offset, y};
}

/// The outermost pixels of each side, between the corners that lie farthest out along the diagonals.
std::optional<Quad> quadOf(const PageImage &mask, const PerspectiveParameters &p)
{
    const int width = mask.width();
    const int height = mask.height();
    std::vector<int> lefts(size_t(height), -1);
    std::vector<int> rights(size_t(height), -1);
    std::vector<int> tops(size_t(width), -1);
    std::vector<int> bottoms(size_t(width), -1);
    std::array<int, 4> reach{width + height, width + height, width + height, width + height};
    Quad rough{};
    for (int y = 0; y < height; ++y) {
        for (int x = 0; x < width; ++x) {
            if (!isSet(mask, x, y))
                continue;
            if (lefts[size_t(y)] < 0)
                lefts[size_t(y)] = x;
            rights[size_t(y)] = x;
            if (tops[size_t(x)] < 0)
                tops[size_t(x)] = y;
            bottoms[size_t(x)] = y;
            const std::array<int, 4> far{x + y, y - x, -x - y, x - y};
            for (size_t i = 0; i < 4; ++i) {
                if (far[i] < reach[i]) {
                    reach[i] = far[i];
                    rough[i] = {double(x), double(y)};
                }
            }
        }
    }
    const auto collect = [](const std::vector<int> &outer, double from, double to) {
        Points points;
        const double margin = 0.06 * (to - from); // Corners are round or folded.
        for (int at = int(from + margin); at < int(to - margin); ++at)
            if (at >= 0 && at < int(outer.size()) && outer[size_t(at)] >= 0)
                points.emplace_back(at, outer[size_t(at)]);
        return points;
    };
    const auto left = fitLine(collect(lefts, rough[0].y, rough[3].y), p.leastInliers);
    const auto right = fitLine(collect(rights, rough[1].y, rough[2].y), p.leastInliers);
    const auto top = fitLine(collect(tops, rough[0].x, rough[1].x), p.leastInliers);
    const auto bottom = fitLine(collect(bottoms, rough[3].x, rough[2].x), p.leastInliers);
    if (!left || !right || !top || !bottom)
        return std::nullopt;
    return Quad{meet(*left, *top), meet(*right, *top), meet(*right, *bottom), meet(*left, *bottom)};
}

bool inside(const Quad &quad, double x, double y)
{
    for (size_t i = 0; i < 4; ++i) {
        const ImagePoint &a = quad[i];
        const ImagePoint &b = quad[(i + 1) % 4];
        if ((b.x - a.x) * (y - a.y) - (b.y - a.y) * (x - a.x) < 0)
            return false;
    }
    return true;
}

/// How well `quad` describes the mask, 0..1; 0 when it does not.
double quality(const Quad &quad, const PageImage &mask, const PerspectiveParameters &p)
{
    const double all = double(mask.width()) * mask.height();
    const double area = areaOf(quad);
    if (area < p.leastArea * all || area > p.mostArea * all)
        return 0;
    for (size_t i = 0; i < 4; ++i) {
        const double corner =
            std::remainder(direction(quad[i], quad[(i + 3) % 4]) - direction(quad[i], quad[(i + 1) % 4]), 360.0);
        constexpr double least = 55; ///< Degrees; flatter views are not legible.
        if (corner < least || corner > 180 - least)
            return 0;
        const double play = 0.02 * (mask.width() + mask.height()); // A corner may lie just outside the picture.
        if (quad[i].x < -play || quad[i].y < -play || quad[i].x > mask.width() + play ||
            quad[i].y > mask.height() + play)
            return 0;
    }
    double both = 0;
    double within = 0;
    for (int y = 0; y < mask.height(); ++y) {
        for (int x = 0; x < mask.width(); ++x) {
            if (!inside(quad, x + 0.5, y + 0.5))
                continue;
            ++within;
            both += isSet(mask, x, y) ? 1 : 0;
        }
    }
    const double paper = double(countSet(mask));
    if (within == 0 || paper == 0 || both < p.leastFill * within || paper - both > p.mostOutside * paper)
        return 0;
    return both / within * (both / paper);
}

double tiltOf(const Quad &quad)
{
    const auto between = [](double a, double b) { return std::abs(std::remainder(a - b, 360.0)); };
    return std::max(between(direction(quad[0], quad[1]), direction(quad[3], quad[2])),
                    between(direction(quad[0], quad[3]), direction(quad[1], quad[2])));
}

/// Height over width of the sheet as it is, from its image with the camera's axis through the picture's middle.
/// Source: Zhang, He, "Whiteboard scanning and image enhancement", 2004. The mean lengths for views from straight
/// above, of which it knows nothing.
double ratioOf(const Quad &quad, double middleX, double middleY)
{
    const double plain = (distance(quad[0], quad[3]) + distance(quad[1], quad[2])) /
                         (distance(quad[0], quad[1]) + distance(quad[3], quad[2]));
    using Vector = std::array<double, 3>;
    const auto at = [&](size_t i) { return Vector{quad[i].x - middleX, quad[i].y - middleY, 1}; };
    const Vector m1 = at(0);
    const Vector m2 = at(1);
    const Vector m3 = at(3);
    const Vector m4 = at(2);
    const auto cross = [](const Vector &a, const Vector &b) {
        return Vector{a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]};
    };
    const auto dot = [](const Vector &a, const Vector &b) { return a[0] * b[0] + a[1] * b[1] + a[2] * b[2]; };
    const double k2 = dot(cross(m1, m4), m3) / dot(cross(m2, m4), m3);
    const double k3 = dot(cross(m1, m4), m2) / dot(cross(m3, m4), m2);
    Vector n2{};
    Vector n3{};
    for (size_t i = 0; i < 3; ++i) {
        n2[i] = k2 * m2[i] - m1[i];
        n3[i] = k3 * m3[i] - m1[i];
    }
    if (std::abs(n2[2]) < 0.05 || std::abs(n3[2]) < 0.05)
        return plain;
    const double focal2 = -(n2[0] * n3[0] + n2[1] * n3[1]) / (n2[2] * n3[2]);
    const double side = 2 * std::max(middleX, middleY);
    if (!(focal2 > 0.25 * side * side && focal2 < 9 * side * side)) // No lens of a telephone.
        return plain;
    const auto length = [focal2](const Vector &n) { return (n[0] * n[0] + n[1] * n[1]) / focal2 + n[2] * n[2]; };
    return std::sqrt(length(n3) / length(n2));
}

struct Ratio {
    PaperSize paper = PaperSize::Unknown;
    double value = 0;
};

/// The paper whose sides have about this ratio (longer over shorter). Offices have A4; others must fit closely.
Ratio paperOf(double ratio)
{
    const auto ratioOfPaper = [](PaperSize size) { return sizeOf(size).height / sizeOf(size).width; };
    const double a4 = ratioOfPaper(PaperSize::A4);
    if (std::abs(ratio / a4 - 1) < 0.06)
        return {PaperSize::A4, a4};
    for (const PaperSize size : {PaperSize::Id1, PaperSize::Letter}) {
        const double known = ratioOfPaper(size);
        if (std::abs(ratio / known - 1) < 0.04)
            return {size, known};
    }
    return {PaperSize::Unknown, ratio};
}

void sizeSheet(PerspectiveMeasure &measure, const PageImage &image)
{
    const Quad &quad = measure.corners;
    const double ratio = ratioOf(quad, image.width() / 2.0, image.height() / 2.0);
    const bool upright = ratio >= 1;
    const Ratio paper = paperOf(upright ? ratio : 1 / ratio);
    measure.paper = paper.paper;
    const double across = std::max(distance(quad[0], quad[1]), distance(quad[3], quad[2]));
    const double down = std::max(distance(quad[0], quad[3]), distance(quad[1], quad[2]));
    // Neither direction loses pixels.
    const double longer = std::max(upright ? down : across, (upright ? across : down) * paper.value);
    const double shorter = longer / paper.value;
    measure.width = std::max(1, int(std::lround(upright ? shorter : longer)));
    measure.height = std::max(1, int(std::lround(upright ? longer : shorter)));
    const PaperSize known = paper.paper == PaperSize::Unknown ? PaperSize::A4 : paper.paper;
    measure.dpi = std::max(1, int(std::lround(longer / sizeOf(known).height * millimetresPerInch)));
}

} // namespace

Result<std::optional<PerspectiveMeasure>> findSheet(const PageImage &image, Dpi headerDpi,
                                                    const PerspectiveParameters &p)
{
    const int side = std::max(image.width(), image.height());
    if (std::min(image.width(), image.height()) < 200)
        return std::nullopt;
    PageImage small = image.share();
    if (side > p.workSide) {
        const auto scale = static_cast<l_float32>(double(p.workSide) / side);
        auto made = PageImage::own(pixScaleAreaMap(image.get(), scale, scale), "pixScaleAreaMap");
        if (!made)
            return fail(std::move(made).error());
        small = std::move(*made);
    }
    const auto white = whiteness(small);
    if (!white)
        return fail(white.error());
    NUMA *histogram = pixGetGrayHistogram(white->get(), 1);
    l_int32 otsu = 128;
    numaSplitDistribution(histogram, 0.1F, &otsu, nullptr, nullptr, nullptr, nullptr, nullptr);
    numaDestroy(&histogram);
    PerspectiveMeasure best;
    for (const int threshold : {otsu, otsu + (255 - otsu) / 4, otsu - otsu / 4}) {
        auto piece = brightPiece(*white, threshold);
        if (!piece)
            return fail(std::move(piece).error());
        if (piece->isEmpty())
            continue;
        const auto quad = quadOf(*piece, p);
        const double good = quad ? quality(*quad, *piece, p) : 0;
        if (good > best.confidence) {
            best.confidence = good;
            best.corners = *quad;
        }
    }
    if (best.confidence <= 0)
        return std::nullopt;
    best.tilt = tiltOf(best.corners);
    constexpr Dpi leastScan = 100; ///< Scanners write no less.
    if (headerDpi >= leastScan && best.tilt < p.leastTilt)
        return std::nullopt;
    const double sx = double(image.width()) / small.width();
    const double sy = double(image.height()) / small.height();
    // Half a reduced pixel inwards: the soft edge belongs to the ground.
    ImagePoint middle;
    for (const ImagePoint &corner : best.corners)
        middle = {middle.x + corner.x / 4, middle.y + corner.y / 4};
    for (ImagePoint &corner : best.corners) {
        const double away = std::max(1.0, distance(corner, middle));
        corner.x = (corner.x + 0.5 + (middle.x - corner.x) / away) * sx;
        corner.y = (corner.y + 0.5 + (middle.y - corner.y) / away) * sy;
    }
    sizeSheet(best, image);
    return best;
}

} // namespace sohoa
