// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/dates.h"
#include "core/base/error.h"
#include "core/domain/dossier.h"
#include "core/domain/ids.h"
#include "core/domain/receipt_status.h"

#include <QJsonArray>
#include <QString>

#include <optional>
#include <vector>

namespace sohoa {

class Database;

/// What the repository said about a package.
struct StoredReceipt {
    ReceiptStatus status = ReceiptStatus::Pending;
    QString repositoryId;
    QJsonArray reasons; ///< As received: objects with "code", "message", "field".
    QString json;       ///< The receipt as received, kept as proof.
};

/// A package owed to a target. One row per package and target.
struct OutboxEntry {
    PackageId package;
    QString target; ///< Name of the target.
    DossierId dossier;
    int revision = 1;
    QString file; ///< Name in the store's packages folder.
    QString sha256;
    qint64 bytes = 0;
    Instant enqueuedAt;
    QString uploadUrl; ///< Empty until the target has given one.
    qint64 offset = 0; ///< Bytes the target has said it holds.
    Instant nextAttemptAt;
    int attempts = 0;
    std::optional<ErrorCode> error; ///< Of the last attempt.
    std::optional<Instant> sentAt;  ///< The target holds every byte; a receipt is awaited.
    std::optional<Instant> receivedAt;
    std::optional<StoredReceipt> receipt;

    /// `nextAttemptAt` of what is put off until a person has acted.
    static constexpr Instant never{253'370'764'800'000}; // 9999-01-01

    /// Nothing more will happen: accepted or rejected.
    bool finished() const { return receipt && receipt->status != ReceiptStatus::Pending; }
};

/// What one target is still owed.
struct OutboxTotals {
    int toSend = 0;
    qint64 bytesToSend = 0;
    int awaited = 0; ///< Sent; only the receipt is missing.
    int blocked = 0; ///< Of both: put off until a person has acted.
};

/// A package that no entry of a target names.
struct UnboundPackage {
    PackageId package;
    DossierId dossier;
    int revision = 1;
};

/// What is still owed to repositories, and what they answered. Threads: the Database's.
class OutboxRepository {
public:
    explicit OutboxRepository(Database &database)
        : m_database(database)
    {
    }

    /// Call inside the transaction that makes the dossier queued. Harmless when the same package is there for the
    /// target already; PackageInvalid when it is there with other bytes.
    Result<void> enqueue(const PackageId &package, const DossierId &dossier, int revision, const QString &target,
                         const QString &file, const QString &sha256, qint64 bytes, Instant now);
    /// Unfinished entries of a target whose next attempt is due, oldest first: to be sent, or when `sentAt` is
    /// set, to be asked for their receipt. An attempt further ahead than any wait that is ever set means that the
    /// clock was put back meanwhile: it is due too.
    Result<std::vector<OutboxEntry>> due(const QString &target, Instant now, int limit);
    /// When the next entry comes due that is not due at `now`; nothing when none waits.
    Result<std::optional<Instant>> nextDue(const QString &target, Instant now);
    Result<OutboxTotals> totals(const QString &target);
    /// Dossiers in this state (queued or sent) whose package has no entry for the target yet, oldest package
    /// first.
    Result<std::vector<UnboundPackage>> unbound(const QString &target, DossierState state, int limit);
    /// Unfinished entries of one package, for whatever target: what its receipt settles.
    Result<std::vector<OutboxEntry>> unfinishedOf(const PackageId &package);
    /// Every unfinished entry, oldest first.
    Result<std::vector<OutboxEntry>> pending();
    /// Everything, oldest first: what the hand-over screen lists.
    Result<std::vector<OutboxEntry>> all(int limit = -1, int offset = 0);
    /// All revisions, oldest first.
    Result<std::vector<OutboxEntry>> byDossier(const DossierId &dossier);
    /// NotFound (args: what, id) when there is none.
    Result<OutboxEntry> find(const PackageId &package, const QString &target);

    /// The calls below give NotFound for an unknown entry and StateForbids (args: state, action) for a finished
    /// one.
    /// Another URL than before starts at offset 0; the empty one forgets a lost upload.
    Result<void> setUploadUrl(const PackageId &package, const QString &target, const QString &url);
    Result<void> setOffset(const PackageId &package, const QString &target, qint64 offset);
    /// Without `why` nothing failed: the receipt is awaited.
    Result<void> postpone(const PackageId &package, const QString &target, Instant nextAttempt,
                          std::optional<ErrorCode> why, int attempts);
    /// The last byte is there. Clears the error and the number of attempts; due again at once for the receipt.
    Result<void> markSent(const PackageId &package, const QString &target, Instant now);
    /// Sends again from the beginning: the target asked for it, or the clerk did.
    Result<void> restart(const PackageId &package, const QString &target, Instant now);
    /// Accepted and rejected are final, a pending receipt is replaced by the next. The dossier's own state is the
    /// caller's to change, in the same transaction.
    Result<void> storeReceipt(const PackageId &package, const QString &target, const StoredReceipt &receipt,
                              Instant now);

private:
    Database &m_database;
};

} // namespace sohoa
