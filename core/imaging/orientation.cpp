// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/imaging/orientation.h"

#include <leptonica/allheaders.h>

#include <algorithm>
#include <cmath>

namespace sohoa {

namespace {

/// How sharply the profile of row sums changes at the best small angle: large when text lines run across.
double lineScore(const PageImage &ink)
{
    constexpr int reduction = 4;
    constexpr l_float32 range = 6.0F;
    constexpr l_float32 step = 1.0F;
    constexpr l_float32 finest = 0.2F;
    l_float32 angle = 0;
    l_float32 confidence = 0;
    l_float32 score = 0;
    if (pixFindSkewSweepAndSearchScore(ink.get(), &angle, &confidence, &score, reduction, reduction / 2, 0.0F,
                                       range, step, finest) != 0)
        return 0;
    return double(score);
}

} // namespace

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
    auto turned = ink.turned(90);
    if (!turned)
        return fail(std::move(turned).error());
    const double across = lineScore(ink);
    const double upDown = lineScore(*turned);
    const double up = std::abs(measure.upright);
    const double side = std::abs(measure.sideways);
    const double most = std::max(up, side);
    // Rulings and slanted tables can look like lines of text across it; letters that disagree are believed when
    // they are very many, otherwise nobody is.
    const bool lettersSure = most >= parameters.sure && most >= parameters.ratio * std::min(up, side);
    const bool lettersAlone = lettersSure && most >= parameters.beyondDoubt;
    const bool contradicted = lettersSure && ((across > upDown) != (up > side));
    measure.linesAcross = !contradicted && across > parameters.lineRatio * upDown;
    measure.linesUpDown = !contradicted && upDown > parameters.lineRatio * across;

    const bool alongside = measure.linesUpDown || (!measure.linesAcross && side > up);
    if (alongside)
        measure.rotation = measure.sideways > 0 ? 270 : 90;
    else
        measure.rotation = measure.upright >= 0 ? 0 : 180;
    const double found = alongside ? side : up;
    const double other = alongside ? up : side;
    measure.sure =
        found >= parameters.sure && found >= parameters.ratio * other && (!contradicted || lettersAlone);
    return measure;
}

} // namespace sohoa
