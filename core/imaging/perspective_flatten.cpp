// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/imaging/perspective.h"

#include <leptonica/allheaders.h>

#include <algorithm>

namespace sohoa {

namespace {

/// Coefficients of x = (a·u + b·v + c) / (g·u + h·v + 1) and y likewise, from the unit square to `quad`.
/// Source: Heckbert, "Fundamentals of texture mapping and image warping", 1989.
struct Projection {
    double a = 0;
    double b = 0;
    double c = 0;
    double d = 0;
    double e = 0;
    double f = 0;
    double g = 0;
    double h = 0;
};

Projection projectionTo(const Quad &q)
{
    const double dx1 = q[1].x - q[2].x;
    const double dx2 = q[3].x - q[2].x;
    const double dy1 = q[1].y - q[2].y;
    const double dy2 = q[3].y - q[2].y;
    const double sx = q[0].x - q[1].x + q[2].x - q[3].x;
    const double sy = q[0].y - q[1].y + q[2].y - q[3].y;
    const double under = dx1 * dy2 - dx2 * dy1;
    Projection p;
    p.g = (sx * dy2 - dx2 * sy) / under;
    p.h = (dx1 * sy - sx * dy1) / under;
    p.a = q[1].x - q[0].x + p.g * q[1].x;
    p.b = q[3].x - q[0].x + p.h * q[3].x;
    p.c = q[0].x;
    p.d = q[1].y - q[0].y + p.g * q[1].y;
    p.e = q[3].y - q[0].y + p.h * q[3].y;
    p.f = q[0].y;
    return p;
}

/// Mean of four neighbours, weights in 1/256.
l_uint32 blend(l_uint32 a, l_uint32 b, l_uint32 c, l_uint32 d, l_uint32 fx, l_uint32 fy)
{
    return ((a * (256 - fx) + b * fx) * (256 - fy) + (c * (256 - fx) + d * fx) * fy) >> 16;
}

} // namespace

PerspectiveMeasure enlarged(const PerspectiveMeasure &measure, int factor)
{
    PerspectiveMeasure result = measure;
    for (ImagePoint &corner : result.corners)
        corner = {corner.x * factor, corner.y * factor};
    result.width *= factor;
    result.height *= factor;
    result.dpi *= factor;
    return result;
}

Result<PageImage> flattened(const PageImage &image, const PerspectiveMeasure &measure)
{
    auto result = PageImage::own(pixCreate(measure.width, measure.height, image.depth()), "pixCreate");
    if (!result)
        return result;
    const Projection p = projectionTo(measure.corners);
    const bool color = image.isColor();
    const auto wpl = size_t(pixGetWpl(image.get()));
    const l_uint32 *data = pixGetData(image.get());
    for (int row = 0; row < measure.height; ++row) {
        l_uint32 *to = pixGetData(result->get()) + size_t(row) * size_t(pixGetWpl(result->get()));
        const double v = (row + 0.5) / measure.height;
        for (int column = 0; column < measure.width; ++column) {
            const double u = (column + 0.5) / measure.width;
            const double under = p.g * u + p.h * v + 1;
            const double x = std::clamp((p.a * u + p.b * v + p.c) / under - 0.5, 0.0, image.width() - 1.001);
            const double y = std::clamp((p.d * u + p.e * v + p.f) / under - 0.5, 0.0, image.height() - 1.001);
            const int left = int(x);
            const int top = int(y);
            const auto fx = l_uint32((x - left) * 256);
            const auto fy = l_uint32((y - top) * 256);
            const l_uint32 *upper = data + size_t(top) * wpl;
            const l_uint32 *lower = upper + wpl;
            if (!color) {
                SET_DATA_BYTE(to, column,
                              l_uint8(blend(GET_DATA_BYTE(upper, left), GET_DATA_BYTE(upper, left + 1),
                                            GET_DATA_BYTE(lower, left), GET_DATA_BYTE(lower, left + 1), fx, fy)));
                continue;
            }
            l_uint32 pixel = 0;
            for (const unsigned shift : {24U, 16U, 8U})
                pixel |= blend(upper[left] >> shift & 0xff, upper[left + 1] >> shift & 0xff,
                               lower[left] >> shift & 0xff, lower[left + 1] >> shift & 0xff, fx, fy)
                         << shift;
            to[column] = pixel;
        }
    }
    return result;
}

} // namespace sohoa
