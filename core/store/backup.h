// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"

#include <QString>

namespace sohoa {

class Database;
class Store;

/// What a backup holds.
struct BackupSummary {
    int files = 0;    ///< Beside the database.
    qint64 bytes = 0; ///< Copied this time; less when an earlier backup is brought up to date.
};

/// An online copy of the database alone, whole and durable under `path` or not there at all; checked by
/// integrity_check before it gets its name. DiskFull, FileUnwritable (args: path), StoreCorrupt, StoreFailed.
Result<void> backupDatabase(Database &database, const QString &path);

/// A copy of the store that can be opened like one: database, masters, cleaned pages, packages. `folder` is made;
/// files of an earlier backup there that are still the same are not copied again. Rows cannot change meanwhile
/// (they belong to the calling thread). The database comes last, so that
/// every file that it names is already there. Each master and package is compared with the hash in its row:
/// another one gives StoreCorrupt and no new database. Packages that the repositories have answered for stay
/// behind.
Result<BackupSummary> backup(Store &store, const QString &folder);

} // namespace sohoa
