// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/layers/background.h"

#include <leptonica/allheaders.h>

#include <algorithm>
#include <cmath>
#include <cstdlib>

namespace sohoa {

namespace {

/// Difference of a place from the mean around it that is the grain of paper and of the scanner, 0..255.
constexpr int grain = 4;
constexpr int grainReach = 3;
/// A picture may be coarsened when in no window of this side more places than these would lose more than grain: a
/// word in pencil has more. Along the edges of the page there is nothing but shade.
constexpr int lossWindow = 32;
constexpr int mostLostPlaces = lossWindow * lossWindow / 16;
constexpr int mostCoarsenings = 2;

/// Reads single pixels of an 8 or 32 bit image.
class PixelReader {
public:
    PixelReader(const PageImage &image, int y)
        : m_line(pixGetData(image.get()) + y * qsizetype{pixGetWpl(image.get())})
        , m_color(image.isColor())
    {
    }

    void addTo(quint32 *sums, int x) const
    {
        if (!m_color) {
            sums[0] += m_line[x / 4] >> (24 - 8 * (x % 4)) & 0xFF;
            return;
        }
        const l_uint32 pixel = m_line[x];
        sums[0] += pixel >> L_RED_SHIFT & 0xFF;
        sums[1] += pixel >> L_GREEN_SHIFT & 0xFF;
        sums[2] += pixel >> L_BLUE_SHIFT & 0xFF;
    }

private:
    const l_uint32 *m_line;
    bool m_color;
};

/// Half as wide and high, without losing a colour.
ColorSums halved(const ColorSums &from, const Plane<quint32> &sums)
{
    const int width = from.counts().width();
    const int height = from.counts().height();
    const int components = from.components();
    ColorSums to((width + 1) / 2, (height + 1) / 2, components);
    for (int y = 0; y < height; ++y)
        for (int x = 0; x < width; ++x) {
            const quint32 count = from.counts().at(x, y);
            if (count == 0)
                continue;
            // One vote a place: a place with many pixels of ink shall not outshout its neighbours.
            to.counts(y / 2)[x / 2] += 1;
            for (int c = 0; c < components; ++c)
                to.sums(y / 2)[x / 2 * components + c] += sums.at(x * components + c, y) / count;
        }
    return to;
}

/// Means of two by two places.
RasterImage halvedPicture(const RasterImage &from)
{
    const int components = from.components;
    RasterImage to{BytePlane((from.width() + 1) / 2 * components, (from.height() + 1) / 2), components};
    for (int y = 0; y < to.height(); ++y) {
        const quint8 *upper = from.samples.row(2 * y);
        const quint8 *lower = from.samples.row(std::min(2 * y + 1, from.height() - 1));
        for (int x = 0; x < to.width(); ++x) {
            const int left = 2 * x * components;
            const int right = std::min(2 * x + 1, from.width() - 1) * components;
            for (int c = 0; c < components; ++c)
                to.samples.at(x * components + c, y) = static_cast<quint8>(
                    (upper[left + c] + upper[right + c] + lower[left + c] + lower[right + c] + 2) / 4);
        }
    }
    return to;
}

/// Places of a window that show something else when `coarse` is painted in the place of `fine`.
int lostPlaces(const RasterImage &coarse, const RasterImage &fine, int left, int top)
{
    const int components = fine.components;
    int lost = 0;
    for (int y = top; y < top + lossWindow; ++y)
        for (int x = left; x < left + lossWindow; ++x) {
            int difference = 0;
            for (int c = 0; c < components; ++c)
                difference = std::max(difference, std::abs(fine.samples.at(x * components + c, y) -
                                                           coarse.samples.at(x / 2 * components + c, y / 2)));
            lost += difference > grain ? 1 : 0;
        }
    return lost;
}

bool isAsGood(const RasterImage &coarse, const RasterImage &fine)
{
    for (int top = lossWindow; top + 2 * lossWindow <= fine.height(); top += lossWindow)
        for (int left = lossWindow; left + 2 * lossWindow <= fine.width(); left += lossWindow)
            if (lostPlaces(coarse, fine, left, top) > mostLostPlaces)
                return false;
    return true;
}

} // namespace

bool ColorSums::isEmpty() const
{
    return std::ranges::all_of(m_counts.values(), [](quint32 count) { return count == 0; });
}

int ColorSums::addTo(std::array<int, 3> &sums, int x, int y) const
{
    for (int c = 0; c < m_components; ++c)
        sums[static_cast<size_t>(c)] += static_cast<int>(m_sums.at(x * m_components + c, y));
    return static_cast<int>(m_counts.at(x, y));
}

std::array<int, 3> ColorSums::mean(int x, int y) const
{
    std::array<int, 3> color{};
    const quint32 count = m_counts.at(x, y);
    for (int c = 0; c < m_components; ++c)
        color[static_cast<size_t>(c)] = static_cast<int>(m_sums.at(x * m_components + c, y) / count);
    return color;
}

ColorSums ColorSums::smoothed() const
{
    const int width = m_counts.width();
    const int height = m_counts.height();
    ColorSums result(width, height, m_components);
    for (int y = 0; y < height; ++y)
        for (int x = 0; x < width; ++x)
            for (int fromY = std::max(0, y - 1); fromY <= std::min(height - 1, y + 1); ++fromY)
                for (int fromX = std::max(0, x - 1); fromX <= std::min(width - 1, x + 1); ++fromX) {
                    result.m_counts.at(x, y) += m_counts.at(fromX, fromY);
                    for (int c = 0; c < m_components; ++c)
                        result.m_sums.at(x * m_components + c, y) += m_sums.at(fromX * m_components + c, fromY);
                }
    return result;
}

void ColorSums::forgetBelow(quint32 least)
{
    for (int y = 0; y < m_counts.height(); ++y)
        for (int x = 0; x < m_counts.width(); ++x)
            if (quint32 &count = m_counts.at(x, y); count < least) {
                count = 0;
                std::fill_n(m_sums.row(y) + x * m_components, m_components, 0U);
            }
}

LayerColor ColorSums::mean() const
{
    std::array<quint64, 3> sums{};
    quint64 count = 0;
    for (int y = 0; y < m_counts.height(); ++y)
        for (int x = 0; x < m_counts.width(); ++x) {
            count += m_counts.at(x, y);
            for (int c = 0; c < m_components; ++c)
                sums[static_cast<size_t>(c)] += m_sums.at(x * m_components + c, y);
        }
    if (count == 0)
        return {};
    const auto channel = [&](size_t c) { return static_cast<int>(sums[m_components == 1 ? 0 : c] / count); };
    return {channel(0), channel(1), channel(2)};
}

double ColorSums::shareBeyond(const LayerColor &color, double distance) const
{
    const std::array<int, 3> wanted{color.red, color.green, color.blue};
    double beyond = 0;
    double total = 0;
    for (int y = 0; y < m_counts.height(); ++y)
        for (int x = 0; x < m_counts.width(); ++x) {
            const quint32 count = m_counts.at(x, y);
            if (count == 0)
                continue;
            const auto own = mean(x, y);
            int far = 0;
            for (int c = 0; c < m_components; ++c)
                far += std::abs(own[static_cast<size_t>(c)] - wanted[static_cast<size_t>(c)]);
            beyond += far > distance * m_components ? count : 0;
            total += count;
        }
    return total > 0 ? beyond / total : 0;
}

RasterImage ColorSums::filled() const
{
    const int width = m_counts.width();
    const int height = m_counts.height();
    RasterImage image{BytePlane(width * m_components, height), m_components};
    const bool complete = std::ranges::find(m_counts.values(), 0U) == m_counts.values().end();
    RasterImage coarse;
    if (!complete && (width > 1 || height > 1))
        coarse = halved(*this, m_sums).filled();
    for (int y = 0; y < height; ++y)
        for (int x = 0; x < width; ++x) {
            quint8 *to = image.samples.row(y) + x * m_components;
            if (const quint32 count = m_counts.at(x, y); count > 0) {
                for (int c = 0; c < m_components; ++c)
                    to[c] = static_cast<quint8>((m_sums.at(x * m_components + c, y) + count / 2) / count);
            } else if (!coarse.samples.isEmpty()) {
                std::copy_n(coarse.samples.row(y / 2) + x / 2 * m_components, m_components, to);
            } else {
                std::fill_n(to, m_components, quint8{255});
            }
        }
    return image;
}

ColorSums sumColors(const PageImage &image, const PixelBox &box, int side, const PageImage &mask, bool set)
{
    const int components = image.isColor() ? 3 : 1;
    ColorSums result((box.width + side - 1) / side, (box.height + side - 1) / side, components);
    const l_uint32 wanted = set ? 0 : 0xFFFFFFFFU;
    for (int y = box.y; y < box.bottom(); ++y) {
        const PixelReader pixels(image, y);
        const l_uint32 *bits = pixGetData(mask.get()) + y * qsizetype{pixGetWpl(mask.get())};
        quint32 *sums = result.sums((y - box.y) / side);
        quint32 *counts = result.counts((y - box.y) / side);
        int x = box.x;
        for (int column = 0; x < box.right(); ++column) {
            const int end = std::min(box.right(), box.x + (column + 1) * side);
            for (; x < end; ++x) {
                const l_uint32 word = bits[x / 32] ^ wanted;
                if (word == 0) {
                    x = std::min(end, x / 32 * 32 + 32) - 1;
                    continue;
                }
                if ((word >> (31 - x % 32) & 1) == 0)
                    continue;
                pixels.addTo(sums + column * components, x);
                ++counts[column];
            }
        }
    }
    return result;
}

void calmPaper(RasterImage &paper)
{
    const int width = paper.width();
    const int components = paper.components;
    BytePlane channel(width, paper.height());
    for (int c = 0; c < components; ++c) {
        for (int y = 0; y < paper.height(); ++y)
            for (int x = 0; x < width; ++x)
                channel.at(x, y) = paper.samples.at(x * components + c, y);
        const BytePlane around = meanAround(channel, grainReach);
        for (int y = 0; y < paper.height(); ++y)
            for (int x = 0; x < width; ++x)
                if (std::abs(channel.at(x, y) - around.at(x, y)) <= grain)
                    paper.samples.at(x * components + c, y) = around.at(x, y);
    }
}

RasterImage coarsenedWhereEven(RasterImage paper)
{
    for (int coarsenings = 0; coarsenings < mostCoarsenings; ++coarsenings) {
        RasterImage coarse = halvedPicture(paper);
        if (!isAsGood(coarse, paper))
            break;
        paper = std::move(coarse);
    }
    return paper;
}

RasterImage reducedPart(const PageImage &image, const PixelBox &box, int factor)
{
    const int components = image.isColor() ? 3 : 1;
    const int width = (box.width + factor - 1) / factor;
    const int height = (box.height + factor - 1) / factor;
    RasterImage result{BytePlane(width * components, height), components};
    std::vector<quint32> sums(static_cast<size_t>(width * components));
    for (int row = 0; row < height; ++row) {
        std::ranges::fill(sums, 0U);
        const int top = box.y + row * factor;
        const int bottom = std::min(box.bottom(), top + factor);
        for (int y = top; y < bottom; ++y) {
            const PixelReader pixels(image, y);
            for (int x = box.x; x < box.right(); ++x)
                pixels.addTo(sums.data() + (x - box.x) / factor * components, x);
        }
        for (int column = 0; column < width; ++column) {
            const int wide = std::min(factor, box.width - column * factor);
            const auto count = static_cast<quint32>(wide * (bottom - top));
            for (int c = 0; c < components; ++c) {
                const int at = column * components + c;
                result.samples.at(at, row) =
                    static_cast<quint8>((sums[static_cast<size_t>(at)] + count / 2) / count);
            }
        }
    }
    return result;
}

} // namespace sohoa
