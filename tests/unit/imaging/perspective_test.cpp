// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/imaging/perspective.h"
#include "tests/support/catch.h"
#include "tests/unit/imaging/damage.h"
#include "tests/unit/imaging/sample_pages.h"

#include <cmath>
#include <random>

using namespace sohoa;

namespace {

/// `page` (A5 sideways) as a telephone sees it on a table: at these corners of a picture of 1600 x 1200.
PageImage photograph(const PageImage &page, const Quad &corners, int table, double grain = 6)
{
    PTA *from = ptaCreate(4);
    PTA *to = ptaCreate(4);
    const Quad sheet{ImagePoint{0, 0},
                     {double(page.width()), 0},
                     {double(page.width()), double(page.height())},
                     {0, double(page.height())}};
    for (size_t i = 0; i < 4; ++i) {
        ptaAddPt(from, l_float32(sheet[i].x), l_float32(sheet[i].y));
        ptaAddPt(to, l_float32(corners[i].x), l_float32(corners[i].y));
    }
    PageImage canvas(pixCreate(1600, 1200, 8));
    pixRasterop(canvas.get(), 0, 0, page.width(), page.height(), PIX_SRC, page.get(), 0, 0);
    // Everything beside the sheet comes out black and becomes table.
    const PageImage bright = test::changed(canvas, [&](int x, int y, int value) {
        return x < page.width() && y < page.height() ? std::max(value, 20) : 0;
    });
    const PageImage view(pixProjectivePtaGray(bright.get(), to, from, 0));
    ptaDestroy(&from);
    ptaDestroy(&to);
    return test::grainy(test::changed(view, [=](int, int, int value) { return value < 10 ? table : value * 0.9; }),
                        grain);
}

const Quad tilted{ImagePoint{260, 190}, {1330, 140}, {1450, 1010}, {170, 930}};
const Quad fromAbove{ImagePoint{220, 180}, {1380, 180}, {1380, 1000}, {220, 1000}};

double off(const ImagePoint &a, const ImagePoint &b)
{
    return std::hypot(a.x - b.x, a.y - b.y);
}

} // namespace

TEST_CASE("A photographed sheet is found by its corners", "[imaging][perspective]")
{
    for (const int table : {30, 90, 140}) {
        for (const Quad &corners : {tilted, fromAbove}) {
            CAPTURE(table, corners[0].x);
            const auto found = findSheet(photograph(test::samplePage(), corners, table), 72);
            REQUIRE_OK(found);
            REQUIRE(found->has_value());
            for (size_t i = 0; i < 4; ++i)
                CHECK(off((*found)->corners[i], corners[i]) < 9);
            CHECK((*found)->paper == PaperSize::A4);
            CHECK((*found)->width > (*found)->height);
        }
    }
}

TEST_CASE("A sheet laid flat has straight lines and its own proportions", "[imaging][perspective]")
{
    const PageImage page = test::samplePage();
    const PageImage view = photograph(page, tilted, 60);
    const auto found = findSheet(view, 0).value();
    REQUIRE(found.has_value());
    const auto flat = flattened(view, *found);
    REQUIRE_OK(flat);
    CHECK(flat->width() == found->width);
    CHECK(double(flat->width()) / flat->height() == Approx(std::numbers::sqrt2).margin(0.01));
    // Against the drawn page: most of its ink lies where it belongs.
    const PageImage same(pixScaleToSize(flat->get(), page.width(), page.height()));
    const PageImage ink(pixThresholdToBinary(page.get(), 128));
    const PageImage wide(pixDilateBrick(nullptr, ink.get(), 9, 9));
    const PageImage seen(pixThresholdToBinary(same.get(), 120));
    const PageImage hit(pixAnd(nullptr, seen.get(), wide.get()));
    l_int32 all = 0;
    l_int32 right = 0;
    pixCountPixels(seen.get(), &all, nullptr);
    pixCountPixels(hit.get(), &right, nullptr);
    REQUIRE(all > 5000);
    CHECK(double(right) / all > 0.9);
}

TEST_CASE("A scan is no photograph", "[imaging][perspective]")
{
    CHECK_FALSE(findSheet(test::samplePage(), 300).value().has_value());
    CHECK_FALSE(findSheet(test::samplePage(), 0).value().has_value());
    // A slanted sheet on a scanner's bed is the business of deskew and crop.
    const PageImage slanted = test::slanted(test::onBed(test::samplePage(), 20, 120), 3, 20);
    CHECK_FALSE(findSheet(slanted, 300).value().has_value());
    CHECK(findSheet(slanted, 72).value().has_value());
    CHECK_FALSE(findSheet(PageImage::blankGray(100, 80).value(), 0).value().has_value());
    CHECK_FALSE(findSheet(PageImage(pixCreate(800, 600, 8)), 0).value().has_value());
}

TEST_CASE("A finger over one edge does not bend it", "[imaging][perspective]")
{
    const PageImage view = test::punched(photograph(test::samplePage(), tilted, 60), 210, 560, 60, 90);
    const auto found = findSheet(view, 72).value();
    REQUIRE(found.has_value());
    for (size_t i = 0; i < 4; ++i)
        CHECK(off(found->corners[i], tilted[i]) < 12);
}
