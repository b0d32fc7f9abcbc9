// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/imaging/paper_size.h"
#include "core/imaging/reading.h"
#include "core/imaging/scan_faults.h"
#include "tests/support/catch.h"
#include "tests/unit/imaging/damage.h"
#include "tests/unit/imaging/sample_pages.h"

using namespace sohoa;
using namespace Qt::StringLiterals;
using test::sampleDpi;

namespace {

std::vector<Streak> streaksOf(const PageImage &page)
{
    return findStreaks(page, sampleDpi).value();
}

FaultFacts factsOf(const PageImage &page, Dpi dpi = sampleDpi)
{
    FaultFacts facts;
    facts.dpi = dpi;
    facts.width = page.width();
    facts.height = page.height();
    const PageImage ink = inkOf(page).value();
    facts.sharpness = measureSharpness(page, dpi, 4);
    facts.tones = measureTones(page, ink);
    facts.letters = measureLetters(ink, dpi, 0).value();
    facts.streaks = findStreaks(page, dpi).value();
    return facts;
}

/// A table: rulings that end at crossing lines.
PageImage ruled()
{
    return test::changed(test::samplePage(), [](int x, int y, int value) {
        const bool inside = x >= 200 && x <= 1000 && y >= 60 && y <= 760;
        const bool line = inside && ((x - 200) % 200 < 2 || (y - 60) % 350 < 2);
        return line ? 60 : value;
    });
}

} // namespace

TEST_CASE("A streak of the feeder is found where it is", "[imaging][faults]")
{
    const PageImage page = test::grainy(test::faded(test::samplePage(), 30, 243), 4);
    CHECK(streaksOf(page).empty());
    for (const int depth : {8, 25, 120, -9}) {
        CAPTURE(depth);
        const auto streaks = streaksOf(test::streaked(page, 640, 0, 820, depth));
        REQUIRE(streaks.size() == 1);
        CHECK(streaks[0].position == Approx(toMillimetres(640, sampleDpi)).margin(0.3));
        CHECK((streaks[0].depth > 0) == (depth > 0));
        CHECK(streaks[0].length > 90);
    }
    const auto partly = streaksOf(test::streaked(page, 300, 100, 790, 25, 2));
    REQUIRE(partly.size() == 1);
    CHECK(partly[0].top == Approx(toMillimetres(100, sampleDpi)).margin(6));
}

TEST_CASE("What is printed is no streak", "[imaging][faults]")
{
    CHECK(streaksOf(ruled()).empty());
    CHECK(streaksOf(test::folded(test::samplePage(), 400, 60)).empty());
    // A ruling that lies askew with its sheet moves sideways; dirt on the glass cannot.
    const PageImage line = test::streaked(test::samplePage(), 900, 10, 810, 150, 2);
    CHECK(streaksOf(test::slanted(line, 0.5)).empty());
}

TEST_CASE("Dirt that lasts over pages is told from a single line", "[imaging][faults]")
{
    const std::vector<std::vector<Streak>> pages{
        {{50.2, 0, 290, 20}, {100, 0, 200, 9}}, {{50.6, 0, 290, 21}}, {{50.4, 10, 200, 18}, {50.9, 0, 100, 5}}};
    const auto recurring = recurringStreaks(pages);
    REQUIRE(recurring.size() == 1);
    CHECK(recurring[0] == Approx(50.5).margin(0.3));
    CHECK(recurringStreaks(pages, 4).empty());
    CHECK(recurringStreaks({}).empty());
}

TEST_CASE("A sound page has no faults", "[imaging][faults]")
{
    CHECK(faultsOf(factsOf(test::samplePage())).isEmpty());
    CHECK(faultsOf(factsOf(test::faded(test::samplePage(), 60, 215))).isEmpty());
    CHECK(faultsOf(factsOf(test::dusty(test::unevenlyLit(test::samplePage(), 0.7), 200, 2))).isEmpty());
}

TEST_CASE("Each fault has its reason", "[imaging][faults]")
{
    const PageImage page = test::samplePage();
    CHECK(faultsOf(factsOf(test::blurred(page, 2))) == QStringList{u"blur"_s});
    CHECK(faultsOf(factsOf(test::faded(page, 10, 90))).contains(u"dark"_s));
    CHECK(faultsOf(factsOf(test::faded(page, 215, 250))).contains(u"light"_s));
    CHECK(faultsOf(factsOf(test::streaked(page, 640, 0, 820, 40))) == QStringList{u"streak"_s});
    CHECK(faultsOf(factsOf(page, 100)).contains(u"dpi"_s));

    // The text runs over the left side; the paper's own margin on a bed would be fine.
    const PageImage cut = page.cropped({75, 0, 1085, 820}).value();
    FaultFacts facts = factsOf(cut);
    CHECK(facts.letters.cut[0] >= 3);
    CHECK(faultsOf(facts) == QStringList{u"cut"_s});
    facts.bed = true;
    CHECK(faultsOf(facts).isEmpty());
    facts.bed = false;
    facts.blank = true;
    CHECK(faultsOf(facts).isEmpty());
}

TEST_CASE("Sides of cut letters are those of the upright page", "[imaging][faults]")
{
    const PageImage ink = inkOf(test::samplePage().cropped({75, 0, 1085, 820}).value()).value();
    const int upright = measureLetters(ink, sampleDpi, 0).value().cut[0];
    REQUIRE(upright >= 3);
    for (const int turn : {90, 180, 270}) {
        const auto letters = measureLetters(ink.turned(turn).value(), sampleDpi, turn);
        REQUIRE_OK(letters);
        CHECK(letters->cut[0] == upright);
        CHECK(letters->cut[2] == 0);
    }
}

TEST_CASE("Length and scale are held against known papers", "[imaging][faults]")
{
    FaultFacts facts;
    facts.dpi = 300;
    facts.letters = {1000, 2.2, {}};
    const auto sized = [&](double width, double height) {
        facts.width = int(toPixels(width, 300));
        facts.height = int(toPixels(height, 300));
        return faultsOf(facts);
    };
    CHECK(sized(210, 297).isEmpty());
    CHECK(sized(297, 210).isEmpty());
    CHECK(sized(216, 356).isEmpty());
    CHECK(sized(215, 330).isEmpty());
    CHECK(sized(140, 180).isEmpty());
    CHECK(sized(210, 400) == QStringList{u"length"_s});
    facts.letters.height = 1.1;
    CHECK(sized(105, 148) == QStringList{u"scale"_s}); // A4 at 300 dpi whose header says 600
    CHECK(sized(85.6, 54).isEmpty());                  // identity cards are printed small
    facts.letters.height = 4.6;
    CHECK(sized(420, 594) == QStringList{u"scale"_s});
}

TEST_CASE("Papers have names", "[imaging]")
{
    CHECK(toString(paperSizeOf(2480, 3508, 300)) == u"A4");
    CHECK(toString(paperSizeOf(3508, 2480, 300)) == u"A4");
    CHECK(toString(paperSizeOf(1748, 2480, 300)) == u"A5");
    CHECK(toString(paperSizeOf(3508, 4961, 300)) == u"A3");
    CHECK(toString(paperSizeOf(2550, 3300, 300)) == u"Letter");
    CHECK(toString(paperSizeOf(1011, 638, 300)) == u"ID-1");
    CHECK(toString(paperSizeOf(1500, 1500, 300)) == u"unknown");
    CHECK(toString(paperSizeOf(100, 100, 0)) == u"unknown");
}
