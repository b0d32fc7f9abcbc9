// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/layers/background.h"
#include "core/layers/layer_ink.h"

#include <vector>

namespace sohoa {

/// Boxes of the page (pixels) full of tones between paper and ink: photographs, which a mask would make posters
/// of.
std::vector<PixelBox> findPhotographs(const InkMaps &maps, const LayerInk &mask);

/// Boxes in which the layers would look otherwise than the page: `painted` is what they show, one place a block.
std::vector<PixelBox> findHarm(const InkMaps &maps, const RasterImage &painted);

/// Boxes grown by a margin, clipped to the page, those that touch made one.
std::vector<PixelBox> merged(std::vector<PixelBox> boxes, int margin, int width, int height);

/// Boxes joined with their neighbours as long as a join adds no more than `most` pixels that were in neither.
std::vector<PixelBox> gathered(std::vector<PixelBox> boxes, qint64 most);

} // namespace sohoa
