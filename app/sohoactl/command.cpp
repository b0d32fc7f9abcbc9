// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sohoactl/command.h"

#include "app/common/composition.h"
#include "app/sohoactl/text.h"
#include "core/workflow/dossier_json.h"
#include "ui/errors/sentences.h"

#include <QCoreApplication>
#include <QEventLoop>

namespace sohoa {

using namespace Qt::StringLiterals;

std::vector<Command> allCommands()
{
    std::vector<Command> all;
    for (auto group : {scannerCommands(), profileCommands(), scanCommands(), intakeCommands(), convertCommands(),
                       dossierCommands(), correctionCommands(), recognitionCommands(), separatorCommands(),
                       signatureCommands(), handoverCommands(), storeCommands(), vaultCommands(), reportCommands(),
                       demoCommands(), supportCommands(), completionCommands()})
        all.insert(all.end(), group.begin(), group.end());
    return all;
}

QString globalUsage()
{
    return u"[--store DIR] [--json] [--lang vi|en] [--quiet] [--help] [--version]"_s;
}

Result<std::unique_ptr<Station>> openStation(CommandLine &line)
{
    static const SystemClock clock;
    auto station = Station::open(stationConfig(line.storeFolder), clock);
    if (!station || (*station)->isIdle())
        return station;
    // A run was interrupted: what it left is finished first, so that every command sees whole dossiers.
    QEventLoop loop;
    const auto show = [&line, &station] {
        line.console.progress(
            Text::tr("Finishing what was interrupted: %1 pages to read").arg((*station)->pagesWaiting()));
    };
    QObject::connect(station->get(), &Station::pageChanged, &loop, show);
    QObject::connect(station->get(), &Station::idle, &loop, &QEventLoop::quit);
    show();
    loop.exec();
    line.console.endProgress();
    return station;
}

ExitStatus failedWith(CommandLine &line, const Error &error)
{
    if (error.code == ErrorCode::UsageError)
        return line.console.wrongUsage(error.args.value(u"reason"_s));
    return line.console.failed(error);
}

ExitStatus statusOf(int failed, int all)
{
    if (failed == 0)
        return ExitStatus::Done;
    return failed < all ? ExitStatus::InPart : ExitStatus::Failed;
}

void showDossier(CommandLine &line, Station &station, const DossierId &id)
{
    const auto dossier = station.dossier(id);
    const auto pages = station.pagesOf(id);
    const auto check = station.check(id);
    if (!dossier || !pages || !check) {
        line.console.failedItem(id.toString(), !dossier ? dossier.error()
                                               : !pages ? pages.error()
                                                        : check.error());
        return;
    }
    line.console.tell(dossierToJson(*dossier, *pages, *check, station.catalogue(), ruleSentence));
    const QString procedure = dossier->procedure.code.isEmpty()
                                  ? Text::tr("no procedure yet")
                                  : dossier->procedure.code + u' ' + dossier->procedure.name;
    line.console.say(u"%1  %2  %3  %4  %5"_s.arg(
        id.toString(), stateName(dossier->state), Text::tr("%1 pages").arg(pages->size()),
        dossier->value(u"person_name"_s).isEmpty() ? u"–"_s : dossier->value(u"person_name"_s), procedure));
}

void showPage(CommandLine &line, const Page &page)
{
    line.console.tell(pageToJson(page));
    QStringList flags;
    if (page.reading && page.reading->blank)
        flags.append(Text::tr("blank"));
    if (page.reading && page.reading->separator)
        flags.append(separatorName(*page.reading->separator));
    for (const QString &reason : page.reading ? page.reading->suspect : page.suspect)
        flags.append(suspectName(reason));
    const int words = page.reading ? static_cast<int>(page.reading->words.size()) : 0;
    line.console.say(u"%1  %2  %3×%4  %5  %6"_s.arg(page.id.toString())
                         .arg(page.sequence + 1)
                         .arg(page.width)
                         .arg(page.height)
                         .arg(Text::tr("%1 words").arg(words), flags.join(u", "_s)));
}

} // namespace sohoa
