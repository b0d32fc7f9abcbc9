// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sohoactl/command.h"
#include "app/sohoactl/text.h"
#include "core/workflow/dossier_json.h"
#include "ui/errors/sentences.h"

#include <QJsonArray>

namespace sohoa {

using namespace Qt::StringLiterals;

namespace {

QString doubtText(const Doubt &doubt)
{
    switch (doubt.kind) {
    case DoubtKind::Boundary:
        return Text::tr("Does a dossier begin here?");
    case DoubtKind::Separator:
        return Text::tr("Is a separator sheet missing in it?");
    case DoubtKind::Procedure:
        return Text::tr("Procedure: %1").arg(doubt.value);
    case DoubtKind::Type:
        return Text::tr("Kind of paper: %1").arg(doubt.value);
    case DoubtKind::Field:
        return u"%1: %2"_s.arg(fieldLabel(doubt.field), doubt.value);
    }
    Q_UNREACHABLE();
}

QJsonObject doubtToJson(const Doubt &doubt)
{
    return {{u"kind"_s, toString(doubt.kind)},
            {u"dossier"_s, doubt.dossier.toString()},
            {u"document"_s, doubt.document.isNull() ? QJsonValue() : QJsonValue(doubt.document.toString())},
            {u"field"_s, doubt.field},
            {u"page"_s, doubt.page.isNull() ? QJsonValue() : QJsonValue(doubt.page.toString())},
            {u"box"_s, doubt.box.isEmpty() ? QJsonValue() : QJsonValue(boxToJson(doubt.box))},
            {u"value"_s, doubt.value},
            {u"alternatives"_s, QJsonArray::fromStringList(doubt.alternatives)},
            {u"reason"_s, doubt.reason},
            {u"confidence"_s, qRound(doubt.confidence * 1000) / 1000.0},
            {u"group"_s, doubt.group}};
}

ExitStatus doubts(CommandLine &line)
{
    const auto arguments = Arguments::parse(line.arguments, {{u"batch"_s}});
    if (!arguments)
        return failedWith(line, arguments.error());
    if (!arguments->has(u"batch"_s))
        return line.console.wrongUsage(Text::tr("Name the batch with --batch."));
    const auto station = openStation(line);
    if (!station)
        return failedWith(line, station.error());
    const auto batch = (*station)->batch(arguments->value(u"batch"_s));
    if (!batch)
        return failedWith(line, batch.error());
    const auto all = (*station)->doubts(batch->id);
    if (!all)
        return failedWith(line, all.error());
    for (const Doubt &doubt : *all) {
        line.console.tell(doubtToJson(doubt));
        line.console.say(
            u"%1 %  %2  %3"_s.arg(qRound(doubt.confidence * 100)).arg(doubt.dossier.toString(), doubtText(doubt)));
    }
    if (all->empty())
        line.console.say(Text::tr("Nothing is in doubt."));
    return ExitStatus::Done;
}

ExitStatus catalogueImport(CommandLine &line)
{
    const auto arguments = Arguments::parse(line.arguments, {});
    if (!arguments)
        return failedWith(line, arguments.error());
    if (arguments->operands().isEmpty())
        return line.console.wrongUsage(Text::tr("Name the CSV files."));
    const auto station = openStation(line);
    if (!station)
        return failedWith(line, station.error());
    int failed = 0;
    for (const QString &path : arguments->operands()) {
        const auto count = (*station)->importCatalogue(path);
        if (!count) {
            ++failed;
            line.console.failedItem(path, count.error());
            continue;
        }
        line.console.tell({{u"file"_s, path}, {u"imported"_s, *count}});
        line.console.say(Text::tr("%1: %2 rows imported.").arg(path).arg(*count));
    }
    return statusOf(failed, static_cast<int>(arguments->operands().size()));
}

ExitStatus learnedList(CommandLine &line)
{
    if (const auto arguments = Arguments::parse(line.arguments, {}); !arguments)
        return failedWith(line, arguments.error());
    const auto station = openStation(line);
    if (!station)
        return failedWith(line, station.error());
    const auto learned = (*station)->learned();
    if (!learned)
        return failedWith(line, learned.error());
    for (const LearnedValue &value : *learned) {
        line.console.tell({{u"kind"_s, toString(value.kind)},
                           {u"value"_s, value.value},
                           {u"context"_s, value.context},
                           {u"confirmed"_s, value.confirmed}});
        line.console.say(
            u"%1  %2  %3  ×%4"_s.arg(toString(value.kind), value.value, value.context).arg(value.confirmed));
    }
    if (learned->empty())
        line.console.say(Text::tr("Nothing has been learned yet."));
    return ExitStatus::Done;
}

ExitStatus learnedClear(CommandLine &line)
{
    const auto arguments = Arguments::parse(line.arguments, {{u"kind"_s}});
    if (!arguments)
        return failedWith(line, arguments.error());
    std::optional<LearnedKind> kind;
    if (arguments->has(u"kind"_s)) {
        kind = learnedKindFromString(arguments->value(u"kind"_s));
        if (!kind)
            return line.console.wrongUsage(Text::tr("--kind is village, signer, agency or procedure."));
    }
    const auto station = openStation(line);
    if (!station)
        return failedWith(line, station.error());
    const auto count = (*station)->clearLearned(kind);
    if (!count)
        return failedWith(line, count.error());
    line.console.tell({{u"cleared"_s, *count}});
    line.console.say(Text::tr("%1 learned values forgotten.").arg(*count));
    return ExitStatus::Done;
}

} // namespace

std::vector<Command> recognitionCommands()
{
    return {
        {u"doubts"_s, u"--batch B"_s, Text::tr("What is worth a human look in a batch, the least sure first."),
         doubts},
        {u"catalogue import"_s, u"FILE.csv…"_s,
         Text::tr("Takes procedures, kinds of papers, field labels or agencies into the catalogue."),
         catalogueImport},
        {u"learned list"_s, {}, Text::tr("Lists what was learned from confirmed values."), learnedList},
        {u"learned clear"_s, u"[--kind K]"_s, Text::tr("Forgets what was learned."), learnedClear},
    };
}

} // namespace sohoa
