// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/imaging/legibility.h"

#include <leptonica/allheaders.h>

#include <algorithm>
#include <cmath>
#include <vector>

namespace sohoa {

namespace {

/// Gray values and how often they occur.
using Histogram = std::array<int, 256>;

int rankOf(const Histogram &counts, double share)
{
    qint64 total = 0;
    for (const int count : counts)
        total += count;
    qint64 sum = 0;
    for (int value = 0; value < 256; ++value) {
        sum += counts[size_t(value)];
        if (double(sum) >= share * double(total) && sum > 0)
            return value;
    }
    return 255;
}

Histogram histogramOf(const PageImage &gray, int step)
{
    Histogram counts{};
    for (int y = 0; y < gray.height(); y += step) {
        const l_uint32 *line = pixGetData(gray.get()) + size_t(y) * size_t(pixGetWpl(gray.get()));
        for (int x = 0; x < gray.width(); x += step)
            ++counts[GET_DATA_BYTE(line, x)];
    }
    return counts;
}

/// Widths of the edges along one row or column of gray values: rise divided by the steepest step.
class EdgeWidths {
public:
    explicit EdgeWidths(int leastRise)
        : m_leastRise(leastRise)
    {
    }

    void add(const std::vector<int> &values)
    {
        size_t start = 0;
        int steepest = 0;
        int direction = 0;
        const auto close = [&](size_t end) {
            const int rise = std::abs(values[end] - values[start]);
            if (rise >= m_leastRise && steepest > 0)
                m_widths.push_back(float(double(rise) / steepest));
        };
        for (size_t i = 1; i < values.size(); ++i) {
            const int step = values[i] - values[i - 1];
            const int way = step > 0 ? 1 : step < 0 ? -1 : direction;
            if (way != direction) {
                close(i - 1);
                start = i - 1;
                steepest = 0;
                direction = way;
            }
            steepest = std::max(steepest, std::abs(step));
        }
        if (!values.empty())
            close(values.size() - 1);
    }
    int count() const { return int(m_widths.size()); }
    double median()
    {
        if (m_widths.empty())
            return 0;
        const auto middle = m_widths.begin() + std::ptrdiff_t(m_widths.size() / 2);
        std::nth_element(m_widths.begin(), middle, m_widths.end());
        return double(*middle);
    }

private:
    int m_leastRise;
    std::vector<float> m_widths;
};

bool atBorder(const PixelBox &box, const PageImage &image)
{
    return box.x == 0 || box.y == 0 || box.right() == image.width() || box.bottom() == image.height();
}

/// How many letters each side (left, top, right, bottom of the image) cuts off. The shadow of the paper's edge
/// lies there too; a letter has others of its size next to it on its line.
std::array<int, 4> cutLetters(const std::vector<PixelBox> &boxes, const PageImage &image, Dpi dpi, double least)
{
    std::array<int, 4> cut{};
    const double gap = toPixels(3, dpi); ///< Widest space between words.
    const double side = toPixels(least, dpi);
    const auto neighbour = [&](const PixelBox &box, bool upright) {
        return std::any_of(boxes.begin(), boxes.end(), [&](const PixelBox &other) {
            if (other == box || (upright && atBorder(other, image)))
                return false;
            const int overlap = upright ? std::min(box.bottom(), other.bottom()) - std::max(box.y, other.y)
                                        : std::min(box.right(), other.right()) - std::max(box.x, other.x);
            const int own = upright ? std::min(box.height, other.height) : std::min(box.width, other.width);
            const int apart = upright ? std::max(box.x, other.x) - std::min(box.right(), other.right())
                                      : std::max(box.y, other.y) - std::min(box.bottom(), other.bottom());
            return 2 * overlap >= own && apart <= gap;
        });
    };
    for (const PixelBox &box : boxes) {
        if (!atBorder(box, image) || box.width < side / 2 || box.height < side / 2)
            continue;
        if (box.x == 0 || box.right() == image.width()) {
            if (neighbour(box, true))
                ++cut[box.x == 0 ? 0 : 2];
        } else if (box.width >= side && box.height >= side && neighbour(box, false)) {
            ++cut[box.y == 0 ? 1 : 3];
        }
    }
    return cut;
}

} // namespace

Sharpness measureSharpness(const PageImage &gray, Dpi dpi, int step)
{
    const Histogram counts = histogramOf(gray, 4);
    // The darkest hundredth is ink on any page with a few words.
    const int rise = (rankOf(counts, 0.9) - rankOf(counts, 0.01)) * 2 / 5;
    Sharpness result;
    constexpr int leastRise = 24; ///< Gray values; less cannot be told from the paper's grain.
    if (rise < leastRise)
        return result;
    EdgeWidths across(rise);
    EdgeWidths down(rise);
    std::vector<int> values(size_t(gray.width()));
    for (int y = step / 2; y < gray.height(); y += step) {
        const l_uint32 *line = pixGetData(gray.get()) + size_t(y) * size_t(pixGetWpl(gray.get()));
        for (int x = 0; x < gray.width(); ++x)
            values[size_t(x)] = int(GET_DATA_BYTE(line, x));
        across.add(values);
    }
    values.resize(size_t(gray.height()));
    for (int x = step / 2; x < gray.width(); x += step) {
        for (int y = 0; y < gray.height(); ++y) {
            const l_uint32 *line = pixGetData(gray.get()) + size_t(y) * size_t(pixGetWpl(gray.get()));
            values[size_t(y)] = int(GET_DATA_BYTE(line, x));
        }
        down.add(values);
    }
    result.edges = std::min(across.count(), down.count());
    result.edgePixels = std::max(across.median(), down.median());
    result.edge = toMillimetres(result.edgePixels, dpi);
    return result;
}

Tones measureTones(const PageImage &gray, const PageImage &ink)
{
    Histogram paper{};
    Histogram inks{};
    const int width = std::min(gray.width(), ink.width());
    const int height = std::min(gray.height(), ink.height());
    for (int y = 0; y < height; ++y) {
        const l_uint32 *line = pixGetData(gray.get()) + size_t(y) * size_t(pixGetWpl(gray.get()));
        const l_uint32 *mask = pixGetData(ink.get()) + size_t(y) * size_t(pixGetWpl(ink.get()));
        for (int x = 0; x < width; ++x)
            ++(GET_DATA_BIT(mask, x) ? inks : paper)[GET_DATA_BYTE(line, x)];
    }
    Tones tones;
    tones.paper = rankOf(paper, 0.5);
    tones.ink = rankOf(inks, 0.5);
    tones.contrast = tones.paper > 0 ? std::max(0.0, double(tones.paper - tones.ink) / tones.paper) : 0;
    double black = 0;
    for (size_t value = 0; value < 40; ++value)
        black += paper[value] + inks[value];
    const double all = std::max(1.0, double(width) * height);
    tones.burntOut = double(paper[254] + paper[255]) / all;
    tones.blackShare = black / all;
    return tones;
}

Result<Letters> measureLetters(const PageImage &ink, Dpi dpi, int rotation)
{
    Letters letters;
    BOXA *found = pixConnCompBB(ink.get(), 8);
    if (!found)
        return fail(ErrorCode::ImageTooLarge, QStringLiteral("pixConnCompBB"));
    constexpr double least = 0.8; ///< Millimetres; dots and marks are smaller.
    constexpr double most = 9;    ///< … titles are smaller.
    const bool sideways = rotation % 180 != 0;
    std::vector<PixelBox> boxes;
    std::vector<float> heights;
    for (l_int32 i = 0; i < boxaGetCount(found); ++i) {
        PixelBox box;
        boxaGetBoxGeometry(found, i, &box.x, &box.y, &box.width, &box.height);
        const double width = toMillimetres(sideways ? box.height : box.width, dpi);
        const double height = toMillimetres(sideways ? box.width : box.height, dpi);
        if (height < least || std::max(width, height) > most)
            continue;
        boxes.push_back(box);
        if (width > 0.15 * height && width < 2 * height && !atBorder(box, ink))
            heights.push_back(float(height));
    }
    boxaDestroy(&found);
    const std::array<int, 4> cut = cutLetters(boxes, ink, dpi, least);
    // The upright page's left side is the turned image's top (90), right (180), bottom (270).
    for (size_t side = 0; side < 4; ++side)
        letters.cut[side] = cut[(side + size_t(rotation / 90)) % 4];
    letters.count = int(heights.size());
    if (!heights.empty()) {
        const auto middle = heights.begin() + std::ptrdiff_t(heights.size() / 2);
        std::nth_element(heights.begin(), middle, heights.end());
        letters.height = double(*middle);
    }
    return letters;
}

} // namespace sohoa
