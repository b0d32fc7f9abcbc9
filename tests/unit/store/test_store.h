// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/fsck.h"
#include "core/store/store.h"
#include "tests/support/catch.h"
#include "tests/support/fake_clock.h"

#include <QDir>
#include <QTemporaryDir>

#include <sqlite3.h>

#include <algorithm>
#include <memory>
#include <vector>

namespace sohoa::test {

using namespace Qt::StringLiterals;

/// A store of its own in a folder whose name has blanks and Vietnamese letters.
class TestStore {
public:
    TestStore()
        : m_folder(QDir::tempPath() + u"/kho hồ sơ số hóa XXXXXX"_s)
    {
        reopen();
    }

    void reopen()
    {
        m_store.reset();
        auto opened = Store::open(path(), clock);
        REQUIRE_OK(opened);
        m_store = *std::move(opened);
    }
    void close() { m_store.reset(); }

    QString path() const { return m_folder.path() + u"/store"_s; }
    QString file(const QString &name) const { return path() + u'/' + name; }
    Store &operator*() const { return *m_store; }
    Store *operator->() const { return m_store.get(); }

    BatchId addBatch(const QString &name = u"Hộp 1"_s)
    {
        Batch batch;
        batch.id = BatchId::make(clock);
        batch.name = name;
        batch.createdAt = clock.now();
        REQUIRE_OK(m_store->batches().create(batch));
        return batch.id;
    }

    /// A page with a real master.
    Page newPage(const BatchId &batch)
    {
        Page page;
        page.id = PageId::make(clock);
        page.batch = batch;
        const auto master = m_store->spool().add(page.id, u"jpg"_s, "master of " + page.id.toString().toUtf8());
        REQUIRE_OK(master);
        page.masterFile = master->name;
        page.masterSha256 = master->sha256;
        page.source = u"test:0"_s;
        page.dpi = 300;
        page.width = 2480;
        page.height = 3508;
        page.suspect = {u"short"_s};
        page.capturedAt = clock.now();
        return page;
    }
    PageId addPage(const BatchId &batch)
    {
        const auto page = m_store->pages().append(newPage(batch));
        REQUIRE_OK(page);
        return page->id;
    }

    Dossier newDossier(const BatchId &batch, const std::vector<PageId> &pages)
    {
        Dossier dossier;
        dossier.id = DossierId::make(clock);
        dossier.batch = batch;
        dossier.pages = pages;
        dossier.boundary = u"qr"_s;
        dossier.procedure = {u"1.001193"_s, u"Đăng ký khai sinh"_s, 0.98, FieldOrigin::Rule};
        dossier.documentTypeId = u"birth_certificate"_s;
        dossier.fields[u"number"_s] = {
            u"12/2023"_s, 0.95, pages.empty() ? PageId() : pages.front(), {10, 20, 300, 40}, FieldOrigin::Ocr};
        dossier.fields[u"person_name"_s] = {u"Nguyễn Thị Đào"_s, 1, {}, {}, FieldOrigin::Clerk};
        dossier.validity.status = ValidityStatus::InForce;
        dossier.validity.basis = ValidityBasis::Indefinite;
        dossier.validity.from = QDate(2023, 8, 12);
        if (!pages.empty()) {
            Document document;
            document.id = DocumentId::make(clock);
            document.typeId = u"birth_certificate"_s;
            document.title = u"GIẤY KHAI SINH"_s;
            document.kind = DocumentKind::Result;
            document.confidence = 0.97;
            document.pages = pages;
            document.fields[u"subject_name"_s] = {
                u"Nguyễn Thị Đào"_s, 0.9, pages.front(), {1, 2, 3, 4}, FieldOrigin::Ocr};
            dossier.documents.push_back(document);
        }
        return dossier;
    }
    Dossier addDossier(const BatchId &batch, const std::vector<PageId> &pages)
    {
        const Dossier dossier = newDossier(batch, pages);
        REQUIRE_OK(m_store->dossiers().insert(dossier));
        const auto stored = m_store->dossiers().find(dossier.id);
        REQUIRE_OK(stored);
        return *stored;
    }
    /// Leads the dossier to `to` by legal steps.
    void lead(const DossierId &id, DossierState to)
    {
        using enum DossierState;
        const std::vector<DossierState> way{Draft,  Review, Approved,
                                            Queued, Sent,   to == Rejected ? Rejected : Accepted};
        auto here = std::find(way.begin(), way.end(), m_store->dossiers().find(id).value().state);
        while (here != way.end() && *here != to && ++here != way.end())
            REQUIRE_OK(m_store->dossiers().changeState(id, *here, u"lan"_s));
        REQUIRE_OK(m_store->search().update(
            id, searchTextOf(m_store->dossiers().find(id).value(), m_store->pages().ofDossier(id).value())));
        REQUIRE(m_store->dossiers().find(id).value().state == to);
    }

    int count(const char *sql)
    {
        int number = -1;
        REQUIRE_OK(m_store->database().query(sql, {}, [&](const SqlRow &row) { number = row.number(0); }));
        return number;
    }

    FakeClock clock;

private:
    QTemporaryDir m_folder;
    std::unique_ptr<Store> m_store;
};

/// Somebody who writes past Sohoa: a connection without its pragmas. Gives SQLite's result code.
inline int writeRaw(const QString &database, const char *sql)
{
    sqlite3 *connection = nullptr;
    REQUIRE(sqlite3_open(database.toUtf8().constData(), &connection) == SQLITE_OK);
    const int code = sqlite3_exec(connection, sql, nullptr, nullptr, nullptr);
    sqlite3_close(connection);
    return code;
}

inline PageReading reading()
{
    PageReading reading;
    reading.width = 2470;
    reading.height = 3500;
    reading.dpi = 300;
    reading.rotation = 180;
    reading.skewDeg = -1.8;
    reading.crop = {0, 0, 2470, 3500};
    reading.separator = SeparatorKind::Qr;
    reading.barcodes = {{u"QRCode"_s, u"SOHOA-SEP;v=1"_s, {1, 2, 3, 4}, 90}};
    reading.text = u"GIẤY KHAI SINH\nHọ tên: Nguyễn Thị Đào"_s;
    reading.confidence = 0.94;
    reading.words = {{u"GIẤY"_s, {1, 2, 3, 4}, 0.97, 0}, {u"KHAI"_s, {5, 2, 3, 4}, 0.91, 0}};
    reading.version = u"deskew/1"_s;
    return reading;
}

} // namespace sohoa::test
