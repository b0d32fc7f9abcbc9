// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sync/sync_worker.h"

#include "core/sync/folder_transfer.h"
#include "core/sync/tus_transfer.h"

#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <utility>

namespace sohoa {

using namespace Qt::StringLiterals;

namespace {

// The clock may be set back while we wait, and a timer sleeps with the laptop: look again at least so often.
constexpr qint64 longestNapMs = 60'000;
// Certificates and the days of receipts bear some minutes; beyond, a person should set the clock.
constexpr qint64 tolerableSkewMs = 300'000;

std::chrono::milliseconds napUntil(Instant then, Instant now)
{
    return std::chrono::milliseconds(std::clamp<qint64>(then.msecs - now.msecs, 1, longestNapMs));
}

} // namespace

SyncWorker::SyncWorker(OutboxPort &port, const Clock &clock, std::function<double()> random, SyncOptions options,
                       QObject *parent)
    : QObject(parent)
    , m_port(port)
    , m_clock(clock)
    , m_random(std::move(random))
    , m_options(std::move(options))
    , m_throttle(this)
    , m_timer(this)
    , m_hoursTimer(this)
    , m_tokenTimer(this)
{
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &SyncWorker::look);
    m_hoursTimer.setSingleShot(true);
    connect(&m_hoursTimer, &QTimer::timeout, this, &SyncWorker::look);
    m_tokenTimer.setInterval(m_options.tokenPollMs);
    connect(&m_tokenTimer, &QTimer::timeout, this, &SyncWorker::lookForTokens);
}

SyncWorker::~SyncWorker() = default;

void SyncWorker::setTargets(const std::vector<TargetConfig> &targets)
{
    m_targets.clear();
    m_endpoints.clear();
    for (const TargetConfig &target : targets)
        m_targets.insert_or_assign(target.name, target);
    lookSoon();
}

void SyncWorker::setPolicy(const SyncPolicy &policy)
{
    m_policy = policy;
    m_throttle.setRate(policy.bytesPerSecond);
    lookSoon();
}

void SyncWorker::start()
{
    if (m_state == State::New)
        m_state = State::Running;
    lookSoon();
}

void SyncWorker::pause()
{
    if (m_state != State::Running)
        return;
    m_state = State::Paused;
    m_timer.stop();
    m_hoursTimer.stop();
    cancelAll();
}

void SyncWorker::resume()
{
    if (m_state == State::Paused)
        m_state = State::Running;
    lookSoon();
}

void SyncWorker::stop()
{
    if (m_state == State::Stopping || m_state == State::Stopped)
        return;
    m_state = State::Stopping;
    cancelAll();
    m_timer.start(0); // stopped() never comes from within stop()
}

void SyncWorker::wake()
{
    lookSoon();
}

void SyncWorker::resumeTarget(const QString &target)
{
    m_stoppedTargets.erase(target);
    if (m_stoppedTargets.empty())
        m_tokenTimer.stop();
    m_endpoints.erase(target); // the token and the certificates are read again
    if (const auto done = m_port.unblock(target); !done)
        return fault(done.error());
    lookSoon();
}

void SyncWorker::lookSoon()
{
    if (m_state == State::Running)
        m_timer.start(0);
}

QStringList SyncWorker::leftOut() const
{
    QStringList names;
    for (const auto &[target, token] : m_stoppedTargets)
        names.append(target);
    return names;
}

bool SyncWorker::waitForHours(Instant now)
{
    if (!m_policy.hours)
        return false;
    const Instant change = m_policy.hours->nextChange(now);
    m_hoursTimer.start(napUntil(change, now));
    if (m_policy.hours->isOpen(now))
        return false;
    cancelAll();
    Q_EMIT closedUntil(change);
    return true;
}

bool SyncWorker::hasNewToken(const QString &target) const
{
    const auto config = m_targets.find(target);
    if (config == m_targets.end() || config->second.tokenFile.isEmpty())
        return false;
    const auto refused = m_stoppedTargets.find(target);
    const auto endpoint = m_endpoints.find(target);
    const QByteArray before = refused != m_stoppedTargets.end() ? refused->second
                              : endpoint != m_endpoints.end()   ? endpoint->second->token()
                                                                : QByteArray();
    const auto token = readToken(config->second.tokenFile);
    return token && *token != before;
}

