// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/durable_file.h"
#include "tests/integration/sync/harness.h"
#include "tests/integration/sync/repository.h"
#include "tests/support/catch.h"

#include <algorithm>

using namespace sohoa;
using namespace sohoa::test;
using namespace Qt::StringLiterals;

namespace {

double wire(Repository &repository)
{
    return static_cast<double>(repository.stat(u"wireBytes"_s));
}

} // namespace

TEST_CASE("What passes by itself is tried again", "[sync][fault]")
{
    Repository repository;
    Harness harness(repository.target());
    struct Case {
        QString fault;
        std::vector<ErrorCode> failures;
    };
    const auto unreachable = ErrorCode::RepositoryUnreachable;
    for (const auto &[fault, failures] :
         {Case{u"status:503:3"_s, {unreachable, unreachable, unreachable}},
          Case{u"status:500:1:PATCH"_s, {unreachable}}, Case{u"status:503:2:POST"_s, {unreachable, unreachable}},
          Case{u"status:429:1:POST"_s, {unreachable}},
          Case{u"status:507:2:PATCH"_s, {ErrorCode::RepositoryFull, ErrorCode::RepositoryFull}},
          Case{u"status:409:2:PATCH"_s, {}}, Case{u"status:460:1:PATCH"_s, {}},
          Case{u"status:302:1:PATCH"_s, {ErrorCode::RepositoryProtocol}}}) {
        INFO(fault.toStdString());
        repository.fault(fault);
        const OutboxItem item = harness.add(30'000);
        harness.runToEnd();
        CHECK(harness.wasAccepted(item.package));
        CHECK(harness.failures == failures);
        harness.failures.clear();
    }
    CHECK(repository.stat(u"creates"_s) == 8);
}

TEST_CASE("A package that the repository will never take waits for a person", "[sync][fault]")
{
    Repository repository;
    Harness harness(repository.target());
    for (const auto &fault : {u"status:413:1:POST"_s, u"status:422:1:POST"_s, u"status:413:1:PATCH"_s}) {
        INFO(fault.toStdString());
        repository.fault(fault);
        const OutboxItem item = harness.add(30'000);
        harness.runToEnd();
        CHECK(harness.outbox.row(item.package).isBlocked);
        CHECK(harness.failures == std::vector{ErrorCode::RepositoryRefused});
        harness.failures.clear();
    }
    const OutboxItem next = harness.add(30'000); // and holds no other one back
    harness.runToEnd();
    CHECK(harness.wasAccepted(next.package));
}

TEST_CASE("A token that is no longer good stops the target until there is a new one", "[sync][fault]")
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

    repository.fault(u"token:second"_s);
    const OutboxItem one = harness.add(1'000, 2);
    const OutboxItem two = harness.add(1'000, 3);
    harness.worker.wake();
    harness.runUntil([&] { return !harness.stoppedTargets.empty(); });
    const int begun = harness.outbox.attemptsBegun;
    bool idle = false;
    QObject::connect(&harness.worker, &SyncWorker::idle, &harness.worker, [&] { idle = true; });
    harness.worker.wake();
    harness.runUntil([&] { return idle; });
    CHECK(harness.outbox.attemptsBegun == begun); // nothing more was tried
    CHECK(harness.failures == std::vector{ErrorCode::RepositoryUnauthorized});

    REQUIRE_OK(writeDurably(target.tokenFile, "second\n"));
    harness.worker.resumeTarget(target.name);
    harness.runToEnd();
    CHECK(harness.wasAccepted(one.package));
    CHECK(harness.wasAccepted(two.package));
}

TEST_CASE("Lies about the offset end with the package there once", "[sync][fault]")
{
    Repository repository;
    Harness harness(repository.target());
    for (const auto &lie : {u"lie:99999999"_s, u"lie:1"_s, u"lie:-1000"_s, u"lie:-99999999"_s, u"lie:1:3"_s}) {
        INFO(lie.toStdString());
        repository.fault(u"cut:1500000"_s); // only a break makes us ask
        repository.fault(lie);
        const OutboxItem item = harness.add(2 * mebibyte);
        harness.runToEnd();
        CHECK(harness.wasAccepted(item.package));
        repository.fault(u"none"_s);
    }
    CHECK(repository.stat(u"checked"_s) == 5);
}

TEST_CASE("A receipt with another hash never counts", "[sync][fault]")
{
    Repository repository;
    repository.fault(u"wrong-hash"_s);
    Harness harness(repository.target());
    const OutboxItem item = harness.add(mebibyte);
    harness.worker.start();
    harness.runUntil([&] { return harness.failures.size() >= 4; });
    CHECK(std::all_of(harness.failures.begin(), harness.failures.end(),
                      [](ErrorCode code) { return code == ErrorCode::ReceiptMismatch; }));
    CHECK(harness.outbox.row(item.package).receipts.empty());
    CHECK_FALSE(harness.outbox.row(item.package).isDone);
    repository.fault(u"none"_s);
    harness.runToEnd();
    CHECK(harness.wasAccepted(item.package));
    CHECK(wire(repository) < 1.05 * static_cast<double>(item.bytes));
}

TEST_CASE("A pending receipt is asked for until it is final", "[sync][fault]")
{
    Repository repository;
    repository.fault(u"pending:3"_s);
    Harness harness(repository.target());
    const OutboxItem item = harness.add(30'000);
    harness.runToEnd();
    CHECK(harness.wasAccepted(item.package));
    CHECK(harness.outbox.row(item.package).receipts.size() == 4);
    CHECK(harness.awaiting == 3);
    CHECK(harness.failures.empty());
    CHECK(repository.stat(u"patches"_s) == 1);
}

TEST_CASE("A lost last answer costs a question, not the package again", "[sync][fault]")
{
    Repository repository;
    repository.fault(u"lose-answer"_s);
    Harness harness(repository.target());
    const OutboxItem item = harness.add(mebibyte / 2);
    harness.runToEnd();
    CHECK(harness.wasAccepted(item.package));
    CHECK(harness.failures.size() == 1);
    CHECK(repository.stat(u"checked"_s) == 1);
    CHECK(wire(repository) < 1.05 * static_cast<double>(item.bytes));
}

TEST_CASE("A repository that died before it judged is asked to judge again", "[sync][fault]")
{
    // All bytes there, no receipt: an empty PATCH at the end brings it.
    Repository repository;
    repository.fault(u"no-receipts"_s);
    Harness harness(repository.target());
    const OutboxItem item = harness.add(30'000);
    harness.worker.start();
    harness.runUntil([&] { return harness.awaiting >= 2; });
    CHECK(harness.outbox.row(item.package).item.sent);
    CHECK(harness.outbox.row(item.package).receipts.empty());
    CHECK(harness.failures.empty());
    repository.fault(u"none"_s);
    harness.runToEnd();
    CHECK(harness.wasAccepted(item.package));
    CHECK(repository.stat(u"creates"_s) == 1);
}

TEST_CASE("A forgotten upload is begun anew", "[sync][fault]")
{
    Repository repository;
    repository.fault(u"forget"_s);
    Harness harness(repository.target());
    const OutboxItem item = harness.add(30'000);
    harness.runToEnd();
    CHECK(harness.wasAccepted(item.package));
    CHECK(repository.stat(u"creates"_s) == 2);

    repository.fault(u"forget:1000"_s); // one that forgets for ever is not fed for ever
    const OutboxItem lost = harness.add(30'000);
    harness.worker.wake();
    harness.runUntil([&] { return harness.failures.size() >= 2; });
    CHECK(harness.failures[0] == ErrorCode::RepositoryProtocol);
    CHECK(harness.outbox.row(lost.package).item.attempts == 2);
    CHECK(repository.stat(u"creates"_s) == 2 + 2 * 3);
}

TEST_CASE("An outbox that cannot write stops the worker before it sends", "[sync][fault]")
{
    Repository repository;
    Harness harness(repository.target());
    harness.add(30'000);
    harness.outbox.failsWith = Error{ErrorCode::StoreFailed};
    std::optional<Error> fault;
    QObject::connect(&harness.worker, &SyncWorker::faulted, &harness.worker,
                     [&](const Error &error) { fault = error; });
    harness.worker.start();
    harness.runUntil([&] { return fault.has_value(); });
    CHECK(fault->code == ErrorCode::StoreFailed);
    CHECK(repository.stat(u"requests"_s) == 0);
}

TEST_CASE("A slow repository and one that is not there", "[sync][fault]")
{
    Repository repository({u"--fault"_s, u"slow:50"_s});
    Harness slow(repository.target());
    const OutboxItem item = slow.add(30'000);
    slow.runToEnd();
    CHECK(slow.wasAccepted(item.package));

    TargetConfig nowhere = repository.target();
    repository.killNow();
    Harness lost(nowhere);
    lost.add(1'000);
    lost.worker.start();
    lost.runUntil([&] { return lost.failures.size() >= 3; });
    CHECK(lost.failures[0] == ErrorCode::RepositoryUnreachable);
    CHECK(lost.outbox.rows[0].item.attempts >= 3);
}
