// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/backup.h"
#include "core/store/restore.h"
#include "tests/unit/store/test_store.h"

#include <QFile>

#include <span>

using namespace sohoa;
using namespace sohoa::test;

namespace {

/// A store with one dossier, its backup, and what was added to the store since.
struct BackedUp {
    BackedUp()
    {
        const BatchId batch = store.addBatch();
        page = store.addPage(batch);
        dossier = store.addDossier(batch, {page}).id;
        REQUIRE_OK(sohoa::backup(*store, backup));
        later = store.addPage(batch);
        laterDossier = store.addDossier(batch, {later}).id;
    }

    void checkHasBackup(const QString &path) const { checkHolds(path, true, false); }
    void checkHasBoth(const QString &path) const { checkHolds(path, true, true); }

    TestStore store;
    QTemporaryDir folder;
    QString backup = folder.filePath(u"bản sao lưu"_s);
    PageId page, later;
    DossierId dossier, laterDossier;

private:
    void checkHolds(const QString &path, bool first, bool second) const
    {
        auto opened = Store::open(path, store.clock);
        REQUIRE_OK(opened);
        CHECK((*opened)->dossiers().find(dossier).has_value() == first);
        CHECK((*opened)->dossiers().find(laterDossier).has_value() == second);
        CHECK(QFile::exists((*opened)->spool().path(later.toString() + u".jpg"_s)) == second);
        CHECK(fsck(**opened).value().empty());
    }
};

} // namespace

TEST_CASE("A backup takes the place of the store, which is kept", "[store]")
{
    BackedUp both;
    both.store.close();
    const auto done = restore(both.backup, both.store.path(), both.store.clock, RestoreMode::SoundOnly);
    REQUIRE_OK(done);
    CHECK(done->restored);
    CHECK(done->files == 1);
    CHECK(done->findings.empty());
    both.checkHasBackup(both.store.path());
    both.checkHasBoth(done->keptIn);
    CHECK(QDir(both.store.path()).entryList({u"resto*"_s}, QDir::AllEntries).isEmpty());

    // And back again: what is kept is a store like any other.
    const auto back = restore(done->keptIn, both.store.path(), both.store.clock, RestoreMode::SoundOnly);
    REQUIRE_OK(back);
    CHECK(back->restored);
    both.checkHasBoth(both.store.path());
}

TEST_CASE("A store that is gone or cannot be read is restored", "[store]")
{
    BackedUp both;
    both.store.close();
    QFile rows(both.store.file(u"sohoa.db"_s));
    REQUIRE(rows.open(QIODevice::WriteOnly));
    rows.write("no database");
    rows.close();
    REQUIRE_OK(restore(both.backup, both.store.path(), both.store.clock, RestoreMode::SoundOnly));
    both.checkHasBackup(both.store.path());

    const QString elsewhere = both.folder.filePath(u"máy mới/kho"_s);
    const auto fresh = restore(both.backup, elsewhere, both.store.clock, RestoreMode::SoundOnly);
    REQUIRE_OK(fresh);
    CHECK(fresh->keptIn.isEmpty());
    both.checkHasBackup(elsewhere);
}

TEST_CASE("Nothing is restored over a store in use, from nowhere or from itself", "[store]")
{
    BackedUp both;
    const auto restored = [&](const QString &from) {
        return restore(from, both.store.path(), both.store.clock, RestoreMode::SoundOnly).error().code;
    };
    CHECK(restored(both.backup) == ErrorCode::StoreBusy);
    both.store.close();
    CHECK(restored(both.folder.filePath(u"nowhere"_s)) == ErrorCode::FileUnreadable);
    CHECK(restored(both.store.path()) == ErrorCode::FileUnreadable);
    both.checkHasBoth(both.store.path());
}

TEST_CASE("A damaged backup is put in place only when that is wanted", "[store]")
{
    BackedUp both;
    both.store.close();
    REQUIRE(QFile::remove(both.backup + u"/spool/"_s + both.page.toString() + u".jpg"_s));
    const auto refused = restore(both.backup, both.store.path(), both.store.clock, RestoreMode::SoundOnly);
    REQUIRE_OK(refused);
    CHECK_FALSE(refused->restored);
    REQUIRE(refused->findings.size() == 1);
    CHECK(refused->findings.front().kind == FsckKind::MissingFile);
    both.checkHasBoth(both.store.path());

    const auto wanted = restore(both.backup, both.store.path(), both.store.clock, RestoreMode::DamagedToo);
    REQUIRE_OK(wanted);
    CHECK(wanted->restored);
    both.checkHasBoth(wanted->keptIn);
    auto opened = Store::open(both.store.path(), both.store.clock);
    REQUIRE_OK(opened);
    REQUIRE_OK((*opened)->dossiers().find(both.dossier));

    // Of a file that is no database nothing can be made at all.
    opened->reset();
    REQUIRE_OK(writeDurably(both.backup + u"/sohoa.db"_s, "no database, and longer than a header of SQLite's is"));
    CHECK(restore(both.backup, both.store.path(), both.store.clock, RestoreMode::DamagedToo).error().code ==
          ErrorCode::StoreCorrupt);
}

TEST_CASE("A restore that was cut off is finished at the next start", "[store]")
{
    // What restore() does once the copy is whole, in its order; the power fails after `steps` of them.
    struct Move {
        QString what;
        bool isNew; ///< From the copy to the store; else from the store to what is kept.
    };
    const std::vector<Move> moves{{u"spool"_s, false},        {u"spool"_s, true},     {u"pages"_s, false},
                                  {u"pages"_s, true},         {u"packages"_s, false}, {u"packages"_s, true},
                                  {u"sohoa.db-wal"_s, false}, {u"sohoa.db"_s, false}, {u"sohoa.db"_s, true}};
    for (size_t steps = 0; steps <= moves.size(); ++steps) {
        INFO("after " << steps << " moves");
        BackedUp both;
        both.store.close();
        // A log that belongs to the old database and must not meet the new one.
        REQUIRE_OK(writeDurably(both.store.file(u"sohoa.db-wal"_s), QByteArray()));
        const QString copy = both.store.file(u"restored-20261125-080000-000"_s);
        const QString kept = both.store.file(u"before-restore-20261125-080000-000"_s);
        REQUIRE(QDir().rename(both.backup, copy));
        REQUIRE(QDir().mkpath(kept));
        for (const Move &move : std::span(moves).first(steps))
            REQUIRE(QFile::rename((move.isNew ? copy + u'/' : both.store.path() + u'/') + move.what,
                                  (move.isNew ? both.store.path() + u'/' : kept + u'/') + move.what));
        both.checkHasBackup(both.store.path());
        both.checkHasBoth(kept);
        CHECK_FALSE(QFile::exists(copy));
    }
}
