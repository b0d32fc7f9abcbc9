// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/layers/ink_maps.h"

#include <array>

namespace sohoa {

/// Where a page is inked, pixel by pixel, 1 bit each. A pixel is in one of `dark` and `colored` at most.
struct LayerInk {
    PageImage dark; ///< Print, writing, rules.
    /// Coloured ink: red to yellow (seals, stamps), green to blue (pens); both empty when the page has none.
    std::array<PageImage, 2> colored;
    BytePlane coloredAt; ///< Of each block of the maps: 1 where coloured ink is about.
};

/// Parts ink from paper half-way between the levels around each pixel, and coloured ink from dark by its share of
/// colour: black print under a red seal stays black. Marks too small to mean anything stay out.
Result<LayerInk> partInk(const PageImage &image, const InkMaps &maps, Dpi dpi, const std::stop_token &stop);

/// Ink of any colour in one mask, for pages of one bit.
Result<PageImage> findAllInk(const InkMaps &maps, Dpi dpi);

} // namespace sohoa
