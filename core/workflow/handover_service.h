// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sync/sync_worker.h"
#include "core/sync/transfer_rate.h"
#include "core/workflow/station_context.h"
#include "core/workflow/store_outbox.h"

#include <QElapsedTimer>
#include <QHash>
#include <QObject>
#include <QSet>

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
    Result<std::vector<OutboxRow>> outbox(const OutboxFilter &filter);
    Result<void> start(const SyncWish &wish);
    void stop();
    void pause();
    void resume();
    bool isRunning() const { return m_worker != nullptr; }
    Result<SyncStatus> status();
    Result<SyncSettings> settings();
    Result<void> setSettings(const SyncSettings &settings);
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
    /// Gives some packages that this target has no row for one, due now; whether more are left.
    Result<bool> bindSome();
    /// Goes on until none is left, a few at a time: each package is read once for its hash.
    void bindOn();
    /// A person has asked for it: what was put off is due now. Only what needs another kind of mending stays.
    Result<void> makeDue(const QString &target);
    Result<SyncPolicy> policy();
    void listen();
    void onIdle(const std::optional<Instant> &next);
    void end(const std::optional<Error> &error);
    OutboxRow outboxRow(const DossierRow &dossier, const OutboxEntry *entry) const;

    StationContext &m_context;
    std::unique_ptr<StoreOutbox> m_port;
    SyncWorker *m_worker = nullptr;
    SyncWish m_wish;
    QString m_target;
    SyncPhase m_phase = SyncPhase::Stopped;
    bool m_binding = false;
    std::optional<Instant> m_goesOnAt;
    std::optional<qint64> m_clockAheadMs;
    std::optional<Error> m_lastError;
    QSet<PackageId> m_unreadable; ///< Packages whose file is not there as it should be; they hold no other back.
    QHash<PackageId, qint64> m_bytesSent;
    TransferRate m_rate;
    QElapsedTimer m_steady; ///< Since the run began.
};

} // namespace sohoa
