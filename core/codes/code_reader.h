// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/domain/page.h"
#include "core/imaging/page_image.h"

#include <optional>
#include <vector>

namespace sohoa {

/// QR, Code 128 and Code 39 on a page, whichever way they lie; boxes in pixels of `gray` (8 bit). From top to
/// bottom. Errors: ImageTooLarge when memory runs out. About 50 ms for A4 at 300 dpi.
Result<std::vector<Barcode>> readCodes(const PageImage &gray);

/// A separator sheet of ours among the codes: a QR code "SOHOA-SEP;v=1…".
std::optional<SeparatorKind> separatorAmong(const std::vector<Barcode> &codes);

constexpr auto codesVersion = "codes/1";

} // namespace sohoa
