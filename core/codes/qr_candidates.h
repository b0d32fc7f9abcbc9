// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/imaging/page_image.h"

#include <vector>

namespace sohoa {

/// Places on a page (8 bit gray) that look like a QR code of up to 500 pixels: square, evenly filled by black and
/// white. Largest first, at most three. For a closer look where the whole page gave nothing: the codes on identity
/// cards have modules of three pixels, which a scan of the page at its own size does not find.
std::vector<PixelBox> likelyQrCodes(const PageImage &gray);

} // namespace sohoa
