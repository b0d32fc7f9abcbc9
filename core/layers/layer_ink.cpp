// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/layers/layer_ink.h"

#include <leptonica/allheaders.h>

#include <algorithm>
#include <array>
#include <cmath>

namespace sohoa {

using namespace Qt::StringLiterals;

namespace {

/// Of the way from paper to the darkest ink near by, where ink begins. Less than half: the dots and thin strokes
/// of a page are paler than its letters, and whoever reads the page again misses them sooner than he minds letters
/// that are a little bolder.
constexpr double inkBegins = 0.38;
/// Below this difference from paper there is no ink but texture, shadow and the other side shining through.
constexpr int leastContrast = 40;
/// Less of the contrast of the page's ink than this is a printed pattern or pencil, which its paper shows better.
constexpr double paleInk = 0.4;

// Of coloured ink, in 255ths of the light that paper throws back.
constexpr int leastSaturation = 28;
constexpr int leastColoredDarkness = 30;
/// Least share of colour in an ink's darkness, 256ths. Red of a seal has 190, a blue ballpoint pen 110 to 140,
/// black print with the fringes of a scanner below 60.
constexpr int coloredShare = 77;
/// Coloured blocks (1/75 inch) within a window of 9 by 9 that are no accident.
constexpr int coloredReach = 4;
constexpr int leastColoredBlocks = 10;
constexpr int coloredMargin = 2;

/// Largest mark that is dust, pixels at 300 dpi: the dots of a line to write on are larger.
constexpr int speck = 1;

/// Sets the bits of one row of a mask from left to right.
class BitRow {
public:
    BitRow(Pix *pix, int y)
        : m_line(pixGetData(pix) + y * qsizetype{pixGetWpl(pix)})
    {
    }
    void set(int x) { m_line[x / 32] |= 0x80000000U >> x % 32; }

private:
    l_uint32 *m_line;
};

/// Contrast of the page's ink: that of the darkest tenth of the places where there is any.
int usualContrast(const InkMaps &maps)
{
    std::array<size_t, 256> histogram{};
    size_t places = 0;
    for (size_t i = 0; i < maps.ink.values().size(); ++i)
        if (const int contrast = maps.paper.values()[i] - maps.ink.values()[i]; contrast >= leastContrast) {
            ++histogram[static_cast<size_t>(contrast)];
            ++places;
        }
    size_t seen = 0;
    int contrast = 255;
    while (contrast > leastContrast && (seen += histogram[static_cast<size_t>(contrast)]) * 10 < places)
        --contrast;
    return contrast;
}

/// Light below which a pixel is ink, for each block; 0 where there is none.
BytePlane thresholds(const InkMaps &maps)
{
    const int least = std::max(leastContrast, static_cast<int>(paleInk * usualContrast(maps)));
    BytePlane result(maps.blocksWide(), maps.blocksHigh());
    for (size_t i = 0; i < result.values().size(); ++i) {
        const int contrast = maps.paper.values()[i] - maps.ink.values()[i];
        if (contrast >= least)
            result.values()[i] = static_cast<quint8>(std::lround(maps.paper.values()[i] - inkBegins * contrast));
    }
    return result;
}

Result<PageImage> emptyMask(const InkMaps &maps)
{
    return PageImage::own(pixCreate(maps.light.width(), maps.light.height(), 1), "mask");
}

/// A pixel's or a block's colour against the paper around it.
struct Tint {
    int saturation = 0; ///< 0..255
    bool warm = false;  ///< Red throws back more light than blue and green.
    int darkness = 0;   ///< 0..255, of the darkest channel.

