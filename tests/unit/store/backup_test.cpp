// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/backup.h"
#include "tests/unit/store/test_store.h"

#include <QFile>

using namespace sohoa;
using namespace sohoa::test;

TEST_CASE("A backup is a store like the one it was made from", "[store]")
{
    TestStore store;
    const BatchId batch = store.addBatch();
    const PageId page = store.addPage(batch);
    const DossierId dossier = store.addDossier(batch, {page}).id;
    REQUIRE_OK(writeDurably(store->pageImagePath(page), "cleaned"));
    const QTemporaryDir folder(QDir::tempPath() + u"/bản sao XXXXXX"_s);
    const QString target = folder.filePath(u"năm 2026/tháng 11"_s);
    const auto first = backup(*store, target);
    REQUIRE_OK(first);
    CHECK(first->files == 2);
    CHECK(first->bytes > 0);

    // Brought up to date: only the new master is copied.
    const PageId later = store.addPage(batch);
    const auto second = backup(*store, target);
    REQUIRE_OK(second);
    CHECK(second->files == 3);
    CHECK(second->bytes == QFile(store->spool().path(later.toString() + u".jpg"_s)).size());

    auto copy = Store::open(target, store.clock);
    REQUIRE_OK(copy);
    CHECK((*copy)->dossiers().find(dossier).value().pages == std::vector{page});
    CHECK((*copy)->pages().ofBatch(batch).value().size() == 2);
    CHECK(QFile::exists((*copy)->pageImagePath(page)));
    CHECK(fsck(**copy).value().empty());
}

TEST_CASE("A damaged master is not passed off as a backup", "[store]")
{
    TestStore store;
    const PageId page = store.addPage(store.addBatch());
    QFile master(store->spool().path(page.toString() + u".jpg"_s));
    REQUIRE(master.open(QIODevice::ReadWrite));
    master.write("X");
    master.close();
    const QTemporaryDir folder;
    const QString target = folder.filePath(u"x"_s);
    CHECK(backup(*store, target).error().code == ErrorCode::StoreCorrupt);
    CHECK_FALSE(QFile::exists(target + u"/sohoa.db"_s));
    CHECK(backup(*store, u"/proc/nowhere"_s).error().code == ErrorCode::FileUnwritable);
}
