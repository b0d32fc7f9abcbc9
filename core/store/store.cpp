// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/store.h"

#include "core/store/migrations.h"
#include "core/store/restore.h"
#include "core/store/store_folders.h"

#include <QDir>
#include <QFileInfo>

namespace sohoa {

using namespace Qt::StringLiterals;

namespace {

Result<void> makeFolder(const QString &folder)
{
    // Parents (~/.local/share) get the usual rights; the store itself is nobody else's.
    if (const QString parent = QFileInfo(folder).path(); !QDir().mkpath(parent))
        return fail(ErrorCode::FileUnwritable, u"mkdir %1"_s.arg(parent), {{u"path"_s, parent}});
    return makePrivateFolder(folder);
}

Result<void> makeFoldersWithin(const QString &folder)
{
    for (const QString &name : {u"/spool"_s, u"/pages"_s, u"/packages"_s, u"/backups"_s, u"/tmp"_s})
        if (auto made = makePrivateFolder(folder + name); !made)
            return made;
    return syncFolder(folder);
}

} // namespace

Store::Store(QString folder, StoreLock lock)
    : m_folder(std::move(folder))
    , m_lock(std::move(lock))
    , m_spool(m_folder + u"/spool"_s)
{
}

Result<std::unique_ptr<Store>> Store::open(const QString &folder, const Clock &clock)
{
    const QString path = QDir::cleanPath(QDir(folder).absolutePath());
    if (auto made = makeFolder(path); !made)
        return fail(std::move(made).error());
    auto lock = StoreLock::take(path + u"/lock"_s);
    if (!lock)
        return fail(std::move(lock).error());
    if (auto restored = finishRestore(path); !restored)
        return fail(std::move(restored).error());
    if (auto made = makeFoldersWithin(path); !made)
        return fail(std::move(made).error());
    std::unique_ptr<Store> store(new Store(path, *std::move(lock)));
    auto database = Database::open(store->databasePath(), clock);
    if (!database)
        return fail(std::move(database).error());
    store->m_database = *std::move(database);
    if (auto migrated = migrate(*store->m_database, store->backupsFolder()); !migrated)
        return fail(std::move(migrated).error());
    // The names of database and log must survive a power cut as surely as what is written into them.
    if (auto synced = syncFolder(path); !synced)
        return fail(std::move(synced).error());
    return store;
}

Result<std::unique_ptr<Database>> Store::openReader() const
{
    return Database::openReadOnly(databasePath(), m_database->clock());
}

QString Store::databasePath() const
{
    return m_folder + u"/sohoa.db"_s;
}

QString Store::pagesFolder() const
{
    return m_folder + u"/pages"_s;
}

QString Store::packagesFolder() const
{
    return m_folder + u"/packages"_s;
}

QString Store::backupsFolder() const
{
    return m_folder + u"/backups"_s;
}

QString Store::temporaryFolder() const
{
    return m_folder + u"/tmp"_s;
}

QString Store::lostAndFoundFolder() const
{
    return m_folder + u"/lost+found"_s;
}

QString Store::pageImagePath(const PageId &page) const
{
    return pagesFolder() + u'/' + page.toString() + u".jpg"_s;
}

QString Store::pageLayersPath(const PageId &page) const
{
    return pagesFolder() + u'/' + page.toString() + u".layers"_s;
}

QString Store::packagePath(const QString &file) const
{
    return packagesFolder() + u'/' + file;
}

} // namespace sohoa
