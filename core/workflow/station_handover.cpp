// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workflow/station_parts.h"

namespace sohoa {

Result<void> Station::approve(const DossierId &id, const QMap<QString, QString> &overrides)
{
    const auto batch = batchOf(id);
    return batch ? changed(*batch, m_parts->approval.approve(id, overrides)) : fail(batch.error());
}

Result<void> Station::reopen(const DossierId &id)
{
    const auto batch = batchOf(id);
    return batch ? changed(*batch, m_parts->approval.reopen(id)) : fail(batch.error());
}

Result<void> Station::startSigning(const SigningRequest &request, SecretBytes pin)
{
    return m_parts->signing.start(request, std::move(pin));
}

void Station::cancelSigning()
{
    m_parts->signing.cancel();
}

bool Station::isSigning() const
{
    return m_parts->signing.isRunning();
}

Result<QStringList> Station::exportDossier(const DossierId &id, const QString &folder)
{
    return m_parts->approval.exportTo(id, folder);
}

Result<int> Station::queueApproved(const std::optional<BatchId> &batch)
{
    auto queued = m_parts->handover.queueApproved(batch);
    if (queued && *queued > 0)
        Q_EMIT outboxChanged();
    return queued;
}

Result<std::vector<OutboxRow>> Station::outbox(const OutboxFilter &filter)
{
    return m_parts->handover.outbox(filter);
}

Result<void> Station::startSync(const SyncWish &wish)
{
    return m_parts->handover.start(wish);
}

void Station::pauseSync()
{
    m_parts->handover.pause();
}

void Station::resumeSync()
{
    m_parts->handover.resume();
}

Result<SyncStatus> Station::syncStatus()
{
    return m_parts->handover.status();
}

Result<SyncSettings> Station::syncSettings()
{
    return m_parts->handover.settings();
}

Result<void> Station::setSyncSettings(const SyncSettings &settings)
{
    return m_parts->handover.setSettings(settings);
}

void Station::stopSync()
{
    m_parts->handover.stop();
}

bool Station::isSyncing() const
{
    return m_parts->handover.isRunning();
}

Result<void> Station::retry(const DossierId &id)
{
    return m_parts->handover.retry(id);
}

} // namespace sohoa
