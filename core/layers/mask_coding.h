// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/imaging/page_image.h"
#include "core/layers/layer_file.h"

namespace sohoa {

struct CodedMask {
    LayerCoding coding = LayerCoding::Jbig2;
    QByteArray bytes;
};

/// A bilevel image (1 = ink) without loss, as JBIG2 or as CCITT group 4, whichever is smaller. ImageTooLarge when
/// memory runs out.
Result<CodedMask> encodeMask(const PageImage &mask);

} // namespace sohoa
