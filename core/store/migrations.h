// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"

#include <QString>

#include <span>

namespace sohoa {

class Database;

/// One step of the schema. The list is append only: a script that has been released never changes.
struct Migration {
    int version; ///< The schema's number (PRAGMA user_version) after the script.
    const char *script;
};

/// Every step from the empty database to today's schema, in order, counting from 1.
std::span<const Migration> allMigrations();

/// Brings the database to the last of `migrations`: each step in one transaction together with its new number and
/// a check of all foreign keys. A database that is not new is copied into `backupFolder` first. Errors: StoreNewer
/// (args: found, known) when its number is higher than the last; StoreCorrupt when foreign keys dangle; those of
/// Database. After an error the database is at the last step that succeeded.
Result<void> migrate(Database &database, const QString &backupFolder,
                     std::span<const Migration> migrations = allMigrations());

} // namespace sohoa
