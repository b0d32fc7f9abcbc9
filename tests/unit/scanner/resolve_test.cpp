// SPDX-License-Identifier: GPL-3.0-or-later
#include "scanner/api/device_words.h"
#include "tests/support/catch.h"
#include "tests/unit/scanner/device_options.h"

using namespace sohoa;
using namespace sohoa::test;

TEST_CASE("A flatbed without choices scans one page of its whole glass", "[scanner]")
{
    const auto plan = resolve(flatbed(), picture(u"color"_s, 300));
    REQUIRE_OK(plan);
    CHECK_FALSE(plan->feeder);
    CHECK_FALSE(plan->duplex);
    CHECK(plan->dpi == 300);
    CHECK(plan->adjustments.empty());
    CHECK(plannedText(*plan, u"mode") == u"Color"_s);
    CHECK(plannedText(*plan, u"resolution") == u"300"_s);
    CHECK(plannedText(*plan, u"tl-x") == u"0"_s);
    CHECK(plannedText(*plan, u"br-x") == u"215.9"_s);
    CHECK(plannedText(*plan, u"br-y") == u"297"_s);
}

TEST_CASE("The feeder is taken where there is one, its back side never by itself", "[scanner]")
{
    const auto simplex = resolve(simplexFeeder(), {});
    REQUIRE_OK(simplex);
    CHECK(simplex->settings.front().option == u"source"_s);
    CHECK(plannedText(*simplex, u"source") == u"Automatic Document Feeder(left aligned)"_s);
    CHECK(simplex->feeder);

    const auto duplex = resolve(duplexFeeder(), {});
    REQUIRE_OK(duplex);
    CHECK(plannedText(*duplex, u"source") == u"ADF Front"_s);
    CHECK_FALSE(duplex->duplex);
}

TEST_CASE("Both sides come from a duplex source or an option of their own", "[scanner]")
{
    const ScanWish wish = paper({}, true);
    SECTION("a source")
    {
        const auto plan = resolve(duplexFeeder(), wish);
        REQUIRE_OK(plan);
        CHECK(plannedText(*plan, u"source") == u"ADF Duplex"_s);
        CHECK(plan->duplex);
        CHECK(plan->feeder);
    }
    SECTION("a mode of the feeder that wakes up with the feeder")
    {
        auto options = simplexFeeder();
        options.push_back(words(u"adf-mode"_s, {u"Simplex"_s, u"Duplex"_s}, u"Simplex"_s, asleep));
        const auto plan = resolve(options, wish);
        REQUIRE_OK(plan);
        CHECK(plannedText(*plan, u"adf-mode") == u"Duplex"_s);
        CHECK(plan->duplex);
    }
    SECTION("a switch")
    {
        auto options = simplexFeeder();
        options.push_back(flag(u"duplex"_s, false));
        CHECK(plannedText(resolve(options, wish).value(), u"duplex") == u"true"_s);
        CHECK(plannedText(resolve(options, {}).value(), u"duplex") == u"false"_s);
    }
    SECTION("a duplex feeder asked for by the word of its one-sided source")
    {
        const auto plan = resolve(duplexFeeder(), paper(u"ADF Front"_s, true));
        REQUIRE_OK(plan);
        CHECK(plannedText(*plan, u"source") == u"ADF Duplex"_s);
        REQUIRE(plan->adjustments.size() == 1);
        CHECK(plan->adjustments[0] == Adjustment{u"source"_s, u"ADF Front"_s, u"ADF Duplex"_s});
    }
    SECTION("or not at all: the back sides must not be lost in silence")
    {
        for (const auto &options : {flatbed(), simplexFeeder()}) {
            const auto plan = resolve(options, wish);
            REQUIRE_FALSE(plan);
            CHECK(plan.error().code == ErrorCode::OptionRefused);
            CHECK(plan.error().args.value(u"option"_s) == u"duplex"_s);
        }
        CHECK_FALSE(resolve(simplexFeeder(), paper(u"FlatBed"_s, true)));
    }
}

TEST_CASE("A source is found by the device's word, or by what the word means", "[scanner]")
{
    CHECK(plannedText(resolve(simplexFeeder(), paper(u"flatbed"_s, false)).value(), u"source") == u"FlatBed"_s);
    const auto byMeaning = resolve(simplexFeeder(), paper(u"ADF"_s, false));
    REQUIRE_OK(byMeaning);
    CHECK(plannedText(*byMeaning, u"source") == u"Automatic Document Feeder(left aligned)"_s);
    CHECK(byMeaning->adjustments.size() == 1);

    const auto unknown = resolve(simplexFeeder(), paper(u"Film"_s, false));
    REQUIRE_FALSE(unknown);
    CHECK(unknown.error().code == ErrorCode::OptionRefused);
    CHECK(unknown.error().args.value(u"value"_s) == u"Film"_s);
    CHECK_FALSE(resolve(flatbed(), paper(u"ADF"_s, false)));
}

