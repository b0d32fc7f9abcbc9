// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/imaging/orientation.h"

#include <leptonica/allheaders.h>

#include <algorithm>
#include <cmath>

namespace sohoa {

Result<OrientationMeasure> measureOrientation(const PageImage &ink, const OrientationParameters &parameters)
{
    OrientationMeasure measure;
    l_float32 upright = 0;
    l_float32 sideways = 0;
    // Fails when there are too few letters, which decides nothing.
    if (pixOrientDetect(ink.get(), &upright, &sideways, 0, 0) != 0)
        return measure;
    measure.upright = upright;
    measure.sideways = sideways;
    const double up = std::abs(measure.upright);
    const double side = std::abs(measure.sideways);
    measure.sure =
        std::max(up, side) >= parameters.sure && std::max(up, side) >= parameters.ratio * std::min(up, side);
    if (up >= side)
        measure.rotation = measure.upright >= 0 ? 0 : 180;
    else
        measure.rotation = measure.sideways > 0 ? 270 : 90;
    return measure;
}

} // namespace sohoa
