// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/imaging/page_image.h"

#include <optional>

namespace sohoa {

/// What a page looks like in 64 bits: on a grid of 8 by 8 fields, whether a field is darker than its right
/// neighbour (difference hash). Two scans of one sheet differ in a few bits, other papers in about half of them.
/// `gray` is a straight page of 8 bit. Nothing when memory runs out.
std::optional<quint64> lookOf(const PageImage &gray);

constexpr auto lookVersion = "look/1";

} // namespace sohoa
