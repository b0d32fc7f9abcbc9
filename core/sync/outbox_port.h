// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/dates.h"
#include "core/base/error.h"
#include "core/domain/ids.h"
#include "core/sync/receipt.h"

#include <QString>
#include <QStringList>

#include <optional>
#include <vector>

namespace sohoa {

/// One package that waits to be handed over to one target.
struct OutboxItem {
    PackageId package;
    DossierId dossier;
    int revision = 1;
    QString target;    ///< Name of a TargetConfig.
    QString file;      ///< Absolute path of the ZIP.
    QString sha256;    ///< Of the ZIP, 64 lower-case hexadecimal digits.
    qint64 bytes = 0;  ///< Of the ZIP.
    QString uploadUrl; ///< Where an upload was begun; empty when none was.
    int attempts = 0;  ///< As last given to postpone(); 0 for a new item.
    bool sent = false; ///< All bytes are there; only the receipt is awaited.
};

/// The outbox as the sync worker sees it; the store fulfils it. All calls come from the worker's thread, one at a
/// time, and must be durable before they return: after `kill -9` the worker goes on from what is written there.
/// An error of any call makes the worker stop (SyncWorker::faulted): it never sends what it cannot account for.
class OutboxPort {
public:
    OutboxPort() = default;
    OutboxPort(const OutboxPort &) = delete;
    OutboxPort &operator=(const OutboxPort &) = delete;
    virtual ~OutboxPort() = default;

    /// Items whose time has come, oldest first, at most `limit`; items without a receipt that counts, not blocked,
    /// none of the targets named in `without`. Items in flight may be among them; the worker knows them.
    virtual Result<std::vector<OutboxItem>> due(Instant now, int limit, const QStringList &without) = 0;
    /// When the next item comes due that is not due at `now`; nothing when none waits.
    virtual Result<std::optional<Instant>> nextDue(Instant now, const QStringList &without) = 0;

    /// An attempt begins.
    virtual Result<void> uploadStarted(const OutboxItem &item) = 0;
    /// Where the bytes go from now on; called before the first byte is sent. Empty: the old place is void.
    virtual Result<void> urlKnown(const OutboxItem &item, const QString &url) = 0;
    /// All bytes are there. May be called again for the same item.
    virtual Result<void> sent(const OutboxItem &item) = 0;
    /// A receipt that names this package and this hash. Accepted and rejected ones end the item. A pending one is
    /// to be shown; postpone() follows.
    virtual Result<void> receipt(const OutboxItem &item, const Receipt &receipt) = 0;
    /// To be tried (or its receipt asked for) again at `nextAttempt`; `attempts` is to be stored. No error:
    /// nothing failed, the receipt is awaited.
    virtual Result<void> postpone(const OutboxItem &item, Instant nextAttempt, int attempts,
                                  const std::optional<Error> &error) = 0;
    /// Not to be tried again until a person has acted: due() leaves it out until unblock() or a retry of the
    /// store.
    virtual Result<void> blocked(const OutboxItem &item, const Error &error) = 0;
    /// A person says that the target is fine again (new token, set up anew): its items that are blocked with
    /// RepositoryUnauthorized or TargetUnknown are due at once.
    virtual Result<void> unblock(const QString &target) = 0;
};

} // namespace sohoa
