// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/sync/sync_worker.h"

#include <QEventLoop>
#include <QString>
#include <QTemporaryDir>

#include <functional>
#include <optional>
#include <vector>

namespace sohoa::test {

constexpr qint64 mebibyte = qint64{1} << 20;

/// An outbox in memory that keeps the rules of the port.
class MemoryOutbox final : public OutboxPort {
public:
    struct Row {
        OutboxItem item;
        Instant dueAt = {};
        std::optional<Error> error = {};
        std::vector<Receipt> receipts = {};
        bool isBlocked = false;
        bool isDone = false;
    };

    void add(const OutboxItem &item) { rows.push_back({item}); }
    Row &row(const PackageId &package);

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

    std::vector<Row> rows; ///< Oldest first.
    int attemptsBegun = 0;
    int mostDue = 0;
    std::optional<Error> failsWith; ///< Every writing call gives this.
};

/// A worker over a MemoryOutbox, with short waits, run in this thread.
class Harness {
public:
    explicit Harness(const TargetConfig &target, int inFlight = 2);

    OutboxItem add(qint64 payload, unsigned seed = 1);
    /// Runs the event loop until `done`; throws when it does not come within half a minute.
    void runUntil(const std::function<bool()> &done);
    /// Starts the worker and runs until every item has ended or is blocked.
    void runToEnd();
    bool wasAccepted(const PackageId &package);
    /// Codes of all failures so far, in order.
    std::vector<ErrorCode> failures;
    std::vector<QString> stoppedTargets;
    int awaiting = 0;
    std::function<void(qint64)> onProgress;

    QTemporaryDir folder;
    SystemClock clock;
    MemoryOutbox outbox;
    SyncWorker worker;

private:
    std::function<bool()> m_done;
    QEventLoop m_loop;
};

} // namespace sohoa::test
