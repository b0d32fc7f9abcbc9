// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/unit/store/test_store.h"

using namespace sohoa;
using namespace sohoa::test;
using enum BatchState;

TEST_CASE("A batch is read back as it was stored", "[store]")
{
    TestStore store;
    Batch batch;
    batch.id = BatchId::make(store.clock);
    batch.name = u"Kệ 3 – Hộp \"12\""_s;
    batch.agency = u"UBND xã Đông Hà"_s;
    batch.place = u"Kệ 3"_s;
    batch.operatorName = u"lan"_s;
    batch.note = u"ẩm"_s;
    batch.expectedPages = 120;
    batch.createdAt = store.clock.now();
    REQUIRE_OK(store->batches().create(batch));
    const Batch found = store->batches().find(batch.id).value();
    CHECK(found.name == batch.name);
    CHECK(found.agency == batch.agency);
    CHECK(found.place == batch.place);
    CHECK(found.operatorName == batch.operatorName);
    CHECK(found.note == batch.note);
    CHECK(found.expectedPages == 120);
    CHECK(found.createdAt == batch.createdAt);
    CHECK(store->batches().findByName(batch.name).value()->id == batch.id);
    CHECK_FALSE(store->batches().findByName(u"no such"_s).value());
    CHECK(store->batches().find(BatchId::make(store.clock)).error().code == ErrorCode::NotFound);

    Batch twin = batch;
    twin.id = BatchId::make(store.clock);
    const auto refused = store->batches().create(twin);
    REQUIRE_FALSE(refused);
    CHECK(refused.error().code == ErrorCode::ValueInvalid);
    CHECK(refused.error().args.value(u"field"_s) == u"name");
    CHECK(store->batches().all().value().size() == 1);
}

TEST_CASE("A batch goes only the ways of the contract, also for raw SQL", "[store]")
{
    for (const auto from : {Open, Closed, Queued, Synced, Partial}) {
        TestStore store;
        const BatchId id = store.addBatch();
        for (const auto step : {Closed, Queued, from == Partial ? Partial : Synced})
            if (store->batches().find(id).value().state != from)
                REQUIRE_OK(store->batches().setState(id, step));
        REQUIRE(store->batches().find(id).value().state == from);
        for (const auto to : {Open, Closed, Queued, Synced, Partial}) {
            INFO(toString(from).toStdString() << " to " << toString(to).toStdString());
            if (to == from)
                continue;
            const auto raw = store->database().transaction([&]() -> Result<void> {
                if (auto written = store->database().execute("UPDATE batch SET state = ?1", {toString(to)});
                    !written)
                    return fail(written.error());
                return fail(ErrorCode::Cancelled, u"only tried"_s);
            });
            CHECK(raw.error().code == (mayChange(from, to) ? ErrorCode::Cancelled : ErrorCode::StateForbids));
            if (!mayChange(from, to)) {
                const auto refused = store->batches().setState(id, to);
                REQUIRE_FALSE(refused);
                CHECK(refused.error().code == ErrorCode::StateForbids);
                CHECK(refused.error().args.value(u"state"_s) == toString(from));
            }
        }
        const auto rows = store->audit().ofTarget(id.toString()).value();
        REQUIRE_OK(store->batches().setState(id, from));
        CHECK(store->audit().ofTarget(id.toString()).value().size() == rows.size());
        CHECK(rows.front().what == u"batch.create");
    }
}

TEST_CASE("The sheet of an open batch is corrected, with a trace; a closed one stands", "[store]")
{
    TestStore store;
    const BatchId id = store.addBatch();
    Batch batch = store->batches().find(id).value();
    batch.agency = u"UBND phường Tam Thanh"_s;
    batch.place = u"Kệ 4"_s;
    batch.operatorName = u"hoa"_s;
    batch.note.clear();
    batch.expectedPages = 12;
    REQUIRE_OK(store->batches().setSheet(batch));
    const Batch found = store->batches().find(id).value();
    CHECK(found.agency == batch.agency);
    CHECK(found.place == batch.place);
    CHECK(found.operatorName == batch.operatorName);
    CHECK(found.note.isEmpty());
    CHECK(found.expectedPages == 12);
    const size_t traces = store->audit().ofTarget(id.toString()).value().size();
    REQUIRE_OK(store->batches().setSheet(batch));
    CHECK(store->audit().ofTarget(id.toString()).value().size() == traces); // Nothing changed.

    REQUIRE_OK(store->batches().setState(id, Closed));
    REQUIRE_OK(store->batches().setSheet(batch));
    batch.note = u"muộn"_s;
    CHECK(store->batches().setSheet(batch).error().code == ErrorCode::StateForbids);
    CHECK(store->batches().find(id).value().note.isEmpty());
}
