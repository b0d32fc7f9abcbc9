// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/backup.h"

#include "core/store/store.h"
#include "core/store/store_folders.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <fcntl.h>
#include <sqlite3.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <memory>

namespace sohoa {

using namespace Qt::StringLiterals;

namespace {

struct CloseConnection {
    void operator()(sqlite3 *connection) const { sqlite3_close_v2(connection); }
};
using Connection = std::unique_ptr<sqlite3, CloseConnection>;

tl::unexpected<Error> copyFailed(const QString &what, const QString &path, int reason)
{
    return fail(reason == ENOSPC || reason == EDQUOT ? ErrorCode::DiskFull : ErrorCode::FileUnwritable,
                u"%1 %2: %3"_s.arg(what, path, QString::fromLocal8Bit(std::strerror(reason))),
                {{u"path"_s, path}});
}

tl::unexpected<Error> copyFailed(int code, const QString &path)
{
    const QString detail = u"backup: SQLite %1: %2"_s.arg(code).arg(QString::fromUtf8(sqlite3_errstr(code)));
    switch (code & 0xff) {
    case SQLITE_FULL:
        return fail(ErrorCode::DiskFull, detail);
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
        return fail(ErrorCode::StoreCorrupt, detail);
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
        return fail(ErrorCode::StoreBusy, detail);
    default:
        return fail(ErrorCode::FileUnwritable, detail, {{u"path"_s, path}});
    }
}

Result<void> copyPages(Database &database, const QString &path)
{
    sqlite3 *opened = nullptr;
    const int code = sqlite3_open_v2(QFile::encodeName(path).constData(), &opened, SQLITE_OPEN_READWRITE, nullptr);
    const Connection copy(opened);
    if (code != SQLITE_OK)
        return copyFailed(code, path);
    sqlite3_backup *backup = sqlite3_backup_init(opened, "main", database.handle(), "main");
    if (!backup)
        return copyFailed(sqlite3_extended_errcode(opened), path);
    const int stepped = sqlite3_backup_step(backup, -1);
    const int finished = sqlite3_backup_finish(backup);
    if (stepped != SQLITE_DONE)
        return copyFailed(stepped, path);
    if (finished != SQLITE_OK)
        return copyFailed(finished, path);
    // One file that can be carried away: without a log beside it.
    if (const int mode = sqlite3_exec(opened, "PRAGMA journal_mode = DELETE", nullptr, nullptr, nullptr);
        mode != SQLITE_OK)
        return copyFailed(mode, path);
    return {};
}

Result<void> checkCopy(const QString &path, const Clock &clock)
{
    auto copy = Database::openReadOnly(path, clock);
    if (!copy)
        return fail(std::move(copy).error());
    QString verdict;
    auto checked =
        (*copy)->query("PRAGMA integrity_check(1)", {}, [&](const SqlRow &row) { verdict = row.text(0); });
    if (checked && verdict != u"ok")
        return fail(ErrorCode::StoreCorrupt, u"the copy is damaged: %1"_s.arg(verdict));
    return checked;
}

Result<void> writeCopy(Database &database, const QString &part, const QString &path)
{
    if (auto copied = copyPages(database, part); !copied)
        return copied;
    if (auto checked = checkCopy(part, database.clock()); !checked)
        return checked;
    const int fd = ::open(QFile::encodeName(part).constData(), O_RDONLY | O_CLOEXEC);
    if (fd < 0)
        return copyFailed(u"open"_s, part, errno);
    const int synced = ::fsync(fd);
    const int reason = errno;
    ::close(fd);
    if (synced != 0)
        return copyFailed(u"fsync"_s, part, reason);
    if (std::rename(QFile::encodeName(part).constData(), QFile::encodeName(path).constData()) != 0)
        return copyFailed(u"rename"_s, path, errno);
    return syncFolder(QFileInfo(path).path());
}

struct NamedFile {
    QString from;
    QString to;
    QString sha256; ///< Empty: can be made again, compared by size and time only.
};

Result<std::vector<NamedFile>> filesToCopy(Store &store, const QString &folder)
{
    std::vector<NamedFile> files;
    auto read = store.database().query(
        "SELECT master_file, master_sha256 FROM page ORDER BY id", {}, [&](const SqlRow &row) {
            files.push_back({store.spool().path(row.text(0)), folder + u"/spool/"_s + row.text(0), row.text(1)});
        });
    if (read)
        read = store.database().query("SELECT DISTINCT file, sha256 FROM outbox WHERE finished = 0", {},
                                      [&](const SqlRow &row) {
                                          files.push_back({store.packagePath(row.text(0)),
                                                           folder + u"/packages/"_s + row.text(0), row.text(1)});
                                      });
    if (!read)
        return fail(std::move(read).error());
    const QStringList cleaned = QDir(store.pagesFolder()).entryList({u"*.jpg"_s, u"*.layers"_s}, QDir::Files);
    for (const QString &name : cleaned)
        files.push_back({store.pagesFolder() + u'/' + name, folder + u"/pages/"_s + name, {}});
    return files;
}

/// Copies unless the same is there already; gives the bytes copied.
Result<qint64> copyFile(const NamedFile &file)
{
    const QFileInfo from(file.from);
    const QFileInfo to(file.to);
    if (to.exists() && to.size() == from.size()) {
        if (file.sha256.isEmpty() && to.lastModified() >= from.lastModified())
            return 0;
        if (!file.sha256.isEmpty())
            if (const auto there = sha256OfFile(file.to); there && *there == file.sha256)
                return 0;
    }
    if (auto copied = copyDurably(file.from, file.to); !copied)
        return fail(std::move(copied).error());
    if (!file.sha256.isEmpty()) {
        const auto copied = sha256OfFile(file.to);
        if (!copied)
            return fail(copied.error());
        if (*copied != file.sha256)
            return fail(ErrorCode::StoreCorrupt, u"%1 is not what its row was written for"_s.arg(file.from),
                        {{u"path"_s, file.from}});
    }
    return from.size();
}

} // namespace

Result<void> backupDatabase(Database &database, const QString &path)
{
    const QString part = QFileInfo(path).path() + u"/."_s + QFileInfo(path).fileName() + u".part"_s;
    const int fd = ::open(QFile::encodeName(part).constData(), O_RDWR | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
    if (fd < 0)
        return copyFailed(u"open"_s, part, errno);
    ::close(fd);
    auto written = writeCopy(database, part, path);
    if (!written)
        QFile::remove(part);
    return written;
}

Result<BackupSummary> backup(Store &store, const QString &folder)
{
    for (const QString &name : {u""_s, u"/spool"_s, u"/pages"_s, u"/packages"_s}) {
        if (name.isEmpty() && !QDir().mkpath(QFileInfo(folder).absolutePath()))
            return copyFailed(u"mkdir"_s, folder, EACCES);
        if (auto made = makePrivateFolder(folder + name); !made)
            return fail(std::move(made).error());
    }
    const auto files = filesToCopy(store, folder);
    if (!files)
        return fail(files.error());
    BackupSummary summary;
    for (const NamedFile &file : *files) {
        const auto copied = copyFile(file);
        if (!copied)
            return fail(copied.error());
        ++summary.files;
        summary.bytes += *copied;
    }
    if (auto copied = backupDatabase(store.database(), folder + u"/sohoa.db"_s); !copied)
        return fail(std::move(copied).error());
    return summary;
}

} // namespace sohoa
