// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/codes/patch_sheet.h"
#include "tests/support/catch.h"

#include <leptonica/allheaders.h>

#include <array>

using namespace sohoa;

namespace {

constexpr int dpi = 200;

/// Bars across the upper part of an A4 sheet; widths in hundredths of an inch, bar and space by turns.
PageImage sheet(const std::array<int, 7> &widths, int length = dpi * 4, double scale = 1)
{
    PageImage page = PageImage::blankGray(1654, 2339).value();
    double y = 300;
    for (size_t i = 0; i < widths.size(); ++i) {
        const double height = widths[i] * scale * dpi / 100;
        for (int row = static_cast<int>(y); i % 2 == 0 && row < static_cast<int>(y + height); ++row) {
            for (int x = 200; x < 200 + length; ++x)
                pixSetPixel(page.get(), x, row, 25);
        }
        y += height;
    }
    return page;
}

constexpr std::array<int, 7> patch2 = {20, 8, 8, 8, 8, 8, 20};
constexpr std::array<int, 7> patch3 = {20, 8, 8, 8, 20, 8, 8};
constexpr std::array<int, 7> patchT = {8, 8, 20, 8, 8, 8, 20};
constexpr std::array<int, 7> patch1 = {20, 8, 20, 8, 8, 8, 8};
constexpr std::array<int, 7> patch4 = {8, 8, 20, 8, 20, 8, 8};
constexpr std::array<int, 7> patch6 = {8, 8, 8, 8, 20, 8, 20};

} // namespace

TEST_CASE("Patches 2, 3 and T are found whichever way the sheet lies", "[codes]")
{
    for (const int turn : {0, 90, 180, 270}) {
        CHECK(findPatchCode(sheet(patch2).turned(turn).value(), dpi) == PatchCode::Two);
        CHECK(findPatchCode(sheet(patch3).turned(turn).value(), dpi) == PatchCode::ThreeOrT);
        CHECK(findPatchCode(sheet(patchT).turned(turn).value(), dpi) == PatchCode::ThreeOrT);
    }
}

TEST_CASE("A slant that deskewing leaves, and a copy at another scale, are tolerated", "[codes]")
{
    CHECK(findPatchCode(sheet(patchT).rotated(1.0).value(), dpi) == PatchCode::ThreeOrT);
    CHECK(findPatchCode(sheet(patch2).rotated(-1.0).value(), dpi) == PatchCode::Two);
    CHECK(findPatchCode(sheet(patch2, dpi * 4, 0.7).share(), dpi) == PatchCode::Two);
    CHECK(findPatchCode(sheet(patch3, dpi * 4, 1.4).share(), dpi) == PatchCode::ThreeOrT);
}

TEST_CASE("The patches that only control scanners separate nothing", "[codes]")
{
    for (const auto &widths : {patch1, patch4, patch6})
        CHECK_FALSE(findPatchCode(sheet(widths), dpi).has_value());
}

TEST_CASE("Short bars, tables and empty pages are no patch", "[codes]")
{
    CHECK_FALSE(findPatchCode(sheet(patch2, dpi / 4), dpi).has_value());
    CHECK_FALSE(findPatchCode(PageImage::blankGray(1654, 2339).value(), dpi).has_value());
    CHECK_FALSE(findPatchCode(PageImage(), dpi).has_value());
    const PageImage table = PageImage::blankGray(1654, 2339).value();
    for (int rule = 0; rule < 12; ++rule) {
        for (int y = 0; y < 16; ++y) {
            for (int x = 100; x < 1500; ++x)
                pixSetPixel(table.get(), x, 400 + rule * 32 + y, 30);
        }
    }
    CHECK_FALSE(findPatchCode(table, dpi).has_value());
}
