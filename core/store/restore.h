// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/base/error.h"
#include "core/store/fsck.h"

#include <QString>

#include <vector>

namespace sohoa {

/// What became of restore().
struct RestoreSummary {
    bool restored = false;
    int files = 0;                     ///< Beside the database.
    qint64 bytes = 0;                  ///< Of the files and the database.
    std::vector<FsckFinding> findings; ///< What fsck says of the copy.
    /// Where what stood in the store before is kept, a store of its own; empty when there was none.
    QString keptIn;
};

enum class RestoreMode {
    SoundOnly,  ///< A backup of which fsck complains is not put in place.
    DamagedToo, ///< The only backup there is may be better than nothing.
};

/// Puts the backup in the folder `backup` (or any store that nobody uses) in the place of the store in `folder`,
/// which need not be there or be readable. It is copied beside the store, brought up to date and looked at by
/// fsck; only then do the two change places, and what stood there before is kept. Killed at any moment, it leaves
/// the old store, or the new one as soon as the store is next opened; the backup is only read. Errors:
/// FileUnreadable (args: path) when there is no backup, StoreBusy, StoreNewer, StoreCorrupt, DiskFull,
/// FileUnwritable.
Result<RestoreSummary> restore(const QString &backup, const QString &folder, const Clock &clock, RestoreMode mode);

/// Brings a restore to its end that was interrupted while old and new changed places. For the owner of the
/// store's lock, before the database is opened. FileUnwritable, DiskFull.
Result<void> finishRestore(const QString &folder);

} // namespace sohoa
