// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/support/support_bundle.h"

#include "core/workflow/station.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QLocale>
#include <QStorageInfo>
#include <QSysInfo>
#include <QThread>

namespace sohoa {

using namespace Qt::StringLiterals;

namespace {

void countOne(QJsonObject &counts, const QString &word, int more = 1)
{
    counts[word] = counts.value(word).toInt() + more;
}

QString wordOf(ErrorCode code)
{
    return QString::number(static_cast<int>(code));
}

QJsonObject system(const Station &station)
{
    const QStorageInfo disk(station.config().storeFolder);
    return {{u"system"_s, QSysInfo::prettyProductName()},
            {u"kernel"_s, QSysInfo::kernelVersion()},
            {u"architecture"_s, QSysInfo::currentCpuArchitecture()},
            {u"qt"_s, QString::fromLatin1(qVersion())},
            {u"language"_s, QLocale().name()},
            {u"cores"_s, QThread::idealThreadCount()},
            {u"disk_megabytes_free"_s, disk.bytesAvailable() >> 20},
            {u"file_system"_s, QString::fromLatin1(disk.fileSystemType())}};
}

/// Batches, dossiers, pages by state, and why stacks were stopped.
Result<QJsonObject> contents(Station &station, QJsonObject &errors)
{
    const auto all = station.batches();
    if (!all)
        return fail(all.error());
    QJsonObject batches;
    QJsonObject dossiers;
    QJsonObject pages;
    QJsonObject stacks;
    for (const BatchSummary &summary : *all) {
        countOne(batches, toString(summary.batch.state));
        for (auto it = summary.dossiers.cbegin(); it != summary.dossiers.cend(); ++it)
            countOne(dossiers, toString(it.key()), *it);
        const auto pagesThere = station.pagesOfBatch(summary.batch.id);
        if (!pagesThere)
            return fail(pagesThere.error());
        for (const Page &page : *pagesThere)
            countOne(pages, toString(page.state));
        const auto stacksThere = station.stacks(summary.batch.id);
        if (!stacksThere)
            return fail(stacksThere.error());
        for (const StackRun &stack : *stacksThere) {
            countOne(stacks, toString(stack.state));
            if (stack.error)
                countOne(errors, wordOf(*stack.error));
        }
    }
    return QJsonObject{
        {u"batches"_s, batches}, {u"dossiers"_s, dossiers}, {u"pages"_s, pages}, {u"stacks"_s, stacks}};
}

/// The outbox by how each row stands; a receipt's own words are the repository's and stay out.
Result<QJsonObject> outbox(Station &station, QJsonObject &errors)
{
    const auto rows = station.outbox();
    if (!rows)
        return fail(rows.error());
    QJsonObject states;
    int waiting = 0;
    int rejected = 0;
    for (const OutboxRow &row : *rows) {
        countOne(states, toString(row.dossier.state));
        waiting += row.receiptStatus.isEmpty() ? 1 : 0;
        rejected += row.reasons.isEmpty() ? 0 : 1;
        if (row.lastError)
            countOne(errors, wordOf(row.lastError->code));
    }
    return QJsonObject{{u"dossiers"_s, states}, {u"without_receipt"_s, waiting}, {u"with_reasons"_s, rejected}};
}

Result<QJsonObject> settings(Station &station)
{
    const auto campaign = station.campaign();
    const auto sync = station.syncSettings();
    const auto targets = station.targets();
    if (!campaign || !sync || !targets)
        return fail(!campaign ? campaign.error() : !sync ? sync.error() : targets.error());
    QJsonObject kinds;
    QJsonObject ways;
    for (const TargetSettings &target : *targets) {
        // Of an address only how it is spoken to: the rest names a place, or holds a password.
        const QString scheme = target.url.section(u':', 0, 0);
        const bool isKnown = QStringList{u"folder"_s, u"tus+https"_s, u"tus+http"_s}.contains(scheme);
        countOne(kinds, isKnown ? scheme : u"other"_s);
        countOne(ways, u"token_file"_s, target.tokenFile.isEmpty() ? 0 : 1);
        countOne(ways, u"ca"_s, target.caFile.isEmpty() ? 0 : 1);
        countOne(ways, u"client_certificate"_s, target.clientCertificate.isEmpty() ? 0 : 1);
    }
    return QJsonObject{{u"quota_a_day"_s, campaign->quotaADay},
                       {u"target_percent"_s, campaign->targetPercent},
                       {u"has_deadline"_s, campaign->deadline.has_value()},
                       {u"procedures_with_totals"_s, static_cast<int>(campaign->totals.size())},
                       {u"kilobytes_a_second"_s, sync->kilobytesPerSecond.value_or(0)},
                       {u"has_hours"_s, !sync->hours.isEmpty()},
                       {u"targets"_s, kinds},
                       {u"targets_with"_s, ways},
                       {u"has_agency"_s, !station.config().agency.isEmpty()},
                       {u"page_helpers"_s, station.config().pageHelpers},
                       {u"procedures"_s, static_cast<int>(station.catalogue().procedures().size())}};
}

Result<QJsonObject> health(Station &station)
{
    const auto findings = station.fsck(false);
    if (!findings)
        return fail(findings.error());
    QJsonObject kinds;
    for (const StoreFinding &finding : *findings)
        countOne(kinds, finding.kind);
    return kinds;
}

} // namespace

Result<QByteArray> supportBundle(Station &station, const SupportSurroundings &surroundings)
{
    QJsonObject errors;
    const auto there = contents(station, errors);
    if (!there)
        return fail(there.error());
    const auto sent = outbox(station, errors);
    if (!sent)
        return fail(sent.error());
    const auto set = settings(station);
    if (!set)
        return fail(set.error());
    const auto found = health(station);
    if (!found)
        return fail(found.error());
    return QJsonDocument(QJsonObject{{u"sohoa"_s, surroundings.version},
                                     {u"computer"_s, system(station)},
                                     {u"devices"_s, surroundings.devices},
                                     {u"store"_s, *there},
                                     {u"outbox"_s, *sent},
                                     {u"error_codes"_s, errors},
                                     {u"settings"_s, *set},
                                     {u"findings"_s, *found}})
        .toJson();
}

} // namespace sohoa
