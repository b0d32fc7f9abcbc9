// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/durable_file.h"
#include "core/sync/package_file.h"
#include "tests/integration/sync/harness.h"
#include "tests/integration/sync/repository.h"
#include "tests/support/catch.h"

#include <QFile>
#include <QProcess>

#include <algorithm>

using namespace sohoa;
using namespace sohoa::test;
using namespace Qt::StringLiterals;

TEST_CASE("Packages arrive whole, oldest first, with what the repository must know", "[sync]")
{
    const int inFlight = GENERATE(1, 2);
    Repository repository;
    Harness harness(repository.target(), inFlight);
    std::vector<OutboxItem> items;
    for (unsigned i = 0; i < 6; ++i)
        items.push_back(harness.add(i == 0 ? 9 * mebibyte : 20'000, i));
    std::vector<PackageId> order;
    QObject::connect(&harness.worker, &SyncWorker::ended, &harness.worker,
                     [&](const PackageId &package) { order.push_back(package); });
    harness.runToEnd();

    qint64 bytes = 0;
    for (const OutboxItem &item : items) {
        CHECK(harness.wasAccepted(item.package));
        CHECK(hashFile(repository.bag(item.package.toString())).value() == item.sha256);
        bytes += item.bytes;
    }
    REQUIRE(order.size() == 6);
    if (inFlight == 1)
        CHECK(std::is_sorted(order.begin(), order.end())); // ids sort by the time they were made
    const QJsonObject stats = repository.stats();
    CHECK(stats[u"creates"_s].toInt() == 6);
    CHECK(stats[u"wireBytes"_s].toDouble() < 1.05 * static_cast<double>(bytes));
    const QJsonObject metadata = stats[u"lastMetadata"_s].toObject();
    CHECK(metadata[u"package-id"_s].toString() == items.back().package.toString());
    CHECK(metadata[u"filename"_s].toString() == items.back().package.toString() + u".zip"_s);
    CHECK(metadata[u"station"_s].toString() == u"Máy quét số 1"_s);
    CHECK(metadata[u"revision"_s].toString() == u"1"_s);
    CHECK(harness.failures.empty());
}

TEST_CASE("The same package twice is one, another under its name is refused", "[sync]")
{
    Repository repository;
    Harness first(repository.target());
    const OutboxItem item = first.add(50'000);
    first.runToEnd();
    REQUIRE(first.wasAccepted(item.package));

    Harness again(repository.target());
    again.outbox.add(item);
    again.runToEnd();
    CHECK(again.outbox.rows[0].receipts == first.outbox.rows[0].receipts);
    CHECK(repository.stat(u"checked"_s) == 1);

    Harness other(repository.target());
    OutboxItem fake = other.add(60'000, 7);
    other.outbox.rows[0].item.package = item.package;
    other.runToEnd();
    CHECK(other.outbox.rows[0].isBlocked);
    CHECK(other.failures == std::vector{ErrorCode::RepositoryRefused});
    CHECK(hashFile(repository.bag(item.package.toString())).value() == item.sha256);
}

TEST_CASE("A rejection brings its reasons, a bad bag is one", "[sync]")
{
    Repository repository({u"--reject"_s, u"DATE"_s});
    Harness harness(repository.target());
    const OutboxItem item = harness.add(1'000);
    harness.runToEnd();
    const auto &receipts = harness.outbox.row(item.package).receipts;
    REQUIRE(receipts.size() == 1);
    CHECK(receipts[0].status == ReceiptStatus::Rejected);
    CHECK(receipts[0].reasons[0].code == u"DATE"_s);
    CHECK(receipts[0].reasons[0].field == u"summary.issueDate"_s);
}

TEST_CASE("A package that has changed since it was made is not sent for ever", "[sync]")
{
    Repository repository;
    Harness harness(repository.target());
    const OutboxItem item = harness.add(100'000);
    QFile file(item.file);
    REQUIRE(file.open(QIODevice::ReadWrite));
    file.seek(50'000);
    file.write("bit rot");
    file.close();
    harness.runToEnd();
    CHECK(harness.outbox.rows[0].isBlocked);
    CHECK(harness.failures == std::vector{ErrorCode::PackageInvalid});
    CHECK(harness.outbox.rows[0].receipts.empty());

    const OutboxItem missing = harness.add(1'000);
    QFile::remove(missing.file);
    harness.runToEnd();
    CHECK(harness.failures.back() == ErrorCode::PackageInvalid);
}

TEST_CASE("Each piece carries a checksum where the repository offers to check it", "[sync]")
{
    Repository repository({u"--fault"_s, u"offer-checksum"_s});
    Harness harness(repository.target());
    const OutboxItem item = harness.add(4 * mebibyte);
    harness.runToEnd();
    CHECK(harness.wasAccepted(item.package));
    CHECK(repository.stat(u"patches"_s) == 3); // 1, 2 and the rest of at most 4 MiB
    CHECK(repository.stat(u"checksums"_s) == 3);
}

TEST_CASE("An unknown certificate is refused, the authority's own is taken", "[sync][tls]")
{
    const QTemporaryDir folder;
    const QString key = folder.filePath(u"key.pem"_s);
    const QString certificate = folder.filePath(u"certificate.pem"_s);
    QProcess openssl;
    openssl.start(u"openssl"_s,
                  {u"req"_s, u"-x509"_s, u"-newkey"_s, u"ec"_s, u"-pkeyopt"_s, u"ec_paramgen_curve:prime256v1"_s,
                   u"-nodes"_s, u"-keyout"_s, key, u"-out"_s, certificate, u"-days"_s, u"2"_s, u"-subj"_s,
                   u"/CN=127.0.0.1"_s, u"-addext"_s, u"subjectAltName=IP:127.0.0.1"_s});
    REQUIRE(openssl.waitForFinished());
    REQUIRE(openssl.exitCode() == 0);
    Repository repository({u"--tls-cert"_s, certificate, u"--tls-key"_s, key});
    TargetConfig target = repository.target();

    Harness stranger(target);
    const OutboxItem item = stranger.add(10'000);
    stranger.worker.start();
    stranger.runUntil([&] { return stranger.failures.size() >= 2; });
    CHECK(stranger.failures[1] == ErrorCode::TlsFailed);
    CHECK(stranger.outbox.rows[0].receipts.empty());

    target.caFile = certificate;
    Harness known(target);
    known.outbox.add(item);
    known.runToEnd();
    CHECK(known.wasAccepted(item.package));
}
