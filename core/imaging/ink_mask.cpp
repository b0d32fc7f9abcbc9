// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/imaging/ink_mask.h"

#include "core/imaging/mask_measure.h"

#include <leptonica/allheaders.h>

#include <algorithm>
#include <array>
#include <cmath>

namespace sohoa {

namespace {

struct Rgb {
    int red = 0;
    int green = 0;
    int blue = 0;
};

Rgb rgbOf(l_uint32 pixel)
{
    return {int(pixel >> 24), int(pixel >> 16 & 0xff), int(pixel >> 8 & 0xff)};
}

/// The paper's colour tile by tile: the level that a fifth of the tile's pixels exceeds, in each channel. A tile
/// that is mostly ink takes the brightest of its neighbours.
class PaperColor {
public:
    PaperColor(const PageImage &color, int tile)
        : m_tile(tile)
        , m_columns((color.width() + tile - 1) / tile)
        , m_rows((color.height() + tile - 1) / tile)
    {
        std::vector<Rgb> own;
        own.reserve(size_t(m_columns) * size_t(m_rows));
        for (int row = 0; row < m_rows; ++row)
            for (int column = 0; column < m_columns; ++column)
                own.push_back(brightIn(color, column * tile, row * tile));
        m_tiles.resize(own.size());
        for (int row = 0; row < m_rows; ++row)
            for (int column = 0; column < m_columns; ++column)
                m_tiles[index(column, row)] = brightestAround(own, column, row);
    }

    const Rgb &at(int x, int y) const { return m_tiles[index(x / m_tile, y / m_tile)]; }
    int tile() const { return m_tile; }

private:
    size_t index(int column, int row) const { return size_t(row) * size_t(m_columns) + size_t(column); }

    Rgb brightIn(const PageImage &color, int left, int top) const
    {
        std::array<std::array<int, 256>, 3> counts{};
        const int right = std::min(left + m_tile, color.width());
        const int bottom = std::min(top + m_tile, color.height());
        int total = 0;
        for (int y = top; y < bottom; y += 2) {
            const l_uint32 *line = pixGetData(color.get()) + size_t(y) * size_t(pixGetWpl(color.get()));
            for (int x = left; x < right; x += 2) {
                const Rgb pixel = rgbOf(line[x]);
                ++counts[0][size_t(pixel.red)];
                ++counts[1][size_t(pixel.green)];
                ++counts[2][size_t(pixel.blue)];
                ++total;
            }
        }
        const auto level = [total](const std::array<int, 256> &channel) {
            int above = 0;
            int value = 255;
            while (value > 1 && (above += channel[size_t(value)]) * 5 < total)
                --value;
            return value;
        };
        return {level(counts[0]), level(counts[1]), level(counts[2])};
    }

    Rgb brightestAround(const std::vector<Rgb> &own, int column, int row) const
    {
        const Rgb self = own[index(column, row)];
        Rgb best = self;
        const auto brightness = [](const Rgb &c) { return c.red + c.green + c.blue; };
        for (int y = std::max(0, row - 1); y <= std::min(m_rows - 1, row + 1); ++y)
            for (int x = std::max(0, column - 1); x <= std::min(m_columns - 1, column + 1); ++x)
                if (brightness(own[index(x, y)]) > brightness(best))
                    best = own[index(x, y)];
        // Small differences are shade, which follows the page; a dark tile is covered with ink.
        return brightness(self) * 10 >= brightness(best) * 9 ? self : best;
    }

