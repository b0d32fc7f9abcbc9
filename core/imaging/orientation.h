// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/imaging/page_image.h"

namespace sohoa {

/// How far the content of a page lies turned, judged by the letters' shapes: most letters that stick out of the
/// middle band stick out upwards, and Vietnamese marks even more so.
struct OrientationParameters {
    /// Statistic beyond which the letters alone decide; below it a second witness (reading the text) is needed.
    /// Source: own measurement, office papers turned by 0, 90, 180, 270: none was wrong beyond 3.2.
    double sure = 6.0;
    /// … and beyond which they do so against the lines. Source: as above.
    double beyondDoubt = 10.0;
    /// The other direction's statistic must be smaller by this factor.
    double ratio = 2.0;
    /// Lines of text run along the direction whose profile is this many times sharper.
    double lineRatio = 1.6;
};

struct OrientationMeasure {
    int rotation = 0;    ///< Clockwise turn of the content: 0, 90, 180, 270; the likeliest even when not sure.
    double upright = 0;  ///< > 0: upright, < 0: upside down; number of standard deviations.
    double sideways = 0; ///< > 0: lies turned by 270 (text runs upwards), < 0: by 90.
    bool linesAcross = false; ///< Text lines surely run from side to side: rotation is 0 or 180.
    bool linesUpDown = false; ///< Text lines surely run up or down: rotation is 90 or 270.
    bool sure = false;
};

constexpr auto orientationVersion = "orientation/2";

/// `ink` is bilevel, without scanner bed, 130 to 300 dpi: of letters smaller than at 130 dpi only noise is left,
/// and it tells the opposite. About 15 ms for A4 at 150 dpi.
Result<OrientationMeasure> measureOrientation(const PageImage &ink, const OrientationParameters &parameters = {});

} // namespace sohoa
