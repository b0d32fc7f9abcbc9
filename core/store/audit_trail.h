// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/dates.h"
#include "core/base/error.h"

#include <QByteArray>
#include <QJsonObject>
#include <QString>

#include <optional>
#include <vector>

namespace sohoa {

class Database;

/// One thing that was done. Written once, never changed: triggers refuse UPDATE and DELETE.
struct AuditRow {
    qint64 sequence = 0; ///< Counts from 1 without gaps.
    Instant at;
    QString actor;  ///< User name, or "system".
    QString what;   ///< "dossier.state", "page.exclude": kind of the target, dot, what was done.
    QString target; ///< Id of the batch, dossier or page.
    QString before; ///< Compact JSON with sorted keys; empty when there was nothing before.
    QString after;
    QByteArray previousHash; ///< 32 bytes: the hash of the row before; zeros in the first row.
    QByteArray hash;         ///< 32 bytes.
};

/// The chained record of every change of state and every decision of a person. The repositories of this module
/// write it themselves, in the transaction of the change.
///
/// Canonical form of a row: the fields previousHash, sequence, at (milliseconds), actor, what, target, before,
/// after, in this order, each written as its length in bytes in decimal digits, a colon, and the bytes (numbers in
/// decimal digits, texts in UTF-8; so no two rows have the same form). Its SHA-256 is the row's hash.
/// Threads: the Database's.
class AuditTrail {
public:
    explicit AuditTrail(Database &database)
        : m_database(database)
    {
    }

    /// Call inside the transaction of the change it records.
    Result<void> append(const QString &actor, const QString &what, const QString &target,
                        const QJsonObject &before, const QJsonObject &after);
    /// Oldest first.
    Result<std::vector<AuditRow>> ofTarget(const QString &target);
    /// The newest `limit` rows, newest first.
    Result<std::vector<AuditRow>> latest(int limit);
    /// Recomputes the chain. The sequence number of the first row that is altered, missing or out of order;
    /// nothing when the chain is whole.
    Result<std::optional<qint64>> verify();

private:
    Database &m_database;
};

/// The hash that a row with these contents must carry.
QByteArray auditHash(const AuditRow &row);

} // namespace sohoa
