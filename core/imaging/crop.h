// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/imaging/paper.h"

namespace sohoa {

struct CropMeasure {
    PixelBox box;          ///< What is kept, in the turned and deskewed image.
    double confidence = 0; ///< 0: no bed was found, everything is kept.
};

constexpr auto cropVersion = "crop/1";

/// The upright rectangle around the paper in an image of `width` x `height` pixels, `paper` being turned and
/// deskewed like it (straightened()). Never smaller than the paper; the whole image when there is no bed.
Result<CropMeasure> measureCrop(const PaperMeasure &paper, int width, int height);

} // namespace sohoa
