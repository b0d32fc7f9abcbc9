// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/restore.h"

#include "core/base/durable_file.h"
#include "core/store/store.h"
#include "core/store/store_folders.h"

#include <QDateTime>
#include <QDir>
#include <QFileInfo>

#include <array>

namespace sohoa {

using namespace Qt::StringLiterals;

namespace {

constexpr auto rowsFile = "sohoa.db"_L1;
constexpr std::array fileFolders = {"spool"_L1, "pages"_L1, "packages"_L1};
/// A copy that is not whole yet: thrown away by the next restore.
constexpr auto unfinished = "restoring"_L1;
/// A whole copy that waits to change places with the store: from here on it counts.
constexpr auto whole = "restored-"_L1;
constexpr auto formerStore = "before-restore-"_L1;

bool isThere(const QString &path)
{
    const QFileInfo info(path);
    return info.exists() || info.isSymLink();
}

Result<void> copyFiles(const QString &backup, const QString &copy, RestoreSummary &summary)
{
    if (auto made = makePrivateFolder(copy); !made)
        return made;
    for (const QLatin1StringView name : fileFolders) {
        const QString to = copy + u'/' + name;
        if (auto made = makePrivateFolder(to); !made)
            return made;
        // Links are left out: a backup has none, and what they point at is no part of it.
        const QFileInfoList files = QDir(backup + u'/' + name).entryInfoList(QDir::Files | QDir::NoSymLinks);
        for (const QFileInfo &file : files) {
            if (auto copied = copyDurably(file.filePath(), to + u'/' + file.fileName()); !copied)
                return copied;
            ++summary.files;
            summary.bytes += file.size();
        }
    }
    summary.bytes += QFileInfo(backup + u'/' + rowsFile).size();
    return copyDurably(backup + u'/' + rowsFile, copy + u'/' + rowsFile);
}

Result<std::vector<FsckFinding>> bringUpToDate(const QString &copy, const Clock &clock)
{
    auto store = Store::open(copy, clock);
    if (!store)
        return fail(std::move(store).error());
    return fsck(**store);
}

/// The old entry, if there is one, to `kept`; the new one to its place. Each step can be the last before a power
/// cut: what has moved is not moved again.
Result<void> changePlaces(const QString &name, const QString &folder, const QString &copy, const QString &kept)
{
    if (!isThere(copy + u'/' + name))
        return {};
    if (isThere(folder + u'/' + name)) {
        if (auto made = makePrivateFolder(kept); !made)
            return made;
        if (auto moved = moveDurably(folder + u'/' + name, kept + u'/' + name); !moved)
            return moved;
    }
    return moveDurably(copy + u'/' + name, folder + u'/' + name);
}

Result<void> putInPlace(const QString &folder, const QString &copy, const QString &kept)
{
    for (const QLatin1StringView name : fileFolders)
        if (auto changed = changePlaces(name, folder, copy, kept); !changed)
            return changed;
    // SQLite's log first: beside another database it would be taken for that one's.
    for (const QString &log : {rowsFile + u"-wal"_s, rowsFile + u"-shm"_s}) {
        if (!isThere(copy + u'/' + rowsFile) || !isThere(folder + u'/' + log))
            continue;
        if (auto made = makePrivateFolder(kept); !made)
            return made;
        if (auto moved = moveDurably(folder + u'/' + log, kept + u'/' + log); !moved)
            return moved;
    }
    if (auto changed = changePlaces(rowsFile, folder, copy, kept); !changed)
        return changed;
    if (!QDir(copy).removeRecursively())
        return fail(ErrorCode::FileUnwritable, u"remove %1"_s.arg(copy), {{u"path"_s, copy}});
    return syncFolder(folder);
}

/// The present time, or the next moment whose names are free.
QString timeInName(const QString &folder, const Clock &clock)
{
    QDateTime time = QDateTime::fromMSecsSinceEpoch(clock.now().msecs).toUTC();
    QString name;
    do {
        name = time.toString(u"yyyyMMdd-HHmmss-zzz"_s);
        time = time.addMSecs(1);
    } while (isThere(folder + u'/' + whole + name) || isThere(folder + u'/' + formerStore + name));
    return name;
}

} // namespace

Result<RestoreSummary> restore(const QString &backup, const QString &folder, const Clock &clock, RestoreMode mode)
{
    const QString from = QDir::cleanPath(QDir(backup).absolutePath());
    const QString to = QDir::cleanPath(QDir(folder).absolutePath());
    if (!QFileInfo(from + u'/' + rowsFile).isReadable() || from == to)
        return fail(ErrorCode::FileUnreadable, u"no backup"_s, {{u"path"_s, from}});
    if (!QDir().mkpath(QFileInfo(to).path()))
        return fail(ErrorCode::FileUnwritable, u"mkdir %1"_s.arg(to), {{u"path"_s, to}});
    if (auto made = makePrivateFolder(to); !made)
        return fail(std::move(made).error());
    const auto lock = StoreLock::take(to + u"/lock"_s);
    if (!lock)
        return fail(lock.error());
    if (auto finished = finishRestore(to); !finished)
        return fail(std::move(finished).error());

    const QString copy = to + u'/' + unfinished;
    if (!QDir(copy).removeRecursively())
        return fail(ErrorCode::FileUnwritable, u"remove %1"_s.arg(copy), {{u"path"_s, copy}});
    RestoreSummary summary;
    auto findings = copyFiles(from, copy, summary).and_then([&] { return bringUpToDate(copy, clock); });
    if (!findings || (!findings->empty() && mode == RestoreMode::SoundOnly)) {
        QDir(copy).removeRecursively(); // If that fails, the next restore does it.
        if (!findings)
            return fail(std::move(findings).error());
        summary.findings = *std::move(findings);
        return summary;
    }
    summary.findings = *std::move(findings);
    const QString time = timeInName(to, clock);
    if (auto moved = moveDurably(copy, to + u'/' + whole + time); !moved)
        return fail(std::move(moved).error());
    if (auto finished = finishRestore(to); !finished)
        return fail(std::move(finished).error());
    summary.restored = true;
    if (const QString kept = to + u'/' + formerStore + time; isThere(kept))
        summary.keptIn = kept;
    return summary;
}

Result<void> finishRestore(const QString &folder)
{
    const QStringList copies = QDir(folder).entryList({whole + u"*"_s}, QDir::Dirs | QDir::NoSymLinks, QDir::Name);
    for (const QString &copy : copies) {
        const QString kept = folder + u'/' + formerStore + copy.sliced(whole.size());
        if (auto done = putInPlace(folder, folder + u'/' + copy, kept); !done)
            return done;
    }
    return {};
}

} // namespace sohoa
