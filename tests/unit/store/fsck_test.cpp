// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/unit/store/test_store.h"

#include <QDateTime>
#include <QFile>

using namespace sohoa;
using namespace sohoa::test;

namespace {

void writeOld(const QString &path)
{
    REQUIRE_OK(writeDurably(path, "x"));
    QFile file(path);
    REQUIRE(file.open(QIODevice::ReadWrite));
    REQUIRE(file.setFileTime(QDateTime::currentDateTimeUtc().addSecs(-60), QFileDevice::FileModificationTime));
}

struct Filled {
    TestStore store;
    BatchId batch = store.addBatch();
    Page page = store->pages().append(store.newPage(batch)).value();

    FsckFinding only(FsckMode mode = FsckMode::Look)
    {
        const auto findings = fsck(*store, mode);
        REQUIRE_OK(findings);
        REQUIRE(findings->size() == 1);
        return findings->front();
    }
};

} // namespace

TEST_CASE("A store in order has no findings", "[store]")
{
    Filled filled;
    const Dossier dossier = filled.store.addDossier(filled.batch, {filled.page.id});
    REQUIRE_OK(filled.store->search().update(dossier.id, {.body = u"x"_s}));
    REQUIRE_OK(writeDurably(filled.store->pageImagePath(filled.page.id), "cleaned"));
    CHECK(fsck(*filled.store).value().empty());
    CHECK(fsck(*filled.store, FsckMode::Repair).value().empty());
}

TEST_CASE("Masters that are gone or altered are found, never guessed", "[store]")
{
    Filled filled;
    const QString path = filled.store->spool().path(filled.page.masterFile);
    SECTION("gone")
    {
        REQUIRE(QFile::remove(path));
        CHECK(filled.only().kind == FsckKind::MissingFile);
    }
    SECTION("altered")
    {
        QFile file(path);
        REQUIRE(file.open(QIODevice::ReadWrite));
        file.write("X");
        file.close();
        CHECK(filled.only().kind == FsckKind::AlteredFile);
    }
    CHECK(filled.only().place == u"spool/"_s + filled.page.masterFile);
    CHECK_FALSE(filled.only(FsckMode::Repair).repaired);
    filled.only();
}

TEST_CASE("Files that nobody knows are set aside, leftovers are cleared away", "[store]")
{
    Filled filled;
    const QString stray = PageId::make(filled.store.clock).toString() + u".jpg"_s;
    const QString folder = GENERATE(u"spool"_s, u"pages"_s, u"packages"_s);
    writeOld(filled.store.file(folder + u'/' + stray));

    CHECK(filled.only().kind == FsckKind::ExtraFile);
    CHECK(filled.only().place == folder + u'/' + stray);
    CHECK(filled.only(FsckMode::Repair).repaired);
    CHECK(QFile::exists(filled.store.file(u"lost+found/"_s + folder + u'-' + stray)));
    CHECK(fsck(*filled.store).value().empty());

    // Again under the same name: both are kept.
    writeOld(filled.store.file(folder + u'/' + stray));
    CHECK(filled.only(FsckMode::Repair).repaired);
    CHECK(QDir(filled.store.file(u"lost+found"_s)).entryList(QDir::Files).size() == 2);

    // Younger than the lock: perhaps a page whose row comes in a moment.
    REQUIRE_OK(writeDurably(filled.store.file(folder + u'/' + stray), "x"));
    CHECK_FALSE(filled.only(FsckMode::Repair).repaired);
    REQUIRE(QFile::remove(filled.store.file(folder + u'/' + stray)));

    const QString part = filled.store.file(folder + u"/."_s + stray + u".part"_s);
    REQUIRE_OK(writeDurably(part, "x"));
    REQUIRE_OK(writeDurably(filled.store.file(u"tmp/work"_s), "x"));
    CHECK(fsck(*filled.store, FsckMode::Repair).value().empty());
    CHECK(QFile::exists(part));
    writeOld(part);
    CHECK(filled.only().kind == FsckKind::LeftoverFile);
    CHECK(filled.only(FsckMode::Repair).repaired);
    CHECK_FALSE(QFile::exists(part));
    writeOld(filled.store.file(u"tmp/work"_s));
    CHECK(filled.only(FsckMode::Repair).place == u"tmp/work");
}

