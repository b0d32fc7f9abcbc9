// SPDX-License-Identifier: GPL-3.0-or-later
// Stacks that come otherwise than in one go: refed sheets, two passes, the glass, paper that is awaited, odd
// pages.
#include "tests/integration/acquisition/stack_rig.h"

using namespace sohoa;
using namespace sohoa::test;

namespace {

QStringList scanned(StackRig &rig, const QString &stack, bool duplex = false)
{
    const BatchId batch = rig.newBatch();
    REQUIRE_FALSE(rig.scan(batch, rig.wish(stack, duplex)).error);
    return rig.masters(batch);
}

} // namespace

TEST_CASE("A sheet that is put back although it is there is recognized and asked about", "[acquisition]")
{
    StackRig rig;
    const bool duplex = GENERATE(false, true);
    const int pages = 6;
    const QStringList whole = scanned(rig, rig.stack(u"trọn vẹn"_s, pages), duplex);
    const ScanWish wish = rig.wish(rig.stack(u"kẹt"_s, pages, "page 5 jam"), duplex);
    const BatchId batch = rig.newBatch();
    REQUIRE(rig.scan(batch, wish).error);
    // Told sheet 5 (duplex: 3), the clerk lays one more back.
    const auto summary = rig.resumeFromPage(duplex ? 3 : 4, batch, wish);
    CHECK_FALSE(summary.error);
    REQUIRE(summary.refed.size() == (duplex ? 2 : 1));
    const auto stored = rig.pages(batch);
    CHECK(summary.refed.front().like == stored[duplex ? 2 : 3].id);
    CHECK(summary.refed.front().sheet == (duplex ? 2 : 4));
    CHECK(stored.size() == size_t(pages) + summary.refed.size()); // nothing was dropped in silence
    for (const RefedPage &refed : summary.refed) {
        const auto page = rig.store().pages().find(refed.page);
        REQUIRE_OK(page);
        CHECK(page->suspect == QStringList{u"refed"_s});
        REQUIRE_OK(rig.store().pages().setExcluded(refed.page, true)); // the clerk's answer
    }
    CHECK(rig.masters(batch) == whole);
}

TEST_CASE("Half a sheet whose paper does not come back is kept and stays marked", "[acquisition]")
{
    StackRig rig;
    const bool duplex = true;
    const ScanWish wish = rig.wish(rig.stack(u"kẹt"_s, 6, "page 4 jam at 0.5"), duplex);
    const BatchId batch = rig.newBatch();
    REQUIRE(rig.scan(batch, wish).error);
    const auto summary = rig.resumeFromPage(5, batch, wish); // sheet 3 instead of sheet 2
    CHECK_FALSE(summary.error);
    CHECK(summary.refed.empty());
    const auto stored = rig.pages(batch);
    REQUIRE(stored.size() == 5);
    CHECK(stored[2].suspect == QStringList{u"half-sheet"_s});
    CHECK_FALSE(summary.stack->ledger.balances()); // and the count says so
}

TEST_CASE("Faults one behind the other at the same sheet", "[acquisition]")
{
    StackRig rig;
    const bool duplex = true;
    const QStringList whole = scanned(rig, rig.stack(u"trọn vẹn"_s, 4), duplex);
    const ScanWish wish = rig.wish(
        rig.stack(u"kẹt"_s, 4, "page 4 jam at 0.5 times 2\npage 3 cover-open at 0.2\npage 2 crash"), duplex);
    const BatchId batch = rig.newBatch();
    auto summary = rig.scan(batch, wish);
    int stops = 0;
    for (; summary.error && stops < 10; ++stops)
        summary = rig.resume(batch, wish);
    CHECK(stops == 4);
    CHECK(rig.masters(batch) == whole);
    CHECK(summary.stack->ledger.balances());
}

