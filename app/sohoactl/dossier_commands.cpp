// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sohoactl/command.h"
#include "app/sohoactl/text.h"
#include "core/workflow/dossier_json.h"
#include "ui/errors/sentences.h"

#include <QJsonArray>

namespace sohoa {

using namespace Qt::StringLiterals;

namespace {

using Takes = OptionSpec::Takes;

QJsonObject summaryToJson(const DossierSummary &row)
{
    return {{u"dossier"_s, row.id.toString()},
            {u"batch"_s, row.batchName},
            {u"state"_s, toString(row.state)},
            {u"revision"_s, row.revision},
            {u"dossier_code"_s, row.dossierCode},
            {u"procedure"_s, QJsonObject{{u"code"_s, row.procedureCode}, {u"name"_s, row.procedureName}}},
            {u"person_name"_s, row.personName},
            {u"number"_s, row.number},
            {u"pages"_s, row.pages}};
}

ExitStatus batches(CommandLine &line)
{
    if (const auto arguments = Arguments::parse(line.arguments, {}); !arguments)
        return failedWith(line, arguments.error());
    const auto station = openStation(line);
    if (!station)
        return failedWith(line, station.error());
    const auto all = (*station)->batches();
    if (!all)
        return failedWith(line, all.error());
    for (const BatchSummary &summary : *all) {
        QJsonObject states;
        QStringList words;
        for (auto it = summary.dossiers.cbegin(); it != summary.dossiers.cend(); ++it) {
            states[toString(it.key())] = it.value();
            words.append(u"%1 %2"_s.arg(stateName(it.key())).arg(it.value()));
        }
        line.console.tell({{u"batch"_s, summary.batch.id.toString()},
                           {u"name"_s, summary.batch.name},
                           {u"state"_s, toString(summary.batch.state)},
                           {u"pages"_s, summary.pages},
                           {u"dossiers"_s, states}});
        line.console.say(u"%1  %2  %3  %4"_s.arg(summary.batch.name, stateName(summary.batch.state),
                                                 Text::tr("%1 pages").arg(summary.pages), words.join(u", "_s)));
    }
    return ExitStatus::Done;
}

ExitStatus dossiers(CommandLine &line)
{
    const auto arguments = Arguments::parse(line.arguments, {{u"batch"_s}, {u"state"_s}});
    if (!arguments)
        return failedWith(line, arguments.error());
    DossierFilter filter;
    if (arguments->has(u"state"_s)) {
        filter.state = dossierStateFromString(arguments->value(u"state"_s));
        if (!filter.state)
            return line.console.wrongUsage(
                Text::tr("--state is draft, review, approved, queued, sent, accepted or rejected."));
    }
    const auto station = openStation(line);
    if (!station)
        return failedWith(line, station.error());
    if (arguments->has(u"batch"_s)) {
        const auto batch = (*station)->batch(arguments->value(u"batch"_s));
        if (!batch)
            return failedWith(line, batch.error());
        filter.batch = batch->id;
    }
    const auto rows = (*station)->dossiers(filter);
    if (!rows)
        return failedWith(line, rows.error());
    for (const DossierSummary &row : *rows) {
        line.console.tell(summaryToJson(row));
        line.console.say(u"%1  %2  %3  %4  %5  %6"_s.arg(row.id.toString(), row.batchName, stateName(row.state),
                                                         row.dossierCode, row.personName, row.procedureName));
    }
    return ExitStatus::Done;
}

ExitStatus show(CommandLine &line)
{
    const auto arguments = Arguments::parse(line.arguments, {});
    if (!arguments)
        return failedWith(line, arguments.error());
    if (arguments->operands().isEmpty())
        return line.console.wrongUsage(Text::tr("Name the dossiers to show."));
    const auto station = openStation(line);
    if (!station)
        return failedWith(line, station.error());
    for (const QString &text : arguments->operands()) {
        const auto id = idOf<DossierId>(text);
        if (!id)
            return failedWith(line, id.error());
        const auto dossier = (*station)->dossier(*id);
        const auto pages = (*station)->pagesOf(*id);
        if (!dossier || !pages)
            return failedWith(line, !dossier ? dossier.error() : pages.error());
        for (const Page &page : *pages)
            showPage(line, page);
        showDossier(line, **station, *id);
        for (auto it = dossier->fields.cbegin(); it != dossier->fields.cend(); ++it)
            line.console.say(u"  %1: %2  (%3, %4 %)"_s.arg(fieldLabel(it.key()), it->value, originName(it->origin))
                                 .arg(qRound(it->confidence * 100)));
        line.console.say(u"  %1: %2"_s.arg(Text::tr("Validity"), validityText(dossier->validity)));
    }
    return ExitStatus::Done;
}

ExitStatus checkDossiers(CommandLine &line)
{
    const auto arguments = Arguments::parse(line.arguments, {});
    if (!arguments)
        return failedWith(line, arguments.error());
    if (arguments->operands().isEmpty())
        return line.console.wrongUsage(Text::tr("Name the dossiers to check."));
    const auto station = openStation(line);
    if (!station)
        return failedWith(line, station.error());
    for (const QString &text : arguments->operands()) {
        const auto id = idOf<DossierId>(text);
        if (!id)
            return failedWith(line, id.error());
        const auto result = (*station)->check(*id);
        if (!result)
            return failedWith(line, result.error());
        for (const Finding &finding : result->findings) {
            QJsonObject json = findingToJson(finding, ruleSentence);
            json[u"dossier"_s] = text;
            line.console.tell(json);
            line.console.say(
                u"%1  %2  %3"_s.arg(finding.rule, severityName(finding.severity), ruleSentence(finding)));
        }
        if (result->findings.empty())
            line.console.say(Text::tr("%1: nothing found, all four lights are green.").arg(text));
    }
    return ExitStatus::Done;
}

Result<DossierTags> tagsOf(const Arguments &arguments)
{
    DossierTags tags;
    if (arguments.has(u"procedure"_s))
        tags.procedureCode = arguments.value(u"procedure"_s);
    if (arguments.has(u"valid"_s))
        tags.validity = arguments.value(u"valid"_s);
    for (const QString &pair : arguments.values(u"set"_s)) {
        if (!pair.contains(u'='))
            return usageError(Text::tr("--set takes FIELD=VALUE, not “%1”.").arg(pair));
        tags.fields[pair.section(u'=', 0, 0)] = pair.section(u'=', 1);
    }
    return tags;
}

ExitStatus tag(CommandLine &line)
{
    const auto arguments =
        Arguments::parse(line.arguments, {{u"procedure"_s}, {u"set"_s, Takes::Many}, {u"valid"_s}});
    if (!arguments)
        return failedWith(line, arguments.error());
    if (arguments->operands().size() != 1)
        return line.console.wrongUsage(Text::tr("Name one dossier to tag."));
    const auto id = idOf<DossierId>(arguments->operands().front());
    const auto tags = tagsOf(*arguments);
    if (!id || !tags)
        return failedWith(line, !id ? id.error() : tags.error());
    const auto station = openStation(line);
    if (!station)
        return failedWith(line, station.error());
    if (const auto tagged = (*station)->tag(*id, *tags); !tagged)
        return failedWith(line, tagged.error());
    showDossier(line, **station, *id);
    return ExitStatus::Done;
}

/// Does the same to each dossier named; failed ones are named, the others go through.
ExitStatus forEach(CommandLine &line, const Arguments &arguments, const QString &nothing,
                   const std::function<Result<void>(Station &, const DossierId &)> &action)
{
    if (arguments.operands().isEmpty())
        return line.console.wrongUsage(nothing);
    std::vector<DossierId> ids;
    for (const QString &text : arguments.operands()) {
        const auto id = idOf<DossierId>(text);
        if (!id)
            return failedWith(line, id.error());
        ids.push_back(*id);
    }
    const auto station = openStation(line);
    if (!station)
        return failedWith(line, station.error());
    int failed = 0;
    for (const DossierId &id : ids) {
        if (const auto done = action(**station, id); !done) {
            ++failed;
            line.console.failedItem(id.toString(), done.error());
        } else {
            showDossier(line, **station, id);
        }
    }
    return statusOf(failed, static_cast<int>(ids.size()));
}

ExitStatus approve(CommandLine &line)
{
    const auto arguments = Arguments::parse(line.arguments, {{u"override"_s, Takes::Many}});
    if (!arguments)
        return failedWith(line, arguments.error());
    QMap<QString, QString> overrides;
    for (const QString &pair : arguments->values(u"override"_s)) {
        if (!pair.contains(u'='))
            return line.console.wrongUsage(Text::tr("--override takes RULE=REASON, not “%1”.").arg(pair));
        overrides[pair.section(u'=', 0, 0)] = pair.section(u'=', 1);
    }
    return forEach(line, *arguments, Text::tr("Name the dossiers to approve."),
                   [&overrides](Station &station, const DossierId &id) { return station.approve(id, overrides); });
}

ExitStatus reopen(CommandLine &line)
{
    const auto arguments = Arguments::parse(line.arguments, {});
    if (!arguments)
        return failedWith(line, arguments.error());
    return forEach(line, *arguments, Text::tr("Name the dossiers to reopen."),
                   [](Station &station, const DossierId &id) { return station.reopen(id); });
}

ExitStatus exportDossier(CommandLine &line)
{
    const auto arguments = Arguments::parse(line.arguments, {{u"to"_s}});
    if (!arguments)
        return failedWith(line, arguments.error());
    if (arguments->operands().size() != 1 || !arguments->has(u"to"_s))
        return line.console.wrongUsage(Text::tr("Name one dossier, and the folder with --to."));
    const auto id = idOf<DossierId>(arguments->operands().front());
    if (!id)
        return failedWith(line, id.error());
    const auto station = openStation(line);
    if (!station)
        return failedWith(line, station.error());
    const auto files = (*station)->exportDossier(*id, arguments->value(u"to"_s));
    if (!files)
        return failedWith(line, files.error());
    line.console.tell({{u"dossier"_s, id->toString()}, {u"files"_s, QJsonArray::fromStringList(*files)}});
    for (const QString &file : *files)
        line.console.say(file);
    return ExitStatus::Done;
}

ExitStatus search(CommandLine &line)
{
    const auto arguments = Arguments::parse(line.arguments, {{u"limit"_s, Takes::One, true, 1, 100'000}});
    if (!arguments)
        return failedWith(line, arguments.error());
    if (arguments->operands().isEmpty())
        return line.console.wrongUsage(Text::tr("What are you looking for?"));
    const auto station = openStation(line);
    if (!station)
        return failedWith(line, station.error());
    const QString query = arguments->operands().join(u' ');
    const auto hits = (*station)->search(query, arguments->number(u"limit"_s).value_or(50));
    if (!hits)
        return failedWith(line, hits.error());
    for (const SearchHit &hit : *hits) {
        QJsonObject json = summaryToJson(hit.dossier);
        json[u"snippet"_s] = hit.snippet;
        json[u"in_force"_s] = hit.inForce;
        json[u"validity"_s] = toString(hit.validity);
        const auto places = (*station)->hitsOf(query, hit.dossier.id);
        if (!places)
            return failedWith(line, places.error());
        QJsonArray pages;
        for (const PageHits &place : *places) {
            QJsonArray boxes;
            for (const PixelBox &box : place.boxes)
                boxes.append(boxToJson(box));
            pages.append(QJsonObject{{u"page"_s, place.page.toString()}, {u"boxes"_s, boxes}});
        }
        json[u"hits"_s] = pages;
        line.console.tell(json);
        line.console.say(u"%1  %2  %3\n    %4"_s.arg(hit.dossier.id.toString(), hit.dossier.personName,
                                                     hit.dossier.procedureName, hit.snippet.simplified()));
    }
    if (hits->empty())
        line.console.say(Text::tr("Nothing found."));
    return ExitStatus::Done;
}

} // namespace

std::vector<Command> dossierCommands()
{
    return {
        {u"batches"_s, {}, Text::tr("Lists the batches."), batches},
        {u"dossiers"_s, u"[--batch B] [--state S]"_s, Text::tr("Lists the dossiers."), dossiers},
        {u"show"_s, u"ID…"_s, Text::tr("Shows a dossier with its pages and fields."), show},
        {u"tag"_s,
         u"ID [--procedure CODE] [--set FIELD=VALUE]… [--valid indefinite|until:DATE|months:N|event:TEXT|expired|revoked|unknown]"_s,
         Text::tr("Tags a dossier."), tag},
        {u"check"_s, u"ID…"_s, Text::tr("The quality gate: a line a finding."), checkDossiers},
        {u"approve"_s, u"ID… [--override RULE=REASON]…"_s, Text::tr("Approves: writes the PDFs and the package."),
         approve},
        {u"reopen"_s, u"ID…"_s, Text::tr("Takes an approved or rejected dossier back into review."), reopen},
        {u"export"_s, u"ID --to DIR"_s, Text::tr("PDFs, texts and record as files."), exportDossier},
        {u"search"_s, u"QUERY [--limit N]"_s, Text::tr("Searches everything this station ever made."), search},
    };
}

} // namespace sohoa
