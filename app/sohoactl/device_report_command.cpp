// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sohoactl/device_report_command.h"

#include "app/common/composition.h"
#include "app/sohoactl/profile_scan.h"
#include "app/sohoactl/waiting.h"
#include "core/base/durable_file.h"
#include "scanner/api/device_report.h"
#include "scanner/client/device_lister.h"
#include "scanner/client/option_reader.h"

#include <QElapsedTimer>

namespace sohoa {

using namespace Qt::StringLiterals;

namespace {

/// Gathers a report step by step; each step is in the trace with its time and how it went.
class Reporter {
public:
    explicit Reporter(Device device)
        : m_name(device.name)
    {
        m_report.device = anonymous(device);
        m_clock.start();
    }

    Result<DeviceReport> gather()
    {
        auto found = read({}, u"options"_s);
        if (!found)
            return fail(found.error());
        const Option *source = findOption(*found, u"source");
        const auto *words = source ? std::get_if<QStringList>(&source->constraint) : nullptr;
        m_report.states.push_back({{}, anonymous(*found)});
        for (const QString &word : words && source->settable() ? *words : QStringList()) {
            if (auto options = read({{u"source"_s, word, false}}, u"source="_s + word))
                m_report.states.push_back({word, anonymous(std::move(*options))});
        }
        for (const StoredProfile &stored : ProfileStore({profileFolders().shipped, {}, {}}).list().profiles) {
            const auto plan = planAt(wishOf(stored.profile, m_name), stored.profile.options);
            note(u"profile="_s + stored.profile.id, plan ? changesOf(*plan) : plan.error().detail);
        }
        return std::move(m_report);
    }

private:
    static QString changesOf(const ScanPlan &plan)
    {
        QStringList changes;
        for (const Adjustment &adjustment : plan.adjustments)
            changes.append(u"%1: %2 → %3"_s.arg(adjustment.option, adjustment.wished, adjustment.got));
        return changes.isEmpty() ? u"ok"_s : changes.join(u"; "_s);
    }
    Result<std::vector<Option>> read(const std::vector<Setting> &after, const QString &what)
    {
        OptionReader reader(helperConfig(practiceScanners()));
        auto options = answered<std::vector<Option>>([&](auto answer) { reader.read(m_name, answer, after); });
        note(what, options ? u"ok"_s : options.error().detail);
        return options;
    }
    void note(const QString &what, const QString &how)
    {
        m_report.trace.push_back({m_clock.elapsed(), what, how});
    }

    QString m_name;
    DeviceReport m_report;
    QElapsedTimer m_clock;
};

} // namespace

ExitStatus reportDevice(CommandLine &line, const QString &name, const QString &file)
{
    DeviceLister lister(helperConfig(practiceScanners()));
    const auto devices = answered<std::vector<Device>>([&](auto answer) { lister.list(answer); });
    if (!devices)
        return failedWith(line, devices.error());
    // One that no listing shows (a folder, a network address) is known by its name alone.
    const auto listed = std::ranges::find(*devices, name, &Device::name);
    const auto report = Reporter(listed == devices->end() ? Device{name, {}, {}, {}} : *listed).gather();
    if (!report)
        return failedWith(line, report.error());
    if (auto written = writeDurably(file, reportJson(*report)); !written)
        return failedWith(line, written.error());
    line.console.tell({{u"file"_s, file}, {u"states"_s, static_cast<int>(report->states.size())}});
    line.console.say(Text::tr("The report is in %1. It names no person, no number and no address; look through it "
                              "before you pass it on.")
                         .arg(file));
    return ExitStatus::Done;
}

} // namespace sohoa
