// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/common/composition.h"
#include "app/sohoactl/command.h"
#include "app/sohoactl/device_report_command.h"
#include "app/sohoactl/text.h"
#include "app/sohoactl/waiting.h"
#include "scanner/client/device_lister.h"
#include "scanner/client/option_reader.h"

#include <variant>

namespace sohoa {

using namespace Qt::StringLiterals;

namespace {

template <class T> QString joined(const std::vector<T> &list)
{
    QStringList texts;
    for (const T value : list)
        texts.append(QString::number(value));
    return texts.join(u'|');
}

/// An option's constraint in one word: "75…600", "Color|Gray".
struct ConstraintText {
    QString operator()(std::monostate) const { return {}; }
    QString operator()(const Range<int> &range) const { return u"%1…%2"_s.arg(range.min).arg(range.max); }
    QString operator()(const Range<double> &range) const { return u"%1…%2"_s.arg(range.min).arg(range.max); }
    QString operator()(const std::vector<int> &list) const { return joined(list); }
    QString operator()(const std::vector<double> &list) const { return joined(list); }
    QString operator()(const QStringList &list) const { return list.join(u'|'); }
};

ExitStatus devices(CommandLine &line)
{
    const auto arguments = Arguments::parse(line.arguments, {{u"o"_s}});
    if (!arguments)
        return failedWith(line, arguments.error());
    const QStringList &words = arguments->operands();
    if (words.size() == 2 && words.front() == u"report" && arguments->has(u"o"_s))
        return reportDevice(line, words.back(), arguments->value(u"o"_s));
    if (!words.isEmpty() || arguments->has(u"o"_s))
        return line.console.wrongUsage(Text::tr("devices takes nothing, or report DEVICE -o FILE."));
    DeviceLister lister(helperConfig(practiceScanners()));
    const auto found = answered<std::vector<Device>>([&](auto answer) { lister.list(answer); });
    if (!found)
        return failedWith(line, found.error());
    for (const Device &device : *found) {
        line.console.tell(toJson(device));
        line.console.say(u"%1  %2 %3 (%4)"_s.arg(device.name, device.vendor, device.model, device.type));
    }
    if (found->empty())
        line.console.say(Text::tr("No scanner found. Switch it on, plug it in and try again."));
    return ExitStatus::Done;
}

ExitStatus options(CommandLine &line)
{
    const auto arguments = Arguments::parse(line.arguments, {});
    if (!arguments)
        return failedWith(line, arguments.error());
    if (arguments->operands().size() != 1)
        return line.console.wrongUsage(Text::tr("Name one device, as “sohoactl devices” shows it."));
    const QString &device = arguments->operands().front();
    OptionReader reader(helperConfig(practiceScanners()));
    const auto found = answered<std::vector<Option>>([&](auto answer) { reader.read(device, answer); });
    if (!found)
        return failedWith(line, found.error());
    for (const Option &option : *found) {
        line.console.tell(toJson(option));
        if (option.type == OptionType::Group)
            line.console.say(u"\n%1"_s.arg(option.title));
        else
            line.console.say(u"  --%1 %2 [%3]%4"_s.arg(
                option.name, std::visit(ConstraintText(), option.constraint), toText(option.value),
                option.active() ? QString() : Text::tr(" (inactive)")));
    }
    return ExitStatus::Done;
}

} // namespace

std::vector<Command> scannerCommands()
{
    return {{u"devices"_s, u"[report DEVICE -o FILE]"_s,
             Text::tr("Lists the scanners that SANE finds, and the practice scanners."), devices},
            {u"options"_s, u"DEVICE"_s, Text::tr("Lists every option of a scanner."), options}};
}

} // namespace sohoa
