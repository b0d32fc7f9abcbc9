// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sohoactl/command.h"
#include "app/sohoactl/text.h"

#include <QEventLoop>

namespace sohoa {

using namespace Qt::StringLiterals;

namespace {

/// Parses operands only, opens the station and runs `action`.
ExitStatus correct(CommandLine &line, qsizetype least, qsizetype most, const QString &usage,
                   const std::function<Result<void>(Station &, const QStringList &)> &action)
{
    const auto arguments = Arguments::parse(line.arguments, {});
    if (!arguments)
        return failedWith(line, arguments.error());
    const QStringList &operands = arguments->operands();
    if (operands.size() < least || operands.size() > most)
        return line.console.wrongUsage(usage);
    const auto station = openStation(line);
    if (!station)
        return failedWith(line, station.error());
    if (const auto done = action(**station, operands); !done)
        return failedWith(line, done.error());
    if (!(*station)->isIdle()) {
        QEventLoop loop;
        QObject::connect(station->get(), &Station::idle, &loop, &QEventLoop::quit);
        loop.exec();
    }
    return ExitStatus::Done;
}

constexpr qsizetype manyDossiers = 10'000;

ExitStatus split(CommandLine &line)
{
    return correct(line, 2, 2, Text::tr("Name the dossier, and the page with which the new one begins."),
                   [&line](Station &station, const QStringList &operands) -> Result<void> {
                       const auto id = idOf<DossierId>(operands[0]);
                       const auto page = idOf<PageId>(operands[1]);
                       if (!id || !page)
                           return fail(!id ? id.error() : page.error());
                       const auto fresh = station.split(*id, *page);
                       if (!fresh)
                           return fail(fresh.error());
                       showDossier(line, station, *id);
                       showDossier(line, station, *fresh);
                       return {};
                   });
}

ExitStatus merge(CommandLine &line)
{
    return correct(line, 2, manyDossiers, Text::tr("Name the dossier that stays and those that go into it."),
                   [&line](Station &station, const QStringList &operands) -> Result<void> {
                       std::vector<DossierId> ids;
                       for (const QString &text : operands) {
                           const auto id = idOf<DossierId>(text);
                           if (!id)
                               return fail(id.error());
                           ids.push_back(*id);
                       }
                       const DossierId first = ids.front();
                       ids.erase(ids.begin());
                       if (auto merged = station.merge(first, ids); !merged)
                           return merged;
                       showDossier(line, station, first);
                       return {};
                   });
}

ExitStatus move(CommandLine &line)
{
    return correct(line, 2, 2, Text::tr("Name the page, and the dossier it goes to."),
                   [&line](Station &station, const QStringList &operands) -> Result<void> {
                       const auto page = idOf<PageId>(operands[0]);
                       const auto id = idOf<DossierId>(operands[1]);
                       if (!id || !page)
                           return fail(!id ? id.error() : page.error());
                       if (auto moved = station.movePage(*page, *id); !moved)
                           return moved;
                       showDossier(line, station, *id);
                       return {};
                   });
}

ExitStatus rotate(CommandLine &line)
{
    return correct(line, 2, 2, Text::tr("Name the page, and 90, 180 or 270."),
                   [](Station &station, const QStringList &operands) -> Result<void> {
                       const auto page = idOf<PageId>(operands[0]);
                       if (!page)
                           return fail(page.error());
                       return station.rotatePage(*page, operands[1].toInt());
                   });
}

ExitStatus exclude(CommandLine &line)
{
    return correct(line, 1, 1, Text::tr("Name the page."),
                   [](Station &station, const QStringList &operands) -> Result<void> {
                       const auto page = idOf<PageId>(operands[0]);
                       if (!page)
                           return fail(page.error());
                       return station.excludePage(*page, true);
                   });
}

ExitStatus include(CommandLine &line)
{
    return correct(line, 1, 1, Text::tr("Name the page."),
                   [](Station &station, const QStringList &operands) -> Result<void> {
                       const auto page = idOf<PageId>(operands[0]);
                       if (!page)
                           return fail(page.error());
                       return station.excludePage(*page, false);
                   });
}

} // namespace

std::vector<Command> correctionCommands()
{
    return {
        {u"split"_s, u"ID PAGE"_s, Text::tr("The pages from PAGE on become a dossier of their own."), split},
        {u"merge"_s, u"ID ID…"_s, Text::tr("Puts dossiers together."), merge},
        {u"move"_s, u"PAGE ID"_s, Text::tr("Moves a page into another dossier."), move},
        {u"rotate"_s, u"PAGE 90|180|270"_s, Text::tr("Turns a page clockwise and reads it again."), rotate},
        {u"exclude"_s, u"PAGE"_s, Text::tr("Leaves a page out of the archive copy; it is kept."), exclude},
        {u"include"_s, u"PAGE"_s, Text::tr("Takes a page that was left out back in."), include},
    };
}

} // namespace sohoa
