// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/imaging/ink_mask.h"

#include <leptonica/allheaders.h>

#include <algorithm>
#include <array>

namespace sohoa {

using namespace Qt::StringLiterals;

namespace {

/// Any pixel as colour.
std::array<int, 3> channelsAt(const PageImage &image, int x, int y)
{
    const l_uint32 *line = pixGetData(image.get()) + size_t(y) * size_t(pixGetWpl(image.get()));
    if (!image.isColor()) {
        const int value = int(GET_DATA_BYTE(line, x));
        return {value, value, value};
    }
    return {int(line[x] >> 24), int(line[x] >> 16 & 0xff), int(line[x] >> 8 & 0xff)};
}

int spreadOf(const std::array<int, 3> &channels)
{
    const auto [least, most] = std::minmax_element(channels.begin(), channels.end());
    return *most - *least;
}

size_t strongest(const std::array<int, 3> &channels)
{
    return size_t(std::max_element(channels.begin(), channels.end()) - channels.begin());
}

struct Sum {
    std::array<double, 3> channels{};
    double count = 0;

    void add(const std::array<int, 3> &pixel)
    {
        for (size_t i = 0; i < channels.size(); ++i)
            channels[i] += pixel[i];
        ++count;
    }
    MeanColor mean() const { return {channels[0] / count, channels[1] / count, channels[2] / count}; }
};

} // namespace

Result<InkSurvival> measureInkSurvival(const PageImage &before, const PageImage &after, const PageImage &mask,
                                       int reduction)
{
    InkSurvival survival;
    if (before.width() != after.width() || before.height() != after.height() || before.depth() == 1 ||
        after.depth() == 1)
        return fail(ErrorCode::ImageUnreadable, u"ink survival: images differ in size or are bilevel"_s);
    if (mask.isEmpty())
        return survival;
    Sum was;
    Sum is;
    double kept = 0;
    const int width = std::min(mask.width(), before.width() / reduction);
    const int height = std::min(mask.height(), before.height() / reduction);
    for (int row = 0; row < height; ++row) {
        const l_uint32 *line = pixGetData(mask.get()) + size_t(row) * size_t(pixGetWpl(mask.get()));
        for (int column = 0; column < width; ++column) {
            if (!GET_DATA_BIT(line, column))
                continue;
            const auto one =
                channelsAt(before, column * reduction + reduction / 2, row * reduction + reduction / 2);
            const auto other =
                channelsAt(after, column * reduction + reduction / 2, row * reduction + reduction / 2);
            was.add(one);
            is.add(other);
            const bool colored = 2 * spreadOf(other) >= spreadOf(one);
            if (colored && (spreadOf(one) < 8 || strongest(one) == strongest(other)))
                ++kept;
        }
    }
    if (was.count == 0)
        return survival;
    survival.kept = kept / was.count;
    survival.deltaE = colorDifference(was.mean(), is.mean());
    return survival;
}

} // namespace sohoa
