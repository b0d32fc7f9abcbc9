// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "scanner/api/scan_plan.h"

namespace sohoa {

/// A plan in the making: what each step of resolve() reads and adds to. Not for use outside scanner/api.
struct PlanDraft {
    const std::vector<Option> &options;
    const ScanWish &wish;
    const Quirks &quirks;
    ScanPlan plan = {};

    const Option *find(QStringView name) const
    {
        return quirks.ignore.contains(name) ? nullptr : findOption(options, name);
    }
    const Option *settable(QStringView name) const
    {
        const Option *option = find(name);
        return option && option->settable() ? option : nullptr;
    }
    void add(const Option &option, OptionValue value, bool wished = true)
    {
        plan.settings.push_back({option.name, std::move(value), wished});
    }
    void adjusted(const QString &option, const QString &wished, const QString &got, bool grave = false)
    {
        if (wished != got)
            plan.adjustments.push_back({option, wished, got, grave});
    }
};

/// The scan window: the wished paper, or all that the device takes up to A3. Paper size before corners, since it
/// says how far they may go.
void chooseArea(PlanDraft &draft);
/// Brightness and contrast, from per cent to whatever the device counts in.
void chooseTone(PlanDraft &draft);
/// Stopping at two sheets at once. OptionRefused when the device cannot and the wish does not yield.
Result<void> chooseDoubleFeed(PlanDraft &draft);

} // namespace sohoa
