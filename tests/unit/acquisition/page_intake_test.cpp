// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/acquisition/page_intake.h"
#include "tests/support/catch.h"
#include "tests/support/fake_clock.h"
#include "tests/support/scripted_source.h"

#include <QDir>
#include <QEventLoop>
#include <QFile>
#include <QTemporaryDir>

using namespace sohoa;
using namespace Qt::StringLiterals;
using test::ScriptedSource;

namespace {

/// An intake over a scripted source, run to its end.
struct Desk {
    QTemporaryDir spool{QDir::tempPath() + u"/ổ chứa XXXXXX"_s};
    test::FakeClock clock;
    std::vector<Page> kept;
    std::vector<int> sheets;      ///< Of the pages kept.
    std::optional<Error> refuses; ///< What keeping a page fails with.
    std::unique_ptr<ScriptedSource> source = std::make_unique<ScriptedSource>();
    std::optional<Error> outcome;
    int captured = 0;
    FeedPlace from;
    int fed = 0;
    int scanned = 0;
    int nextSheet = 0;

    void run()
    {
        PageIntake intake(std::move(source), spool.path(), clock,
                          [this](const CapturedSide &side) -> Result<void> {
                              if (refuses)
                                  return fail(*refuses);
                              kept.push_back(side.page);
                              sheets.push_back(side.sheet);
                              return {};
                          });
        QEventLoop loop;
        QObject::connect(&intake, &PageIntake::pageCaptured, &intake, [this] { ++captured; });
        QObject::connect(&intake, &PageIntake::ended, &intake, [&](const std::optional<Error> &error) {
            outcome = error;
            loop.quit();
        });
        intake.start({.device = u"test:0"_s}, from);
        loop.exec();
        fed = intake.fed();
        scanned = intake.scanned();
        nextSheet = intake.nextSheet();
    }
    QStringList files() const { return QDir(spool.path()).entryList(QDir::Files | QDir::Hidden); }
};

} // namespace

TEST_CASE("The next sheet is asked for only when the last one is a file and a row", "[acquisition]")
{
    Desk desk;
    for (const char shade : {'\x10', '\x50', '\x90'})
        desk.source->sheets.push_back(ScriptedSource::gray(100, 80, shade));
    qsizetype atNext = 0;
    desk.source->beforeNext = [&] {
        ++atNext;
        CHECK(qsizetype(desk.kept.size()) == atNext);
        CHECK(desk.files().size() == atNext);
        CHECK(QFile::exists(desk.spool.filePath(desk.kept.back().masterFile)));
        CHECK(desk.kept.back().masterSha256.size() == 64);
    };
    desk.run();
    CHECK_FALSE(desk.outcome);
    CHECK(atNext == 3);
    CHECK(desk.captured == 3);
    CHECK(desk.kept[1].width == 100);
    CHECK(desk.kept[1].source == u"test:0"_s);
    CHECK(desk.kept[0].suspect.isEmpty());
}

TEST_CASE("A short or torn page is kept and marked", "[acquisition]")
{
    Desk desk;
    auto torn = ScriptedSource::gray(100, 80, '\x40');
    torn.rows.chop(100 * 30);
    torn.rowCount = 50;
    torn.complete = false;
    auto lying = ScriptedSource::gray(100, 80, '\x40'); // says whole, but rows are missing
    lying.rows.chop(100);
    desk.source->sheets = {torn, lying, ScriptedSource::gray(100, 80, '\x40')};
    desk.run();
    REQUIRE(desk.kept.size() == 3);
    CHECK(desk.kept[0].suspect == QStringList{u"short"_s});
    CHECK(desk.kept[1].suspect == QStringList{u"short"_s});
    CHECK(desk.kept[2].suspect.isEmpty());
}

TEST_CASE("A page that cannot be made safe stops the feeder and says why", "[acquisition]")
{
    Desk desk;
    for (int i = 0; i < 3; ++i)
        desk.source->sheets.push_back(ScriptedSource::gray(50, 50, '\x20'));
    SECTION("the row is refused")
    {
        desk.refuses = Error{ErrorCode::DiskFull};
        desk.run();
        REQUIRE(desk.outcome);
        CHECK(desk.outcome->code == ErrorCode::DiskFull);
        CHECK(desk.captured == 0);
    }
    SECTION("the folder is gone")
    {
        desk.spool.remove();
        desk.run();
        REQUIRE(desk.outcome);
        CHECK(desk.outcome->code == ErrorCode::FileUnwritable);
        CHECK(desk.kept.empty());
    }
}

TEST_CASE("A source that fails in mid-stack keeps what it gave", "[acquisition]")
{
    Desk desk;
    desk.source->sheets = {ScriptedSource::gray(50, 50, '\x20')};
    desk.source->endsWith = Error{ErrorCode::PaperJam};
    desk.run();
    CHECK(desk.kept.size() == 1);
    REQUIRE(desk.outcome);
    CHECK(desk.outcome->code == ErrorCode::PaperJam);
    CHECK(desk.outcome->args.value(u"sheet"_s) == u"2"_s);
    CHECK(desk.outcome->args.value(u"last"_s) == u"1"_s);
    CHECK(desk.files().size() == 1);
}

TEST_CASE("A page longer than announced, and one that a decoder has filled up, are marked", "[acquisition]")
{
    Desk desk;
    auto longer = ScriptedSource::gray(100, 80, '\x40');
    longer.complete = false;
    auto torn = ScriptedSource::gray(100, 80, '\x40');
    torn.rows.replace(100 * 60, 100 * 20, QByteArray(100 * 20, '\x80'));
    desk.source->sheets = {longer, torn, ScriptedSource::gray(100, 80, '\x80')}; // gray paper is no fault
    desk.run();
    REQUIRE(desk.kept.size() == 3);
    CHECK(desk.kept[0].suspect == QStringList{u"long"_s});
    CHECK(desk.kept[1].suspect == QStringList{u"torn"_s});
    CHECK(desk.kept[2].suspect.isEmpty());
}

TEST_CASE("Sheets of two sides are counted as sheets, half a sheet as none", "[acquisition]")
{
    Desk desk;
    for (int side = 0; side < 5; ++side) {
        auto sheet = ScriptedSource::gray(50, 50, static_cast<char>(0x20 + side));
        sheet.side = SheetSide{side % 2 == 1, true};
        sheet.geometry.back = side % 2 == 1;
        desk.source->sheets.push_back(sheet);
    }
    SECTION("a jam")
    {
        desk.source->endsWith = Error{ErrorCode::PaperJam};
        desk.run();
        CHECK(desk.outcome->code == ErrorCode::PaperJam);
    }
    SECTION("a feeder that claims to be empty between two sides")
    {
        desk.run();
        REQUIRE(desk.outcome);
        CHECK(desk.outcome->code == ErrorCode::PageIncomplete);
    }
    CHECK(desk.sheets == std::vector<int>{1, 1, 2, 2, 3});
    CHECK(desk.fed == 5);
    CHECK(desk.scanned == 5);
    CHECK(desk.nextSheet == 3);
    CHECK(desk.outcome->args.value(u"sheet"_s) == u"3"_s);
}
