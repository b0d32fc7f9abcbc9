// SPDX-License-Identifier: GPL-3.0-or-later
#include "scanner/virtual/debug_log.h"

#include <cstdio>
#include <cstdlib>

namespace sohoa::virtual_scanner {

void debugLog(std::string_view line) noexcept
{
    const char *level = std::getenv("SANE_DEBUG_SOHOA");
    if (level && std::atoi(level) > 0)
        std::fprintf(stderr, "[sohoa] %.*s\n", static_cast<int>(line.size()), line.data());
}

} // namespace sohoa::virtual_scanner
