// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

namespace sohoa {

/// How long to wait after a failure: exponential with full jitter, so that many stations that lost the same
/// repository do not come back in step.
struct Backoff {
    qint64 baseMs = 2'000;  ///< Longest wait after the first failure.
    qint64 capMs = 900'000; ///< Longest wait at all: a quarter of an hour, a coffee break of the operator.
    qint64 floorMs = 250;   ///< Shortest wait: full jitter may draw 0, which would be a busy loop.

    /// Milliseconds for the failure number `attempts` (1 = first) in a row; `random` is of [0, 1):
    /// floorMs + random * min(capMs, baseMs * 2^(attempts-1)), never above capMs.
    qint64 delay(int attempts, double random) const;
};

} // namespace sohoa
