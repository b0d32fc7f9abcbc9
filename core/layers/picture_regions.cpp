// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/layers/picture_regions.h"

#include <leptonica/allheaders.h>

#include <algorithm>
#include <cstdlib>
#include <memory>

namespace sohoa {

namespace {

/// Tones of a photograph lie between these shares of the way from the page's ink to its paper.
constexpr double darkestTone = 0.25;
constexpr double lightestTone = 0.85;
/// Between a page's ink and its paper; a blank page has no photographs.
constexpr int leastToneContrast = 80;
/// Where there is an edge, a block and its neighbours differ by more than this.
constexpr int edge = 60;
/// Windows of 15 by 15 blocks (5 mm) of which this share are even tones.
constexpr int toneReach = 7;
constexpr double toneShare = 0.3;
/// Sides of the smallest photograph, blocks (9 mm).
constexpr int smallestPhotograph = 27;

/// Mean distance of colours, 0..255 a channel, in a window of 9 by 9 blocks that a person sees.
constexpr int harmReach = 4;
constexpr int harm = 16;
constexpr int smallestHarm = 12;

struct BoxDeleter {
    void operator()(Box *box) const { boxDestroy(&box); }
};
struct BoxesDeleter {
    void operator()(Boxa *boxes) const { boxaDestroy(&boxes); }
};

/// Paper of a wider neighbourhood (16 mm): what is darker than that over some millimetres is a picture.
BytePlane widePaper(const InkMaps &maps)
{
    constexpr int step = 8;
    constexpr int reach = 6;
    BytePlane coarse((maps.blocksWide() + step - 1) / step, (maps.blocksHigh() + step - 1) / step);
    for (int y = 0; y < maps.blocksHigh(); ++y)
        for (int x = 0; x < maps.blocksWide(); ++x)
            coarse.at(x / step, y / step) = std::max(coarse.at(x / step, y / step), maps.paper.at(x, y));
    return meanAround(greatestAround(coarse, reach), 1);
}

/// The value that a share of the values do not reach.
int percentile(const BytePlane &plane, double share)
{
    std::array<size_t, 256> histogram{};
    for (const quint8 value : plane.values())
        ++histogram[value];
    const auto wanted = static_cast<size_t>(share * static_cast<double>(plane.values().size()));
    size_t sum = 0;
    for (int value = 0; value < 256; ++value) {
        sum += histogram[static_cast<size_t>(value)];
        if (sum > wanted)
            return value;
    }
    return 255;
}

/// Of its bounding box, the share that a picture fills at least: what winds along the page's edges is shade.
constexpr double leastFilled = 0.35;

/// Bounding boxes of connected places with a value, in places: of those in which a square of side `least` fits,
/// and which fill their box.
std::vector<PixelBox> boxesOf(const BytePlane &marks, int least)
{
    std::vector<PixelBox> found;
    const PageImage mask(pixCreate(marks.width(), marks.height(), 1));
    if (mask.isEmpty())
        return found;
    for (int y = 0; y < marks.height(); ++y)
        for (int x = 0; x < marks.width(); ++x)
            if (marks.at(x, y) != 0)
                pixSetPixel(mask.get(), x, y, 1);
    // Whatever is thinner is left out, and with it the necks by which things hang together that are apart.
    const PageImage solid(pixOpenBrick(nullptr, mask.get(), least, least));
    if (solid.isEmpty())
        return found;
    const std::unique_ptr<Boxa, BoxesDeleter> boxes(pixConnCompBB(solid.get(), 8));
    for (int i = 0; boxes && i < boxaGetCount(boxes.get()); ++i) {
        PixelBox box;
        boxaGetBoxGeometry(boxes.get(), i, &box.x, &box.y, &box.width, &box.height);
        const std::unique_ptr<Box, BoxDeleter> place(boxCreate(box.x, box.y, box.width, box.height));
        l_int32 filled = 0;
        pixCountPixelsInRect(solid.get(), place.get(), &filled, nullptr);
        if (filled >= leastFilled * box.width * box.height)
            found.push_back(box);
    }
    return found;
}

/// From blocks to pixels of the page.
std::vector<PixelBox> toPixels(std::vector<PixelBox> boxes, const InkMaps &maps)
{
    for (PixelBox &box : boxes) {
        box = {box.x * maps.block, box.y * maps.block, box.width * maps.block, box.height * maps.block};
        box.width = std::min(box.width, maps.light.width() - box.x);
        box.height = std::min(box.height, maps.light.height() - box.y);
    }
    return boxes;
}

bool touch(const PixelBox &a, const PixelBox &b)
{
    return a.x <= b.right() && b.x <= a.right() && a.y <= b.bottom() && b.y <= a.bottom();
}

PixelBox united(const PixelBox &a, const PixelBox &b)
{
    const int x = std::min(a.x, b.x);
    const int y = std::min(a.y, b.y);
    return {x, y, std::max(a.right(), b.right()) - x, std::max(a.bottom(), b.bottom()) - y};
}

} // namespace

std::vector<PixelBox> findPhotographs(const InkMaps &maps, const LayerInk &mask)
{
    const int ink = percentile(maps.ink, 0.02);
    const BytePlane paper = widePaper(maps);
    const BytePlane darkestNear = leastAround(maps.darkest, 1);
    const BytePlane lightestNear = greatestAround(maps.mean, 1);
    BytePlane tones(maps.blocksWide(), maps.blocksHigh());
    for (int y = 0; y < tones.height(); ++y)
        for (int x = 0; x < tones.width(); ++x) {
            const int mean = maps.mean.at(x, y);
            const int contrast =
                paper.at(x * paper.width() / tones.width(), y * paper.height() / tones.height()) - ink;
            const bool coloredInk = !mask.coloredAt.isEmpty() && mask.coloredAt.at(x, y) != 0;
            if (contrast >= leastToneContrast && mean > ink + darkestTone * contrast &&
                mean < ink + lightestTone * contrast && lightestNear.at(x, y) - darkestNear.at(x, y) < edge &&
                !coloredInk)
                tones.at(x, y) = 255;
        }
    BytePlane dense = meanAround(tones, toneReach);
    for (quint8 &value : dense.values())
        value = value >= toneShare * 255 ? 1 : 0;
    return toPixels(boxesOf(dense, smallestPhotograph), maps);
}

std::vector<PixelBox> findHarm(const InkMaps &maps, const RasterImage &painted)
{
    BytePlane distance(maps.blocksWide(), maps.blocksHigh());
    const int components = painted.components;
    for (int y = 0; y < distance.height(); ++y)
        for (int x = 0; x < distance.width(); ++x) {
            int sum = 0;
            for (int c = 0; c < components; ++c)
                sum += std::abs(painted.samples.at(x * components + c, y) -
                                maps.color[static_cast<size_t>(c)].at(x, y));
            distance.at(x, y) = static_cast<quint8>(sum / components);
        }
    BytePlane far = meanAround(distance, harmReach);
    for (quint8 &value : far.values())
        value = value >= harm ? 1 : 0;
    return toPixels(boxesOf(far, smallestHarm), maps);
}

std::vector<PixelBox> merged(std::vector<PixelBox> boxes, int margin, int width, int height)
{
    for (PixelBox &box : boxes) {
        const int x = std::max(0, box.x - margin);
        const int y = std::max(0, box.y - margin);
        box = {x, y, std::min(width, box.right() + margin) - x, std::min(height, box.bottom() + margin) - y};
    }
    for (bool again = true; again;) {
        again = false;
        for (size_t i = 0; i < boxes.size() && !again; ++i)
            for (size_t k = i + 1; k < boxes.size() && !again; ++k)
                if (touch(boxes[i], boxes[k])) {
                    boxes[i] = united(boxes[i], boxes[k]);
                    boxes.erase(boxes.begin() + static_cast<std::ptrdiff_t>(k));
                    again = true;
                }
    }
    std::ranges::sort(boxes, {}, [](const PixelBox &box) { return std::pair(box.y, box.x); });
    return boxes;
}

std::vector<PixelBox> gathered(std::vector<PixelBox> boxes, qint64 most)
{
    const auto area = [](const PixelBox &box) { return qint64{box.width} * box.height; };
    while (boxes.size() > 1) {
        size_t first = 0;
        size_t second = 0;
        qint64 least = most;
        for (size_t i = 0; i < boxes.size(); ++i)
            for (size_t k = i + 1; k < boxes.size(); ++k)
                if (const qint64 added = area(united(boxes[i], boxes[k])) - area(boxes[i]) - area(boxes[k]);
                    added <= least) {
                    least = added;
                    first = i;
                    second = k;
                }
        if (second == 0)
            break;
        boxes[first] = united(boxes[first], boxes[second]);
        boxes.erase(boxes.begin() + static_cast<std::ptrdiff_t>(second));
    }
    return boxes;
}

} // namespace sohoa
