// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/imaging/blank.h"
#include "core/imaging/crop.h"
#include "core/imaging/deskew.h"
#include "core/imaging/orientation.h"
#include "core/imaging/reading.h"
#include "tests/support/catch.h"
#include "tests/unit/imaging/damage.h"
#include "tests/unit/imaging/sample_pages.h"

#include <cstdlib>

using namespace sohoa;
using test::sampleDpi;

namespace {

PaperMeasure paperOf(const PageImage &image)
{
    return measurePaper(image.halved().value(), 2, sampleDpi / 2).value();
}

Blankness blankness(const PageImage &page)
{
    return measureBlank(page, sampleDpi).value().blankness;
}

PageImage emptySheet()
{
    return PageImage::blankGray(1160, 820).value();
}

void paint(const PageImage &page, const PixelBox &box, int gray)
{
    for (int y = box.y; y < box.bottom(); ++y)
        for (int x = box.x; x < box.right(); ++x)
            pixSetPixel(page.get(), x, y, static_cast<l_uint32>(gray));
}

} // namespace

TEST_CASE("The letters say how far a page is turned", "[imaging]")
{
    setMsgSeverity(L_SEVERITY_NONE);
    const PageImage ink = inkOf(test::samplePage()).value();
    for (const int turn : {0, 90, 180, 270}) {
        const auto measure = measureOrientation(ink.turned(turn).value());
        REQUIRE_OK(measure);
        CHECK(measure->rotation == turn);
        CHECK(measure->linesAcross == (turn % 180 == 0));
        CHECK(measure->linesUpDown == (turn % 180 != 0));
    }
    const auto nothing = measureOrientation(PageImage(pixCreate(1160, 820, 1)));
    REQUIRE_OK(nothing);
    CHECK_FALSE(nothing->sure);
}

TEST_CASE("Slant is measured to a fraction of a degree", "[imaging]")
{
    for (const double slant : {-4.0, -1.3, 0.0, 0.4, 2.5}) {
        const PageImage page = test::slanted(test::samplePage(), slant);
        const auto measure = measureSkew(inkOf(page).value());
        REQUIRE_OK(measure);
        CHECK(measure->sure);
        CHECK(measure->skewDeg == Approx(slant).margin(0.1));
    }
    CHECK_FALSE(measureSkew(PageImage(pixCreate(1160, 820, 1))).value().sure);
}

TEST_CASE("Paper is found on a black and on a gray bed", "[imaging]")
{
    constexpr int around = 120;
    constexpr double slant = 1.5;
    for (const int bed : {12, 205}) {
        const PageImage scan =
            test::slanted(test::onBed(test::faded(test::samplePage(), 20, 245), bed, around), slant, bed);
        const PaperMeasure paper = paperOf(scan);
        REQUIRE(paper.bed == (bed < 100 ? Bed::Dark : Bed::Light));
        REQUIRE(paper.edgeSlant.has_value());
        CHECK(*paper.edgeSlant == Approx(slant).margin(0.25));

        const PageImage straight = scan.rotated(-slant).value();
        const PaperMeasure moved = straightened(paper, 0, slant).value();
        const auto crop = measureCrop(moved, straight.width(), straight.height());
        REQUIRE_OK(crop);
        CHECK(std::abs(crop->box.width - 1160) <= 10);
        CHECK(std::abs(crop->box.height - 820) <= 10);
        CHECK(std::abs(crop->box.x + crop->box.width / 2 - straight.width() / 2) <= 5);

        PageImage white = straight.copied().value();
        REQUIRE_OK(whitenBed(white, moved, 1));
        l_uint32 corner = 0;
        pixGetPixel(white.get(), 5, 5, &corner);
        CHECK(corner == 255);
    }
}

TEST_CASE("Yellowed paper is found on a white bed, a frame on white paper is no paper", "[imaging]")
{
    // The sheet is A5 lying sideways.
    const PageImage yellow = test::faded(test::samplePage(), 20, 205);
    const PageImage scan = test::grainy(test::slanted(test::onBed(yellow, 250, 120), -1, 250), 2);
    const PaperMeasure paper = paperOf(scan);
    CHECK(paper.bed == Bed::Light);
    CHECK(paper.edgeSlant.value_or(9) == Approx(-1).margin(0.25));

    const PageImage framed = test::changed(test::onBed(test::samplePage(), 255, 60), [](int x, int y, int value) {
        const bool inside = x >= 60 && x < 1220 && y >= 60 && y < 880;
        const bool border = inside && (x < 66 || x >= 1214 || y < 66 || y >= 874);
        return border ? 70 : value;
    });
    CHECK(paperOf(framed).bed == Bed::None);
}

TEST_CASE("Without a bed everything is kept", "[imaging]")
{
    const PageImage page = test::samplePage();
    CHECK(paperOf(page).bed == Bed::None);
    CHECK(paperOf(emptySheet()).bed == Bed::None);

    const PageImage withPhoto = test::samplePage();
    paint(withPhoto, {80, 560, 160, 220}, 40);
    CHECK(paperOf(withPhoto).bed == Bed::None);
    const auto crop = measureCrop(paperOf(withPhoto), 1160, 820);
    REQUIRE_OK(crop);
    CHECK(crop->box == PixelBox{0, 0, 1160, 820});
}

