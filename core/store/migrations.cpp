// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/migrations.h"

#include "core/store/backup.h"
#include "core/store/database.h"
#include "core/store/schema.h"

#include <QLoggingCategory>

#include <array>

namespace sohoa {

using namespace Qt::StringLiterals;

namespace {

Q_LOGGING_CATEGORY(logMigrations, "sohoa.store.migrations")

Result<int> schemaVersion(Database &database)
{
    int version = 0;
    auto read = database.query("PRAGMA user_version", {}, [&](const SqlRow &row) { version = row.number(0); });
    if (!read)
        return fail(std::move(read).error());
    return version;
}

Result<void> checkForeignKeys(Database &database)
{
    QString dangling;
    auto checked = database.query("PRAGMA foreign_key_check", {}, [&](const SqlRow &row) {
        if (dangling.isEmpty())
            dangling = row.text(0) + u':' + row.text(1);
    });
    if (checked && !dangling.isEmpty())
        return fail(ErrorCode::StoreCorrupt, u"foreign key of %1"_s.arg(dangling));
    return checked;
}

Result<void> apply(Database &database, const Migration &migration)
{
    return database.transaction([&]() -> Result<void> {
        if (auto run = database.executeScript(migration.script); !run)
            return run;
        if (auto checked = checkForeignKeys(database); !checked)
            return checked;
        const QByteArray number = "PRAGMA user_version = " + QByteArray::number(migration.version);
        return database.executeScript(number.constData());
    });
}

} // namespace

std::span<const Migration> allMigrations()
{
    static const std::array<Migration, 5> migrations{
        {{1, schema1}, {2, schema2}, {3, schema3}, {4, schema4}, {5, schema5}}};
    return migrations;
}

Result<void> migrate(Database &database, const QString &backupFolder, std::span<const Migration> migrations)
{
    const auto found = schemaVersion(database);
    if (!found)
        return fail(found.error());
    const int newest = migrations.empty() ? 0 : migrations.back().version;
    if (*found > newest)
        return fail(ErrorCode::StoreNewer, u"schema %1, known up to %2"_s.arg(*found).arg(newest),
                    {{u"found"_s, QString::number(*found)}, {u"known"_s, QString::number(newest)}});
    if (*found == newest)
        return {};
    if (*found > 0) {
        const QString copy = u"%1/schema-%2-%3.db"_s.arg(backupFolder).arg(*found).arg(database.now().msecs);
        if (auto saved = backupDatabase(database, copy); !saved)
            return saved;
    }
    for (const Migration &migration : migrations) {
        if (migration.version <= *found)
            continue;
        qCInfo(logMigrations) << "bringing the store to schema" << migration.version;
        if (auto applied = apply(database, migration); !applied)
            return applied;
    }
    return {};
}

} // namespace sohoa
