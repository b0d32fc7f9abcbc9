// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sync/backoff.h"

#include <algorithm>

namespace sohoa {

qint64 Backoff::delay(int attempts, double random) const
{
    qint64 longest = baseMs;
    for (int i = 1; i < attempts && longest < capMs; ++i)
        longest *= 2;
    longest = std::min(longest, capMs);
    const auto drawn = static_cast<qint64>(random * static_cast<double>(longest));
    return std::min(capMs, floorMs + drawn);
}

} // namespace sohoa
