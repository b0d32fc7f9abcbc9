// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/units.h"
#include "core/imaging/page_image.h"

#include <optional>

namespace sohoa {

/// The patch codes that part dossiers. Read from the other side a 3 is a T, so the two are not told apart.
enum class PatchCode { Two, ThreeOrT };

/// Four bars parallel to an edge of a straight page, 0.20 in (wide) or 0.08 in (narrow) wide with 0.08 in between:
/// wide narrow narrow wide is patch 2, wide narrow wide narrow patch 3 and, from the other side, T. The other
/// three patches control scanners and are left alone. Copies scaled to between a half and twice the size are found
/// too; bars shorter than 15 mm are not. `gray` has 8 bit. Some 10 ms for A4 at 300 dpi. Source of the measures:
/// Kodak A-61599, Patch Code Information.
std::optional<PatchCode> findPatchCode(const PageImage &gray, Dpi dpi);

constexpr auto patchVersion = "patch/1";

} // namespace sohoa
