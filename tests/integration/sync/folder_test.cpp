// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/durable_file.h"
#include "core/sync/folder_handover.h"
#include "core/sync/package_file.h"
#include "tests/integration/sync/bag.h"
#include "tests/integration/sync/harness.h"
#include "tests/support/catch.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>

using namespace sohoa;
using namespace sohoa::test;
using namespace Qt::StringLiterals;

namespace {

struct Stick {
    QTemporaryDir folder{QDir::tempPath() + u"/USB của xã XXXXXX"_s};

    TargetConfig target() const { return parseTarget(u"kho"_s, u"folder:"_s + folder.path()).value(); }
    QString zip(const OutboxItem &item) const { return folder.filePath(item.package.toString() + u".zip"_s); }
    QStringList files() const { return QDir(folder.path()).entryList(QDir::Files | QDir::Hidden); }
    QJsonObject manifest() const
    {
        const auto bytes = readFile(folder.filePath(u"handover-M_y_qu_t_s__1.json"_s), 1 << 20);
        return QJsonDocument::fromJson(bytes.value_or(QByteArray())).object();
    }
    void putReceipt(const OutboxItem &item, const QString &status, const QString &sha256) const
    {
        const Receipt receipt{item.package,
                              sha256,
                              *receiptStatusFromString(status),
                              u"KHO/1"_s,
                              {{u"DATE"_s, u"Ngày cấp sai"_s, u"summary.issueDate"_s}},
                              SystemClock().now()};
        QDir(folder.path()).mkpath(u"receipts"_s);
        REQUIRE_OK(writeDurably(folder.filePath(u"receipts/%1.json"_s.arg(item.package.toString())),
                                QJsonDocument(receiptToJson(receipt)).toJson()));
    }
};

} // namespace

