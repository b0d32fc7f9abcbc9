// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/unit/store/test_store.h"

#include <QCryptographicHash>

using namespace sohoa;
using namespace sohoa::test;

namespace {

void fill(TestStore &store)
{
    for (int i = 0; i < 4; ++i)
        store.addBatch(u"Hộp %1"_s.arg(i));
}

} // namespace

TEST_CASE("Audit rows are chained in the published form", "[store]")
{
    TestStore store;
    REQUIRE_OK(store->audit().append(u"lan"_s, u"demo.do"_s, u"x"_s, {}, {{u"b"_s, 2}, {u"a"_s, u"đ"_s}}));
    REQUIRE_OK(store->audit().append(u"lan"_s, u"demo.do"_s, u"x"_s, {}, {}));
    const auto rows = store->audit().ofTarget(u"x"_s).value();
    REQUIRE(rows.size() == 2);
    CHECK(rows[0].previousHash == QByteArray(32, '\0'));
    CHECK(rows[1].previousHash == rows[0].hash);
    CHECK(rows[0].after == uR"({"a":"đ","b":2})");
    const QByteArray at = QByteArray::number(store.clock.now().msecs);
    const QByteArray form = "32:" + QByteArray(32, '\0') + "1:1" + QByteArray::number(at.size()) + ':' + at +
                            "3:lan7:demo.do1:x0:16:{\"a\":\"đ\",\"b\":2}";
    CHECK(rows[0].hash == QCryptographicHash::hash(form, QCryptographicHash::Sha256));
    CHECK_FALSE(store->audit().verify().value());
    CHECK(store->audit().latest(1).value().front().sequence == 2);
}

TEST_CASE("The audit trail refuses to be changed", "[store]")
{
    TestStore store;
    fill(store);
    for (const char *sql :
         {"UPDATE audit SET actor = 'x'", "DELETE FROM audit", "DELETE FROM audit WHERE sequence = 4",
          "INSERT OR REPLACE INTO audit SELECT sequence, at, 'x', what, target, before, after, hash"
          " FROM audit WHERE sequence = 2",
          "INSERT INTO audit SELECT 9, at, actor, what, target, before, after, zeroblob(32)"
          " FROM audit WHERE sequence = 4"}) {
        INFO(sql);
        const auto refused = store->database().execute(sql);
        REQUIRE_FALSE(refused);
        CHECK(refused.error().code == ErrorCode::StateForbids);
        CHECK(writeRaw(store->databasePath(), sql) == SQLITE_CONSTRAINT);
    }
    CHECK(store.count("SELECT count(*) FROM audit") == 4);
    CHECK_FALSE(store->audit().verify().value());
}

TEST_CASE("What was changed behind the triggers' back is found", "[store]")
{
    TestStore store;
    fill(store);
    const QString path = store->databasePath();
    store.close();
    REQUIRE(writeRaw(path, "DROP TRIGGER audit_no_update; DROP TRIGGER audit_no_delete") == SQLITE_OK);
    qint64 expected = 0;
    SECTION("a row's words")
    {
        REQUIRE(writeRaw(path, "UPDATE audit SET actor = 'someone' WHERE sequence = 2") == SQLITE_OK);
        expected = 2;
    }
    SECTION("a row's time, the last one")
    {
        REQUIRE(writeRaw(path, "UPDATE audit SET at = at + 1 WHERE sequence = 4") == SQLITE_OK);
        expected = 4;
    }
    SECTION("a row in the middle gone")
    {
        REQUIRE(writeRaw(path, "DELETE FROM audit WHERE sequence = 3") == SQLITE_OK);
        expected = 3;
    }
    SECTION("the end gone")
    {
        REQUIRE(writeRaw(path, "DELETE FROM audit WHERE sequence = 4") == SQLITE_OK);
        expected = 4;
    }
    SECTION("a row's own hash")
    {
        REQUIRE(writeRaw(path, "UPDATE audit SET hash = zeroblob(32) WHERE sequence = 1") == SQLITE_OK);
        expected = 1;
    }
    store.reopen();
    CHECK(store->audit().verify().value() == expected);
    const auto findings = fsck(*store).value();
    CHECK(std::ranges::count(findings, FsckKind::BrokenAudit, &FsckFinding::kind) == 1);
    // The two triggers that stood in the way.
    CHECK(std::ranges::count(findings, FsckKind::AlteredSchema, &FsckFinding::kind) == 2);
}