void SyncWorker::lookForTokens()
{
    const QStringList stopped = leftOut();
    for (const QString &target : stopped)
        if (hasNewToken(target))
            resumeTarget(target);
}

void SyncWorker::compareClocks(const QString &target)
{
    const auto endpoint = m_endpoints.find(target);
    const auto ahead = endpoint == m_endpoints.end() ? std::nullopt : endpoint->second->clockAheadMs();
    if (ahead && std::abs(*ahead) > tolerableSkewMs)
        Q_EMIT clocksDiffer(*ahead);
}

void SyncWorker::look()
{
    if (m_state == State::Stopping && m_running.empty()) {
        m_state = State::Stopped;
        Q_EMIT stopped();
    }
    if (m_state != State::Running)
        return;
    const int inFlight = std::max(1, m_options.inFlight);
    const Instant now = m_clock.now();
    if (waitForHours(now))
        return;
    // Those in flight are among the oldest, so as many more are asked for.
    const auto due = m_port.due(now, inFlight + static_cast<int>(m_running.size()), leftOut());
    if (!due)
        return fault(due.error());
    for (const OutboxItem &item : *due) {
        if (static_cast<int>(m_running.size()) >= inFlight || m_state != State::Running)
            break;
        if (!m_running.contains(item.package) && !m_stoppedTargets.contains(item.target))
            begin(item);
    }
    if (m_state != State::Running || !m_running.empty() || m_timer.isActive())
        return;
    const auto next = m_port.nextDue(now, leftOut());
    if (!next)
        return fault(next.error());
    if (*next)
        m_timer.start(napUntil(**next, now));
    Q_EMIT idle(*next);
}

void SyncWorker::begin(const OutboxItem &item)
{
    if (const auto started = m_port.uploadStarted(item); !started)
        return fault(started.error());
    auto made = makeTransfer(item);
    if (!made) {
        const bool signIn = made.error().code == ErrorCode::RepositoryUnauthorized;
        const bool retry = made.error().code == ErrorCode::TlsFailed;
        const AfterFailure after = signIn  ? AfterFailure::StopTarget
                                   : retry ? AfterFailure::Retry
                                           : AfterFailure::BlockPackage;
        if (const auto recorded = recordFailure(item, {.error = made.error(), .after = after}); !recorded)
            return fault(recorded.error());
        return lookSoon();
    }
    Transfer *transfer = made->get();
    const PackageId package = item.package;
    m_running.insert_or_assign(package, Running{item, std::move(*made)});
    connect(transfer, &Transfer::urlKnown, this, [this, package](const QString &url) {
        OutboxItem &running = m_running.at(package).item;
        running.uploadUrl = url;
        if (const auto known = m_port.urlKnown(running, url); !known)
            fault(known.error());
    });
    connect(transfer, &Transfer::progressed, this,
            [this, package](qint64 sent, qint64 total) { Q_EMIT progress(package, sent, total); });
    connect(transfer, &Transfer::finished, this, [this, package](const TransferEnd &how) { end(package, how); });
    transfer->start();
}

Result<std::shared_ptr<TusEndpoint>> SyncWorker::endpointOf(const TargetConfig &target)
{
    if (const auto open = m_endpoints.find(target.name); open != m_endpoints.end())
        return open->second;
    auto endpoint = TusEndpoint::open(target, m_options.timeoutMs);
    if (endpoint)
        m_endpoints.insert_or_assign(target.name, *endpoint);
    return endpoint;
}