TEST_CASE("Packages go into a folder with a manifest, receipts come back from it", "[sync][folder]")
{
    const Stick stick;
    Harness harness(stick.target());
    const OutboxItem one = harness.add(3'000'000, 1);
    const OutboxItem two = harness.add(20'000, 2);
    harness.worker.start();
    harness.runUntil([&] { return harness.outbox.rows[0].item.sent && harness.outbox.rows[1].item.sent; });

    CHECK(hashFile(stick.zip(one)).value() == one.sha256);
    CHECK(hashFile(stick.zip(two)).value() == two.sha256);
    CHECK(stick.files().size() == 3); // and nothing half
    const QJsonObject manifest = stick.manifest();
    CHECK(manifest[u"packages"_s].toInt() == 2);
    CHECK(manifest[u"bytes"_s].toInteger() == one.bytes + two.bytes);
    CHECK(manifest[u"station"_s].toString() == u"Máy quét số 1"_s);
    CHECK_FALSE(harness.outbox.rows[0].isDone); // no receipt, no acceptance

    stick.putReceipt(one, u"accepted"_s, one.sha256);
    stick.putReceipt(two, u"rejected"_s, two.sha256);
    harness.runToEnd();
    CHECK(harness.wasAccepted(one.package));
    CHECK(harness.outbox.row(two.package).receipts.at(0).reasons.at(0).field == u"summary.issueDate"_s);
    CHECK(harness.failures.empty());
}

TEST_CASE("A receipt in the folder that is not ours never counts", "[sync][folder]")
{
    const Stick stick;
    Harness harness(stick.target());
    const OutboxItem item = harness.add(20'000);
    stick.putReceipt(item, u"accepted"_s, QString(64, u'0'));
    harness.worker.start();
    harness.runUntil([&] { return !harness.failures.empty(); });
    CHECK(harness.failures[0] == ErrorCode::ReceiptMismatch);
    REQUIRE_OK(writeDurably(stick.folder.filePath(u"receipts/%1.json"_s.arg(item.package.toString())), "{\"pack"));
    harness.runUntil([&] { return harness.failures.back() == ErrorCode::RepositoryProtocol; });
    CHECK(harness.outbox.rows[0].receipts.empty());
    CHECK(harness.outbox.rows[0].item.sent);
    stick.putReceipt(item, u"accepted"_s, item.sha256);
    harness.runToEnd();
    CHECK(harness.wasAccepted(item.package));
}

TEST_CASE("A stick that is pulled out is named and waited for", "[sync][folder]")
{
    const Stick stick;
    const QString away = stick.folder.path() + u" away"_s;
    REQUIRE(QDir().rename(stick.folder.path(), away));
    Harness harness(stick.target());
    const OutboxItem item = harness.add(20'000);
    harness.worker.start();
    harness.runUntil([&] { return harness.failures.size() >= 2; });
    CHECK(harness.failures[0] == ErrorCode::RepositoryUnreachable);
    CHECK(harness.outbox.rows[0].error->args.value(u"path"_s) == stick.folder.path());
    CHECK_FALSE(QDir(stick.folder.path()).exists()); // no folder is made in its place
    REQUIRE(QDir().rename(away, stick.folder.path()));
    harness.runUntil([&] { return harness.outbox.rows[0].item.sent; });
    CHECK(hashFile(stick.zip(item)).value() == item.sha256);
}

TEST_CASE("An interrupted copy leaves nothing under the package's name", "[sync][folder]")
{
    const Stick stick;
    const QTemporaryDir folder;
    const OutboxItem item = makePackage(folder.path(), 5'000'000);
    int pieces = 0;
    const auto stopped = putIntoFolder(item, stick.folder.path(), [&](const char *, qint64) -> Result<void> {
        if (++pieces == 3)
            return fail(ErrorCode::Cancelled, {});
        return {};
    });
    CHECK(stopped.error().code == ErrorCode::Cancelled);
    CHECK(stick.files().isEmpty());

    // A machine that lost its power leaves the half file and is not disturbed by it.
    REQUIRE_OK(writeDurably(stick.folder.filePath(u".%1.zip.part"_s.arg(item.package.toString())), "half"));
    REQUIRE_OK(putIntoFolder(item, stick.folder.path(), {}));
    CHECK(stick.files() == QStringList{item.package.toString() + u".zip"_s});
    CHECK(hashFile(stick.zip(item)).value() == item.sha256);
}

TEST_CASE("A file that is there is not copied again, a damaged one is", "[sync][folder]")
{
    const Stick stick;
    const QTemporaryDir folder;
    const OutboxItem item = makePackage(folder.path(), 100'000);
    int pieces = 0;
    const auto count = [&](const char *, qint64) -> Result<void> {
        ++pieces;
        return {};
    };
    REQUIRE_OK(putIntoFolder(item, stick.folder.path(), count));
    CHECK(pieces == 1);
    REQUIRE_OK(putIntoFolder(item, stick.folder.path(), count));
    CHECK(pieces == 1);
    REQUIRE_OK(writeDurably(stick.zip(item), QByteArray(item.bytes, 'x')));
    REQUIRE_OK(putIntoFolder(item, stick.folder.path(), count));
    CHECK(hashFile(stick.zip(item)).value() == item.sha256);
}

TEST_CASE("A folder without room is refused before anything is written", "[sync][folder]")
{
    const Stick stick;
    OutboxItem item;
    item.package = PackageId::make(SystemClock());
    item.bytes = qint64{1} << 60;
    const auto put = putIntoFolder(item, stick.folder.path(), {});
    CHECK(put.error().code == ErrorCode::RepositoryFull);
    CHECK(stick.files().isEmpty());
}

TEST_CASE("The manifest names a package once and survives damage", "[sync][folder]")
{
    const Stick stick;
    const QTemporaryDir folder;
    const OutboxItem item = makePackage(folder.path(), 1'000);
    const QString station = u"Máy quét số 1"_s;
    for (int i = 0; i < 2; ++i)
        REQUIRE_OK(addToManifest(item, station, stick.folder.path(), SystemClock().now()));
    CHECK(stick.manifest()[u"packages"_s].toInt() == 1);
    CHECK(stick.manifest()[u"items"_s][0][u"sha256"_s].toString() == item.sha256);

    REQUIRE_OK(writeDurably(stick.folder.filePath(u"handover-M_y_qu_t_s__1.json"_s), "{\"items\":"));
    REQUIRE_OK(addToManifest(item, station, stick.folder.path(), SystemClock().now()));
    CHECK(stick.manifest()[u"packages"_s].toInt() == 1);
    CHECK(QFile::exists(stick.folder.filePath(u"handover-M_y_qu_t_s__1.json.damaged"_s)));
}
