// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/durable_file.h"
#include "tests/integration/sync/harness.h"
#include "tests/integration/sync/repository.h"
#include "tests/support/catch.h"

#include <QDateTime>
#include <QElapsedTimer>

using namespace sohoa;
using namespace sohoa::test;
using namespace Qt::StringLiterals;

namespace {

/// Hours that begin so many from now: closed at present, unless they begin 0 hours from now.
SyncPolicy hoursFrom(int hoursAhead)
{
    const int hour = static_cast<int>(QDateTime::currentSecsSinceEpoch() / 3600 % 24) + 7; // Vietnam's
    return {.hours = SendHours::parse(
                u"%1:00-%2:00"_s.arg((hour + hoursAhead) % 24).arg((hour + hoursAhead + 3) % 24))};
}

} // namespace

TEST_CASE("A limit on the line holds for all packages together", "[sync][policy]")
{
    Repository repository;
    Harness harness(repository.target(), 2);
    constexpr qint64 rate = 300'000;
    harness.worker.setPolicy({.bytesPerSecond = rate});
    harness.add(250'000, 1);
    harness.add(250'000, 2);
    QElapsedTimer clock;
    clock.start();
    harness.runToEnd();
    CHECK(harness.failures.empty());
    CHECK(clock.elapsed() >= 500'000 * 1000 / rate - 250); // the bucket's own quarter of a second
    CHECK(repository.stat(u"creates"_s) == 2);
}

TEST_CASE("Nothing goes out outside of the hours, everything when they begin", "[sync][policy]")
{
    Repository repository;
    Harness harness(repository.target());
    std::optional<Instant> next;
    QObject::connect(&harness.worker, &SyncWorker::closedUntil, &harness.worker,
                     [&](const Instant &then) { next = then; });
    harness.worker.setPolicy(hoursFrom(3));
    const OutboxItem item = harness.add(30'000);
    harness.worker.start();
    harness.runUntil([&] { return next.has_value(); });
    CHECK(next->msecs > harness.clock.now().msecs);
    CHECK(next->msecs < harness.clock.now().msecs + 4 * 3'600'000);
    CHECK(harness.outbox.attemptsBegun == 0);
    CHECK(repository.stat(u"requests"_s) == 0);
    harness.worker.setPolicy(hoursFrom(-1));
    harness.runToEnd();
    CHECK(harness.wasAccepted(item.package));
}

TEST_CASE("The end of the hours stops what is in flight, which loses nothing", "[sync][policy]")
{
    Repository repository;
    Harness harness(repository.target());
    const OutboxItem item = harness.add(24 << 20);
    bool isClosed = false;
    QObject::connect(&harness.worker, &SyncWorker::closedUntil, &harness.worker, [&] { isClosed = true; });
    harness.onProgress = [&](qint64 sent) {
        if (sent > 2 << 20)
            harness.worker.setPolicy(hoursFrom(3));
    };
    harness.worker.start();
    harness.runUntil([&] { return isClosed; });
    CHECK_FALSE(harness.outbox.row(item.package).item.sent);
    harness.onProgress = {};
    harness.worker.setPolicy({});
    harness.runToEnd();
    CHECK(harness.wasAccepted(item.package));
    CHECK(harness.failures.empty());
    CHECK(repository.stat(u"creates"_s) == 1);
}

TEST_CASE("A new token in the file is taken without a restart", "[sync][policy]")
{
    Repository repository({u"--token"_s, u"first"_s});
    const QTemporaryDir folder;
    TargetConfig target = repository.target();
    target.tokenFile = folder.filePath(u"token"_s);
    REQUIRE_OK(writeDurably(target.tokenFile, "first\n"));
    Harness harness(target, 1);
    const OutboxItem before = harness.add(1'000);
    harness.runToEnd();
    REQUIRE(harness.wasAccepted(before.package));

    // The station is refused first and hears of the new token later.
    repository.fault(u"token:second"_s);
    const OutboxItem one = harness.add(1'000, 2);
    harness.worker.wake();
    harness.runUntil([&] { return !harness.stoppedTargets.empty(); });
    REQUIRE_OK(writeDurably(target.tokenFile, "second\n"));
    harness.runUntil([&] { return harness.outbox.row(one.package).isDone; });
    CHECK(harness.wasAccepted(one.package));

    // The new token lay there before the old one was refused: nobody need know.
    repository.fault(u"token:third"_s);
    REQUIRE_OK(writeDurably(target.tokenFile, "third\n"));
    const OutboxItem two = harness.add(1'000, 3);
    harness.worker.wake();
    harness.runUntil([&] { return harness.outbox.row(two.package).isDone; });
    CHECK(harness.stoppedTargets.size() == 1);
    CHECK(harness.failures.size() == 1);
}

TEST_CASE("Clocks that differ by much are told", "[sync][policy]")
{
    Repository repository;
    Harness harness(repository.target());
    std::vector<qint64> ahead;
    QObject::connect(&harness.worker, &SyncWorker::clocksDiffer, &harness.worker,
                     [&](qint64 msecs) { ahead.push_back(msecs); });
    harness.add(1'000);
    harness.runToEnd();
    CHECK(ahead.empty());
    repository.fault(u"skew:-3600"_s);
    harness.add(1'000, 2);
    harness.runToEnd();
    REQUIRE(ahead.size() == 1);
    CHECK(std::abs(ahead[0] + 3'600'000) < 60'000);
}
