// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/sync_status.h"

#include <QString>

namespace sohoa {

/// How sending goes, in a line: what is left, how quickly, until when; or what it waits for.
QString syncSentence(const SyncStatus &status);

/// "about 3 min", "about 2 h 10 min"; rounded so that it does not jump.
QString timeLeftText(qint64 seconds);

/// That the two clocks differ and what to do; empty while they agree.
QString clockSentence(const SyncStatus &status);

} // namespace sohoa
