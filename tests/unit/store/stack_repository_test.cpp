// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/stack_repository.h"
#include "tests/unit/store/test_store.h"

using namespace sohoa;
using namespace sohoa::test;
using namespace Qt::StringLiterals;

namespace {

StackRun runOf(TestStore &store, const BatchId &batch)
{
    StackRun run;
    run.id = StackRunId::make(store.clock);
    run.batch = batch;
    run.device = u"sohoa:máy"_s;
    run.ledger.expected = 12;
    run.startedAt = store.clock.now();
    return run;
}

} // namespace

TEST_CASE("A stack and its ledger come back as they were stored", "[store][stack]")
{
    TestStore store;
    const BatchId batch = store.addBatch();
    StackRun run = runOf(store, batch);
    REQUIRE_OK(store->stacks().create(run));
    run.state = StackState::Stopped;
    run.duplex = true;
    run.nextSheet = 7;
    run.ledger.fed = 13;
    run.ledger.scanned = 12;
    run.ledger.stored = 99; // nobody believes this
    run.error = ErrorCode::PaperJam;
    REQUIRE_OK(store->stacks().update(run));
    store.reopen();
    const auto open = store->stacks().openOf(batch);
    REQUIRE_OK(open);
    REQUIRE(*open);
    CHECK((*open)->id == run.id);
    CHECK((*open)->state == StackState::Stopped);
    CHECK((*open)->duplex);
    CHECK((*open)->nextSheet == 7);
    CHECK((*open)->error == ErrorCode::PaperJam);
    CHECK((*open)->ledger == Ledger{13, 12, 0, 12});
    CHECK_FALSE((*open)->ledger.balances());

    REQUIRE_OK(store->stacks().giveUp(batch));
    CHECK_FALSE(store->stacks().openOf(batch).value());
    CHECK(store->stacks().ofBatch(batch)->size() == 1);
}

TEST_CASE("What is stored is counted from the pages", "[store][stack]")
{
    TestStore store;
    const BatchId batch = store.addBatch();
    StackRun run = runOf(store, batch);
    REQUIRE_OK(store->stacks().create(run));
    std::vector<PageId> pages;
    for (int sheet = 1; sheet <= 3; ++sheet) {
        pages.push_back(store.addPage(batch));
        REQUIRE_OK(store->stacks().addSide(run.id, {pages.back(), 1, sheet, false, QByteArray("1 x"), {}}));
    }
    CHECK(store->stacks().find(run.id)->ledger.stored == 3);
    const auto last = store->stacks().lastSides(run.id, 1, 2);
    REQUIRE_OK(last);
    REQUIRE(last->size() == 2);
    CHECK(last->front().page == pages[1]);
    CHECK(last->back().sheet == 3);
    CHECK(last->back().print == "1 x");
    CHECK(last->back().sha256.size() == 64);
    REQUIRE_OK(store->stacks().removeSide(pages[2]));
    CHECK(store->stacks().find(run.id)->ledger.stored == 2);
    run.state = StackState::Done;
    REQUIRE_OK(store->stacks().update(run));
    CHECK(store->stacks().lastSides(run.id, 1, 1)->front().print.isEmpty());
}

TEST_CASE("Only the pages of an open stack of two passes change places", "[store][stack]")
{
    TestStore store;
    const BatchId batch = store.addBatch();
    StackRun run = runOf(store, batch);
    run.twoPass = true;
    REQUIRE_OK(store->stacks().create(run));
    const PageId before = store.addPage(batch);
    std::vector<PageId> fed;
    for (int side = 0; side < 4; ++side) {
        fed.push_back(store.addPage(batch));
        REQUIRE_OK(store->stacks().addSide(run.id, {fed.back(), side / 2 + 1, side % 2 + 1, side > 1, {}, {}}));
    }
    const std::vector<PageId> order{fed[0], fed[3], fed[1], fed[2]};
    REQUIRE_OK(store->stacks().arrange(order));
    const auto pages = store->pages().ofBatch(batch);
    REQUIRE_OK(pages);
    REQUIRE(pages->size() == 5);
    CHECK(pages->front().id == before);
    for (size_t place = 0; place < order.size(); ++place) {
        CHECK(pages->at(place + 1).id == order[place]);
        CHECK(pages->at(place + 1).sequence == static_cast<int>(place) + 1);
    }
    const auto foreign = store->stacks().arrange({before, fed[0]});
    REQUIRE_FALSE(foreign);
    CHECK(foreign.error().code == ErrorCode::StateForbids);
    CHECK(store->pages().ofBatch(batch)->front().id == before); // nothing was moved
    run.state = StackState::Done;
    REQUIRE_OK(store->stacks().update(run));
    CHECK(store->stacks().arrange(fed).error().code == ErrorCode::StateForbids);
}

TEST_CASE("A file of a watched folder is known by its bytes", "[store][stack]")
{
    TestStore store;
    const BatchId batch = store.addBatch();
    const QString sha256(64, u'a');
    CHECK_FALSE(store->stacks().knowsFile(sha256).value());
    REQUIRE_OK(store->stacks().rememberFile(sha256, u"quét 1.pdf"_s, batch));
    CHECK(store->stacks().knowsFile(sha256).value());
    CHECK_FALSE(store->stacks().rememberFile(sha256, u"lần nữa.pdf"_s, batch));
}
