// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/imaging/deskew.h"

#include <leptonica/allheaders.h>

#include <cmath>

namespace sohoa {

Result<DeskewMeasure> measureSkew(const PageImage &ink, const DeskewParameters &parameters)
{
    constexpr int sweepReduction = 4; ///< Leptonica's own default at 300 dpi is 4; at 150 dpi 2 keeps thin lines.
    constexpr int searchReduction = 1;
    constexpr l_float32 sweepStep = 1.0F;
    constexpr l_float32 finestStep = 0.01F;
    l_float32 angle = 0;
    l_float32 confidence = 0;
    DeskewMeasure measure;
    // Fails on a page without ink, which has no slant.
    if (pixFindSkewSweepAndSearch(ink.get(), &angle, &confidence, sweepReduction / 2, searchReduction,
                                  static_cast<l_float32>(parameters.range), sweepStep, finestStep) != 0)
        return measure;
    measure.confidence = confidence;
    measure.sure = confidence >= parameters.minConfidence && std::abs(double(angle)) < parameters.range;
    measure.skewDeg = -double(angle);
    return measure;
}

} // namespace sohoa
