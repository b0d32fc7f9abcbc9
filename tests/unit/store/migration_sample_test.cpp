// SPDX-License-Identifier: GPL-3.0-or-later
// Stores that earlier versions wrote, opened by this one.
#include "core/store/migrations.h"
#include "tests/unit/store/test_store.h"

#include <QFile>

using namespace sohoa;
using namespace sohoa::test;

namespace {

struct Sample {
    int version;
    int batches;
    int pages;
    int dossiers;
    int auditRows;
};

void layDown(const Sample &sample, const QString &folder, const Clock &clock)
{
    QFile file(QStringLiteral(SOHOA_TEST_STORES "/schema_%1.sql").arg(sample.version));
    REQUIRE(file.open(QIODevice::ReadOnly));
    auto database = Database::open(folder + u"/sohoa.db"_s, clock);
    REQUIRE_OK(database);
    REQUIRE_OK((*database)->executeScript(file.readAll().constData()));
}

std::unique_ptr<Store> opened(const QString &folder, const Clock &clock)
{
    auto store = Store::open(folder, clock);
    REQUIRE_OK(store);
    return *std::move(store);
}

int numberOf(Store &store, const char *sql)
{
    int number = -1;
    REQUIRE_OK(store.database().query(sql, {}, [&](const SqlRow &row) { number = row.number(0); }));
    return number;
}

} // namespace

TEST_CASE("A store of any earlier version is opened with everything in it", "[store]")
{
    const Sample sample =
        GENERATE(Sample{1, 1, 8, 2, 29}, Sample{2, 1, 8, 2, 29}, Sample{3, 1, 8, 2, 29}, Sample{4, 1, 8, 2, 29});
    INFO("schema " << sample.version);
    const QTemporaryDir folder(QDir::tempPath() + u"/kho cũ XXXXXX"_s);
    const FakeClock clock;
    layDown(sample, folder.path(), clock);
    const auto store = opened(folder.path(), clock);
    CHECK(numberOf(*store, "PRAGMA user_version") == allMigrations().back().version);
    CHECK(QDir(store->backupsFolder()).entryList({u"schema-%1-*.db"_s.arg(sample.version)}).size() == 1);

    CHECK(store->batches().all().value().size() == static_cast<size_t>(sample.batches));
    CHECK(store->dossiers().count().value() == sample.dossiers);
    CHECK(numberOf(*store, "SELECT count(*) FROM audit") == sample.auditRows);
    CHECK_FALSE(store->audit().verify().value());
    const BatchId batch = store->batches().all().value().front().id;
    const auto pages = store->pages().ofBatch(batch).value();
    CHECK(pages.size() == static_cast<size_t>(sample.pages));
    for (const Page &page : pages)
        CHECK(page.reading);
    CHECK(store->batches().tallies().value().value(batch).pages == sample.pages);

    // Masters and packages were not taken along; everything else is in order.
    const auto findings = fsck(*store).value();
    for (const FsckFinding &finding : findings) {
        INFO(finding.place.toStdString() << ": " << finding.what.toStdString());
        CHECK(finding.kind == FsckKind::MissingFile);
    }
    // The trail goes on where it was.
    REQUIRE_OK(store->audit().append(u"lan"_s, u"test"_s, u"x"_s, {}, {}));
    CHECK_FALSE(store->audit().verify().value());
}

TEST_CASE("What was read, decided and indexed under an earlier schema is there", "[store]")
{
    const Sample sample =
        GENERATE(Sample{1, 1, 8, 2, 29}, Sample{2, 1, 8, 2, 29}, Sample{3, 1, 8, 2, 29}, Sample{4, 1, 8, 2, 29});
    INFO("schema " << sample.version);
    const QTemporaryDir folder;
    const FakeClock clock;
    layDown(sample, folder.path(), clock);
    const auto store = opened(folder.path(), clock);
    const auto sent = DossierId::fromString(u"01a21197-c14a-7000-866d-ceb3fd8dee34");
    REQUIRE(sent);
    const Dossier dossier = store->dossiers().find(*sent).value();
    CHECK(dossier.state == DossierState::Sent);
    CHECK(dossier.value(u"person_name"_s) == u"Lý Khánh Nguyên");
    CHECK(dossier.value(u"number"_s) == u"31/2024");
    CHECK(dossier.documents.size() >= 2);
    CHECK(store->outbox().byDossier(*sent).value().size() == 1);

    const auto pages = store->pages().ofDossier(*sent).value();
    REQUIRE_FALSE(pages.empty());
    for (const Page &page : pages) {
        REQUIRE(page.reading);
        QStringList texts;
        for (const Word &word : page.reading->words) {
            texts.append(word.text);
            CHECK(word.box.width > 0);
            CHECK(word.confidence > 0);
        }
        CHECK(texts.join(u' ') == page.reading->text.simplified());
        CHECK_FALSE(page.reading->version.isEmpty());
    }

    for (const QString &query : {u"Lý Khánh Nguyên"_s, u"so:31/2024"_s, u"ly khanh nguyen khai sinh"_s,
                                 u"ma:000.00.16.H37-240513-0007"_s, u"13/05/2024"_s, u"ten:nguyen"_s}) {
        INFO(query.toStdString());
        const auto hits = store->search().search(query, 10);
        REQUIRE_OK(hits);
        REQUIRE(hits->size() == 1);
        CHECK(hits->front().dossier == *sent);
    }

    // Reports count the approval of then.
    int rows = 0;
    REQUIRE_OK(store->reports().eachFinished({0}, {9'000'000'000'000}, [&](const WorkRow &row) {
        ++rows;
        CHECK(row.state == DossierState::Sent);
        CHECK(row.user == u"root");
        CHECK(row.pages > 0);
    }));
    CHECK(rows == 1);
    CHECK(store->reports().standing().value().inReview == 1);
}
