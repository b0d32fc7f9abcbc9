// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/backup.h"
#include "core/store/fsck.h"
#include "core/store/restore.h"
#include "core/workflow/catalogue_service.h"
#include "core/workflow/station_parts.h"

namespace sohoa {

using namespace Qt::StringLiterals;

namespace {

std::vector<StoreFinding> shown(const std::vector<FsckFinding> &found)
{
    std::vector<StoreFinding> findings;
    for (const FsckFinding &finding : found)
        findings.push_back({toString(finding.kind), finding.place, finding.what, finding.repaired});
    return findings;
}

} // namespace

Result<void> Station::addTarget(const TargetSettings &target)
{
    return m_parts->handover.addTarget(target);
}

Result<std::vector<TargetSettings>> Station::targets()
{
    return m_parts->handover.targets();
}

Result<void> Station::removeTarget(const QString &name)
{
    return m_parts->handover.removeTarget(name);
}

Result<int> Station::importProcedures(const QString &path)
{
    return sohoa::importProcedures(path, m_parts->context);
}

Result<int> Station::importCatalogue(const QString &path)
{
    return sohoa::importCatalogue(path, m_parts->context);
}

Result<std::vector<LearnedValue>> Station::learned()
{
    const auto rows = m_parts->context.store->learned().all();
    if (!rows)
        return fail(rows.error());
    std::vector<LearnedValue> values;
    for (const LearnedRow &row : *rows) {
        if (const auto kind = learnedKindFromString(row.kind))
            values.push_back({*kind, row.value, row.context, row.confirmed});
    }
    return values;
}

Result<int> Station::clearLearned(const std::optional<LearnedKind> &kind)
{
    return m_parts->context.store->learned().clear(kind ? std::optional(toString(*kind)) : std::nullopt);
}

Result<std::vector<StoreFinding>> Station::fsck(bool repair)
{
    const auto found = sohoa::fsck(*m_parts->context.store, repair ? FsckMode::Repair : FsckMode::Look);
    if (!found)
        return fail(found.error());
    return shown(*found);
}

Result<void> Station::backup(const QString &folder)
{
    const auto done = sohoa::backup(*m_parts->context.store, folder);
    if (!done)
        return fail(done.error());
    return {};
}

Result<StoreRestore> Station::restoreStore(const QString &backup, const QString &storeFolder, const Clock &clock,
                                           bool evenDamaged)
{
    if (auto reachable = refuseClosedVault(storeFolder); !reachable)
        return fail(std::move(reachable).error());
    const auto done =
        sohoa::restore(backup, storeFolder, clock, evenDamaged ? RestoreMode::DamagedToo : RestoreMode::SoundOnly);
    if (!done)
        return fail(done.error());
    return StoreRestore{done->restored, done->files, done->bytes, shown(done->findings), done->keptIn};
}

Result<Report> Station::report(const QDate &from, const QDate &to, ReportBy by)
{
    return makeReport(m_parts->context.store->reports(), from, to, by);
}

Result<StandingCounts> Station::standing()
{
    return m_parts->context.store->reports().standing();
}

Result<Campaign> Station::campaign()
{
    return readCampaign(m_parts->context.store->settings());
}

Result<void> Station::setCampaign(const Campaign &campaign)
{
    return writeCampaign(m_parts->context.store->settings(), campaign);
}

} // namespace sohoa