TEST_CASE("A page with text is never empty, faint or not", "[imaging]")
{
    CHECK(blankness(test::samplePage()) == Blankness::Written);
    CHECK(blankness(test::faded(test::samplePage(), 120, 240)) != Blankness::Empty);
    CHECK(blankness(test::faded(test::samplePage(), 120, 240)) != Blankness::Faint);
    CHECK(blankness(test::faded(test::samplePage(), 195, 240)) != Blankness::Empty);

    const PageImage oneLine = emptySheet();
    const PageImage line = test::samplePage().cropped({60, 275, 660, 40}).value();
    pixRasterop(oneLine.get(), 60, 400, 660, 40, PIX_SRC, line.get(), 0, 0);
    CHECK(blankness(oneLine) == Blankness::Written);
}

TEST_CASE("Dirt and the other side do not make a page written", "[imaging]")
{
    CHECK(blankness(emptySheet()) == Blankness::Empty);

    const PageImage through = test::faded(test::samplePage().mirrored().value(), 205, 240);
    const PageImage soft(pixBlockconv(through.get(), 2, 2));
    CHECK((blankness(soft) == Blankness::Empty || blankness(soft) == Blankness::Faint));

    const PageImage dirty = emptySheet();
    for (int i = 0; i < 60; ++i)
        paint(dirty, {100 + 17 * i, 60 + (i * 37) % 700, 3, 3}, 60); // dust
    paint(dirty, {700, 90, 2, 500}, 90);                             // streak
    for (const int hole : {200, 620})
        for (int y = -24; y <= 24; ++y)
            for (int x = -24; x <= 24; ++x)
                if (x * x + y * y <= 24 * 24)
                    pixSetPixel(dirty.get(), 90 + x, hole + y, 30);
    CHECK(blankness(dirty) == Blankness::Empty);
}

TEST_CASE("A side with nothing but a page number or a pencil mark is not empty", "[imaging]")
{
    const PageImage sheet = test::grainy(test::faded(emptySheet(), 0, 240), 3);
    REQUIRE(blankness(sheet) == Blankness::Empty);
    // A "1" of 10 points: 2.4 mm high, a stroke of 0.4 mm.
    const auto one = [&](int gray) {
        PageImage page = sheet.copied().value();
        paint(page, {580, 770, 3, 19}, gray);
        paint(page, {576, 773, 4, 2}, gray);
        return page;
    };
    CHECK(blankness(one(40)) == Blankness::Written);
    CHECK(blankness(one(185)) == Blankness::Weak);

    const PageImage pencil = sheet.copied().value();
    for (int x = 0; x < 90; ++x)
        paint(pencil, {300 + x, 400 + int(14 * std::sin(x / 9.0)), 3, 3}, 190);
    CHECK(blankness(pencil) == Blankness::Weak);
}

TEST_CASE("Dust in plenty, a staple and a crease do not make a side written", "[imaging]")
{
    const PageImage sheet = test::grainy(test::faded(emptySheet(), 0, 240), 3);
    CHECK(blankness(test::dusty(sheet, 300, 4)) != Blankness::Written);
    CHECK(blankness(test::dusty(sheet, 60, 6)) != Blankness::Written);
    CHECK(blankness(test::folded(sheet, 400, 50)) != Blankness::Written);
    const PageImage staple = sheet.copied().value();
    paint(staple, {90, 80, 80, 5}, 50);
    CHECK(blankness(staple) == Blankness::Empty);
    const PageImage printed = test::faded(test::samplePage(), 20, 240);
    for (const double strength : {0.1, 0.2, 0.3}) {
        const Blankness through = blankness(test::shownThrough(sheet, printed, strength));
        CHECK((through == Blankness::Empty || through == Blankness::Faint));
    }
}

TEST_CASE("For reading, paper is white and rows of dots are gone", "[imaging]")
{
    const PageImage page = test::faded(test::samplePage(), 60, 215);
    const auto reading = prepareForReading(page, sampleDpi, {});
    REQUIRE_OK(reading);
    l_uint32 paper = 0;
    pixGetPixel(reading->gray.get(), 1100, 780, &paper);
    CHECK(paper == 255);
    const auto inkIn = [&](const PixelBox &box) {
        const PageImage part = reading->ink.cropped(box).value();
        l_int32 count = 0;
        pixCountPixels(part.get(), &count, nullptr);
        return count;
    };
    CHECK(inkIn({60, 440, 720, 20}) == 0);
    CHECK(inkIn({60, 275, 660, 40}) > 1000);

    std::stop_source stop;
    stop.request_stop();
    const auto cancelled = prepareForReading(page, sampleDpi, stop.get_token());
    REQUIRE_FALSE(cancelled.has_value());
    CHECK(cancelled.error().code == ErrorCode::Cancelled);
}
