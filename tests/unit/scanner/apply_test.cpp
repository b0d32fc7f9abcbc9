// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/catch.h"
#include "tests/unit/scanner/device_options.h"

#include <functional>

using namespace sohoa;
using namespace sohoa::test;

namespace {

/// Options in memory; what follows from a setting is up to the test.
class MemoryDevice final : public OptionAccess {
public:
    explicit MemoryDevice(std::vector<Option> offered)
        : options(std::move(offered))
    {
    }
    Result<std::vector<Option>> read() override
    {
        ++reads;
        return options;
    }
    Result<Outcome> set(const Option &option, const OptionValue &value) override
    {
        made.append(option.name);
        Option &own = *std::ranges::find(options, option.name, &Option::name);
        if (refuses == option.name)
            return fail(ErrorCode::OptionRefused, u"test"_s, {{u"option"_s, option.name}});
        own.value = value;
        Outcome outcome{false, value};
        if (follows)
            follows(own, outcome);
        return outcome;
    }
    Option &at(QStringView name) { return *std::ranges::find(options, name, &Option::name); }

    std::vector<Option> options;
    QStringList made;
    QString refuses;
    std::function<void(Option &, Outcome &)> follows;
    int reads = 0;
};

} // namespace

TEST_CASE("Settings that reload others are followed by a new look at the device", "[scanner]")
{
    auto options = simplexFeeder();
    options.push_back(words(u"adf-mode"_s, {u"Simplex"_s, u"Duplex"_s}, u"Simplex"_s, asleep));
    MemoryDevice device(options);
    device.follows = [&device](Option &set, OptionAccess::Outcome &outcome) {
        if (set.name != u"source"_s)
            return;
        outcome.reload = true;
        device.at(u"adf-mode").capabilities.inactive = false;
        device.at(u"resolution").constraint = std::vector<int>{100, 200}; // less than the glass can do
        device.at(u"br-y").constraint = Range<double>{0, 355, 0};
    };
    const auto plan = apply(device, paper({}, true));
    REQUIRE_OK(plan);
    CHECK(device.reads == 2);
    CHECK(device.at(u"adf-mode").value == OptionValue(u"Duplex"_s));
    CHECK(device.at(u"br-y").value == OptionValue(355.0));
    CHECK(plan->dpi == 200);
    CHECK(plan->adjustments == std::vector<Adjustment>{{u"resolution"_s, u"300"_s, u"200"_s, true}});
    CHECK(device.made.first() == u"source"_s);
    CHECK(device.made.removeDuplicates() == 0);
}

TEST_CASE("An option that is as it should be is left alone", "[scanner]")
{
    MemoryDevice device({words(u"mode"_s, {u"Gray"_s, u"Color"_s}, u"Color"_s)});
    REQUIRE_OK(apply(device, {}));
    CHECK(device.made.isEmpty());
}

TEST_CASE("A device that takes another value than it was given is not believed silently", "[scanner]")
{
    MemoryDevice device(flatbed());
    device.follows = [](Option &set, OptionAccess::Outcome &outcome) {
        if (set.name == u"resolution"_s || set.name == u"br-x"_s)
            outcome.got = set.name == u"br-x"_s ? OptionValue(215.0) : OptionValue(288);
    };
    const auto plan = apply(device, {});
    REQUIRE_OK(plan);
    // The area is as near as it gets; the resolution was wished.
    CHECK(plan->adjustments == std::vector<Adjustment>{{u"resolution"_s, u"300"_s, u"288"_s}});
    CHECK(plan->dpi == 288);
}

TEST_CASE("A refused wish ends it, a refused area does not", "[scanner]")
{
    MemoryDevice device(flatbed());
    SECTION("area")
    {
        device.refuses = u"tl-x"_s;
        const auto plan = apply(device, {});
        REQUIRE_OK(plan);
        REQUIRE(plan->adjustments.size() == 1);
        CHECK(plan->adjustments[0] == Adjustment{u"tl-x"_s, u"0"_s, u"5"_s});
    }
    SECTION("mode")
    {
        device.refuses = u"mode"_s;
        CHECK(apply(device, {}).error().code == ErrorCode::OptionRefused);
    }
}

TEST_CASE("An option that is needed and never wakes up is refused", "[scanner]")
{
    auto options = simplexFeeder();
    options.push_back(flag(u"duplex"_s, false, asleep));
    MemoryDevice device(options);
    const auto plan = apply(device, paper({}, true));
    REQUIRE_FALSE(plan);
    CHECK(plan.error().code == ErrorCode::OptionRefused);
    CHECK(plan.error().args.value(u"option"_s) == u"duplex"_s);
}

TEST_CASE("A driver that reloads for ever and drops its options cannot hold us", "[scanner]")
{
    MemoryDevice device(duplexFeeder());
    device.follows = [&device](Option &, OptionAccess::Outcome &outcome) {
        outcome.reload = true;
        std::ranges::reverse(device.options);
    };
    REQUIRE_OK(apply(device, {}));
    CHECK(device.made.removeDuplicates() == 0);
}
