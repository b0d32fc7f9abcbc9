// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/unit/store/fault_vfs.h"
#include "tests/unit/store/test_store.h"

#include <QCryptographicHash>

#include <functional>

using namespace sohoa;
using namespace sohoa::test;

namespace {

/// Everything that is in the tables, as one value.
QByteArray fingerprint(TestStore &store)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    for (const char *table : {"batch", "page", "dossier", "dossier_field", "document", "document_page",
                              "dossier_override", "audit", "outbox", "search_text"}) {
        const QByteArray sql = QByteArray("SELECT * FROM ") + table;
        sqlite3_stmt *statement = nullptr;
        REQUIRE(sqlite3_prepare_v2(store->database().handle(), sql.constData(), -1, &statement, nullptr) ==
                SQLITE_OK);
        while (sqlite3_step(statement) == SQLITE_ROW)
            for (int column = 0; column < sqlite3_column_count(statement); ++column) {
                const auto *bytes = static_cast<const char *>(sqlite3_column_blob(statement, column));
                hash.addData(QByteArray(bytes, sqlite3_column_bytes(statement, column)) + '|');
            }
        sqlite3_finalize(statement);
    }
    return hash.result();
}

struct Step {
    const char *name;
    std::function<Result<void>()> run;
};

/// The way of a dossier, one change of the store after the other.
struct Job {
    TestStore store;
    BatchId batch = store.addBatch();
    PageId first = store.addPage(batch);
    PageId second = store.addPage(batch);
    Page next = store.newPage(batch);
    Dossier dossier = store.newDossier(batch, {first, second});
    Dossier edited = dossier;

    std::vector<Step> steps()
    {
        edited.overrides[u"LIVE-02"_s] = u"mờ"_s;
        edited.documents.front().pages = {second};
        return {
            {"append", [this] { return ignored(store->pages().append(next)); }},
            {"read", [this] { return store->pages().setReading(first, reading(), PageState::Recognized); }},
            {"insert", [this] { return store->dossiers().insert(dossier); }},
            {"move", [this] { return store->pages().assign(next.id, dossier.id, 0); }},
            {"set pages",
             [this] {
                 return store->dossiers().setPages(dossier.id, {second, first});
             }},
            {"update", [this] { return store->dossiers().update(edited); }},
            {"index", [this] { return store->search().update(dossier.id, {.body = u"Giấy khai sinh"_s}); }},
            {"review", [this] { return changeTo(DossierState::Review); }},
            {"approve", [this] { return changeTo(DossierState::Approved); }},
            {"queue", [this] { return queue(); }},
        };
    }
    Result<void> queue()
    {
        return store->database().transaction([&]() -> Result<void> {
            const auto found = store->dossiers().find(dossier.id);
            if (!found)
                return fail(found.error());
            if (auto changed = changeTo(DossierState::Queued); !changed)
                return changed;
            return store->outbox().enqueue(*found->package, dossier.id, 1, u"tỉnh"_s, u"a.zip"_s,
                                           QString(64, u'0'), 10, store.clock.now());
        });
    }
    Result<void> changeTo(DossierState state)
    {
        return ignored(store->dossiers().changeState(dossier.id, state, u"lan"_s));
    }
    template <class T> static Result<void> ignored(const Result<T> &result)
    {
        return result ? Result<void>() : fail(result.error());
    }
};

} // namespace

TEST_CASE("A full disk at any write leaves what was before or what should be", "[store][fault]")
{
    const auto [code, expected] = GENERATE(std::pair(SQLITE_FULL, ErrorCode::DiskFull),
                                           std::pair(SQLITE_IOERR_FSYNC, ErrorCode::StoreFailed));
    FaultyDisk disk;
    Job job;
    for (const Step &step : job.steps()) {
        const QByteArray before = fingerprint(job.store);
        for (int n = 1;; ++n) {
            INFO(step.name << ", failing write " << n);
            REQUIRE(n < 1000);
            disk.failFrom(n, code);
            const auto done = step.run();
            const bool failed = disk.hasFailed();
            disk.failFrom(0, SQLITE_OK);
            if (done) {
                CHECK(n > 1);
                CHECK(fingerprint(job.store) != before);
                break;
            }
            REQUIRE(failed);
            CHECK(done.error().code == expected);
            REQUIRE(fingerprint(job.store) == before);
        }
    }
    job.store.close();
    job.store.reopen();
    CHECK_FALSE(job.store->audit().verify().value());
    CHECK(job.store->dossiers().find(job.dossier.id).value().state == DossierState::Queued);
    job.store.close();
}

TEST_CASE("A statement that fails in its middle leaves what was before", "[store][fault]")
{
    struct Interrupter {
        int countdown = 0;
        static int call(void *self)
        {
            auto &interrupter = *static_cast<Interrupter *>(self);
            return interrupter.countdown > 0 && --interrupter.countdown == 0 ? 1 : 0;
        }
    };
    constexpr int stride = 41; // of SQLite's virtual machine; a prime, so that it falls into step with no loop
    Job job;
    Interrupter interrupter;
    sqlite3_progress_handler(job.store->database().handle(), 1, Interrupter::call, &interrupter);
    int failures = 0;
    for (const Step &step : job.steps()) {
        const QByteArray before = fingerprint(job.store);
        for (int n = 1;; n += stride) {
            INFO(step.name << ", interrupted at " << n);
            REQUIRE(n < 1'000'000);
            interrupter.countdown = n;
            const auto done = step.run();
            interrupter.countdown = 0;
            if (done) {
                CHECK(fingerprint(job.store) != before);
                break;
            }
            ++failures;
            CHECK(done.error().code == ErrorCode::StoreFailed);
            REQUIRE(fingerprint(job.store) == before);
        }
    }
    CHECK(failures > 50);
    CHECK(job.store.count("SELECT count(*) FROM outbox") == 1);
    CHECK_FALSE(job.store->audit().verify().value());
}
