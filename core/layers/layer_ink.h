// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/layers/ink_maps.h"

namespace sohoa {

/// Where a page is inked, pixel by pixel. A pixel is in one of the two at most.
struct LayerInk {
    PageImage dark;      ///< 1 bit: print, writing, rules.
    PageImage colored;   ///< 1 bit: seals, stamps, coloured pens; empty when the page has none.
    BytePlane coloredAt; ///< Of each block of the maps: 1 where coloured ink is about.
};

/// Parts ink from paper half-way between the levels around each pixel, and coloured ink from dark by its share of
/// colour: black print under a red seal stays black. Marks too small to mean anything stay out.
Result<LayerInk> partInk(const PageImage &image, const InkMaps &maps, Dpi dpi, const std::stop_token &stop);

/// Ink of any colour in one mask, for pages of one bit.
Result<PageImage> findAllInk(const InkMaps &maps, Dpi dpi);

} // namespace sohoa
