// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/imaging/page_image.h"

namespace sohoa {

struct DeskewParameters {
    double range = 9.0; ///< Degrees to both sides that are searched.
    double minConfidence =
        2.0;             ///< Leptonica's skew.c asks for 3; copies of identity cards come to 2.2 and are right.
    double least = 0.05; ///< Degrees; less is not worth a resampling: 2 pixels over the width of A4.
};

struct DeskewMeasure {
    double skewDeg = 0;    ///< Slant of the text lines, positive = clockwise.
    double confidence = 0; ///< Ratio of line score at the best and worst angle; 0: no lines seen.
    bool sure = false;
};

constexpr auto deskewVersion = "deskew/1";

/// `ink` is bilevel and upright, about 150 dpi, without scanner bed.
Result<DeskewMeasure> measureSkew(const PageImage &ink, const DeskewParameters &parameters = {});

} // namespace sohoa