    int m_tile;
    int m_columns;
    int m_rows;
    std::vector<Rgb> m_tiles;
};

enum class Hue { Red, Blue, Other };

/// Hue circle in sixths: red 0, yellow 1, green 2, cyan 3, blue 4, magenta 5.
Hue hueOf(const Rgb &c, int most, int spread)
{
    if (most == c.red) {
        const int lean = c.green - c.blue; // towards yellow; negative: towards magenta
        return lean * 10 < spread * 5 && lean * 10 > -spread * 7 ? Hue::Red : Hue::Other;
    }
    if (most == c.blue) {
        const int lean = c.red - c.green; // towards magenta; negative: towards cyan
        return lean * 10 < spread * 8 && lean * 10 > -spread * 9 ? Hue::Blue : Hue::Other;
    }
    return Hue::Other;
}

struct Marks {
    PageImage certain;
    PageImage likely;
};

struct AllMarks {
    std::array<Marks, 3> of; ///< By Hue.
    PageImage black;         ///< Black print and what it touches.
};

Result<AllMarks> markPixels(const PageImage &color, const PaperColor &paper, const InkMaskParameters &p)
{
    AllMarks marks;
    for (Marks &each : marks.of) {
        for (PageImage *mask : {&each.certain, &each.likely}) {
            auto made = PageImage::own(pixCreate(color.width(), color.height(), 1), "pixCreate");
            if (!made)
                return fail(std::move(made).error());
            *mask = std::move(*made);
        }
    }
    auto black = PageImage::own(pixCreate(color.width(), color.height(), 1), "pixCreate");
    if (!black)
        return fail(std::move(black).error());
    for (int y = 0; y < color.height(); ++y) {
        const l_uint32 *line = pixGetData(color.get()) + size_t(y) * size_t(pixGetWpl(color.get()));
        for (int x = 0; x < color.width(); ++x) {
            const Rgb pixel = rgbOf(line[x]);
            const Rgb &white = paper.at(x, y);
            const auto even = [](int value, int level) { return std::min(255, value * 255 / std::max(1, level)); };
            const Rgb c{even(pixel.red, white.red), even(pixel.green, white.green), even(pixel.blue, white.blue)};
            const int most = std::max({c.red, c.green, c.blue});
            const int spread = most - std::min({c.red, c.green, c.blue});
            const size_t word = size_t(y) * size_t(pixGetWpl(black->get())) + size_t(x / 32);
            const l_uint32 bit = 0x80000000U >> (x % 32);
            if (most < p.blackMost && spread < p.blackSpread)
                pixGetData(black->get())[word] |= bit;
            if (spread < p.likely)
                continue;
            const Marks &mark = marks.of[size_t(hueOf(c, most, spread))];
            pixGetData(mark.likely.get())[word] |= bit;
            if (spread >= p.certain)
                pixGetData(mark.certain.get())[word] |= bit;
        }
    }
    // Lamps and rows of a scanner out of step give black print coloured edges of up to two pixels.
    auto edges = PageImage::own(pixDilateBrick(nullptr, black->get(), 5, 5), "pixDilateBrick");
    if (!edges)
        return fail(std::move(edges).error());
    marks.black = std::move(*edges);
    return marks;
}

/// Marks of one colour: what hangs together with a certain pixel away from black print and is no speck.
Result<PageImage> joined(const Marks &marks, const PageImage &black, Dpi dpi, const InkMaskParameters &p)
{
    pixSubtract(marks.certain.get(), marks.certain.get(), black.get());
    auto mask = PageImage::own(pixSeedfillBinary(nullptr, marks.certain.get(), marks.likely.get(), 8),
                               "pixSeedfillBinary");
    if (!mask)
        return mask;
    const int gap = wholePixels(0.5, dpi);
    const auto closed = PageImage::own(pixCloseSafeBrick(nullptr, mask->get(), gap, gap), "pixCloseSafeBrick");
    if (!closed)
        return fail(closed.error());
    const int least = wholePixels(p.leastMark, dpi);
    const auto large = PageImage::own(
        pixSelectBySize(closed->get(), least, least, 8, L_SELECT_IF_EITHER, L_SELECT_IF_GTE, nullptr),
        "pixSelectBySize");
    if (!large)
        return fail(large.error());
    pixAnd(mask->get(), mask->get(), large->get());
    return mask;
}

Result<std::vector<PixelBox>> sealsIn(const PageImage &red, int reduction, Dpi dpi, const InkMaskParameters &p)
{
    std::vector<PixelBox> seals;
    const int join = wholePixels(p.sealJoin, dpi);
    const auto closed = PageImage::own(pixCloseSafeBrick(nullptr, red.get(), join, join), "pixCloseSafeBrick");
    if (!closed)
        return fail(closed.error());
    BOXA *boxes = pixConnCompBB(closed->get(), 8);
    for (l_int32 i = 0; boxes && i < boxaGetCount(boxes); ++i) {
        PixelBox box;
        boxaGetBoxGeometry(boxes, i, &box.x, &box.y, &box.width, &box.height);
        const double shorter = toMillimetres(std::min(box.width, box.height), dpi);
        const double longer = toMillimetres(std::max(box.width, box.height), dpi);
        if (shorter >= p.sealSide && longer <= p.sealMost)
            seals.push_back({box.x * reduction, box.y * reduction, box.width * reduction, box.height * reduction});
    }
    boxaDestroy(&boxes);
    std::sort(seals.begin(), seals.end(),
              [](const PixelBox &a, const PixelBox &b) { return a.width * a.height > b.width * b.height; });
    return seals;
}

} // namespace

Result<InkMask> findInk(const PageImage &color, Dpi dpi, const InkMaskParameters &parameters)
{
    InkMask result;
    if (!color.isColor())
        return result;
    PageImage image = color.share();
    while (dpi / result.reduction / 2 >= parameters.leastDpi) {
        auto half = image.halved();
        if (!half)
            return fail(std::move(half).error());
        image = std::move(*half);
        result.reduction *= 2;
    }
    const Dpi smallDpi = dpi / result.reduction;
    const auto marks =
        markPixels(image, PaperColor(image, wholePixels(parameters.paperTile, smallDpi)), parameters);
    if (!marks)
        return fail(marks.error());
    const std::array<PageImage *, 3> masks{&result.red, &result.blue, &result.other};
    for (size_t hue = 0; hue < masks.size(); ++hue) {
        auto mask = joined(marks->of[hue], marks->black, smallDpi, parameters);
        if (!mask)
            return fail(std::move(mask).error());
        *masks[hue] = std::move(*mask);
    }
    result.redArea = squareMillimetres(result.red, smallDpi);
    result.blueArea = squareMillimetres(result.blue, smallDpi);
    result.otherArea = squareMillimetres(result.other, smallDpi);
    auto seals = sealsIn(result.red, result.reduction, smallDpi, parameters);
    if (!seals)
        return fail(std::move(seals).error());
    result.seals = std::move(*seals);
    return result;
}

Result<PageImage> wholeInkMask(const InkMask &mask, int width, int height, int grow)
{
    if (mask.isEmpty())
        return PageImage();
    auto all = PageImage::own(pixOr(nullptr, mask.red.get(), mask.blue.get()), "pixOr");
    if (!all)
        return all;
    pixOr(all->get(), all->get(), mask.other.get());
    auto large = PageImage::own(pixExpandReplicate(all->get(), mask.reduction), "pixExpandReplicate");
    if (large && grow > 0)
        large =
            PageImage::own(pixDilateBrick(nullptr, large->get(), 2 * grow + 1, 2 * grow + 1), "pixDilateBrick");
    auto whole = PageImage::own(pixCreate(width, height, 1), "pixCreate");
    if (!large || !whole)
        return large ? std::move(whole) : std::move(large);
    pixRasterop(whole->get(), 0, 0, width, height, PIX_SRC, large->get(), 0, 0);
    return whole;
}

Result<PageImage> grayWithoutSeals(const PageImage &color, const PageImage &gray, const InkMask &mask)
{
    if (mask.seals.empty() || !color.isColor())
        return gray.share();
    auto result = gray.copied();
    // Halving lost the outermost ink; a ring of two reduced pixels gets it back.
    const auto wide = PageImage::own(pixDilateBrick(nullptr, mask.red.get(), 5, 5), "pixDilateBrick");
    if (!result || !wide)
        return fail(result ? wide.error() : result.error());
    const auto isRed = [&](int x, int y) {
        const int column = x / mask.reduction;
        const int row = y / mask.reduction;
        if (column >= wide->width() || row >= wide->height())
            return false;
        return GET_DATA_BIT(pixGetData(wide->get()) + size_t(row) * size_t(pixGetWpl(wide->get())), column) != 0;
    };
    for (const PixelBox &seal : mask.seals) {
        const int margin = 2 * mask.reduction;
        const PixelBox box{std::max(0, seal.x - margin), std::max(0, seal.y - margin), 0, 0};
        const int right = std::min(color.width(), seal.right() + margin);
        const int bottom = std::min(color.height(), seal.bottom() + margin);
        // In red light the ink is nearly as bright as the paper; what is left of it is taken out by its own level.
        std::array<int, 256> reds{};
        std::array<int, 256> papers{};
        int inks = 0;
        int bare = 0;
        for (int y = box.y; y < bottom; ++y) {
            const l_uint32 *line = pixGetData(color.get()) + size_t(y) * size_t(pixGetWpl(color.get()));
            for (int x = box.x; x < right; ++x) {
                const Rgb pixel = rgbOf(line[x]);
                if (isRed(x, y) && pixel.red - std::max(pixel.green, pixel.blue) >= 40) {
                    ++reds[size_t(pixel.red)];
                    ++inks;
                } else if (!isRed(x, y)) {
                    ++papers[size_t(pixel.red)];
                    ++bare;
                }
            }
        }
        const auto rank = [](const std::array<int, 256> &counts, int total, int percent) {
            int sum = 0;
            for (int value = 0; value < 256; ++value)
                if ((sum += counts[size_t(value)]) * 100 >= total * percent && sum > 0)
                    return value;
            return 255;
        };
        if (inks == 0 || bare == 0)
            continue;
        const int inkLevel = std::max(1, rank(reds, inks, 40));
        const int paperLevel = rank(papers, bare, 70);
        for (int y = box.y; y < bottom; ++y) {
            const l_uint32 *from = pixGetData(color.get()) + size_t(y) * size_t(pixGetWpl(color.get()));
            l_uint32 *to = pixGetData(result->get()) + size_t(y) * size_t(pixGetWpl(result->get()));
            for (int x = box.x; x < right; ++x) {
                if (!isRed(x, y))
                    continue;
                const int lit = std::min(paperLevel, rgbOf(from[x]).red * paperLevel / inkLevel);
                if (lit > int(GET_DATA_BYTE(to, x)))
                    SET_DATA_BYTE(to, x, l_uint8(lit));
            }
        }
    }
    return result;
}

} // namespace sohoa
