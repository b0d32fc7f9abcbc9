// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/base/error.h"
#include "core/sync/backoff.h"
#include "core/sync/outbox_port.h"
#include "core/sync/sync_policy.h"
#include "core/sync/target_config.h"
#include "core/sync/throttle.h"
#include "core/sync/transfer.h"
#include "core/sync/tus_endpoint.h"

#include <QByteArray>
#include <QObject>
#include <QStringList>
#include <QTimer>

#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <vector>

namespace sohoa {

struct SyncOptions {
    QString station;      ///< Name of this workstation, told to the repository. No personal data.
    int inFlight = 2;     ///< Packages at a time: one sends while the other waits for its receipt.
    Backoff backoff = {}; ///< After failures.
    Backoff poll = {30'000, 900'000, 10'000}; ///< Between two questions for a receipt that is not there yet.
    int timeoutMs = 60'000;                   ///< A connection on which no byte moves for so long is given up.
    int tokenPollMs = 5'000; ///< How often the token file of a target that refused us is looked at.
};

/// Drains the outbox: oldest first, several in flight, until stopped. Lives in one thread with an event loop; give
/// it its own (construct, moveToThread, then call the slots through queued connections or invokeMethod). `port`
/// and `clock` must outlive it.
class SyncWorker final : public QObject {
    Q_OBJECT
public:
    /// `random` gives numbers of [0, 1) for the jitter.
    SyncWorker(OutboxPort &port, const Clock &clock, std::function<double()> random, SyncOptions options,
               QObject *parent = nullptr);
    ~SyncWorker() override;

public Q_SLOTS:
    /// Which targets there are; a running transfer ends with what it began with. Items of other targets are
    /// blocked with TargetUnknown.
    void setTargets(const std::vector<sohoa::TargetConfig> &targets);
    /// Takes effect at once: what is in flight slows down, or is cancelled outside of the hours.
    void setPolicy(const sohoa::SyncPolicy &policy);
    void start();
    /// Cancels what is in flight; nothing is lost. resume() goes on.
    void pause();
    void resume();
    /// As pause(), for good; stopped() follows when nothing is in flight any more.
    void stop();
    /// The outbox has changed, or the line is back: look now.
    void wake();
    /// A person has signed in again: go on with this target. Happens by itself when the token file of a target
    /// that refused us gets another token.
    void resumeTarget(const QString &target);

Q_SIGNALS:
    /// Bytes handed to the line or the folder. For a package at most ten times a second; goes back after a cut.
    void progress(const sohoa::PackageId &package, qint64 sent, qint64 total);
    /// An accepted or rejected package: its item has ended.
    void ended(const sohoa::PackageId &package, sohoa::ReceiptStatus status);
    /// All bytes are there, the receipt is awaited.
    void awaitingReceipt(const sohoa::PackageId &package);
    /// An attempt failed. `next`: when it is tried again; nothing when a person must act first.
    void failed(const sohoa::PackageId &package, const sohoa::Error &error,
                const std::optional<sohoa::Instant> &next);
    /// Nothing goes out before then: SyncPolicy::hours. Comes again now and then while it is so.
    void closedUntil(const sohoa::Instant &next);
    /// The repository's clock is so far ahead of ours (behind: negative), in milliseconds, that one of the two is
    /// wrong.
    void clocksDiffer(qint64 aheadMs);
    /// 401 or 403: nothing goes there until resumeTarget().
    void targetStopped(const QString &target, const sohoa::Error &error);
    /// Nothing is in flight and nothing is due. `next`: when something will be; nothing when the outbox is empty
    /// but for blocked items.
    void idle(const std::optional<sohoa::Instant> &next);
    /// The outbox itself failed; the worker is paused.
    void faulted(const sohoa::Error &error);
    void stopped();

private:
    struct Running {
        OutboxItem item;
        std::unique_ptr<Transfer> transfer;
    };
    enum class State { New, Running, Paused, Stopping, Stopped };

    void lookSoon();
    void look();
    void begin(const OutboxItem &item);
    Result<std::unique_ptr<Transfer>> makeTransfer(const OutboxItem &item);
    Result<std::shared_ptr<TusEndpoint>> endpointOf(const TargetConfig &target);
    void end(const PackageId &package, const TransferEnd &end);
    Result<void> record(const OutboxItem &item, const TransferEnd &end);
    Result<void> recordFailure(const OutboxItem &item, const TransferEnd &end);
    Result<void> await(const OutboxItem &item);
    void fault(const Error &error);
    void cancelAll();
    QStringList leftOut() const;
    /// Closed now: everything is cancelled, and we look again when the hours begin.
    bool waitForHours(Instant now);
    Result<void> stopTarget(const OutboxItem &item, const Error &error);
    /// The token in the target's file, when it is another one than we were refused with.
    bool hasNewToken(const QString &target) const;
    void lookForTokens();
    void compareClocks(const QString &target);

    OutboxPort &m_port;
    const Clock &m_clock;
    std::function<double()> m_random;
    SyncOptions m_options;
    SyncPolicy m_policy;
    Throttle m_throttle;
    std::map<QString, TargetConfig> m_targets;
    std::map<QString, std::shared_ptr<TusEndpoint>> m_endpoints;
    std::map<QString, QByteArray> m_stoppedTargets; ///< To the token that was refused.
    std::map<PackageId, Running> m_running;
    QTimer m_timer;
    QTimer m_hoursTimer;
    QTimer m_tokenTimer;
    State m_state = State::New;
};

} // namespace sohoa