TEST_CASE("A package that is still owed must be there, unaltered", "[store]")
{
    Filled filled;
    const DossierId id = filled.store.addDossier(filled.batch, {filled.page.id}).id;
    filled.store.lead(id, DossierState::Approved);
    const PackageId package = *filled.store->dossiers().find(id).value().package;
    const QString file = package.toString() + u".zip"_s;
    CHECK(filled.only().kind == FsckKind::MissingFile);
    REQUIRE_OK(writeDurably(filled.store->packagePath(file), "zip"));
    CHECK(fsck(*filled.store).value().empty());
    // Queued and not bound to a target yet: nothing is wrong either.
    filled.store.lead(id, DossierState::Queued);
    CHECK(fsck(*filled.store).value().empty());
    const QString sha256 = sha256OfFile(filled.store->packagePath(file)).value();
    REQUIRE_OK(filled.store->outbox().enqueue(package, id, 1, u"tỉnh"_s, file, sha256, 3, {}));
    CHECK(fsck(*filled.store).value().empty());
    REQUIRE_OK(writeDurably(filled.store->packagePath(file), "zap"));
    CHECK(filled.only().kind == FsckKind::AlteredFile);
    REQUIRE(QFile::remove(filled.store->packagePath(file)));
    CHECK(filled.only().kind == FsckKind::MissingFile);
    const StoredReceipt receipt{ReceiptStatus::Accepted, u"R"_s, {}, u"{}"_s};
    REQUIRE_OK(filled.store->outbox().storeReceipt(package, u"tỉnh"_s, receipt, {}));
    // A receipt that the dossier does not know of.
    CHECK(filled.only().kind == FsckKind::WrongState);
    filled.store.lead(id, DossierState::Accepted);
    CHECK(fsck(*filled.store).value().empty());
}

namespace {

struct Damage {
    const char *sql;
    FsckKind kind;
    const char *place;
    bool mended;
};

} // namespace

TEST_CASE("Each kind of tampering is named, and mended only where that is certain", "[store]")
{
    const Damage damage = GENERATE(
        Damage{"DROP TRIGGER page_frozen", FsckKind::AlteredSchema, "trigger:page_frozen", true},
        Damage{"DROP INDEX page_dossier", FsckKind::AlteredSchema, "index:page_dossier", true},
        Damage{"CREATE TRIGGER spy AFTER INSERT ON setting BEGIN SELECT 1; END", FsckKind::AlteredSchema,
               "trigger:spy", true},
        Damage{"CREATE TABLE guest (x)", FsckKind::AlteredSchema, "table:guest", false},
        Damage{"UPDATE tally SET number = number + 5 WHERE what = 'page'", FsckKind::WrongCount, "tally:", true},
        Damage{"UPDATE page SET text = x'0105ffff' WHERE text IS NOT NULL", FsckKind::BrokenRow, "page:", false},
        Damage{"UPDATE dossier SET approved_at = 5", FsckKind::WrongState, "dossier:", false},
        Damage{"PRAGMA ignore_check_constraints = ON; UPDATE page SET dpi = -1", FsckKind::BrokenRow, "sohoa.db",
               false},
        Damage{"PRAGMA ignore_check_constraints = ON; UPDATE batch SET state = 'closed'", FsckKind::WrongState,
               "batch:", false});
    INFO(damage.sql);
    Filled filled;
    REQUIRE_OK(filled.store->pages().setReading(filled.page.id, reading(), PageState::Recognized));
    const DossierId id = filled.store.addDossier(filled.batch, {filled.page.id}).id;
    filled.store.lead(id, DossierState::Review);
    REQUIRE(fsck(*filled.store).value().empty());
    filled.store.close();
    REQUIRE(writeRaw(filled.store.file(u"sohoa.db"_s), damage.sql) == SQLITE_OK);
    filled.store.reopen();
    const FsckFinding finding = filled.only();
    CHECK(finding.kind == damage.kind);
    CHECK(finding.place.startsWith(QString::fromLatin1(damage.place)));
    CHECK(filled.only(FsckMode::Repair).repaired == damage.mended);
    CHECK(fsck(*filled.store).value().empty() == damage.mended);
}

TEST_CASE("A dossier that cannot be searched is found, and made searchable from its rows", "[store]")
{
    Filled filled;
    const DossierId id = filled.store.addDossier(filled.batch, {filled.page.id}).id;
    filled.store.lead(id, DossierState::Review);
    REQUIRE_OK(filled.store->database().executeScript("DELETE FROM search_text"));
    CHECK(filled.only().kind == FsckKind::StaleSearch);
    CHECK(filled.only(FsckMode::Repair).repaired);
    CHECK(filled.store->search().search(u"so:12/2023"_s, 5).value().size() == 1);
}

TEST_CASE("Rows that were torn out by force are found", "[store]")
{
    Filled filled;
    filled.store.close();
    REQUIRE(writeRaw(filled.store.file(u"sohoa.db"_s), "DELETE FROM batch") == SQLITE_OK);
    filled.store.reopen();
    CHECK(filled.only().kind == FsckKind::DanglingRow);
    CHECK_FALSE(filled.only(FsckMode::Repair).repaired);
}