TEST_CASE("Pages that are shorter or longer than announced are kept and marked", "[acquisition]")
{
    StackRig rig;
    const ScanWish wish = rig.wish(rig.stack(u"ngắn dài"_s, 4, "page 2 short at 0.6\npage 3 long 7"));
    const BatchId batch = rig.newBatch();
    CHECK_FALSE(rig.scan(batch, wish).error);
    const auto pages = rig.pages(batch);
    REQUIRE(pages.size() == 4);
    CHECK(pages[0].suspect.isEmpty());
    CHECK(pages[1].suspect == QStringList{u"short"_s});
    CHECK(pages[2].suspect == QStringList{u"long"_s});
    CHECK(pages[2].height == pages[0].height);
    CHECK(pages[3].suspect.isEmpty());
}

TEST_CASE("Unknown length and three passes give the pages that one pass of known length gives", "[acquisition]")
{
    StackRig rig;
    ScanWish wish = rig.wish(rig.stack(u"trọn vẹn"_s, 3));
    wish.mode = u"color"_s;
    const BatchId plain = rig.newBatch();
    REQUIRE_FALSE(rig.scan(plain, wish).error);
    wish.device = u"sohoa:"_s + rig.stack(u"lạ"_s, 3, "page 2 unknown-length\npage 3 three-pass");
    const BatchId odd = rig.newBatch();
    const auto summary = rig.scan(odd, wish);
    CHECK_FALSE(summary.error);
    CHECK(summary.stack->ledger.fed == 3);
    CHECK(rig.masters(odd) == rig.masters(plain));
}

TEST_CASE("The master's format is the profile's choice", "[acquisition]")
{
    StackRig rig;
    const ScanWish wish = rig.wish(rig.stack(u"không nén"_s, 1));
    IntakeOptions options;
    options.masters.lossless = true;
    const BatchId batch = rig.newBatch();
    CHECK_FALSE(rig.scan(batch, wish, options).error);
    CHECK(rig.pages(batch).front().masterFile.endsWith(u".png"_s));
}

TEST_CASE("Paper is awaited, and waiting can be cancelled", "[acquisition]")
{
    StackRig rig;
    int looks = 0;
    QObject context;
    QObject::connect(&rig.intake(), &IntakeService::paperAwaited, &context, [&] { ++looks; });
    SECTION("until it comes")
    {
        ScanWish wish = rig.wish(rig.stack(u"chờ giấy"_s, 2, "page 1 no-docs times 2"));
        wish.waitForPaper = true;
        const BatchId batch = rig.newBatch();
        CHECK_FALSE(rig.scan(batch, wish).error);
        CHECK(looks == 2);
        CHECK(rig.pages(batch).size() == 2);
    }
    SECTION("until nobody wants to any more")
    {
        ScanWish wish = rig.wish(rig.stack(u"chờ mãi"_s, 2, "page 1 no-docs times *"));
        wish.waitForPaper = true;
        QObject::connect(&rig.intake(), &IntakeService::paperAwaited, &context, [&] {
            if (looks == 2)
                rig.intake().cancel();
        });
        const auto summary = rig.scan(rig.newBatch(), wish);
        REQUIRE(summary.error);
        CHECK(summary.error->code == ErrorCode::Cancelled);
        CHECK(summary.pages.empty());
    }
}

TEST_CASE("Pages from the glass, one after the other", "[acquisition]")
{
    StackRig rig;
    ScanWish wish = rig.wish(rig.stack(u"mặt kính"_s, 3));
    wish.source = u"Flatbed"_s;
    IntakeOptions options;
    options.pageByPage = true;
    QObject context;
    QObject::connect(&rig.intake(), &IntakeService::nextPageAwaited, &context, [&](int pages) {
        if (pages < 3)
            rig.intake().goOn();
        else
            rig.intake().finish();
    });
    const BatchId batch = rig.newBatch();
    const auto summary = rig.scan(batch, wish, options);
    CHECK_FALSE(summary.error);
    CHECK(summary.stack->state == StackState::Done);
    CHECK(summary.stack->ledger == Ledger{3, 3, 3, {}});
    CHECK(rig.masters(batch) == scanned(rig, rig.stack(u"trọn vẹn"_s, 3)));
}

