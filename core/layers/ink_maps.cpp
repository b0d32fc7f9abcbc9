// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/layers/ink_maps.h"

#include <leptonica/allheaders.h>

#include <algorithm>
#include <cmath>

namespace sohoa {

using namespace Qt::StringLiterals;

namespace {

constexpr double blocksPerInch = 75;
// Reach of the windows in which paper and ink are looked for, millimetres: wider than a stroke of a heading, so
// that paper is always in sight; about a letter wide for ink, so that faint words are measured by themselves.
constexpr double paperReach = 1.6;
constexpr double inkReach = 1.6;
constexpr double smoothReach = 2.4;

/// One row of the page as red, green, blue bytes (or gray).
void readRow(const l_uint32 *line, int width, int components, quint8 *to)
{
    if (components == 1) {
        for (int x = 0; x < width; ++x)
            to[x] = static_cast<quint8>(line[x / 4] >> (24 - 8 * (x % 4)));
        return;
    }
    for (int x = 0; x < width; ++x) {
        to[3 * x] = static_cast<quint8>(line[x] >> L_RED_SHIFT);
        to[3 * x + 1] = static_cast<quint8>(line[x] >> L_GREEN_SHIFT);
        to[3 * x + 2] = static_cast<quint8>(line[x] >> L_BLUE_SHIFT);
    }
}

/// Red, green and blue to light.
void judgeRow(const quint8 *pixels, int width, quint8 *light)
{
    for (int x = 0; x < width; ++x) {
        const int red = pixels[3 * x];
        const int green = pixels[3 * x + 1];
        const int blue = pixels[3 * x + 2];
        const int darkest = std::min(std::min(red, green), blue);
        // Rec. 601 luminance in 256ths.
        const int luminance = (77 * red + 150 * green + 29 * blue) >> 8;
        light[x] = static_cast<quint8>((luminance + darkest) >> 1);
    }
}

/// Least or greatest of a sliding window along one axis; `step` leads to the next value.
template <class Better>
void slide(const quint8 *from, quint8 *to, int count, std::ptrdiff_t step, int reach, Better better)
{
    for (int i = 0; i < count; ++i) {
        const int first = std::max(0, i - reach);
        const int last = std::min(count - 1, i + reach);
        quint8 best = from[first * step];
        for (int k = first + 1; k <= last; ++k)
            best = better(from[k * step], best) ? from[k * step] : best;
        to[i * step] = best;
    }
}

template <class Better> BytePlane extremeAround(const BytePlane &plane, int reach, Better better)
{
    BytePlane across(plane.width(), plane.height());
    for (int y = 0; y < plane.height(); ++y)
        slide(plane.row(y), across.row(y), plane.width(), 1, reach, better);
    BytePlane result(plane.width(), plane.height());
    for (int y = 0; y < plane.height(); ++y) {
        const int first = std::max(0, y - reach);
        const int last = std::min(plane.height() - 1, y + reach);
        quint8 *to = result.row(y);
        std::copy_n(across.row(first), plane.width(), to);
        for (int k = first + 1; k <= last; ++k) {
            const quint8 *from = across.row(k);
            for (int x = 0; x < plane.width(); ++x)
                to[x] = better(from[x], to[x]) ? from[x] : to[x];
        }
    }
    return result;
}

/// Means of the blocks of a plane of `components` interleaved values, of component `which`.
void addBlockRow(const quint8 *row, int width, int block, int components, int which, std::vector<quint32> &sums)
{
    size_t at = 0;
    for (int x = 0; x < width; x += block, ++at) {
        const int end = std::min(width, x + block);
        quint32 sum = 0;
        for (int k = x; k < end; ++k)
            sum += row[k * components + which];
        sums[at] += sum;
    }
}

void finishBlockRow(std::vector<quint32> &sums, int width, int block, int rows, quint8 *to)
{
    int x = 0;
    for (size_t i = 0; i < sums.size(); ++i, x += block) {
        to[i] = static_cast<quint8>(sums[i] / static_cast<quint32>(std::min(block, width - x) * rows));
        sums[i] = 0;
    }
}

void measureBlocks(InkMaps &maps)
{
    const BytePlane &light = maps.light;
    const int block = maps.block;
    const int wide = maps.color[0].width();
    const int high = maps.color[0].height();
    maps.mean = BytePlane(wide, high);
    maps.darkest = BytePlane(wide, high, 255);
    std::vector<quint32> sums(static_cast<size_t>(wide));
    for (int y = 0; y < light.height(); ++y) {
        const quint8 *row = light.row(y);
        quint8 *darkest = maps.darkest.row(y / block);
        addBlockRow(row, light.width(), block, 1, 0, sums);
        for (int x = 0, at = 0; x < light.width(); x += block, ++at)
            darkest[at] =
                std::min(darkest[at], *std::min_element(row + x, row + std::min(light.width(), x + block)));
        if (y % block == block - 1 || y + 1 == light.height())
            finishBlockRow(sums, light.width(), block, y % block + 1, maps.mean.row(y / block));
    }
}

int inBlocks(double millimetres)
{
    return std::max(1, static_cast<int>(std::lround(millimetres / millimetresPerInch * blocksPerInch)));
}

} // namespace

BytePlane leastAround(const BytePlane &plane, int reach)
{
    return extremeAround(plane, reach, [](quint8 a, quint8 b) { return a < b; });
}

BytePlane greatestAround(const BytePlane &plane, int reach)
{
    return extremeAround(plane, reach, [](quint8 a, quint8 b) { return a > b; });
}

BytePlane meanAround(const BytePlane &plane, int reach)
{
    const int width = plane.width();
    const int height = plane.height();
    // Columns first: sums that slide down, then along.
    std::vector<quint32> columns(static_cast<size_t>(width), 0);
    const auto shift = [&](int y, bool add) {
        if (y < 0 || y >= height)
            return;
        const quint8 *row = plane.row(y);
        for (int x = 0; x < width; ++x)
            columns[static_cast<size_t>(x)] += add ? row[x] : ~quint32{row[x]} + 1;
    };
    for (int y = 0; y < reach; ++y)
        shift(y, true);
    BytePlane result(width, height);
    for (int y = 0; y < height; ++y) {
        shift(y + reach, true);
        shift(y - reach - 1, false);
        const int rows = std::min(height - 1, y + reach) - std::max(0, y - reach) + 1;
        quint32 sum = 0;
        for (int x = 0; x < std::min(reach, width); ++x)
            sum += columns[static_cast<size_t>(x)];
        quint8 *to = result.row(y);
        for (int x = 0; x < width; ++x) {
            if (x + reach < width)
                sum += columns[static_cast<size_t>(x + reach)];
            if (x > reach)
                sum -= columns[static_cast<size_t>(x - reach - 1)];
            const int wide = std::min(width - 1, x + reach) - std::max(0, x - reach) + 1;
            to[x] = static_cast<quint8>(sum / static_cast<quint32>(rows * wide));
        }
    }
    return result;
}

Result<InkMaps> measureInk(const PageImage &image, Dpi dpi, const std::stop_token &stop)
{
    const int width = image.width();
    const int height = image.height();
    const int components = image.isColor() ? 3 : 1;
    InkMaps maps;
    maps.block = std::max(2, static_cast<int>(std::lround(dpi / blocksPerInch)));
    maps.light = BytePlane(width, height);
    const int wide = (width + maps.block - 1) / maps.block;
    const int high = (height + maps.block - 1) / maps.block;
    std::array<std::vector<quint32>, 3> sums;
    for (size_t c = 0; c < static_cast<size_t>(components); ++c) {
        maps.color[c] = BytePlane(wide, high);
        sums[c].resize(static_cast<size_t>(wide));
    }
    std::vector<quint8> pixels(static_cast<size_t>(width) * 3);
    for (int y = 0; y < height; ++y) {
        readRow(pixGetData(image.get()) + y * qsizetype{pixGetWpl(image.get())}, width, components, pixels.data());
        if (components == 3)
            judgeRow(pixels.data(), width, maps.light.row(y));
        else
            std::copy_n(pixels.data(), width, maps.light.row(y));
        const bool last = y % maps.block == maps.block - 1 || y + 1 == height;
        for (int c = 0; c < components; ++c) {
            const auto at = static_cast<size_t>(c);
            addBlockRow(pixels.data(), width, maps.block, components, c, sums[at]);
            if (last)
                finishBlockRow(sums[at], width, maps.block, y % maps.block + 1,
                               maps.color[at].row(y / maps.block));
        }
    }
    if (stop.stop_requested())
        return fail(ErrorCode::Cancelled, u"layers"_s);
    measureBlocks(maps);
    maps.paper = meanAround(greatestAround(maps.mean, inBlocks(paperReach)), inBlocks(smoothReach));
    maps.ink = meanAround(leastAround(maps.darkest, inBlocks(inkReach)), inBlocks(inkReach) / 2);
    return maps;
}

} // namespace sohoa
