// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/unit/store/test_store.h"

#include <QFile>

using namespace sohoa;
using namespace sohoa::test;

namespace {

Result<void> setting(Database &database, const QString &key)
{
    return SettingsRepository(database).set(key, 1);
}

} // namespace

TEST_CASE("A connection is as durable and strict as promised", "[store]")
{
    TestStore store;
    CHECK(store.count("PRAGMA synchronous") == 2);
    CHECK(store.count("PRAGMA foreign_keys") == 1);
    QString mode;
    REQUIRE_OK(store->database().query("PRAGMA journal_mode", {}, [&](const SqlRow &row) { mode = row.text(0); }));
    CHECK(mode == u"wal");
    CHECK(store.count("SELECT count(*) FROM pragma_table_list WHERE type = 'table' AND strict = 0"
                      " AND schema = 'main' AND name NOT LIKE 'sqlite_%'") == 0);
}

TEST_CASE("A transaction is kept only when everything went well", "[store]")
{
    TestStore store;
    Database &database = store->database();
    const auto failed = database.transaction([&]() -> Result<int> {
        REQUIRE_OK(setting(database, u"a"_s));
        return fail(ErrorCode::Cancelled, u"on purpose"_s);
    });
    CHECK(failed.error().code == ErrorCode::Cancelled);
    CHECK(store.count("SELECT count(*) FROM setting") == 0);

    // A part may fail alone; the rest goes on.
    const auto kept = database.transaction([&]() -> Result<int> {
        REQUIRE_OK(setting(database, u"a"_s));
        const auto part = database.transaction([&]() -> Result<void> {
            CHECK(setting(database, u"b"_s));
            return fail(ErrorCode::Cancelled, u"on purpose"_s);
        });
        CHECK_FALSE(part);
        REQUIRE_OK(setting(database, u"c"_s));
        return 5;
    });
    CHECK(kept.value() == 5);
    CHECK(store.count("SELECT count(*) FROM setting") == 2);
    CHECK_FALSE(store->settings().get(u"b"_s).value());
}

TEST_CASE("A statement may run inside the callback of the same statement", "[store]")
{
    TestStore store;
    Database &database = store->database();
    for (const QString &key : {u"a"_s, u"b"_s, u"c"_s})
        REQUIRE_OK(setting(database, key));
    int rows = 0;
    const char *sql = "SELECT key FROM setting";
    const auto inner = [&](const SqlRow &) { ++rows; };
    REQUIRE_OK(database.query(sql, {}, [&](const SqlRow &) { CHECK(database.query(sql, {}, inner)); }));
    CHECK(rows == 9);
}

TEST_CASE("SQLite's refusals get their names", "[store]")
{
    TestStore store;
    Database &database = store->database();
    CHECK(database.execute("no sql").error().code == ErrorCode::StoreFailed);
    CHECK(database.execute("INSERT INTO setting VALUES ('', '1')").error().code == ErrorCode::ValueInvalid);
    CHECK(database.execute("INSERT INTO setting VALUES ('k', 'no json')").error().code == ErrorCode::ValueInvalid);
    CHECK(database.execute("INSERT INTO setting VALUES (NULL, '1')").error().code == ErrorCode::ValueInvalid);

    // What the schema cannot promise is checked when it is read.
    REQUIRE_OK(
        database.execute("INSERT INTO batch VALUES ('not-an-id-but-36-characters-of-text!', 'x', 'open', '',"
                         " '', '', '', NULL, 0)"));
    CHECK(store->batches().all().error().code == ErrorCode::StoreCorrupt);

    auto reader = store->openReader();
    REQUIRE_OK(reader);
    CHECK_FALSE((*reader)->execute("INSERT INTO setting VALUES ('k', '1')"));
    CHECK_FALSE((*reader)->transaction([&] { return setting(**reader, u"k"_s); }));
    int batches = 0;
    REQUIRE_OK(
        (*reader)->query("SELECT count(*) FROM batch", {}, [&](const SqlRow &row) { batches = row.number(0); }));
    CHECK(batches == 1);
}

TEST_CASE("A full file is a full disk, and nothing is half written", "[store]")
{
    TestStore store;
    const BatchId batch = store.addBatch();
    REQUIRE_OK(store->database().query("PRAGMA max_page_count = 1", {}, [](const SqlRow &) {}));
    Result<Page> page = fail(ErrorCode::Internal, {});
    int stored = 0;
    do {
        page = store->pages().append(store.newPage(batch));
        stored += page ? 1 : 0;
    } while (page && stored < 1000);
    REQUIRE_FALSE(page);
    CHECK(page.error().code == ErrorCode::DiskFull);
    CHECK(store.count("SELECT count(*) FROM page") == stored);
    CHECK(store.count("SELECT count(*) FROM audit") == stored + 1);
    REQUIRE_OK(store->database().query("PRAGMA max_page_count = 100000", {}, [](const SqlRow &) {}));
    store.addPage(batch);
}

TEST_CASE("One owner at a time", "[store]")
{
    TestStore store;
    const auto second = Store::open(store.path(), store.clock);
    REQUIRE_FALSE(second);
    CHECK(second.error().code == ErrorCode::StoreBusy);
    store.close();
    store.reopen();
}

TEST_CASE("What is no store is not opened and not harmed", "[store]")
{
    const QTemporaryDir folder;
    const FakeClock clock;
    SECTION("a damaged database")
    {
        const QByteArray rubbish(8192, 'x');
        REQUIRE_OK(writeDurably(folder.filePath(u"sohoa.db"_s), rubbish));
        CHECK(Store::open(folder.path(), clock).error().code == ErrorCode::StoreCorrupt);
        CHECK(readFile(folder.filePath(u"sohoa.db"_s), 10000).value() == rubbish);
    }
    SECTION("a folder that cannot be made")
    {
        REQUIRE_OK(writeDurably(folder.filePath(u"file"_s), "x"));
        const auto opened = Store::open(folder.filePath(u"file"_s), clock);
        CHECK(opened.error().code == ErrorCode::FileUnwritable);
    }
}
