// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/imaging/ink_mask.h"
#include "core/imaging/reading.h"
#include "tests/support/catch.h"
#include "tests/unit/imaging/sample_pages.h"

#include <cmath>

using namespace sohoa;
using test::sampleDpi;

namespace {

struct Ink {
    int red = 0;
    int green = 0;
    int blue = 0;
};
constexpr Ink sealRed{205, 40, 45};
constexpr Ink penBlue{45, 60, 165};

/// Lays ink over the page the way light sees it: channel by channel, so that print shows through.
void lay(const PageImage &page, int x, int y, const Ink &ink)
{
    l_int32 r = 0;
    l_int32 g = 0;
    l_int32 b = 0;
    if (x < 0 || y < 0 || x >= page.width() || y >= page.height())
        return;
    pixGetRGBPixel(page.get(), x, y, &r, &g, &b);
    pixSetRGBPixel(page.get(), x, y, r * ink.red / 255, g * ink.green / 255, b * ink.blue / 255);
}

/// A seal as offices have them: double ring and a star's filled middle.
void laySeal(const PageImage &page, int cx, int cy, double radius, const Ink &ink)
{
    for (int y = -int(radius); y <= int(radius); ++y) {
        for (int x = -int(radius); x <= int(radius); ++x) {
            const double r = std::hypot(x, y) / radius;
            if ((r < 1 && r > 0.95) || (r < 0.72 && r > 0.68) || r < 0.15 ||
                (r < 0.92 && r > 0.75 && (x * 7 + y * 13) % 11 < 4))
                lay(page, cx + x, cy + y, ink);
        }
    }
}

void layWave(const PageImage &page, int left, int top, int width, const Ink &ink)
{
    for (int x = 0; x < width; ++x)
        for (int t = 0; t < 4; ++t)
            lay(page, left + x, top + int(30 * std::sin(x / 14.0)) + t, ink);
}

PageImage colored(const PageImage &gray, const Ink &paper = {255, 255, 255})
{
    PageImage result(pixConvertTo32(gray.get()));
    for (int y = 0; y < result.height(); ++y)
        for (int x = 0; x < result.width(); ++x)
            lay(result, x, y, paper);
    return result;
}

constexpr int sealRadius = 140; // 36 mm across at 200 dpi

} // namespace

TEST_CASE("A seal and a signature are found on white and on coloured paper", "[imaging][ink]")
{
    for (const Ink &paper : {Ink{255, 255, 255}, Ink{240, 225, 180}, Ink{235, 190, 200}, Ink{190, 225, 200}}) {
        CAPTURE(paper.red, paper.green, paper.blue);
        const PageImage page = colored(test::samplePage(), paper);
        CHECK(findInk(page, sampleDpi).value().isEmpty());

        laySeal(page, 800, 560, sealRadius, sealRed);
        layWave(page, 300, 700, 260, penBlue);
        const auto found = findInk(page, sampleDpi);
        REQUIRE_OK(found);
        REQUIRE(found->seals.size() == 1);
        CHECK(std::abs(found->seals[0].x - (800 - sealRadius)) <= 8);
        CHECK(std::abs(found->seals[0].width - 2 * sealRadius) <= 16);
        CHECK(found->redArea > 100);
        CHECK(found->blueArea > 10);
        CHECK(found->otherArea < 5);
        l_int32 inSignature = 0;
        const PageImage signature = found->blue
                                        .cropped({300 / found->reduction, 660 / found->reduction,
                                                  260 / found->reduction, 90 / found->reduction})
                                        .value();
        pixCountPixels(signature.get(), &inSignature, nullptr);
        CHECK(inSignature * found->reduction * found->reduction > 800);
    }
}

TEST_CASE("Gray pages and black print have no coloured ink", "[imaging][ink]")
{
    CHECK(findInk(test::samplePage(), sampleDpi).value().isEmpty());
    CHECK(wholeInkMask(InkMask{}, 100, 100).value().isEmpty());
}

TEST_CASE("A line of red print is red ink but no seal", "[imaging][ink]")
{
    const PageImage page = colored(PageImage::blankGray(1160, 820).value());
    for (int letter = 0; letter < 20; ++letter)
        for (int y = 0; y < 24; ++y)
            for (int x = 0; x < 6; ++x)
                lay(page, 200 + letter * 20 + x, 300 + y, sealRed);
    const auto found = findInk(page, sampleDpi);
    REQUIRE_OK(found);
    CHECK(found->redArea > 20);
    CHECK(found->seals.empty());
}

TEST_CASE("Print under a seal stands alone once the seal's colour is taken out", "[imaging][ink]")
{
    const PageImage plain = test::samplePage();
    const PageImage page = colored(plain);
    const PixelBox text{60, 275, 660, 40};
    laySeal(page, 300, 295, sealRadius, sealRed);
    const PageImage gray = page.toGray().value();
    const InkMask mask = findInk(page, sampleDpi).value();
    REQUIRE(mask.seals.size() == 1);
    const auto cleaned = grayWithoutSeals(page, gray, mask);
    REQUIRE_OK(cleaned);

    const auto differing = [&](const PageImage &other) {
        const PageImage one = inkOf(plain).value().cropped(text).value();
        const PageImage two = inkOf(other).value().cropped(text).value();
        const PageImage both(pixXor(nullptr, one.get(), two.get()));
        l_int32 count = 0;
        pixCountPixels(both.get(), &count, nullptr);
        return count;
    };
    CHECK(differing(*cleaned) * 5 < differing(gray));
    // Untouched where no seal is.
    l_uint32 was = 0;
    l_uint32 is = 0;
    pixGetPixel(gray.get(), 700, 290, &was);
    pixGetPixel(cleaned->get(), 700, 290, &is);
    CHECK(was == is);
}

TEST_CASE("A lost seal is told from one that survived", "[imaging][ink]")
{
    const PageImage page = colored(test::samplePage());
    laySeal(page, 800, 560, sealRadius, sealRed);
    const InkMask mask = findInk(page, sampleDpi).value();
    const auto same = measureInkSurvival(page, page, mask.red, mask.reduction);
    REQUIRE_OK(same);
    CHECK(same->kept == Approx(1));
    CHECK(same->deltaE == Approx(0).margin(1e-9));

    const PageImage gray = page.toGray().value();
    const auto lost = measureInkSurvival(page, gray, mask.red, mask.reduction);
    REQUIRE_OK(lost);
    CHECK(lost->kept < 0.1);
    CHECK(lost->deltaE > 20);
    CHECK_FALSE(measureInkSurvival(page, gray.halved().value(), mask.red, mask.reduction).has_value());
}

TEST_CASE("Colour difference is CIEDE2000", "[imaging][ink]")
{
    // Reference values: both colours through the formula as published, sRGB primaries and D65.
    CHECK(colorDifference({255, 255, 255}, {0, 0, 0}) == Approx(100).margin(0.01));
    CHECK(colorDifference({255, 0, 0}, {0, 255, 0}) == Approx(86.608).margin(0.01));
    CHECK(colorDifference({255, 0, 0}, {0, 0, 255}) == Approx(52.881).margin(0.01));
    CHECK(colorDifference({200, 30, 40}, {200, 30, 40}) == Approx(0).margin(1e-12));
}
