// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/imaging/page_image.h"

#include <stop_token>

namespace sohoa {

/// What the reading machine gets to see: pure white paper, ink with its own gray values. Layout analysis needs the
/// white, the network reads gray strokes better than bilevel ones.
struct ReadingParameters {
    int tileWidth = 10;  ///< Pixels of a tile over which paper is taken as even.
    int tileHeight = 15; ///< Source of these and the next: Leptonica's adaptmap.c, own measurement.
    int inkBelow = 100;  ///< Gray below which a pixel is certainly no paper.
    int leastPaper = 50; ///< Paper pixels that a tile needs to be judged by itself.
    int smooth = 2;      ///< Tiles on each side that are averaged.
    double otsuScore =
        0.1;      ///< Among thresholds that split ink and paper nearly as well the emptiest one is taken.
    int halo = 5; ///< Pixels; side of the square of gray that is kept around each pixel of ink.
    double leaderDot = 0.7; ///< Millimetres; largest dot of a row of dots on which a form is filled in.
    double leaderGap = 1.7; ///< Millimetres; widest gap between two of them.
    double leaderRun = 10;  ///< Millimetres; an ellipsis in a sentence is shorter.
    int blackPoint = 60;    ///< Gray values that become black and white.
    int whitePoint = 230;
};

struct ReadingImage {
    PageImage gray;    ///< 8 bit, ink on pure white.
    PageImage ink;     ///< 1 bit, 1 = ink.
    int threshold = 0; ///< Gray value, on paper made even and white, that parts ink from paper.
};

constexpr auto readingVersion = "reading/1";

/// `gray` is upright, deskewed, cropped. Rows of dots are taken out: layout analysis loses the lines that are
/// written on them. Cancelled when `stop` asks for it between two steps.
Result<ReadingImage> prepareForReading(const PageImage &gray, Dpi dpi, const std::stop_token &stop,
                                       const ReadingParameters &parameters = {});

/// Bilevel ink of a reduced page for measuring slant and orientation: 1 = ink.
Result<PageImage> inkOf(const PageImage &gray, const ReadingParameters &parameters = {});

} // namespace sohoa
