// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

namespace sohoa::virtual_scanner {

/// A line on stderr when the environment sets SANE_DEBUG_SOHOA to something other than 0 (SANE's custom).
/// Names of files do not belong in it: they may be names of people.
void debugLog(std::string_view line) noexcept;

} // namespace sohoa::virtual_scanner
