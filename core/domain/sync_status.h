// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/dates.h"

#include <QString>

#include <optional>

namespace sohoa {

enum class SyncPhase {
    Stopped,
    Sending,
    AwaitingReceipts, ///< Everything is there; the repository has still to answer.
    WaitingToRetry,
    OutsideHours,
    Paused,
    SignInNeeded, ///< The repository refuses our token; goes on by itself with a new one in its file.
};

/// How sending goes.
struct SyncStatus {
    SyncPhase phase = SyncPhase::Stopped;
    QString target;
    int packagesLeft = 0;
    int receiptsAwaited = 0;
    int blocked = 0; ///< Wait for a person.
    qint64 bytesLeft = 0;
    std::optional<double> bytesPerSecond;
    std::optional<qint64> secondsLeft; ///< At the present pace.
    std::optional<Instant> goesOnAt;   ///< OutsideHours, WaitingToRetry, AwaitingReceipts.
    /// The repository's clock is so far ahead of this computer's (behind: negative); only when it is too far.
    std::optional<qint64> clockAheadMs;
};

} // namespace sohoa
