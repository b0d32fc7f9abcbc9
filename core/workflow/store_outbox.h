// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sync/outbox_port.h"
#include "core/workflow/station_context.h"

#include <functional>

namespace sohoa {

/// The sync worker's outbox over the store: what happened to a package and what that makes of its dossier and
/// batch are one transaction.
class StoreOutbox final : public OutboxPort {
public:
    /// Only rows of `target` are seen. `changed` is called after each change.
    StoreOutbox(StationContext &context, QString target, std::function<void(const BatchId &)> changed);

    Result<std::vector<OutboxItem>> due(Instant now, int limit, const QStringList &without) override;
    Result<std::optional<Instant>> nextDue(Instant now, const QStringList &without) override;
    Result<void> uploadStarted(const OutboxItem &item) override;
    Result<void> urlKnown(const OutboxItem &item, const QString &url) override;
    Result<void> sent(const OutboxItem &item) override;
    Result<void> receipt(const OutboxItem &item, const Receipt &receipt) override;
    Result<void> postpone(const OutboxItem &item, Instant nextAttempt, int attempts,
                          const std::optional<Error> &error) override;
    Result<void> blocked(const OutboxItem &item, const Error &error) override;
    Result<void> unblock(const QString &target) override;

private:
    Result<void> advance(const DossierId &id, DossierState to, const QString &reason);
    Result<void> settleBatch(const BatchId &id);
    /// The same package may be on its way to other targets: this receipt ends that too.
    Result<void> settleElsewhere(const OutboxItem &item, const StoredReceipt &receipt);
    void tell(const DossierId &dossier);

    StationContext &m_context;
    const QString m_target;
    const std::function<void(const BatchId &)> m_changed;
};

} // namespace sohoa
