// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/common/composition.h"
#include "app/sohoactl/profile_scan.h"
#include "app/sohoactl/waiting.h"
#include "core/base/durable_file.h"
#include "scanner/api/device_report.h"
#include "scanner/client/device_lister.h"
#include "scanner/client/option_reader.h"
#include "ui/errors/sentences.h"

#include <QJsonDocument>
#include <QLocale>

namespace sohoa {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 maxReportBytes = qint64{16} * 1024 * 1024;

ProfileStore store()
{
    return ProfileStore(profileFolders());
}

QString originWord(StoredProfile::Origin origin)
{
    switch (origin) {
    case StoredProfile::Origin::Shipped:
        return u"shipped"_s;
    case StoredProfile::Origin::Own:
        return u"own"_s;
    case StoredProfile::Origin::Site:
        return u"site"_s;
    }
    Q_UNREACHABLE();
}

ExitStatus list(CommandLine &line)
{
    const auto listing = store().list();
    for (const StoredProfile &stored : listing.profiles) {
        const ScanProfile &profile = stored.profile;
        line.console.tell({{u"id"_s, profile.id},
                           {u"name"_s, profile.name(QLocale().name().left(2))},
                           {u"origin"_s, originWord(stored.origin)},
                           {u"locked"_s, stored.locked()}});
        line.console.say(
            u"%1  %2 (%3)"_s.arg(profile.id, profile.name(QLocale().name().left(2)), originWord(stored.origin)));
    }
    for (const Error &fault : listing.faults)
        line.console.failedItem(fault.args.value(u"file"_s), fault);
    return listing.faults.empty() ? ExitStatus::Done : ExitStatus::InPart;
}

ExitStatus show(CommandLine &line, const QString &id)
{
    const auto stored = store().find(id);
    if (!stored)
        return failedWith(line, stored.error());
    const QByteArray json = profileJson(stored->profile);
    line.console.tell(QJsonDocument::fromJson(json).object());
    line.console.say(QString::fromUtf8(json).trimmed());
    return ExitStatus::Done;
}

ExitStatus exportTo(CommandLine &line, const QString &id, const QString &file)
{
    const auto stored = store().find(id);
    if (!stored)
        return failedWith(line, stored.error());
    if (auto written = writeDurably(file, profileJson(stored->profile)); !written)
        return failedWith(line, written.error());
    line.console.tell({{u"id"_s, id}, {u"file"_s, file}});
    return ExitStatus::Done;
}

ExitStatus save(CommandLine &line, const Result<ScanProfile> &profile)
{
    if (!profile)
        return failedWith(line, profile.error());
    if (auto saved = store().save(*profile); !saved)
        return failedWith(line, saved.error());
    line.console.tell({{u"id"_s, profile->id}});
    line.console.say(Text::tr("The profile “%1” is there.").arg(profile->id));
    return ExitStatus::Done;
}

/// The profile `id` for that very scanner, as one of the user's own.
ExitStatus bind(CommandLine &line, const QString &id, const QString &device)
{
    const auto stored = store().find(id);
    if (!stored)
        return failedWith(line, stored.error());
    DeviceLister lister(helperConfig(practiceScanners()));
    const auto devices = answered<std::vector<Device>>([&](auto answer) { lister.list(answer); });
    if (!devices)
        return failedWith(line, devices.error());
    const auto listed = std::ranges::find(*devices, device, &Device::name);
    if (listed == devices->end())
        return failedWith(line, Error{ErrorCode::DeviceNotFound, {}, device});
    ScanProfile profile = stored->profile;
    profile.device = identityOf(*listed);
    if (profile.device->serial.isEmpty()) {
        OptionReader reader(helperConfig(practiceScanners()));
        const auto options = answered<std::vector<Option>>([&](auto answer) { reader.read(device, answer); });
        if (options)
            profile.device->serial = serialOf(*options);
    }
    return save(line, profile);
}

void showPlan(CommandLine &line, const ScanPlan &plan)
{
    tellAdjustments(line, plan.adjustments);
    for (const Setting &setting : plan.settings) {
        line.console.tell(QJsonObject{{u"setting"_s, toJson(setting)}});
        line.console.say(u"  --%1 %2"_s.arg(setting.option, toText(setting.value)));
    }
}

/// What a device makes of a profile: at the device itself, or at the report of one that stands elsewhere.
ExitStatus tryOut(CommandLine &line, const QString &id, const Arguments &arguments)
{
    const auto stored = store().find(id);
    if (!stored)
        return failedWith(line, stored.error());
    const ScanProfile &profile = stored->profile;
    if (!arguments.has(u"report"_s)) {
        const auto plan = planAt(wishOf(profile, arguments.value(u"device"_s)), profile.options);
        if (!plan)
            return failedWith(line, plan.error());
        showPlan(line, *plan);
        return ExitStatus::Done;
    }
    const QString file = arguments.value(u"report"_s);
    const auto bytes = readFile(file, maxReportBytes);
    if (!bytes)
        return failedWith(line, bytes.error());
    const auto report = parseReport(*bytes, file);
    if (!report)
        return failedWith(line, report.error());
    const auto quirks = readQuirks(quirksFile());
    if (!quirks)
        return failedWith(line, quirks.error());
    ReplayedDevice device(*report);
    const QString name = report->device.name;
    const auto plan = apply(device, wishOf(profile, name), profile.options, quirksOf(*quirks, name));
    if (!plan)
        return failedWith(line, plan.error());
    showPlan(line, *plan);
    return ExitStatus::Done;
}

ExitStatus profiles(CommandLine &line)
{
    const auto arguments = Arguments::parse(line.arguments, {{u"o"_s}, {u"device"_s}, {u"report"_s}});
    if (!arguments)
        return failedWith(line, arguments.error());
    const QStringList &words = arguments->operands();
    const QString action = words.value(0);
    const QString subject = words.value(1);
    const bool one = words.size() == 2;
    if (action == u"list" && words.size() == 1)
        return list(line);
    if (action == u"show" && one)
        return show(line, subject);
    if (action == u"export" && one && arguments->has(u"o"_s))
        return exportTo(line, subject, arguments->value(u"o"_s));
    if (action == u"import" && one)
        return save(line, ProfileStore::read(subject));
    if (action == u"bind" && one && arguments->has(u"device"_s))
        return bind(line, subject, arguments->value(u"device"_s));
    if (action == u"try" && one && (arguments->has(u"device"_s) != arguments->has(u"report"_s)))
        return tryOut(line, subject, *arguments);
    if (action == u"remove" && one) {
        if (auto removed = store().remove(subject); !removed)
            return failedWith(line, removed.error());
        return ExitStatus::Done;
    }
    return line.console.wrongUsage(
        Text::tr("profiles takes list, show ID, export ID -o FILE, import FILE, bind ID "
                 "--device D, try ID --device D or --report FILE, or remove ID."));
}

} // namespace

std::vector<Command> profileCommands()
{
    return {{u"profiles"_s,
             u"list | show ID | export ID -o FILE | import FILE | bind ID --device D | try ID --device D|--report "
             u"FILE | "
             "remove ID"_s,
             Text::tr("Scan profiles: those that ship, the administrator's and your own."), profiles}};
}

} // namespace sohoa
