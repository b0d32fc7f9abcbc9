// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/migrations.h"
#include "tests/unit/store/test_store.h"

#include <array>

using namespace sohoa;
using namespace sohoa::test;

namespace {

/// A store as version 1 of the schema left it, with something in it.
void makeVersion1(const QString &folder, const Clock &clock)
{
    REQUIRE(QDir().mkpath(folder + u"/backups"_s));
    auto database = Database::open(folder + u"/sohoa.db"_s, clock);
    REQUIRE_OK(database);
    REQUIRE_OK(migrate(**database, folder + u"/backups"_s, allMigrations().first(1)));
    const BatchId batch = BatchId::make(clock);
    REQUIRE_OK(
        (*database)->execute("INSERT INTO batch (id, name, state, agency, place, operator_name, note, created_at)"
                             " VALUES (?1, 'Hộp cũ', 'open', '', '', 'lan', '', 0)",
                             {batch}));
    AuditRow row{1, {0}, u"lan"_s, u"batch.create"_s, batch.toString(), {}, u"{\"state\":\"open\"}"_s, {}, {}};
    row.previousHash = QByteArray(32, '\0');
    REQUIRE_OK((*database)->execute(
        "INSERT INTO audit (sequence, at, actor, what, target, before, after, previous_hash, hash)"
        " VALUES (1, 0, ?1, ?2, ?3, '', ?4, ?5, ?6)",
        {row.actor, row.what, row.target, row.after, row.previousHash, auditHash(row)}));
}

int schemaOf(Database &database)
{
    int version = 0;
    REQUIRE_OK(database.query("PRAGMA user_version", {}, [&](const SqlRow &row) { version = row.number(0); }));
    return version;
}

} // namespace

TEST_CASE("A store of version 1 is opened by this version", "[store]")
{
    const QTemporaryDir folder(QDir::tempPath() + u"/kho cũ XXXXXX"_s);
    const FakeClock clock;
    makeVersion1(folder.path(), clock);
    auto store = Store::open(folder.path(), clock);
    REQUIRE_OK(store);
    CHECK((*store)->batches().findByName(u"Hộp cũ"_s).value());
    CHECK(schemaOf((*store)->database()) == allMigrations().back().version);
    CHECK(fsck(**store).value().empty());
}

TEST_CASE("The database is copied before its schema changes", "[store]")
{
    const QTemporaryDir folder;
    const FakeClock clock;
    makeVersion1(folder.path(), clock);
    const QString backups = folder.filePath(u"backups"_s);
    auto database = Database::open(folder.filePath(u"sohoa.db"_s), clock);
    REQUIRE_OK(database);
    const Migration first = allMigrations().front();

    SECTION("a step that works")
    {
        const std::array steps{first, Migration{2, "ALTER TABLE batch ADD COLUMN shelf TEXT NOT NULL DEFAULT ''"}};
        REQUIRE_OK(migrate(**database, backups, steps));
        CHECK(schemaOf(**database) == 2);
        const QStringList copies = QDir(backups).entryList(QDir::Files | QDir::Hidden);
        REQUIRE(copies.size() == 1);
        auto copy = Database::openReadOnly(backups + u'/' + copies.front(), clock);
        REQUIRE_OK(copy);
        CHECK(schemaOf(**copy) == 1);
        CHECK(BatchRepository(**copy).findByName(u"Hộp cũ"_s).value());
        REQUIRE_OK(migrate(**database, backups, steps));
        CHECK(QDir(backups).entryList(QDir::Files).size() == 1);
    }
    SECTION("a step that fails half way leaves the step before")
    {
        const std::array steps{first, Migration{2, "CREATE TABLE extra (x TEXT) STRICT; no sql"}};
        CHECK(migrate(**database, backups, steps).error().code == ErrorCode::StoreFailed);
        CHECK(schemaOf(**database) == 1);
        CHECK_FALSE((*database)->execute("INSERT INTO extra VALUES ('x')"));
    }
    SECTION("a step that would leave a dangling row")
    {
        const std::array steps{
            first,
            Migration{2, "PRAGMA defer_foreign_keys = ON; DROP TRIGGER page_fixed;"
                         "INSERT INTO page (id, batch_id, sequence, position, state, source, master_file,"
                         " master_sha256, dpi, width, height, excluded, suspect, captured_at) VALUES"
                         " ('0190f000-0000-7000-8000-000000000001', '0190f000-0000-7000-8000-000000000002', 0,"
                         " 0, 'captured', '', '0190f000-0000-7000-8000-000000000001.jpg',"
                         " hex(zeroblob(32)), 0, 0, 0, 0, '[]', 0)"}};
        const auto refused = migrate(**database, backups, steps);
        REQUIRE_FALSE(refused);
        CHECK(refused.error().code == ErrorCode::StoreCorrupt);
        CHECK(schemaOf(**database) == 1);
    }
}

TEST_CASE("A store of a newer version is left alone", "[store]")
{
    TestStore store;
    store.addBatch();
    REQUIRE_OK(store->database().executeScript("PRAGMA user_version = 999"));
    store.close();
    const auto opened = Store::open(store.path(), store.clock);
    REQUIRE_FALSE(opened);
    CHECK(opened.error().code == ErrorCode::StoreNewer);
    CHECK(opened.error().args.value(u"found"_s) == u"999");
    const QByteArray current = "PRAGMA user_version = " + QByteArray::number(allMigrations().back().version);
    REQUIRE(writeRaw(store.file(u"sohoa.db"_s), current.constData()) == SQLITE_OK);
    store.reopen();
    CHECK(store->batches().all().value().size() == 1);
}
