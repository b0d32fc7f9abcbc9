// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/codes/patch_sheet.h"

#include <leptonica/allheaders.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <vector>

namespace sohoa {

namespace {

constexpr double symbolInches = 0.80;
constexpr double smallest = 0.5; ///< Of copies, against the measures above.
constexpr double largest = 2.0;
constexpr double leastLengthInches = 0.6;
constexpr double lineStepInches = 0.06;
constexpr int workDpi = 100; ///< The narrow bar has eight pixels still.

/// Alternating widths along one line, the first one white.
std::vector<int> runsOf(const std::vector<bool> &dark)
{
    std::vector<int> runs;
    bool current = false;
    int length = 0;
    for (const bool pixel : dark) {
        if (pixel != current) {
            runs.push_back(length);
            length = 0;
            current = pixel;
        }
        ++length;
    }
    runs.push_back(length);
    return runs;
}

struct Crossing {
    PatchCode code = PatchCode::Two;
    int start = 0;
    int width = 0;
};

bool isAbout(double measured, double wanted)
{
    // Ink spreads and thresholds move an edge by a pixel or so; wide and narrow differ by a factor of 2.5.
    return std::abs(measured - wanted) <= 0.45 + 0.1 * (wanted - 1);
}

/// Seven runs from a bar on, measured in narrow bars: the symbol has ten of them.
std::optional<PatchCode> codeOf(const std::array<double, 7> &widths)
{
    constexpr double wide = 2.5;
    for (const size_t space : {1U, 3U, 5U}) {
        if (!isAbout(widths[space], 1))
            return std::nullopt;
    }
    const auto bars = [&](double a, double b, double c, double d) {
        return isAbout(widths[0], a) && isAbout(widths[2], b) && isAbout(widths[4], c) && isAbout(widths[6], d);
    };
    if (bars(wide, 1, 1, wide))
        return PatchCode::Two;
    if (bars(wide, 1, wide, 1) || bars(1, wide, 1, wide))
        return PatchCode::ThreeOrT;
    return std::nullopt;
}

/// The symbol that one line crosses, with white on both sides.
std::optional<Crossing> crossingOf(const std::vector<bool> &dark)
{
    const std::vector<int> runs = runsOf(dark);
    int start = 0;
    for (size_t i = 0; i + 7 < runs.size(); ++i) {
        start += runs[i];
        if (i % 2 != 0)
            continue;
        int width = 0;
        for (size_t k = 1; k <= 7; ++k)
            width += runs[i + k];
        const double narrow = width / 10.0;
        const double inches = static_cast<double>(width) / workDpi;
        if (inches < smallest * symbolInches || inches > largest * symbolInches)
            continue;
        // Nothing else may stand close by: rules of tables go on, a patch does not.
        const bool whiteBefore = runs[i] >= 2 * narrow || i == 0;
        const bool whiteAfter = i + 8 >= runs.size() || runs[i + 8] >= 2 * narrow;
        if (!whiteBefore || !whiteAfter)
            continue;
        std::array<double, 7> widths{};
        for (size_t k = 0; k < 7; ++k)
            widths[k] = runs[i + 1 + k] / narrow;
        if (const auto code = codeOf(widths))
            return Crossing{*code, start, width};
    }
    return std::nullopt;
}

/// Bars that cross the lines of one direction, unbroken for long enough.
std::optional<PatchCode> findAcross(const PageImage &binary, bool alongRows)
{
    const int lines = alongRows ? binary.height() : binary.width();
    const int length = alongRows ? binary.width() : binary.height();
    const int step = std::max(1, static_cast<int>(lineStepInches * workDpi));
    const int needed = static_cast<int>(leastLengthInches * workDpi) / step;
    std::optional<Crossing> last;
    int run = 0;
    for (int line = step / 2; line < lines; line += step) {
        std::vector<bool> dark(static_cast<size_t>(length));
        for (int i = 0; i < length; ++i) {
            l_uint32 value = 0;
            pixGetPixel(binary.get(), alongRows ? i : line, alongRows ? line : i, &value);
            dark[static_cast<size_t>(i)] = value != 0;
        }
        const auto crossing = crossingOf(dark);
        const bool goesOn = crossing && last && crossing->code == last->code &&
                            std::abs(crossing->start - last->start) <= last->width / 10 &&
                            std::abs(crossing->width - last->width) <= last->width / 10;
        run = !crossing ? 0 : goesOn ? run + 1 : 1;
        last = crossing;
        if (run > needed)
            return crossing->code;
    }
    return std::nullopt;
}

} // namespace

std::optional<PatchCode> findPatchCode(const PageImage &gray, Dpi dpi)
{
    if (gray.isEmpty() || dpi <= 0)
        return std::nullopt;
    const auto scale = static_cast<float>(workDpi) / static_cast<float>(dpi);
    const PageImage small(scale < 1 ? pixScaleAreaMap(gray.get(), scale, scale) : pixCopy(nullptr, gray.get()));
    if (small.isEmpty())
        return std::nullopt;
    constexpr int threshold = 128;
    const PageImage binary(pixThresholdToBinary(small.get(), threshold));
    if (binary.isEmpty())
        return std::nullopt;
    if (const auto code = findAcross(binary, true))
        return code;
    return findAcross(binary, false);
}

} // namespace sohoa
