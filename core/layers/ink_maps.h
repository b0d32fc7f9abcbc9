// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/imaging/page_image.h"
#include "core/layers/layer_file.h"
#include "core/layers/plane.h"

#include <array>
#include <stop_token>

namespace sohoa {

/// What is known of a page before its ink is parted from its paper: how light each pixel is, and light and colour
/// of blocks of pixels (about 1/75 inch wide), with the levels of paper and ink around them.
struct InkMaps {
    int block = 4;                  ///< Side of a block in pixels.
    BytePlane light;                ///< Of each pixel, 0 black: between luminance and the darkest channel.
    BytePlane mean;                 ///< Of each block: mean of `light`.
    BytePlane darkest;              ///< Of each block: least of `light`.
    BytePlane paper;                ///< Of each block: light of the paper around it.
    BytePlane ink;                  ///< Of each block: light of the darkest ink around it.
    std::array<BytePlane, 3> color; ///< Of each block: mean red, green, blue; only the first for gray.

    bool isColor() const { return !color[1].isEmpty(); }
    int blocksWide() const { return mean.width(); }
    int blocksHigh() const { return mean.height(); }
};

/// `image` is 8 bit gray or 32 bit colour. Cancelled when `stop` asks for it.
Result<InkMaps> measureInk(const PageImage &image, Dpi dpi, const std::stop_token &stop);

/// Of each place the least or the greatest value within `reach` places to all four sides.
BytePlane leastAround(const BytePlane &plane, int reach);
BytePlane greatestAround(const BytePlane &plane, int reach);
/// Of each place the mean within `reach` places.
BytePlane meanAround(const BytePlane &plane, int reach);

} // namespace sohoa
