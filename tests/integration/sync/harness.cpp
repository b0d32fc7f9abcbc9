// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/integration/sync/harness.h"

#include "tests/integration/sync/bag.h"

#include <QDir>
#include <QTimer>

#include <algorithm>
#include <stdexcept>

namespace sohoa::test {

using namespace Qt::StringLiterals;

namespace {

SyncOptions quickOptions(int inFlight)
{
    const Backoff quick{.baseMs = 20, .capMs = 100, .floorMs = 5};
    return {
        .station = u"Máy quét số 1"_s, .inFlight = inFlight, .backoff = quick, .poll = quick, .tokenPollMs = 20};
}

} // namespace

MemoryOutbox::Row &MemoryOutbox::row(const PackageId &package)
{
    return *std::find_if(rows.begin(), rows.end(), [&](const Row &row) { return row.item.package == package; });
}

Result<std::vector<OutboxItem>> MemoryOutbox::due(Instant now, int limit, const QStringList &without)
{
    std::vector<OutboxItem> found;
    for (const Row &row : rows)
        if (!row.isDone && !row.isBlocked && row.dueAt <= now && !without.contains(row.item.target) &&
            static_cast<int>(found.size()) < limit)
            found.push_back(row.item);
    return found;
}

Result<std::optional<Instant>> MemoryOutbox::nextDue(Instant now, const QStringList &without)
{
    std::optional<Instant> next;
    for (const Row &row : rows)
        if (!row.isDone && !row.isBlocked && row.dueAt > now && !without.contains(row.item.target))
            next = next ? std::min(*next, row.dueAt) : row.dueAt;
    return next;
}

Result<void> MemoryOutbox::uploadStarted(const OutboxItem &)
{
    ++attemptsBegun;
    if (failsWith)
        return fail(*failsWith);
    return {};
}

Result<void> MemoryOutbox::urlKnown(const OutboxItem &item, const QString &url)
{
    row(item.package).item.uploadUrl = url;
    return {};
}

Result<void> MemoryOutbox::sent(const OutboxItem &item)
{
    row(item.package).item.sent = true;
    return {};
}

Result<void> MemoryOutbox::receipt(const OutboxItem &item, const Receipt &receipt)
{
    Row &taken = row(item.package);
    taken.receipts.push_back(receipt);
    taken.isDone = receipt.status != ReceiptStatus::Pending;
    return {};
}

Result<void> MemoryOutbox::postpone(const OutboxItem &item, Instant nextAttempt, int attempts,
                                    const std::optional<Error> &error)
{
    Row &postponed = row(item.package);
    postponed.dueAt = nextAttempt;
    postponed.item.attempts = attempts;
    postponed.error = error;
    return {};
}

Result<void> MemoryOutbox::blocked(const OutboxItem &item, const Error &error)
{
    row(item.package).isBlocked = true;
    row(item.package).error = error;
    return {};
}

Result<void> MemoryOutbox::unblock(const QString &target)
{
    for (Row &row : rows)
        if (row.item.target == target && row.isBlocked && row.error->code == ErrorCode::RepositoryUnauthorized)
            row.isBlocked = false;
    return {};
}

Harness::Harness(const TargetConfig &target, int inFlight)
    : folder(QDir::tempPath() + u"/hộp gửi XXXXXX"_s)
    , worker(
          outbox, clock, [] { return 0.5; }, quickOptions(inFlight))
{
    worker.setTargets({target});
    // Looked at after all who listen to the signal have heard it.
    const auto check = [this] {
        QMetaObject::invokeMethod(
            &m_loop,
            [this] {
                if (m_done && m_done())
                    m_loop.quit();
            },
            Qt::QueuedConnection);
    };
    QObject::connect(&worker, &SyncWorker::failed, &m_loop, [this, check](const PackageId &, const Error &error) {
        failures.push_back(error.code);
        check();
    });
    QObject::connect(&worker, &SyncWorker::targetStopped, &m_loop, [this, check](const QString &name) {
        stoppedTargets.push_back(name);
        check();
    });
    QObject::connect(&worker, &SyncWorker::awaitingReceipt, &m_loop, [this, check] {
        ++awaiting;
        check();
    });
    QObject::connect(&worker, &SyncWorker::progress, &m_loop, [this](const PackageId &, qint64 sent) {
        if (onProgress)
            onProgress(sent);
    });
    QObject::connect(&worker, &SyncWorker::idle, &m_loop, check);
    QObject::connect(&worker, &SyncWorker::closedUntil, &m_loop, check);
    QObject::connect(&worker, &SyncWorker::ended, &m_loop, check);
    QObject::connect(&worker, &SyncWorker::faulted, &m_loop, check);
    QObject::connect(&worker, &SyncWorker::stopped, &m_loop, check);
}

OutboxItem Harness::add(qint64 payload, unsigned seed)
{
    const OutboxItem item = makePackage(folder.path(), payload, seed);
    outbox.add(item);
    return item;
}

void Harness::runUntil(const std::function<bool()> &done)
{
    m_done = done;
    bool late = false;
    QTimer guard;
    guard.setSingleShot(true);
    QObject::connect(&guard, &QTimer::timeout, &m_loop, [&] {
        late = true;
        m_loop.quit();
    });
    guard.start(30'000);
    if (!done())
        m_loop.exec();
    m_done = {};
    if (late)
        throw std::runtime_error("the hand-over does not come to its end");
}

void Harness::runToEnd()
{
    worker.start();
    worker.wake();
    runUntil([this] {
        return std::all_of(outbox.rows.begin(), outbox.rows.end(),
                           [](const MemoryOutbox::Row &row) { return row.isDone || row.isBlocked; });
    });
}

bool Harness::wasAccepted(const PackageId &package)
{
    const auto &receipts = outbox.row(package).receipts;
    return std::count_if(receipts.begin(), receipts.end(),
                         [](const Receipt &receipt) { return receipt.status == ReceiptStatus::Accepted; }) == 1;
}

} // namespace sohoa::test