Result<std::unique_ptr<Transfer>> SyncWorker::makeTransfer(const OutboxItem &item)
{
    const auto target = m_targets.find(item.target);
    if (target == m_targets.end())
        return fail(ErrorCode::TargetUnknown, {}, {{u"target"_s, item.target}});
    if (target->second.kind == TargetKind::Folder)
        return std::make_unique<FolderTransfer>(item, m_options.station, target->second.folder);
    const auto endpoint = endpointOf(target->second);
    if (!endpoint)
        return fail(endpoint.error());
    return std::make_unique<TusTransfer>(item, m_options.station, *endpoint, m_throttle);
}

void SyncWorker::end(const PackageId &package, const TransferEnd &how)
{
    auto node = m_running.extract(package);
    const OutboxItem &item = node.mapped().item;
    node.mapped().transfer.release()->deleteLater(); // it is the sender of the signal that brought us here
    compareClocks(item.target);
    if (const auto recorded = record(item, how); !recorded)
        fault(recorded.error());
    if (m_state == State::Stopping)
        m_timer.start(0);
    else
        lookSoon();
}

Result<void> SyncWorker::record(const OutboxItem &item, const TransferEnd &how)
{
    if (how.sent && !item.sent)
        if (auto sent = m_port.sent(item); !sent)
            return sent;
    if (how.error)
        return how.error->code == ErrorCode::Cancelled ? Result<void>() : recordFailure(item, how);
    if (how.receipt)
        if (auto taken = m_port.receipt(item, *how.receipt); !taken)
            return taken;
    if (!how.receipt || how.receipt->status == ReceiptStatus::Pending)
        return await(item);
    Q_EMIT ended(item.package, how.receipt->status);
    return {};
}

Result<void> SyncWorker::await(const OutboxItem &item)
{
    const int attempts = item.sent ? item.attempts + 1 : 1;
    const Instant next{m_clock.now().msecs + m_options.poll.delay(attempts, m_random())};
    if (auto postponed = m_port.postpone(item, next, attempts, std::nullopt); !postponed)
        return postponed;
    Q_EMIT awaitingReceipt(item.package);
    return {};
}

Result<void> SyncWorker::recordFailure(const OutboxItem &item, const TransferEnd &how)
{
    const Error &error = *how.error;
    if (how.after == AfterFailure::StopTarget)
        return stopTarget(item, error);
    if (how.after == AfterFailure::BlockPackage) {
        if (auto blocked = m_port.blocked(item, error); !blocked)
            return blocked;
        Q_EMIT failed(item.package, error, std::nullopt);
        return {};
    }
    // A bad line that still carries bytes is not a dead one; any other fault that comes again is to be asked less
    // often.
    const bool lineCarries = how.progressed && error.code == ErrorCode::RepositoryUnreachable;
    const int attempts = lineCarries ? 1 : item.attempts + 1;
    const qint64 wait = std::max(m_options.backoff.delay(attempts, m_random()), how.retryAfterMs.value_or(0));
    const Instant next{m_clock.now().msecs + wait};
    if (auto postponed = m_port.postpone(item, next, attempts, error); !postponed)
        return postponed;
    Q_EMIT failed(item.package, error, next);
    return {};
}

Result<void> SyncWorker::stopTarget(const OutboxItem &item, const Error &error)
{
    const bool isStopped = m_stoppedTargets.contains(item.target);
    if (!isStopped && hasNewToken(item.target)) { // renewed while the old one was in use
        m_endpoints.erase(item.target);
        return m_port.postpone(item, m_clock.now(), item.attempts, std::nullopt);
    }
    if (auto blocked = m_port.blocked(item, error); !blocked)
        return blocked;
    Q_EMIT failed(item.package, error, std::nullopt);
    if (isStopped)
        return {};
    const auto endpoint = m_endpoints.find(item.target);
    m_stoppedTargets.emplace(item.target,
                             endpoint == m_endpoints.end() ? QByteArray() : endpoint->second->token());
    m_tokenTimer.start();
    Q_EMIT targetStopped(item.target, error);
    return {};
}

void SyncWorker::fault(const Error &error)
{
    pause();
    Q_EMIT faulted(error);
}

void SyncWorker::cancelAll()
{
    for (auto &[package, running] : m_running)
        running.transfer->cancel();
}

} // namespace sohoa
