// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
/// Lengths and areas of bilevel images, for the stages of this folder only.

#include "core/base/units.h"
#include "core/imaging/page_image.h"

namespace sohoa {

/// A length on paper in whole pixels, at least 1: what Leptonica's bricks take.
int wholePixels(double millimetres, Dpi dpi);

/// How many pixels of \p mask (1 bit) are set.
qint64 countSet(const PageImage &mask);

/// The area on paper of the set pixels of \p mask (1 bit).
double squareMillimetres(const PageImage &mask, Dpi dpi);

/// Whether a pixel of \p mask (1 bit) is set; x and y must lie within.
bool isSet(const PageImage &mask, int x, int y);

} // namespace sohoa
