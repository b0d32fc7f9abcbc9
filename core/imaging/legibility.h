// SPDX-License-Identifier: GPL-3.0-or-later
/// How well a scan shows what is printed: sharpness, tones, size of the letters, letters cut off at the sides.
#pragma once

#include "core/imaging/page_image.h"

#include <array>

namespace sohoa {

struct Sharpness {
    double edge = 0; ///< Millimetres over which ink turns to paper: median, of the worse of both directions.
    double edgePixels = 0;
    int edges = 0; ///< How many were seen; few edges say little.
};

/// `gray` at its full resolution, paper brighter than ink. Looks at every `step`-th row and column.
Sharpness measureSharpness(const PageImage &gray, Dpi dpi, int step = 12);

/// Gray values 0…255.
struct Tones {
    int paper = 255;       ///< Where most of the paper lies.
    int ink = 0;           ///< Median of the ink.
    double contrast = 1;   ///< (paper - ink) / paper.
    double burntOut = 0;   ///< Share of pixels at 254 and 255.
    double blackShare = 0; ///< Share of pixels below 40.
};

/// `gray` and its bilevel form `ink`, of one size; about 150 dpi is enough.
Tones measureTones(const PageImage &gray, const PageImage &ink);

struct Letters {
    int count = 0;
    double height = 0; ///< Millimetres: median over all letters and digits; small letters are the most of them.
    /// Letters that lie on the left, top, right, bottom side of the image: cut off by it.
    std::array<int, 4> cut{};
};

/// `ink` is bilevel, about 150 dpi. `rotation`: how far the content lies turned clockwise in it, as the sides of
/// `cut` are those of the upright page.
Result<Letters> measureLetters(const PageImage &ink, Dpi dpi, int rotation);

} // namespace sohoa
