// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sohoactl/command.h"
#include "app/sohoactl/text.h"
#include "core/base/durable_file.h"
#include "ui/progress/report_pdf.h"

#include <QDateTime>

#include <cstdio>

namespace sohoa {

using namespace Qt::StringLiterals;

namespace {

constexpr int usualDays = 7;

Result<QDate> dayOf(const QString &text, const QDate &otherwise)
{
    if (text.isEmpty())
        return otherwise;
    const QDate day = QDate::fromString(text, Qt::ISODate);
    if (!day.isValid())
        return usageError(Text::tr("“%1” is no day. Write it as 2026-11-23.").arg(text));
    return day;
}

Result<Report> reportOf(Station &station, const Arguments &arguments, const QDate &today)
{
    const auto to = dayOf(arguments.value(u"to"_s), today);
    if (!to)
        return fail(to.error());
    const auto from = dayOf(arguments.value(u"from"_s), to->addDays(1 - usualDays));
    if (!from)
        return fail(from.error());
    const auto by = reportByFromString(arguments.value(u"by"_s, u"user"_s));
    if (!by)
        return usageError(Text::tr("--by takes user, day, procedure, batch or agency."));
    return station.report(*from, *to, *by);
}

QByteArray pdfOf(Station &station, const Report &report, const QDate &today)
{
    ui::ReportHeading heading{station.config().agency, station.config().actor, today, std::nullopt};
    const auto campaign = station.campaign();
    const auto standing = station.standing();
    const auto days = station.report(report.from, report.to, ReportBy::Day);
    if (campaign && standing && days)
        heading.forecast = forecast(*campaign, *standing, *days, today);
    return ui::reportToPdf(report, heading);
}

/// To the file, or to standard output when none is named.
ExitStatus give(CommandLine &line, const QByteArray &bytes, const QString &output)
{
    if (output.isEmpty()) {
        std::fwrite(bytes.constData(), 1, static_cast<size_t>(bytes.size()), stdout);
        return ExitStatus::Done;
    }
    if (const auto written = writeDurably(output, bytes); !written)
        return failedWith(line, written.error());
    line.console.tell({{u"file"_s, output}});
    line.console.say(Text::tr("Written: %1").arg(output));
    return ExitStatus::Done;
}

ExitStatus report(CommandLine &line)
{
    const auto arguments =
        Arguments::parse(line.arguments, {{u"from"_s}, {u"to"_s}, {u"by"_s}, {u"format"_s}, {u"output"_s}});
    if (!arguments)
        return failedWith(line, arguments.error());
    const QString format = arguments->value(u"format"_s, line.console.isJson() ? u"json"_s : u"csv"_s);
    if (format != u"csv" && format != u"json" && format != u"pdf")
        return line.console.wrongUsage(Text::tr("--format takes csv, json or pdf."));
    const auto station = openStation(line);
    if (!station)
        return failedWith(line, station.error());
    const QDate today = Instant{QDateTime::currentMSecsSinceEpoch()}.vietnamDate();
    const auto made = reportOf(**station, *arguments, today);
    if (!made)
        return failedWith(line, made.error());
    const QByteArray bytes = format == u"csv"    ? reportToCsv(*made)
                             : format == u"json" ? reportToJson(*made)
                                                 : pdfOf(**station, *made, today);
    return give(line, bytes, arguments->value(u"output"_s));
}

} // namespace

std::vector<Command> reportCommands()
{
    return {{u"report"_s,
             u"[--from DAY] [--to DAY] [--by user|day|procedure|batch|agency] [--format csv|json|pdf] "
             "[--output FILE]"_s,
             Text::tr("the campaign’s figures of the last seven days, or of the days named"), report}};
}

} // namespace sohoa
