// SPDX-License-Identifier: GPL-3.0-or-later
#include "scanner/api/option_panel.h"
#include "tests/support/catch.h"
#include "tests/unit/scanner/device_options.h"

using namespace sohoa;
using namespace sohoa::test;

namespace {

Option group(const QString &title)
{
    return {.title = title, .type = OptionType::Group};
}

} // namespace

TEST_CASE("Options become controls in the device's own order", "[scanner]")
{
    Option gamma = whole(u"gamma-table"_s, Range<int>{0, 255, 1}, 0);
    gamma.length = 256;
    Option sensor = flag(u"page-loaded"_s, true, {.hardSelect = true, .softDetect = true});
    Option button{.name = u"calibrate"_s, .type = OptionType::Button, .capabilities = {.softSelect = true}};
    Option path{
        .name = u"stack"_s, .type = OptionType::String, .capabilities = plain, .length = 64, .value = u"x"_s};
    const auto sections = panelOf({flag(u"first"_s, true), group(u"Empty"_s), group(u"Mode"_s),
                                   words(u"mode"_s, {u"Gray"_s, u"Color"_s}, u"Gray"_s),
                                   whole(u"resolution"_s, std::vector<int>{100, 300}, 300),
                                   whole(u"brightness"_s, Range<int>{-127, 127, 1}, 0, asleep), group(u"More"_s),
                                   fixed(u"br-x"_s, Range<double>{0, 215.9, 0}, 210), gamma, sensor, button, path,
                                   whole(u"timer"_s, {}, 3)});
    REQUIRE(sections.size() == 3);
    CHECK(sections[0].title.isEmpty());
    CHECK(sections[1].title == u"Mode"_s);
    REQUIRE(sections[1].controls.size() == 3);
    const OptionControl &mode = sections[1].controls[0];
    CHECK(mode.kind == ControlKind::Choice);
    CHECK(mode.choices == std::vector<OptionValue>{u"Gray"_s, u"Color"_s});
    CHECK(mode.inProfile);
    CHECK(mode.enabled);
    const OptionControl &brightness = sections[1].controls[2];
    CHECK(brightness.kind == ControlKind::Slider);
    CHECK(brightness.min == -127);
    CHECK(brightness.limited);
    CHECK_FALSE(brightness.enabled);
    const auto kinds = [](const OptionSection &section) {
        std::vector<ControlKind> list;
        for (const OptionControl &control : section.controls)
            list.push_back(control.kind);
        return list;
    };
    CHECK(kinds(sections[0]) == std::vector{ControlKind::Switch});
    CHECK(kinds(sections[2]) == std::vector{ControlKind::Number, ControlKind::Table, ControlKind::Reading,
                                            ControlKind::Action, ControlKind::Text, ControlKind::Number});
}
