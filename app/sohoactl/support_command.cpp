// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/common/composition.h"
#include "app/sohoactl/command.h"
#include "app/sohoactl/text.h"
#include "app/sohoactl/waiting.h"
#include "core/base/durable_file.h"
#include "core/support/support_bundle.h"
#include "scanner/api/device_report.h"
#include "scanner/client/device_lister.h"
#include "scanner/client/option_reader.h"

#include <QCoreApplication>
#include <QJsonDocument>

namespace sohoa {

using namespace Qt::StringLiterals;

namespace {

/// What is connected, as reports of devices tell it: nothing in them tells one device from another of its kind. A
/// device that does not answer is told by the code of its error.
QJsonArray connectedDevices()
{
    QJsonArray all;
    DeviceLister lister(helperConfig(practiceScanners()));
    const auto devices = answered<std::vector<Device>>([&](auto answer) { lister.list(answer); });
    if (!devices)
        return {QJsonObject{{u"error"_s, static_cast<int>(devices.error().code)}}};
    for (const Device &device : *devices) {
        OptionReader reader(helperConfig(practiceScanners()));
        auto options = answered<std::vector<Option>>([&](auto answer) { reader.read(device.name, answer, {}); });
        DeviceReport report;
        report.device = anonymous(device);
        if (options)
            report.states.push_back({{}, anonymous(std::move(*options))});
        QJsonObject json = QJsonDocument::fromJson(reportJson(report)).object();
        if (!options)
            json[u"error"_s] = static_cast<int>(options.error().code);
        all.append(json);
    }
    return all;
}

ExitStatus support(CommandLine &line)
{
    const auto arguments = Arguments::parse(line.arguments, {});
    if (!arguments)
        return failedWith(line, arguments.error());
    if (arguments->operands().size() != 1)
        return line.console.wrongUsage(Text::tr("Name the file for the support bundle."));
    const QString file = arguments->operands().front();
    const auto station = openStation(line);
    if (!station)
        return failedWith(line, station.error());
    const auto bundle = supportBundle(**station, {QCoreApplication::applicationVersion(), connectedDevices()});
    if (!bundle)
        return failedWith(line, bundle.error());
    if (auto written = writeDurably(file, *bundle); !written)
        return failedWith(line, written.error());
    line.console.tell({{u"file"_s, file}, {u"bytes"_s, bundle->size()}});
    line.console.say(Text::tr("The support bundle is in %1. It names no person, no dossier and no address; look "
                              "through it before you pass it on.")
                         .arg(file));
    return ExitStatus::Done;
}

} // namespace

std::vector<Command> supportCommands()
{
    return {{u"support"_s, u"FILE"_s,
             Text::tr("Versions, devices, counts, error codes and settings for those who help; nothing personal."),
             support}};
}

} // namespace sohoa
