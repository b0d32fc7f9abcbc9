// SPDX-License-Identifier: GPL-3.0-or-later
/// Coloured ink on a page: seals, signatures, stamps. A mask to be kept away from every threshold, and the colour
/// of seals taken out where text beneath them is to be read. Depends on PageImage only. Functions keep no state.
#pragma once

#include "core/imaging/page_image.h"

#include <vector>

namespace sohoa {

struct InkMaskParameters {
    Dpi leastDpi = 130;    ///< The search runs on the image halved as often as this allows.
    double paperTile = 6;  ///< Millimetres over which the paper's own colour is taken as even.
    int certain = 44;      ///< Of 255, on paper made white: spread of the channels that only coloured ink has.
                           ///< Source: chroma of 4:2:0 JPEG beside black print stays below 30.
    int likely = 22;       ///< … that belongs to a mark in which some pixel is certain.
    int blackMost = 160;   ///< Gray print: no channel above this …
    int blackSpread = 28;  ///< … and a spread below this, on paper made white.
    double leastMark = 1;  ///< Millimetres; smaller marks are noise.
    double sealSide = 14;  ///< Millimetres; red marks at least so wide and high are seals, not lines of red print.
    double sealMost = 60;  ///< … and at most so: larger red is a frame or a coloured ground.
    double sealJoin = 1.5; ///< Millimetres between parts of one seal.
};

/// All boxes in pixels of the image that was searched, the masks reduced by `reduction`.
struct InkMask {
    int reduction = 1;
    PageImage red;      ///< 1 bit, 1 = red ink: seals, red stamps and numbers.
    PageImage blue;     ///< Blue and violet ink: signatures, handwriting, stamps.
    PageImage other;    ///< Green, orange, photographs and other colours.
    double redArea = 0; ///< Square millimetres.
    double blueArea = 0;
    double otherArea = 0;
    std::vector<PixelBox> seals; ///< Round or square seals, largest first.

    bool isEmpty() const { return redArea + blueArea + otherArea <= 0; }
};

constexpr auto inkMaskVersion = "ink/1";

/// Empty for a gray image. `color` may be the page on paper of any even colour; about 25 ms for A4 at 300 dpi.
/// Errors: ImageTooLarge when memory runs out.
Result<InkMask> findInk(const PageImage &color, Dpi dpi, const InkMaskParameters &parameters = {});

/// Red, blue and other ink as one mask of the size of the image that was searched (`width` x `height`), widened by
/// `grow` pixels. Empty image when there is no coloured ink.
Result<PageImage> wholeInkMask(const InkMask &mask, int width, int height, int grow = 0);

/// How well coloured ink came through a conversion.
struct InkSurvival {
    double kept = 1;   ///< 0..1: share of the ink that still stands out in its own colour by at least half.
    double deltaE = 0; ///< CIEDE2000 between the ink's mean colours before and after.
};

/// `before` and `after` are of one size, 32 bit colour or 8 bit gray; `mask` (1 bit) is reduced by `reduction`
/// against them. All ink kept when the mask is empty.
Result<InkSurvival> measureInkSurvival(const PageImage &before, const PageImage &after, const PageImage &mask,
                                       int reduction);

/// The page in gray with the colour of its seals taken out, so that text under them stands alone. Shares the
/// pixels of `gray` when there is no seal. `gray` is toGray() of `color`.
Result<PageImage> grayWithoutSeals(const PageImage &color, const PageImage &gray, const InkMask &mask);

/// CIEDE2000 difference of two sRGB colours (0..255 each channel).
struct MeanColor {
    double red = 0;
    double green = 0;
    double blue = 0;
};
double colorDifference(const MeanColor &one, const MeanColor &other);

} // namespace sohoa