TEST_CASE("Two passes of a feeder that reads one side are put together", "[acquisition]")
{
    StackRig rig;
    IntakeOptions options;
    options.twoPass = true;
    const ScanWish fronts = rig.wish(rig.stack(u"mặt trước"_s, 3, {}, 1));
    const QStringList frontPages = scanned(rig, rig.stack(u"a"_s, 3, {}, 1));
    const QStringList backPages = scanned(rig, rig.stack(u"b"_s, 3, {}, 11));
    const BatchId batch = rig.newBatch();
    int flips = 0;
    QObject context;
    QObject::connect(&rig.intake(), &IntakeService::flipAwaited, &context, [&](int count) {
        ++flips;
        CHECK(count == 3);
        rig.intake().finish(); // the backs come another day
    });
    const bool reversed = GENERATE(true, false);
    options.backOrder = reversed ? PassOrder::Reversed : PassOrder::SameOrder;
    const auto first = rig.scan(batch, fronts, options);
    CHECK(flips == 1);
    CHECK_FALSE(first.error);
    REQUIRE(first.stack);
    CHECK(first.stack->state == StackState::Flip);

    const auto paired = [&](int sheet) {
        return QStringList{frontPages[sheet], backPages[reversed ? 2 - sheet : sheet]};
    };
    const QStringList together = paired(0) + paired(1) + paired(2);
    const ScanWish backs = rig.wish(rig.stack(u"mặt sau"_s, 3, {}, 11));
    SECTION("as many backs as fronts")
    {
        const auto second = rig.resumeFromPage(1, batch, backs, options);
        CHECK_FALSE(second.error);
        CHECK(second.stack->state == StackState::Done);
        CHECK(rig.masters(batch) == together);
    }
    SECTION("a back too few: nothing is put together, and the backs can be fed once more")
    {
        const ScanWish few = rig.wish(rig.stack(u"thiếu"_s, 2, {}, 12));
        const auto second = rig.resumeFromPage(1, batch, few, options);
        REQUIRE(second.error);
        CHECK(second.error->code == ErrorCode::PassCountsDiffer);
        CHECK(second.error->args.value(u"fronts"_s) == u"3"_s);
        CHECK(second.error->args.value(u"backs"_s) == u"2"_s);
        CHECK(rig.masters(batch).first(3) == frontPages); // as fed
        const auto again = rig.resumeFromPage(1, batch, backs, options);
        CHECK_FALSE(again.error);
        CHECK(rig.masters(batch) == together);
        CHECK(again.stack->ledger.stored == 6);
    }
    SECTION("a jam among the backs")
    {
        const ScanWish jammed = rig.wish(rig.stack(u"kẹt"_s, 3, "page 2 jam", 11));
        const auto second = rig.resumeFromPage(1, batch, jammed, options);
        REQUIRE(second.error);
        CHECK(second.stack->nextSheet == 2);
        CHECK(second.stack->pass == 2);
        CHECK_FALSE(rig.resume(batch, jammed, options).error);
        CHECK(rig.masters(batch) == together);
    }
}

TEST_CASE("A run that was killed is found where it stood", "[acquisition]")
{
    StackRig rig;
    const ScanWish wish = rig.wish(rig.stack(u"trọn vẹn"_s, 3));
    const BatchId batch = rig.newBatch();
    ScanWish two = wish;
    two.maxPages = 2;
    CHECK_FALSE(rig.scan(batch, two).error);
    // What the rows of a process look like that died here.
    auto runs = rig.store().stacks().ofBatch(batch);
    REQUIRE_OK(runs);
    StackRun run = runs->front();
    run.state = StackState::Running;
    REQUIRE_OK(rig.store().stacks().update(run));
    const auto resumed = rig.resume(batch, wish);
    CHECK_FALSE(resumed.error);
    CHECK(resumed.pages.size() == 1);
    CHECK(resumed.stack->ledger == Ledger{3, 3, 3, {}});
}
