// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sync/package_file.h"
#include "tests/integration/sync/harness.h"
#include "tests/integration/sync/repository.h"
#include "tests/support/catch.h"

#include <random>

using namespace sohoa;
using namespace sohoa::test;
using namespace Qt::StringLiterals;

TEST_CASE("A cut at any byte costs nothing that had arrived", "[sync][cut]")
{
    Repository repository;
    Harness harness(repository.target());
    std::vector<qint64> cuts{1, 1'000, 65'536, mebibyte - 1, mebibyte, mebibyte + 1, 2 * mebibyte};
    std::minstd_rand random(17);
    for (int i = 0; i < 8; ++i)
        cuts.push_back(1 + static_cast<qint64>(random() % (2 * mebibyte)));
    for (const qint64 cut : cuts) {
        INFO("cut after " << cut);
        const qint64 before = repository.stat(u"wireBytes"_s);
        repository.fault(u"cut:%1"_s.arg(cut));
        const OutboxItem item = harness.add(2 * mebibyte, static_cast<unsigned>(cut));
        harness.runToEnd();
        CHECK(harness.wasAccepted(item.package));
        CHECK(harness.failures.size() == 1);
        harness.failures.clear();
        CHECK(static_cast<double>(repository.stat(u"wireBytes"_s) - before) <
              1.05 * static_cast<double>(item.bytes));
    }
    CHECK(repository.stat(u"creates"_s) == static_cast<qint64>(cuts.size()));
    CHECK(repository.stat(u"checked"_s) == static_cast<qint64>(cuts.size()));
}

// The repository reads 64 KiB at a time and a cut throws the rest of one reading away, at most.
TEST_CASE("Many cuts in one package", "[sync][cut]")
{
    Repository repository;
    Harness harness(repository.target());
    const OutboxItem item = harness.add(8 * mebibyte);
    int cuts = 0;
    const auto cutAgain = [&] {
        if (cuts++ < 6)
            repository.fault(u"cut:300000"_s);
    };
    cutAgain();
    QObject::connect(&harness.worker, &SyncWorker::failed, &harness.worker, cutAgain);
    harness.runToEnd();
    CHECK(harness.wasAccepted(item.package));
    CHECK(harness.failures.size() == 6);
    CHECK(repository.stat(u"creates"_s) == 1);
    CHECK(static_cast<double>(repository.stat(u"wireBytes"_s)) < 1.05 * static_cast<double>(item.bytes));
}

TEST_CASE("A repository that is killed and comes back goes on where it was", "[sync][cut]")
{
    Repository repository;
    Harness harness(repository.target());
    const OutboxItem item = harness.add(24 * mebibyte);
    bool killed = false;
    harness.onProgress = [&](qint64 sent) {
        if (!std::exchange(killed, sent > 6 * mebibyte) && killed)
            repository.killNow();
    };
    harness.worker.start();
    harness.runUntil([&] { return harness.failures.size() >= 3; }); // it stays away for some attempts
    REQUIRE(killed);
    harness.onProgress = {};
    repository.startAgain();
    harness.runToEnd();
    CHECK(harness.wasAccepted(item.package));
    CHECK(hashFile(repository.bag(item.package.toString())).value() == item.sha256);
    CHECK(repository.stat(u"creates"_s) == 0); // none since it came back
    CHECK(repository.stat(u"wireBytes"_s) < item.bytes - 2 * mebibyte);
    for (const ErrorCode code : harness.failures)
        CHECK(code == ErrorCode::RepositoryUnreachable);
}

TEST_CASE("The station goes on after it was killed itself", "[sync][cut]")
{
    Repository repository;
    Harness first(repository.target());
    const OutboxItem item = first.add(3 * mebibyte);
    repository.fault(u"cut:2000000"_s);
    first.worker.start();
    first.runUntil([&] { return !first.failures.empty(); });
    first.worker.stop();

    Harness second(repository.target()); // knows only what the outbox kept
    second.outbox.add(first.outbox.rows[0].item);
    const qint64 before = repository.stat(u"wireBytes"_s);
    second.runToEnd();
    CHECK(second.wasAccepted(item.package));
    CHECK(repository.stat(u"creates"_s) == 1);
    CHECK(repository.stat(u"wireBytes"_s) - before < item.bytes - 1'900'000);
}

TEST_CASE("Pausing loses nothing and stopping ends", "[sync][cut]")
{
    Repository repository;
    Harness harness(repository.target());
    const OutboxItem item = harness.add(24 * mebibyte);
    bool paused = false;
    harness.onProgress = [&](qint64 sent) {
        if (!paused && sent > 2 * mebibyte) {
            paused = true;
            harness.worker.pause();
            QMetaObject::invokeMethod(&harness.worker, &SyncWorker::resume, Qt::QueuedConnection);
        }
    };
    harness.runToEnd();
    CHECK(paused);
    CHECK(harness.wasAccepted(item.package));
    CHECK(harness.failures.empty()); // a wish is no fault
    CHECK(repository.stat(u"creates"_s) == 1);

    bool stopped = false;
    QObject::connect(&harness.worker, &SyncWorker::stopped, &harness.worker, [&] { stopped = true; });
    harness.worker.stop();
    CHECK_FALSE(stopped);
    harness.runUntil([&] { return stopped; });
}
