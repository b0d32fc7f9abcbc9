// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/acquisition/refed_watch.h"
#include "tests/support/catch.h"

#include <QUuid>

using namespace sohoa;
using namespace Qt::StringLiterals;
using Kind = RefedWatch::Kind;

namespace {

/// A picture that is like the others of the same `look`, and the same to the bit only with the same `hash`.
KeptSide side(int sheet, bool back, int look, const QString &hash)
{
    KeptSide side;
    side.page = PageId(QUuid::createUuid());
    side.sheet = sheet;
    side.back = back;
    side.sha256 = hash;
    side.print.columns = 32;
    unsigned bits = static_cast<unsigned>(look) * 2654435761U + 1;
    for (int cell = 0; cell < 32 * 40; ++cell) {
        bits = bits * 1664525U + 1013904223U;
        side.print.cells.append(static_cast<char>(look == 0 ? 250 : bits >> 24));
    }
    return side;
}

KeptSide now(int look, const QString &hash, bool back = false)
{
    return side(0, back, look, hash);
}

} // namespace

TEST_CASE("A stack that begins is not looked at", "[acquisition][refed]")
{
    RefedWatch watch({});
    CHECK(watch.look(now(1, u"a"_s)).kind == Kind::New);
    CHECK(watch.look(now(1, u"a"_s)).kind == Kind::New);
}

TEST_CASE("Sheets that are put back once too often are found until the first new one", "[acquisition][refed]")
{
    FeedPlace place{4, {}, {side(1, false, 1, u"a"_s), side(2, false, 2, u"b"_s), side(3, false, 3, u"c"_s)}};
    RefedWatch watch(place);
    const auto second = watch.look(now(2, u"b again"_s));
    CHECK(second.kind == Kind::Refed);
    CHECK(second.like->page == place.recent[1].page);
    CHECK(watch.look(now(3, u"c again"_s)).like->sheet == 3);
    CHECK(watch.look(now(4, u"d"_s)).kind == Kind::New);
    CHECK(watch.look(now(3, u"c once more"_s)).kind == Kind::New); // a form like one before
}

TEST_CASE("Both sides of a refed sheet are told, by its sheet", "[acquisition][refed]")
{
    FeedPlace place{2, {}, {side(1, false, 1, u"a"_s), side(1, true, 0, u"blank"_s)}};
    RefedWatch watch(place);
    CHECK(watch.look(now(1, u"a2"_s)).kind == Kind::Refed);
    const auto back = watch.look(now(0, u"blank2"_s, true));
    CHECK(back.kind == Kind::Refed);
    CHECK(back.like->page == place.recent[1].page);
    CHECK(watch.look(now(5, u"e"_s)).kind == Kind::New);
    CHECK(watch.look(now(0, u"blank3"_s, true)).kind == Kind::New);
}

TEST_CASE("A blank front proves nothing", "[acquisition][refed]")
{
    RefedWatch watch({2, {}, {side(1, false, 0, u"blank"_s)}});
    CHECK(watch.look(now(0, u"blank"_s)).kind == Kind::New);
}

TEST_CASE("The front of half a sheet", "[acquisition][refed]")
{
    const KeptSide half = side(2, false, 7, u"half"_s);
    const FeedPlace place{2, half, {side(1, false, 1, u"a"_s), side(1, true, 2, u"b"_s)}};
    SECTION("comes again to the bit")
    {
        RefedWatch watch(place);
        const auto finding = watch.look(now(7, u"half"_s));
        CHECK(finding.kind == Kind::SameFront);
        CHECK(finding.like->page == half.page);
        CHECK(watch.look(now(8, u"back"_s, true)).kind == Kind::New);
    }
    SECTION("comes again in a new picture")
    {
        RefedWatch watch(place);
        CHECK(watch.look(now(7, u"anew"_s)).kind == Kind::FrontAnew);
    }
    SECTION("comes behind a sheet that was put back as well")
    {
        RefedWatch watch(place);
        CHECK(watch.look(now(1, u"a2"_s)).kind == Kind::Refed);
        CHECK(watch.look(now(2, u"b2"_s, true)).kind == Kind::Refed);
        CHECK(watch.look(now(7, u"half"_s)).kind == Kind::SameFront);
    }
    SECTION("does not come: other paper was put in")
    {
        RefedWatch watch(place);
        CHECK(watch.look(now(9, u"other"_s)).kind == Kind::New);
        CHECK(watch.look(now(10, u"back"_s, true)).kind == Kind::New);
        CHECK(watch.look(now(7, u"half"_s)).kind == Kind::New); // too late to be it
    }
    SECTION("is blank")
    {
        FeedPlace blank = place;
        blank.half = side(2, false, 0, u"white"_s);
        RefedWatch watch(blank);
        CHECK(watch.look(now(0, u"white"_s)).kind == Kind::SameFront);
    }
}