    Tint(const std::array<int, 3> &color, const std::array<int, 3> &paper)
    {
        int least = 255;
        int greatest = 0;
        std::array<int, 3> shares{};
        for (size_t c = 0; c < 3; ++c) {
            const int share = std::min(255, color[c] * 255 / std::max(1, paper[c]));
            shares[c] = share;
            least = std::min(least, share);
            greatest = std::max(greatest, share);
        }
        saturation = greatest - least;
        darkness = 255 - least;
        warm = shares[0] == greatest;
    }
    bool isColored() const { return saturation * 256 >= coloredShare * darkness; }
};

struct ColorMaps {
    std::array<BytePlane, 3> paper;
    BytePlane near;  ///< 1 where coloured ink is about.
    BytePlane begin; ///< Darkness at which coloured ink begins.
    bool any = false;
};

ColorMaps findColor(const InkMaps &maps)
{
    ColorMaps found;
    const int wide = maps.blocksWide();
    const int high = maps.blocksHigh();
    for (size_t c = 0; c < 3; ++c)
        found.paper[c] = meanAround(greatestAround(maps.color[c], coloredReach), coloredReach);
    BytePlane colored(wide, high);
    BytePlane darkness(wide, high);
    for (size_t i = 0; i < colored.values().size(); ++i) {
        std::array<int, 3> color{};
        std::array<int, 3> paper{};
        for (size_t c = 0; c < 3; ++c) {
            color[c] = maps.color[c].values()[i];
            paper[c] = found.paper[c].values()[i];
        }
        const Tint tint(color, paper);
        if (tint.saturation < leastSaturation || !tint.isColored())
            continue;
        colored.values()[i] = 255;
        darkness.values()[i] = static_cast<quint8>(tint.darkness);
    }
    constexpr int side = 2 * coloredReach + 1;
    constexpr int enough = 255 * leastColoredBlocks / (side * side);
    const BytePlane density = meanAround(colored, coloredReach);
    BytePlane kept(wide, high);
    for (size_t i = 0; i < kept.values().size(); ++i) {
        kept.values()[i] = colored.values()[i] != 0 && density.values()[i] >= enough ? 1 : 0;
        found.any = found.any || kept.values()[i] != 0;
    }
    if (!found.any)
        return found;
    found.near = greatestAround(kept, coloredMargin);
    found.begin = greatestAround(darkness, coloredReach);
    for (quint8 &value : found.begin.values())
        value = static_cast<quint8>(std::max<int>(leastColoredDarkness, static_cast<int>(inkBegins * value)));
    return found;
}

/// Parts the pixels of a block in whose neighbourhood there is coloured ink.
void partBlock(const PageImage &image, const InkMaps &maps, const ColorMaps &color, int threshold, int x, int y,
               LayerInk &mask)
{
    const int column = x / maps.block;
    const int row = y / maps.block;
    std::array<int, 3> paper{};
    for (size_t c = 0; c < 3; ++c)
        paper[c] = color.paper[c].at(column, row);
    const int right = std::min(x + maps.block, image.width());
    const int bottom = std::min(y + maps.block, image.height());
    for (int py = y; py < bottom; ++py) {
        const l_uint32 *line = pixGetData(image.get()) + py * qsizetype{pixGetWpl(image.get())};
        const quint8 *light = maps.light.row(py);
        BitRow dark(mask.dark.get(), py);
        BitRow warm(mask.colored[0].get(), py);
        BitRow cool(mask.colored[1].get(), py);
        for (int px = x; px < right; ++px) {
            const l_uint32 pixel = line[px];
            const Tint tint({static_cast<int>(pixel >> L_RED_SHIFT & 0xFF),
                             static_cast<int>(pixel >> L_GREEN_SHIFT & 0xFF),
                             static_cast<int>(pixel >> L_BLUE_SHIFT & 0xFF)},
                            paper);
            if (tint.isColored()) {
                if (tint.darkness >= color.begin.at(column, row))
                    (tint.warm ? warm : cool).set(px);
            } else if (light[px] < threshold) {
                dark.set(px);
            }
        }
    }
}

/// Without marks that are at most `side` pixels wide and high.
Result<PageImage> withoutSpecks(const PageImage &mask, Dpi dpi)
{
    const int side = std::max(1, static_cast<int>(std::lround(speck * dpi / 300.0)));
    return PageImage::own(
        pixSelectBySize(mask.get(), side + 1, side + 1, 8, L_SELECT_IF_EITHER, L_SELECT_IF_GTE, nullptr),
        "remove specks");
}

/// `leaveOut`: blocks to pass over, if any.
void thresholdAll(const InkMaps &maps, const BytePlane &threshold, const BytePlane *leaveOut, Pix *mask)
{
    for (int y = 0; y < maps.light.height(); ++y) {
        const quint8 *light = maps.light.row(y);
        const quint8 *limit = threshold.row(y / maps.block);
        const quint8 *skip = leaveOut ? leaveOut->row(y / maps.block) : nullptr;
        BitRow bits(mask, y);
        for (int column = 0; column < maps.blocksWide(); ++column) {
            if (limit[column] == 0 || (skip && skip[column] != 0))
                continue;
            const int right = std::min((column + 1) * maps.block, maps.light.width());
            for (int x = column * maps.block; x < right; ++x)
                if (light[x] < limit[column])
                    bits.set(x);
        }
    }
}

} // namespace

Result<LayerInk> partInk(const PageImage &image, const InkMaps &maps, Dpi dpi, const std::stop_token &stop)
{
    LayerInk mask;
    const BytePlane threshold = thresholds(maps);
    ColorMaps color;
    if (maps.isColor())
        color = findColor(maps);
    auto dark = emptyMask(maps);
    if (!dark)
        return fail(dark.error());
    mask.dark = std::move(*dark);
    thresholdAll(maps, threshold, color.any ? &color.near : nullptr, mask.dark.get());
    if (stop.stop_requested())
        return fail(ErrorCode::Cancelled, u"layers"_s);
    if (color.any) {
        for (PageImage &part : mask.colored) {
            auto empty = emptyMask(maps);
            if (!empty)
                return fail(empty.error());
            part = std::move(*empty);
        }
        for (int row = 0; row < maps.blocksHigh(); ++row)
            for (int column = 0; column < maps.blocksWide(); ++column)
                if (color.near.at(column, row) != 0)
                    partBlock(image, maps, color, threshold.at(column, row), column * maps.block, row * maps.block,
                              mask);
        for (PageImage &part : mask.colored) {
            auto clean = withoutSpecks(part, dpi);
            if (!clean)
                return fail(clean.error());
            part = std::move(*clean);
        }
        mask.coloredAt = std::move(color.near);
    }
    dark = withoutSpecks(mask.dark, dpi);
    if (!dark)
        return fail(dark.error());
    mask.dark = std::move(*dark);
    return mask;
}

Result<PageImage> findAllInk(const InkMaps &maps, Dpi dpi)
{
    auto mask = emptyMask(maps);
    if (!mask)
        return mask;
    thresholdAll(maps, thresholds(maps), nullptr, mask->get());
    return withoutSpecks(*mask, dpi);
}

} // namespace sohoa
