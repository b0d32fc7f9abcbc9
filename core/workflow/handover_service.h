// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sync/sync_worker.h"
#include "core/workflow/station_context.h"
#include "core/workflow/store_outbox.h"

#include <QHash>
#include <QObject>

#include <memory>
#include <optional>

namespace sohoa {

/// The way of approved dossiers out of the house: queue, targets, sending, receipts. Errors as Station says.
class HandoverService : public QObject {
    Q_OBJECT
public:
    explicit HandoverService(StationContext &context);
    ~HandoverService() override;

    Result<int> queueApproved(const std::optional<BatchId> &batch);
    Result<std::vector<OutboxRow>> outbox(int newestOfState);
    Result<void> start(const QString &target, bool watch);
    void stop();
    bool isRunning() const { return m_worker != nullptr; }
    Result<void> retry(const DossierId &id);

    Result<void> addTarget(const TargetSettings &target);
    Result<std::vector<TargetSettings>> targets();
    Result<void> removeTarget(const QString &name);

Q_SIGNALS:
    void changed();
    void dossiersChanged(const sohoa::BatchId &batch);
    void ended(const std::optional<sohoa::Error> &error);

private:
    Result<TargetSettings> chosenTarget(const QString &name);
    /// Every queued dossier has a row for this target, due now.
    Result<void> bindQueued(const QString &target);
    void end(const std::optional<Error> &error);

    StationContext &m_context;
    std::unique_ptr<StoreOutbox> m_port;
    SyncWorker *m_worker = nullptr;
    std::optional<Error> m_lastError;
    QHash<PackageId, qint64> m_bytesSent;
};

} // namespace sohoa
