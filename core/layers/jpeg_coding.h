// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/layers/plane.h"

#include <QByteArray>

namespace sohoa {

/// Pixels to be coded: gray, or red, green and blue side by side.
struct RasterImage {
    BytePlane samples; ///< `components` times as wide as the picture.
    int components = 1;

    int width() const { return samples.width() / components; }
    int height() const { return samples.height(); }
};

enum class ChromaSampling { Full, Halved };

/// A progressive JPEG with its own Huffman tables, which costs even paper next to nothing. `quality` 1..100.
/// ImageTooLarge when memory runs out.
Result<QByteArray> encodeProgressiveJpeg(const RasterImage &image, int quality, ChromaSampling sampling);

} // namespace sohoa
