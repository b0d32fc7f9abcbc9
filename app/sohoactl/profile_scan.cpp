// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sohoactl/profile_scan.h"

#include "app/common/composition.h"
#include "app/sohoactl/waiting.h"
#include "scanner/client/device_finder.h"
#include "scanner/client/scan_planner.h"
#include "ui/errors/adjustment_sentences.h"

namespace sohoa {

using namespace Qt::StringLiterals;

namespace {

Result<QString> deviceFor(const ScanProfile &profile, const Arguments &arguments)
{
    if (arguments.has(u"device"_s))
        return arguments.value(u"device"_s);
    if (!profile.device)
        return usageError(
            Text::tr("The profile “%1” is for any scanner: name one with --device.").arg(profile.id));
    DeviceFinder finder(helperConfig(practiceScanners()));
    return answered<QString>([&](auto answer) { finder.find(*profile.device, answer); });
}

/// What the command line says beats the profile, but not the administrator's.
Result<void> override(ScanWish &wish, const StoredProfile &stored, const Arguments &arguments)
{
    for (const auto &name : {u"source"_s, u"mode"_s, u"dpi"_s, u"duplex"_s}) {
        if (stored.locked() && arguments.has(name))
            return fail(ErrorCode::ProfileLocked, name, {{u"profile"_s, stored.profile.id}});
    }
    wish.source = arguments.value(u"source"_s, wish.source);
    wish.mode = arguments.value(u"mode"_s, wish.mode);
    wish.dpi = arguments.number(u"dpi"_s).value_or(wish.dpi);
    // In two passes each side comes as if it were the only one.
    wish.duplex = (wish.duplex || arguments.has(u"duplex"_s)) && !arguments.has(u"two-pass"_s);
    wish.maxPages = arguments.number(u"max-pages"_s);
    return {};
}

} // namespace

std::vector<OptionSpec> profileScanOptions()
{
    return {{u"profile"_s}, {u"accept-changes"_s, OptionSpec::Takes::Nothing}};
}

Result<ScanPlan> planAt(const ScanWish &wish, const std::vector<Setting> &extra)
{
    ScanPlanner planner(helperConfig(practiceScanners()));
    return answered<ScanPlan>([&](auto answer) { planner.plan(wish, extra, answer); });
}

void tellAdjustments(CommandLine &line, const std::vector<Adjustment> &adjustments)
{
    for (const Adjustment &adjustment : adjustments) {
        QJsonObject json = toJson(adjustment);
        json.insert(u"message"_s, adjustmentSentence(adjustment));
        line.console.tell(QJsonObject{{u"adjustment"_s, json}});
        line.console.warn(adjustmentSentence(adjustment));
    }
}

Result<ProfileScan> profileScan(CommandLine &line, const Arguments &arguments)
{
    const auto stored = ProfileStore(profileFolders()).find(arguments.value(u"profile"_s));
    if (!stored)
        return fail(stored.error());
    const auto device = deviceFor(stored->profile, arguments);
    if (!device)
        return fail(device.error());
    ProfileScan scan{wishOf(stored->profile, *device), stored->profile.options, stored->profile.master, {}};
    if (auto done = override(scan.wish, *stored, arguments); !done)
        return fail(done.error());
    const auto plan = planAt(scan.wish, scan.extra);
    if (!plan)
        return fail(plan.error());
    scan.adjustments = plan->adjustments;
    tellAdjustments(line, scan.adjustments);
    if (std::ranges::any_of(scan.adjustments, &Adjustment::grave) && !arguments.has(u"accept-changes"_s))
        return usageError(Text::tr("Nothing has been scanned: with these changes something of the papers may be "
                                   "missing. Choose another profile, or add --accept-changes."));
    return scan;
}

} // namespace sohoa
