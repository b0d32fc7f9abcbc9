// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sohoactl/command.h"
#include "app/sohoactl/interrupt.h"
#include "app/sohoactl/text.h"
#include "ui/errors/sentences.h"
#include "ui/errors/sync_sentences.h"

#include <QEventLoop>
#include <QFileInfo>
#include <QJsonArray>
#include <QSocketNotifier>

namespace sohoa {

using namespace Qt::StringLiterals;

namespace {

using Takes = OptionSpec::Takes;

QJsonObject rowToJson(const OutboxRow &row)
{
    QJsonObject json{{u"dossier"_s, row.dossier.id.toString()},
                     {u"state"_s, toString(row.dossier.state)},
                     {u"batch"_s, row.dossier.batchName},
                     {u"package_id"_s, row.package.toString()},
                     {u"target"_s, row.target},
                     {u"bytes"_s, row.bytes},
                     {u"bytes_sent"_s, row.bytesSent},
                     {u"attempts"_s, row.attempts},
                     {u"receipt"_s, row.receiptStatus},
                     {u"repository_id"_s, row.repositoryId},
                     {u"reasons"_s, QJsonArray::fromStringList(row.reasons)}};
    json[u"error"_s] = row.lastError ? QJsonValue(sentence(*row.lastError)) : QJsonValue();
    return json;
}

void showOutbox(CommandLine &line, Station &station)
{
    const auto rows = station.outbox();
    if (!rows) {
        line.console.failed(rows.error());
        return;
    }
    for (const OutboxRow &row : *rows) {
        line.console.tell(rowToJson(row));
        QString words = row.repositoryId;
        if (row.lastError)
            words = sentence(*row.lastError);
        if (!row.reasons.isEmpty())
            words = row.reasons.join(u"; "_s);
        line.console.say(u"%1  %2  %3  %4"_s.arg(row.dossier.id.toString(), stateName(row.dossier.state),
                                                 row.dossier.personName, words));
    }
}

ExitStatus batchClose(CommandLine &line)
{
    const auto arguments = Arguments::parse(line.arguments, {});
    if (!arguments)
        return failedWith(line, arguments.error());
    if (arguments->operands().size() != 1)
        return line.console.wrongUsage(Text::tr("Name the batch to close."));
    const auto station = openStation(line);
    if (!station)
        return failedWith(line, station.error());
    const auto batch = (*station)->batch(arguments->operands().front());
    if (!batch)
        return failedWith(line, batch.error());
    if (const auto closed = (*station)->closeBatch(batch->id); !closed)
        return failedWith(line, closed.error());
    showOutbox(line, **station);
    return ExitStatus::Done;
}

ExitStatus queue(CommandLine &line)
{
    const auto arguments = Arguments::parse(line.arguments, {{u"batch"_s}});
    if (!arguments)
        return failedWith(line, arguments.error());
    const auto station = openStation(line);
    if (!station)
        return failedWith(line, station.error());
    std::optional<BatchId> batch;
    if (arguments->has(u"batch"_s)) {
        const auto named = (*station)->batch(arguments->value(u"batch"_s));
        if (!named)
            return failedWith(line, named.error());
        batch = named->id;
    }
    const auto queued = (*station)->queueApproved(batch);
    if (!queued)
        return failedWith(line, queued.error());
    showOutbox(line, **station);
    return ExitStatus::Done;
}

ExitStatus sync(CommandLine &line)
{
    const auto arguments = Arguments::parse(
        line.arguments, {{u"target"_s}, {u"watch"_s, Takes::Nothing}, {u"now"_s, Takes::Nothing}});
    if (!arguments)
        return failedWith(line, arguments.error());
    const auto opened = openStation(line);
    if (!opened)
        return failedWith(line, opened.error());
    Station &station = **opened;
    QEventLoop loop;
    std::optional<Error> outcome;
    QObject::connect(&station, &Station::outboxChanged, &loop, [&line, &station] {
        if (const auto status = station.syncStatus())
            line.console.progress(syncSentence(*status));
    });
    // Ctrl+C and SIGTERM leave the package in flight where it can be gone on with.
    const QSocketNotifier interrupted(interruptDescriptor(), QSocketNotifier::Read);
    QObject::connect(&interrupted, &QSocketNotifier::activated, &station, &Station::stopSync);
    QObject::connect(&station, &Station::syncEnded, &loop, [&](const std::optional<Error> &error) {
        outcome = error;
        loop.quit();
    });
    const SyncWish wish{.target = arguments->value(u"target"_s),
                        .watch = arguments->has(u"watch"_s),
                        .ignoreHours = arguments->has(u"now"_s)};
    if (const auto started = station.startSync(wish); !started)
        return failedWith(line, started.error());
    loop.exec();
    line.console.endProgress();
    showOutbox(line, station);
    const auto rows = station.outbox();
    if (!rows)
        return failedWith(line, rows.error());
    int failed = 0;
    int through = 0;
    for (const OutboxRow &row : *rows) {
        const bool bad = row.dossier.state == DossierState::Rejected || row.dossier.state == DossierState::Queued;
        (bad ? failed : through) += 1;
    }
    if (outcome)
        line.console.failed(*outcome);
    if (failed == 0 && outcome)
        return ExitStatus::Failed;
    return statusOf(failed, failed + through);
}

/// "off" takes a limit away.
Result<SyncSettings> changedSettings(const Arguments &arguments, SyncSettings settings)
{
    if (arguments.has(u"limit"_s)) {
        const QString wanted = arguments.value(u"limit"_s);
        bool isNumber = false;
        const int rate = wanted.toInt(&isNumber);
        if (wanted != u"off" && (!isNumber || rate <= 0))
            return usageError(Text::tr("--limit takes kilobytes a second, or “off”."));
        settings.kilobytesPerSecond = wanted == u"off" ? std::nullopt : std::optional(rate);
    }
    if (arguments.has(u"hours"_s)) {
        const QString wanted = arguments.value(u"hours"_s);
        settings.hours = wanted == u"off" ? QString() : wanted;
    }
    return settings;
}

ExitStatus syncLimits(CommandLine &line)
{
    const auto arguments = Arguments::parse(line.arguments, {{u"limit"_s}, {u"hours"_s}});
    if (!arguments)
        return failedWith(line, arguments.error());
    const auto station = openStation(line);
    if (!station)
        return failedWith(line, station.error());
    const auto before = (*station)->syncSettings();
    if (!before)
        return failedWith(line, before.error());
    const auto wanted = changedSettings(*arguments, *before);
    if (!wanted)
        return failedWith(line, wanted.error());
    if (*wanted != *before)
        if (const auto set = (*station)->setSyncSettings(*wanted); !set)
            return failedWith(line, set.error());
    const auto now = (*station)->syncSettings();
    if (!now)
        return failedWith(line, now.error());
    line.console.tell({{u"kilobytes_per_second"_s,
                        now->kilobytesPerSecond ? QJsonValue(*now->kilobytesPerSecond) : QJsonValue()},
                       {u"hours"_s, now->hours}});
    line.console.say(now->kilobytesPerSecond ? Text::tr("At most %1 kB a second").arg(*now->kilobytesPerSecond)
                                             : Text::tr("As fast as the line is"));
    line.console.say(now->hours.isEmpty() ? Text::tr("At any time") : Text::tr("Only %1").arg(now->hours));
    return ExitStatus::Done;
}

ExitStatus retry(CommandLine &line)
{
    const auto arguments = Arguments::parse(line.arguments, {});
    if (!arguments)
        return failedWith(line, arguments.error());
    if (arguments->operands().size() != 1)
        return line.console.wrongUsage(Text::tr("Name the dossier to send again."));
    const auto id = idOf<DossierId>(arguments->operands().front());
    if (!id)
        return failedWith(line, id.error());
    const auto station = openStation(line);
    if (!station)
        return failedWith(line, station.error());
    if (const auto done = (*station)->retry(*id); !done)
        return failedWith(line, done.error());
    showDossier(line, **station, *id);
    return ExitStatus::Done;
}

ExitStatus targetAdd(CommandLine &line)
{
    const auto arguments = Arguments::parse(line.arguments, {{u"token-file"_s}, {u"ca"_s}, {u"client-cert"_s}});
    if (!arguments)
        return failedWith(line, arguments.error());
    if (arguments->operands().size() != 2)
        return line.console.wrongUsage(Text::tr("Name the target and its address: tus+https://… or folder:PATH."));
    const auto absolute = [&arguments](const QString &option) {
        const QString path = arguments->value(option);
        return path.isEmpty() ? QString() : QFileInfo(path).absoluteFilePath();
    };
    TargetSettings target;
    target.name = arguments->operands()[0];
    target.url = arguments->operands()[1];
    // A folder is meant as seen from here; the store may be opened from elsewhere.
    if (target.url.startsWith(u"folder:"))
        target.url = u"folder:"_s + QFileInfo(target.url.mid(7)).absoluteFilePath();
    target.tokenFile = absolute(u"token-file"_s);
    target.caFile = absolute(u"ca"_s);
    target.clientCertificate = absolute(u"client-cert"_s);
    const auto station = openStation(line);
    if (!station)
        return failedWith(line, station.error());
    if (const auto added = (*station)->addTarget(target); !added)
        return failedWith(line, added.error());
    return ExitStatus::Done;
}

ExitStatus targetList(CommandLine &line)
{
    if (const auto arguments = Arguments::parse(line.arguments, {}); !arguments)
        return failedWith(line, arguments.error());
    const auto station = openStation(line);
    if (!station)
        return failedWith(line, station.error());
    const auto targets = (*station)->targets();
    if (!targets)
        return failedWith(line, targets.error());
    for (const TargetSettings &target : *targets) {
        line.console.tell({{u"name"_s, target.name},
                           {u"url"_s, target.url},
                           {u"token_file"_s, target.tokenFile},
                           {u"ca"_s, target.caFile},
                           {u"client_cert"_s, target.clientCertificate}});
        line.console.say(u"%1  %2"_s.arg(target.name, target.url));
    }
    return ExitStatus::Done;
}

ExitStatus targetRemove(CommandLine &line)
{
    const auto arguments = Arguments::parse(line.arguments, {});
    if (!arguments)
        return failedWith(line, arguments.error());
    if (arguments->operands().size() != 1)
        return line.console.wrongUsage(Text::tr("Name the target to remove."));
    const auto station = openStation(line);
    if (!station)
        return failedWith(line, station.error());
    if (const auto removed = (*station)->removeTarget(arguments->operands().front()); !removed)
        return failedWith(line, removed.error());
    return ExitStatus::Done;
}

} // namespace

std::vector<Command> handoverCommands()
{
    return {
        {u"batch close"_s, u"B"_s, Text::tr("Closes a batch; its approved dossiers wait to be sent."), batchClose},
        {u"queue"_s, u"[--batch B]"_s, Text::tr("Puts approved dossiers into the outbox and lists it."), queue},
        {u"sync limits"_s, u"[--limit KB|off] [--hours HH:MM-HH:MM|off]"_s,
         Text::tr("How much of the line sending may take, and when."), syncLimits},
        {u"sync"_s, u"[--target NAME] [--watch] [--now]"_s,
         Text::tr("Sends what is queued and fetches receipts; --now outside of the hours, too."), sync},
        {u"retry"_s, u"ID"_s, Text::tr("Tries a failed dossier again with the next sync."), retry},
        {u"target add"_s, u"NAME URL [--token-file F] [--ca F] [--client-cert F]"_s,
         Text::tr("Adds a repository target: tus+https://… or folder:PATH."), targetAdd},
        {u"target list"_s, {}, Text::tr("Lists the targets."), targetList},
        {u"target remove"_s, u"NAME"_s, Text::tr("Removes a target."), targetRemove},
    };
}

} // namespace sohoa
