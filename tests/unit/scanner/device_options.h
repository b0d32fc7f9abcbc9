// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "scanner/api/scan_plan.h"

/// Devices written by hand, after what SANE's backends really offer.
namespace sohoa::test {

using namespace Qt::StringLiterals;

inline ScanWish paper(const QString &source, bool duplex)
{
    ScanWish wish;
    wish.source = source;
    wish.duplex = duplex;
    return wish;
}

inline ScanWish picture(const QString &mode, Dpi dpi)
{
    ScanWish wish;
    wish.mode = mode;
    wish.dpi = dpi;
    return wish;
}

constexpr OptionCapabilities plain{.softSelect = true, .softDetect = true};
constexpr OptionCapabilities asleep{.softSelect = true, .softDetect = true, .inactive = true};

inline Option words(const QString &name, const QStringList &list, const QString &value,
                    OptionCapabilities capabilities = plain)
{
    return {.name = name,
            .type = OptionType::String,
            .capabilities = capabilities,
            .length = 64,
            .constraint = list,
            .value = value};
}

inline Option flag(const QString &name, bool value, OptionCapabilities capabilities = plain)
{
    return {.name = name, .type = OptionType::Bool, .capabilities = capabilities, .value = value};
}

inline Option whole(const QString &name, const OptionConstraint &constraint, int value,
                    OptionCapabilities capabilities = plain)
{
    return {.name = name,
            .type = OptionType::Int,
            .capabilities = capabilities,
            .constraint = constraint,
            .value = value};
}

inline Option fixed(const QString &name, const OptionConstraint &constraint, double value)
{
    return {.name = name,
            .type = OptionType::Fixed,
            .unit = OptionUnit::Millimetre,
            .capabilities = plain,
            .constraint = constraint,
            .value = value};
}

inline std::vector<Option> flatbed()
{
    return {words(u"mode"_s, {u"Lineart"_s, u"Gray"_s, u"Color"_s}, u"Gray"_s),
            whole(u"resolution"_s, std::vector<int>{75, 150, 300, 600}, 75),
            fixed(u"tl-x"_s, Range<double>{0, 215.9, 0}, 5),
            fixed(u"tl-y"_s, Range<double>{0, 297, 0}, 0),
            fixed(u"br-x"_s, Range<double>{0, 215.9, 0}, 100),
            fixed(u"br-y"_s, Range<double>{0, 297, 0}, 100)};
}

inline std::vector<Option> simplexFeeder()
{
    auto options = flatbed();
    options.insert(options.begin(),
                   words(u"source"_s, {u"FlatBed"_s, u"Automatic Document Feeder(left aligned)"_s}, u"FlatBed"_s));
    return options;
}

inline std::vector<Option> duplexFeeder()
{
    auto options = flatbed();
    options.insert(options.begin(),
                   words(u"source"_s, {u"ADF Front"_s, u"ADF Back"_s, u"ADF Duplex"_s}, u"ADF Front"_s));
    options.push_back(fixed(u"page-height"_s, Range<double>{0, 863, 0}, 297));
    options.push_back(fixed(u"page-width"_s, Range<double>{0, 224, 0}, 210));
    return options;
}

inline const Setting *settingOf(const ScanPlan &plan, QStringView option)
{
    const auto it = std::ranges::find(plan.settings, option, &Setting::option);
    return it == plan.settings.end() ? nullptr : &*it;
}

inline QString plannedText(const ScanPlan &plan, QStringView option)
{
    const Setting *setting = settingOf(plan, option);
    return setting ? toText(setting->value) : u"<none>"_s;
}

} // namespace sohoa::test
