// SPDX-License-Identifier: GPL-3.0-or-later
#include "scanner/api/plan_draft.h"

#include <array>

namespace sohoa {

using namespace Qt::StringLiterals;

namespace {

/// A3 with room for a skewed feed. Feeders offer lengths of three metres and more and fill the page up to what was
/// asked for; a longer sheet is asked for by a profile.
constexpr double usualLongestMm = 460;
/// Less than this is the grid of the device, not a smaller paper.
constexpr double paperToleranceMm = 2;
constexpr double mmPerInch = 25.4;

std::optional<double> largestOf(const Option &option)
{
    if (const auto *whole = std::get_if<Range<int>>(&option.constraint))
        return whole->max;
    if (const auto *real = std::get_if<Range<double>>(&option.constraint))
        return real->max;
    return std::nullopt;
}

/// Some drivers measure in pixels of the resolution that will be.
double millimetresPerUnit(const PlanDraft &draft, const Option &option)
{
    return option.unit == OptionUnit::Pixel ? mmPerInch / std::max(draft.plan.dpi, 1) : 1.0;
}

/// The range of an option that says in the middle "leave it": -127…127, 0…2000, 0…100.
struct Scale {
    double min = 0;
    double middle = 0;
    double max = 0;
};

std::optional<Scale> scaleOf(const Option &option)
{
    const auto between = [](double min, double max) {
        return Scale{min, min < 0 && max > 0 ? 0 : (min + max) / 2, max};
    };
    if (const auto *whole = std::get_if<Range<int>>(&option.constraint))
        return between(whole->min, whole->max);
    if (const auto *real = std::get_if<Range<double>>(&option.constraint))
        return between(real->min, real->max);
    if (const auto *list = std::get_if<std::vector<int>>(&option.constraint); list && list->size() > 1) {
        const auto [min, max] = std::ranges::minmax(*list);
        return between(min, max);
    }
    return std::nullopt;
}

void chooseTone(PlanDraft &draft, QStringView name, const std::optional<int> &percent)
{
    if (!percent)
        return;
    const QString wished = QString::number(*percent);
    const Option *option = draft.find(name);
    const auto scale = option && option->capabilities.softSelect ? scaleOf(*option) : std::nullopt;
    if (!scale || scale->max <= scale->min) {
        // To leave it as it is needs no option.
        if (*percent != 0)
            draft.adjusted(name.toString(), wished, {});
        return;
    }
    const double reach = *percent < 0 ? scale->middle - scale->min : scale->max - scale->middle;
    const auto value = legalValue(*option, scale->middle + reach * *percent / 100);
    if (value)
        draft.add(*option, *value);
}

/// What turns detection on, in the order in which it has to be set: on some devices the first wakes the others up.
struct DetectionSwitch {
    QStringView option;
    QStringView word; ///< Of a word list; empty: a flag.
};
constexpr std::array detectionSwitches{
    DetectionSwitch{u"df-action", u"Stop"},                        // fujitsu; wakes the sensors
    DetectionSwitch{u"df-thickness", u""},                         // fujitsu, canon_dr
    DetectionSwitch{u"df-skew", u""},                              // fujitsu
    DetectionSwitch{u"double-feed-detection", u""},                // sohoa
    DetectionSwitch{u"double-feed-detection-sensitivity", u"Low"}, // epkowa: High takes a creased sheet for two
    DetectionSwitch{u"MultifeedDetection", u""},                   // brother5
    DetectionSwitch{u"double-feed", u""},                          // kvs20xx, kvs40xx
    DetectionSwitch{u"dfd", u""},                                  // kvs1025
};

} // namespace

void chooseArea(PlanDraft &draft)
{
    const auto setEdge = [&draft](QStringView name, double wantedMm) -> std::optional<double> {
        const Option *option = draft.find(name);
        const auto largest = option && option->capabilities.softSelect ? largestOf(*option) : std::nullopt;
        if (!largest)
            return std::nullopt;
        const double unit = millimetresPerUnit(draft, *option);
        const auto value = legalValue(*option, std::min(wantedMm / unit, *largest));
        if (!value || !option->active())
            return std::nullopt;
        draft.add(*option, *value, false);
        return *largest * unit;
    };
    const double width = draft.wish.paper ? draft.wish.paper->widthMm : usualLongestMm;
    const double height = draft.wish.paper ? draft.wish.paper->heightMm : usualLongestMm;
    const auto pageWidth = setEdge(u"page-width", width);
    const auto pageHeight = setEdge(u"page-height", height);
    setEdge(u"tl-x", 0);
    setEdge(u"tl-y", 0);
    const auto right = setEdge(u"br-x", width);
    const auto bottom = setEdge(u"br-y", height);
    if (!draft.wish.paper)
        return;
    // Where there is a paper size the corners' range is only what fits the paper set before.
    const double widest = pageWidth.value_or(right.value_or(width));
    const double longest = pageHeight.value_or(bottom.value_or(height));
    if (widest < width - paperToleranceMm || longest < height - paperToleranceMm) {
        const auto text = [](double w, double h) { return u"%1 × %2 mm"_s.arg(w, 0, 'f', 0).arg(h, 0, 'f', 0); };
        draft.adjusted(u"paper"_s, text(width, height), text(std::min(width, widest), std::min(height, longest)),
                       true);
    }
}

void chooseTone(PlanDraft &draft)
{
    chooseTone(draft, u"brightness", draft.wish.brightness);
    chooseTone(draft, u"contrast", draft.wish.contrast);
}

Result<void> chooseDoubleFeed(PlanDraft &draft)
{
    if (!draft.wish.stopAtDoubleFeed || !draft.plan.feeder)
        return {};
    bool offered = false;
    for (const DetectionSwitch &detection : detectionSwitches) {
        const Option *option = draft.find(detection.option);
        if (!option || !option->capabilities.softSelect)
            continue;
        const auto value = detection.word.isEmpty() && option->type == OptionType::Bool
                               ? legalValue(*option, true)
                               : legalValue(*option, detection.word.toString());
        if (!value)
            continue;
        draft.add(*option, *value, false);
        offered = true;
    }
    if (offered)
        return {};
    if (!draft.wish.yielding)
        return fail(ErrorCode::OptionRefused, u"no detection of double feeds"_s,
                    {{u"option"_s, u"double-feed"_s}, {u"value"_s, u"true"_s}});
    draft.adjusted(u"double-feed"_s, u"true"_s, {});
    return {};
}

} // namespace sohoa
