// SPDX-License-Identifier: GPL-3.0-or-later
// SANE's backend "test" has an option of every kind and constraint: each is set to legal values by way of the
// helper and read back.
#include "scanner/client/option_reader.h"
#include "scanner/client/scan_planner.h"
#include "tests/integration/scanner/scanner_rig.h"

#include <cmath>
#include <set>

using namespace sohoa;
using namespace sohoa::test;

namespace {

std::vector<Option> optionsAfter(const HelperConfig &config, const std::vector<Setting> &settings)
{
    OptionReader reader(config);
    std::optional<Result<std::vector<Option>>> answer;
    reader.read(
        u"test:0"_s, [&](Result<std::vector<Option>> found) { answer = std::move(found); }, settings);
    REQUIRE(waitUntil([&] { return answer.has_value(); }));
    REQUIRE_OK(*answer);
    return **answer;
}

template <class T> OptionValue filled(const Option &option, T value)
{
    if (option.length <= 1)
        return value;
    return std::vector<T>(static_cast<size_t>(option.length), value);
}

/// Values of an option, legal as they are: the ends and something between.
struct Candidates {
    const Option &option;

    std::vector<OptionValue> operator()(std::monostate) const
    {
        switch (option.type) {
        case OptionType::Bool:
            return {true, false};
        case OptionType::Int:
            return {filled(option, 42), filled(option, -7)};
        case OptionType::Fixed:
            return {filled(option, 42.5), filled(option, -7.25)};
        case OptionType::String:
            return {u"Giấy khai sinh"_s, QString()};
        default:
            return {};
        }
    }
    std::vector<OptionValue> operator()(const QStringList &words) const
    {
        return {words.first(), words.last(), words[words.size() / 2]};
    }
    template <class T> std::vector<OptionValue> operator()(const std::vector<T> &list) const
    {
        return {filled(option, list.front()), filled(option, list.back())};
    }
    template <class T> std::vector<OptionValue> operator()(const Range<T> &range) const
    {
        const T middle = snapped(range, static_cast<T>(range.min + (range.max - range.min) / 2));
        return {filled(option, snapped(range, range.max)), filled(option, range.min), filled(option, middle)};
    }
};

bool same(const OptionValue &left, const OptionValue &right)
{
    // Fixed-point numbers have 16 bits behind the point.
    const auto close = [](double a, double b) { return std::abs(a - b) < 1.0 / 65536; };
    if (const auto *real = std::get_if<double>(&left))
        return std::holds_alternative<double>(right) && close(*real, std::get<double>(right));
    if (const auto *list = std::get_if<std::vector<double>>(&left)) {
        const auto *other = std::get_if<std::vector<double>>(&right);
        return other && std::ranges::equal(*list, *other, close);
    }
    return left == right;
}

/// Those that change what a device is: with them on, others are gone or have no effect.
bool changesOthers(const QString &name)
{
    static const std::set<QString> names{u"hand-scanner"_s, u"three-pass"_s, u"enable-test-options"_s,
                                         u"non-blocking"_s, u"mode"_s,       u"depth"_s,
                                         u"source"_s};
    return names.contains(name);
}

} // namespace

TEST_CASE("Every option of the test backend takes legal values and gives them back", "[scanner]")
{
    ScannerRig rig;
    const std::vector<Setting> awake{{u"enable-test-options"_s, true}, {u"mode"_s, u"Color"_s}};
    const auto options = optionsAfter(rig.config(), awake);
    std::set<size_t> kinds;
    std::set<OptionType> types;
    int checked = 0;
    for (size_t round = 0; round < 3; ++round) {
        std::vector<Setting> settings = awake;
        for (const Option &option : options) {
            const auto candidates = std::visit(Candidates{option}, option.constraint);
            if (option.settable() && round < candidates.size() && !changesOthers(option.name))
                settings.push_back({option.name, candidates[round]});
            types.insert(option.type);
            kinds.insert(option.constraint.index());
        }
        const auto after = optionsAfter(rig.config(), settings);
        for (size_t i = awake.size(); i < settings.size(); ++i) {
            const Option *option = findOption(after, settings[i].option);
            REQUIRE(option);
            INFO(option->name.toStdString()
                 << " in round " << round << ": " << toText(settings[i].value).toStdString());
            // Options that other options of this round have put to sleep have no value; and one is there to take
            // another value than the one given (SANE_INFO_INEXACT).
            if (!option->active() || option->name == u"int-inexact")
                continue;
            CHECK(same(option->value, settings[i].value));
            ++checked;
        }
    }
    // All kinds that SANE knows were among them.
    CHECK(types.size() == 6);
    CHECK(kinds.size() == std::variant_size_v<OptionConstraint>);
    CHECK(checked >= 60);
}

TEST_CASE("Options that change others are set one by one", "[scanner]")
{
    ScannerRig rig;
    for (const Option &option : optionsAfter(rig.config(), {})) {
        if (!changesOthers(option.name) || !option.settable())
            continue;
        for (const OptionValue &candidate : std::visit(Candidates{option}, option.constraint)) {
            INFO(option.name.toStdString() << " " << toText(candidate).toStdString());
            const auto after = optionsAfter(rig.config(), {{option.name, candidate}});
            const Option *again = findOption(after, option.name);
            REQUIRE(again);
            CHECK(same(again->value, candidate));
        }
    }
}

TEST_CASE("A plan is made at the device without scanning", "[scanner]")
{
    ScannerRig rig;
    ScanPlanner planner(rig.config());
    const auto planned = [&planner](const ScanWish &wish, const std::vector<Setting> &extra = {}) {
        std::optional<Result<ScanPlan>> answer;
        planner.plan(wish, extra, [&](Result<ScanPlan> plan) { answer = std::move(plan); });
        REQUIRE(waitUntil([&] { return answer.has_value(); }));
        return *answer;
    };
    ScanWish wish = testWish(u"color"_s, u"feeder"_s);
    wish.duplex = true;
    const auto refused = planned(wish);
    REQUIRE_FALSE(refused);
    CHECK(refused.error().code == ErrorCode::OptionRefused);

    wish.yielding = true;
    wish.dpi = 5000;
    wish.stopAtDoubleFeed = true;
    const auto plan =
        planned(wish, {{u"no-such-option"_s, 1}, {u"enable-test-options"_s, true}, {u"int-inexact"_s, 42}});
    REQUIRE_OK(plan);
    CHECK(plan->feeder);
    CHECK_FALSE(plan->duplex);
    CHECK(plan->dpi == 1200);
    QStringList changed;
    for (const Adjustment &adjustment : plan->adjustments)
        changed.append((adjustment.grave ? u"!"_s : QString()) + adjustment.option);
    changed.sort();
    CHECK(changed ==
          QStringList{u"!duplex"_s, u"!resolution"_s, u"double-feed"_s, u"int-inexact"_s, u"no-such-option"_s});
    const auto inexact = std::ranges::find(plan->adjustments, u"int-inexact"_s, &Adjustment::option);
    REQUIRE(inexact != plan->adjustments.end());
    CHECK(inexact->wished == u"42"_s);
    CHECK(inexact->got != u"42"_s);
    CHECK_FALSE(inexact->got.isEmpty());
    CHECK(planned({u"test:9"_s}).error().code == ErrorCode::DeviceNotFound);
}
