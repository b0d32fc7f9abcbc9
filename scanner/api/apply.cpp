// SPDX-License-Identifier: GPL-3.0-or-later
#include "scanner/api/scan_plan.h"

#include <QSet>

namespace sohoa {

using namespace Qt::StringLiterals;

namespace {

/// What a driver made of a value beats what the plan had foreseen.
void merge(std::vector<Adjustment> &planned, const std::vector<Adjustment> &seen)
{
    for (const Adjustment &late : seen) {
        const auto it = std::ranges::find(planned, late.option, &Adjustment::option);
        if (it == planned.end())
            planned.push_back(late);
        else
            it->got = late.got;
    }
}

/// Numbers only: of a resolution given as a word the plan knows the number.
std::optional<Dpi> resolutionOf(const std::vector<Option> &options)
{
    for (const auto name : {u"resolution", u"x-resolution"}) {
        const Option *option = findOption(options, QStringView(name));
        if (!option || !option->active())
            continue;
        if (const auto *whole = std::get_if<int>(&option->value); whole && *whole > 0)
            return *whole;
        if (const auto *real = std::get_if<double>(&option->value); real && *real >= 1 && *real < 1e6)
            return static_cast<Dpi>(std::lround(*real));
    }
    return std::nullopt;
}

/// What a yielding wish does without, since the option never woke up.
void leaveOut(ScanPlan &plan, const Setting &asleep, std::vector<Adjustment> &seen)
{
    const bool sides = asleep.option == u"adf-mode" || asleep.option == u"duplex";
    const bool backsLost = sides && plan.duplex;
    if (backsLost)
        plan.duplex = false;
    seen.push_back({asleep.option, toText(asleep.value), {}, backsLost});
}

} // namespace

Result<ScanPlan> apply(OptionAccess &device, const ScanWish &wish, const std::vector<Setting> &extra,
                       const Quirks &quirks)
{
    auto options = device.read();
    if (!options)
        return fail(options.error());
    QSet<QString> made;
    std::vector<Adjustment> seen;
    for (;;) {
        auto plan = resolve(*options, wish, extra, quirks);
        if (!plan)
            return plan;
        const auto open = [&](const Setting &setting) { return !made.contains(setting.option); };
        const auto it = std::ranges::find_if(plan->settings, [&](const Setting &setting) {
            return open(setting) && findOption(*options, setting.option)->settable();
        });
        if (it == plan->settings.end()) {
            for (const Setting &asleep : plan->settings) {
                if (!open(asleep) || !asleep.wished)
                    continue;
                if (!wish.yielding)
                    return fail(ErrorCode::OptionRefused, u"the option stays inactive"_s,
                                {{u"option"_s, asleep.option}, {u"value"_s, toText(asleep.value)}});
                leaveOut(*plan, asleep, seen);
            }
            merge(plan->adjustments, seen);
            if (const auto dpi = resolutionOf(*options))
                plan->dpi = *dpi;
            return plan;
        }
        made.insert(it->option);
        Option &option = const_cast<Option &>(*findOption(*options, it->option));
        if (option.value == it->value && option.type != OptionType::Button)
            continue;
        const auto outcome = device.set(option, it->value);
        if (!outcome && it->wished)
            return fail(outcome.error());
        if (!outcome) {
            seen.push_back({it->option, toText(it->value), toText(option.value)});
            continue;
        }
        if (outcome->got != it->value && it->wished)
            seen.push_back({it->option, toText(it->value), toText(outcome->got)});
        if (outcome->reload) {
            options = device.read();
            if (!options)
                return fail(options.error());
        } else {
            option.value = outcome->got;
        }
    }
}

QJsonObject toJson(const Setting &setting)
{
    return {{u"option"_s, setting.option}, {u"value"_s, toJson(setting.value)}, {u"wished"_s, setting.wished}};
}

QJsonObject toJson(const Adjustment &adjustment)
{
    return {{u"option"_s, adjustment.option},
            {u"wished"_s, adjustment.wished},
            {u"got"_s, adjustment.got},
            {u"grave"_s, adjustment.grave}};
}

Result<Setting> settingFromJson(const QJsonValue &json)
{
    auto value = valueFromJson(json[u"value"]);
    if (!value)
        return fail(value.error());
    if (!json[u"option"].isString() || !json[u"wished"].isBool())
        return fail(ErrorCode::HelperProtocol, u"no setting"_s);
    return Setting{json[u"option"].toString(), std::move(*value), json[u"wished"].toBool()};
}

Result<Adjustment> adjustmentFromJson(const QJsonValue &json)
{
    for (const auto key : {u"option", u"wished", u"got"}) {
        if (!json[QStringView(key)].isString())
            return fail(ErrorCode::HelperProtocol, u"no adjustment"_s);
    }
    if (!json[u"grave"].isBool())
        return fail(ErrorCode::HelperProtocol, u"no adjustment"_s);
    return Adjustment{json[u"option"].toString(), json[u"wished"].toString(), json[u"got"].toString(),
                      json[u"grave"].toBool()};
}

} // namespace sohoa
