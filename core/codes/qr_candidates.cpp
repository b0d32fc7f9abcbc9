// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/codes/qr_candidates.h"

#include <leptonica/allheaders.h>

#include <algorithm>

namespace sohoa {

namespace {

constexpr int reduction = 4;
constexpr int blackBelow = 128;
constexpr int leastSide = 80;  ///< Pixels; version 1 with modules of three pixels has 63.
constexpr int mostSide = 500;  ///< Larger codes are found at the page's own size.
constexpr double square = 0.8; ///< Of the shorter to the longer side.
constexpr double solid = 0.75; ///< Share of the box that is code, seen from afar.
constexpr double leastBlack = 0.3;
constexpr double mostBlack = 0.7;
constexpr size_t most = 3;

double blackShare(const PageImage &bilevel, const PixelBox &box)
{
    const auto part = bilevel.cropped(box);
    if (!part)
        return 0;
    l_float32 share = 0;
    pixForegroundFraction(part->get(), &share);
    return double(share);
}

bool looksLikeCode(const PixelBox &box, const PageImage &far, const PageImage &bilevel)
{
    const int shorter = std::min(box.width, box.height);
    const int longer = std::max(box.width, box.height);
    if (shorter < leastSide || longer > mostSide || shorter < square * longer)
        return false;
    const PixelBox small{box.x / reduction, box.y / reduction, box.width / reduction, box.height / reduction};
    if (blackShare(far, small) < solid)
        return false;
    const double black = blackShare(bilevel, box);
    return black > leastBlack && black < mostBlack;
}

} // namespace

std::vector<PixelBox> likelyQrCodes(const PageImage &gray)
{
    std::vector<PixelBox> boxes;
    const PageImage bilevel(pixThresholdToBinary(gray.get(), blackBelow));
    if (bilevel.isEmpty())
        return boxes;
    // From afar a code is one dark square, print falls into lines.
    const PageImage small(pixReduceRankBinaryCascade(bilevel.get(), 1, 1, 0, 0));
    if (small.isEmpty())
        return boxes;
    const PageImage closed(pixCloseSafeBrick(nullptr, small.get(), 3, 3));
    const PageImage far(closed.isEmpty() ? nullptr : pixOpenBrick(nullptr, closed.get(), 9, 9));
    if (far.isEmpty())
        return boxes;
    BOXA *parts = pixConnCompBB(far.get(), 4);
    for (l_int32 i = 0; parts && i < boxaGetCount(parts); ++i) {
        l_int32 x = 0;
        l_int32 y = 0;
        l_int32 width = 0;
        l_int32 height = 0;
        boxaGetBoxGeometry(parts, i, &x, &y, &width, &height);
        const PixelBox box{x * reduction, y * reduction, width * reduction, height * reduction};
        if (looksLikeCode(box, far, bilevel))
            boxes.push_back(box);
    }
    boxaDestroy(&parts);
    std::sort(boxes.begin(), boxes.end(), [](const PixelBox &a, const PixelBox &b) { return a.width > b.width; });
    boxes.resize(std::min(boxes.size(), most));
    return boxes;
}

} // namespace sohoa
