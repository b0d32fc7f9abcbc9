// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/fsck_findings.h"
#include "core/store/migrations.h"

#include <QDir>
#include <QMap>

#include <sys/stat.h>

namespace sohoa {

using namespace Qt::StringLiterals;

namespace {

/// What a line of integrity_check speaks of.
FsckKind kindOf(const QString &line)
{
    if (line.contains(u"missing from index") || line.contains(u"wrong # of entries in index") ||
        line.contains(u"non-unique entry in index"))
        return FsckKind::BrokenIndex;
    if (line.contains(u"constraint failed") || line.contains(u"NULL value in") || line.contains(u"value in "))
        return FsckKind::BrokenRow;
    return FsckKind::DatabaseDamaged;
}

Result<QStringList> integrity(Database &database)
{
    QStringList lines;
    auto read = database.query("PRAGMA integrity_check", {}, [&](const SqlRow &row) {
        // FTS5 has its own check, which says more.
        if (const QString line = row.text(0); line != u"ok")
            lines.append(line);
    });
    if (!read)
        return fail(std::move(read).error());
    return lines;
}

Result<void> checkIntegrity(Inspection &inspection)
{
    const auto before = integrity(inspection.database());
    if (!before)
        return fail(before.error());
    QStringList after = *before;
    const bool indexesOnly =
        !before->isEmpty() && std::all_of(before->begin(), before->end(), [](const QString &line) {
            return kindOf(line) == FsckKind::BrokenIndex;
        });
    // Only over a sound table does an index follow from it.
    if (inspection.repairs() && indexesOnly) {
        if (auto built = inspection.database().executeScript("REINDEX"); !built)
            return built;
        const auto again = integrity(inspection.database());
        if (!again)
            return fail(again.error());
        after = *again;
    }
    for (const QString &line : *before)
        inspection.found(kindOf(line), u"sohoa.db"_s, line, !after.contains(line));
    return {};
}

struct SchemaObject {
    QString type;
    QString sql;
};
/// By name; without what SQLite and FTS5 make by themselves.
using Schema = QMap<QString, SchemaObject>;

Result<Schema> schemaOf(Database &database)
{
    Schema schema;
    auto read = database.query("SELECT name, type, sql FROM sqlite_schema WHERE sql IS NOT NULL"
                               " AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\'",
                               {}, [&](const SqlRow &row) {
                                   schema.insert(row.text(0), {row.text(1), row.text(2).simplified()});
                               });
    if (!read)
        return fail(std::move(read).error());
    return schema;
}

/// The schema as this version makes it.
Result<Schema> properSchema(const Clock &clock)
{
    auto empty = Database::openInMemory(clock);
    if (!empty)
        return fail(std::move(empty).error());
    if (auto made = migrate(**empty, {}); !made)
        return fail(std::move(made).error());
    return schemaOf(**empty);
}

/// Indexes, triggers and views hold nothing of their own.
bool canBeMadeAgain(const SchemaObject &object)
{
    return object.type == u"index" || object.type == u"trigger" || object.type == u"view";
}

Result<void> keepText(Inspection &inspection, const QString &name, const SchemaObject &object)
{
    const QString folder = inspection.store().lostAndFoundFolder();
    ::mkdir(QFile::encodeName(folder).constData(), 0700);
    QString path = u"%1/schema-%2.sql"_s.arg(folder, name);
    for (int n = 2; QFile::exists(path); ++n)
        path = u"%1/schema-%2-%3.sql"_s.arg(folder, name, QString::number(n));
    return writeDurably(path, object.sql.toUtf8() + '\n');
}

Result<void> putBack(Inspection &inspection, const QString &name, const SchemaObject *present,
                     const SchemaObject *proper)
{
    if (present)
        if (auto kept = keepText(inspection, name, *present); !kept)
            return kept;
    return inspection.database().transaction([&]() -> Result<void> {
        if (present) {
            const QString drop = u"DROP %1 \"%2\""_s.arg(present->type, QString(name).replace(u'"', u"\"\""_s));
            if (auto dropped = inspection.database().executeScript(drop.toUtf8().constData()); !dropped)
                return dropped;
        }
        return proper ? inspection.database().executeScript(proper->sql.toUtf8().constData()) : Result<void>();
    });
}

Result<void> checkSchema(Inspection &inspection)
{
    const auto proper = properSchema(inspection.database().clock());
    const auto present = schemaOf(inspection.database());
    if (!proper || !present)
        return fail(!proper ? proper.error() : present.error());
    QStringList names = proper->keys() + present->keys();
    names.removeDuplicates();
    for (const QString &name : names) {
        const auto is = present->constFind(name);
        const auto shouldBe = proper->constFind(name);
        const SchemaObject *there = is == present->cend() ? nullptr : &*is;
        const SchemaObject *wanted = shouldBe == proper->cend() ? nullptr : &*shouldBe;
        if (there && wanted && there->type == wanted->type && there->sql == wanted->sql)
            continue;
        const bool mends =
            inspection.repairs() && (!there || canBeMadeAgain(*there)) && (!wanted || canBeMadeAgain(*wanted));
        bool mended = false;
        if (mends) {
            // A unique index over rows that are not cannot be put back: then it stays a finding.
            mended = putBack(inspection, name, there, wanted).has_value();
        }
        inspection.found(FsckKind::AlteredSchema, (wanted ? wanted->type : there->type) + u':' + name,
                         !there    ? u"is missing"_s
                         : !wanted ? u"is none of this version's"_s
                                   : u"is not as this version makes it"_s,
                         mended);
    }
    return {};
}

} // namespace

Result<void> inspectDatabase(Inspection &inspection)
{
    if (auto checked = checkIntegrity(inspection); !checked)
        return checked;
    return checkSchema(inspection);
}

} // namespace sohoa