TEST_CASE("Modes are known under the names that drivers give them", "[scanner]")
{
    struct Row {
        QStringList words;
        QString color, gray, lineart;
    };
    const Row rows[] = {
        {{u"Lineart"_s, u"Gray"_s, u"Color"_s}, u"Color"_s, u"Gray"_s, u"Lineart"_s},
        {{u"Black & White"_s, u"Gray[Error Diffusion]"_s, u"True Gray"_s, u"24bit Color"_s,
          u"24bit Color[Fast]"_s},
         u"24bit Color"_s,
         u"True Gray"_s,
         u"Black & White"_s},
        {{u"Black and White - Halftone"_s, u"Black and White - Line Art"_s, u"Grayscale - 256 Levels"_s,
          u"Color - 24 bits"_s},
         u"Color - 24 bits"_s,
         u"Grayscale - 256 Levels"_s,
         u"Black and White - Line Art"_s},
        {{u"48 bits color"_s, u"16 bits gray"_s, u"Color"_s, u"Grayscale"_s, u"Color Lineart"_s, u"Binary"_s},
         u"Color"_s,
         u"Grayscale"_s,
         u"Binary"_s},
        {{u"Monochrome"_s, u"Colour"_s, u"Greyscale"_s}, u"Colour"_s, u"Greyscale"_s, u"Monochrome"_s},
        {{u"bw"_s, u"halftone"_s, u"gray"_s, u"color"_s}, u"color"_s, u"gray"_s, u"bw"_s},
        {{u"4 Bit Gray"_s, u"8 Bit Gray"_s, u"Dithered"_s}, QString(), u"8 Bit Gray"_s, QString()},
    };
    for (const Row &row : rows) {
        INFO(row.words.join(u'|').toStdString());
        CHECK(modeWord(row.words, ColorMode::Color) == row.color);
        CHECK(modeWord(row.words, ColorMode::Gray) == row.gray);
        CHECK(modeWord(row.words, ColorMode::Lineart) == row.lineart);
    }
}

TEST_CASE("What a device cannot do comes as near as it can, and is said", "[scanner]")
{
    std::vector<Option> options{words(u"mode"_s, {u"Gray"_s}, u"Gray"_s),
                                whole(u"resolution"_s, Range<int>{100, 250, 60}, 100)};
    const auto plan = resolve(options, picture(u"color"_s, 300));
    REQUIRE_OK(plan);
    CHECK(plan->dpi == 220);
    REQUIRE(plan->adjustments.size() == 2);
    CHECK(plan->adjustments[0] == Adjustment{u"mode"_s, u"color"_s, u"Gray"_s, true});
    CHECK(plan->adjustments[1] == Adjustment{u"resolution"_s, u"300"_s, u"220"_s, true});

    options.push_back(whole(u"depth"_s, std::vector<int>{1, 8, 16}, 16));
    CHECK(plannedText(resolve(options, {}).value(), u"depth") == u"8"_s);
    const auto lineart = resolve(options, picture(u"lineart"_s, 220));
    REQUIRE_OK(lineart);
    CHECK(plannedText(*lineart, u"depth") == u"1"_s); // gray of one bit is what was wished
    CHECK(lineart->adjustments.empty());
}

TEST_CASE("Resolutions given as words are understood", "[scanner]")
{
    const std::vector<Option> options{
        words(u"resolution"_s, {u"100 dpi"_s, u"200 dpi"_s, u"400 dpi"_s}, u"100 dpi"_s)};
    const auto plan = resolve(options, picture(u"color"_s, 220));
    REQUIRE_OK(plan);
    CHECK(plannedText(*plan, u"resolution") == u"200 dpi"_s);
    CHECK(plan->dpi == 200);
}

TEST_CASE("The paper's size is set before the corners that it bounds", "[scanner]")
{
    const auto plan = resolve(duplexFeeder(), {});
    REQUIRE_OK(plan);
    const auto at = [&plan](QStringView name) {
        return std::ranges::find(plan->settings, name, &Setting::option) - plan->settings.begin();
    };
    CHECK(at(u"source") < at(u"mode"));
    CHECK(at(u"mode") < at(u"resolution"));
    CHECK(at(u"page-width") < at(u"tl-x"));
    CHECK(at(u"page-height") < at(u"br-y"));
    CHECK(at(u"tl-y") < at(u"br-x"));
    CHECK_FALSE(settingOf(*plan, u"br-y")->wished);
}

TEST_CASE("A profile's settings beat the wish", "[scanner]")
{
    auto options = duplexFeeder();
    options.push_back(flag(u"swdeskew"_s, false));
    const auto plan =
        resolve(options, {}, {{u"swdeskew"_s, true}, {u"resolution"_s, 200}, {u"source"_s, u"adf duplex"_s}});
    REQUIRE_OK(plan);
    CHECK(plan->duplex);
    CHECK(plan->dpi == 150);
    CHECK(plannedText(*plan, u"swdeskew") == u"true"_s);
    CHECK(plan->settings.front() == Setting{u"source"_s, u"ADF Duplex"_s});
    CHECK(std::ranges::count(plan->settings, u"resolution"_s, &Setting::option) == 1);

    CHECK(resolve(options, {}, {{u"no-such"_s, 1}}).error().code == ErrorCode::OptionRefused);
    CHECK(resolve(options, {}, {{u"swdeskew"_s, u"perhaps"_s}}).error().args.value(u"option"_s) == u"swdeskew"_s);
}

TEST_CASE("What makes no sense is refused", "[scanner]")
{
    CHECK(resolve({}, {}).error().code == ErrorCode::DeviceUnsupported);
    CHECK(resolve(flatbed(), picture(u"sepia"_s, 300)).error().code == ErrorCode::UsageError);
    CHECK(resolve(flatbed(), picture(u"color"_s, 0)).error().code == ErrorCode::UsageError);
    CHECK(resolve({whole(u"resolution"_s, std::vector<int>{}, 0)}, {}).error().code == ErrorCode::OptionRefused);
}
