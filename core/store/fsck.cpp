// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/fsck.h"

#include "core/store/store.h"

#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QMap>

#include <sys/stat.h>

namespace sohoa {

using namespace Qt::StringLiterals;

namespace {

class Inspection {
public:
    Inspection(Store &store, FsckMode mode)
        : m_store(store)
        , m_repairs(mode == FsckMode::Repair)
    {
    }

    Result<std::vector<FsckFinding>> run()
    {
        for (const auto step :
             {&Inspection::database, &Inspection::references, &Inspection::audit, &Inspection::search,
              &Inspection::masters, &Inspection::packages, &Inspection::cleanedPages, &Inspection::leftovers})
            if (auto done = (this->*step)(); !done)
                return fail(std::move(done).error());
        return std::move(m_findings);
    }

private:
    /// What a folder should hold: name to SHA-256; an empty hash is not compared.
    using Expected = QMap<QString, QString>;

    void found(FsckKind kind, const QString &place, const QString &what, bool repaired = false)
    {
        m_findings.push_back({kind, place, what, repaired});
    }

    Result<void> database()
    {
        return m_store.database().query("PRAGMA integrity_check", {}, [&](const SqlRow &row) {
            if (const QString line = row.text(0); line != u"ok")
                found(FsckKind::DatabaseDamaged, u"sohoa.db"_s, line);
        });
    }

    Result<void> references()
    {
        auto checked = m_store.database().query("PRAGMA foreign_key_check", {}, [&](const SqlRow &row) {
            found(FsckKind::DanglingRow, row.text(0) + u':' + row.text(1), u"names a missing "_s + row.text(2));
        });
        if (!checked)
            return checked;
        return m_store.database().query(
            "SELECT id, state FROM dossier WHERE state IN ('queued', 'sent', 'accepted', 'rejected')"
            " AND NOT EXISTS (SELECT 1 FROM outbox WHERE outbox.package_id = dossier.package_id)",
            {}, [&](const SqlRow &row) {
                found(FsckKind::DanglingRow, u"dossier:"_s + row.text(0),
                      u"is %1, but its package is not in the outbox"_s.arg(row.text(1)));
            });
    }

    Result<void> audit()
    {
        const auto broken = m_store.audit().verify();
        if (!broken)
            return fail(broken.error());
        if (*broken)
            found(FsckKind::BrokenAudit, u"audit:%1"_s.arg(**broken), u"the chain does not hold from here on"_s);
        return {};
    }

    Result<void> search()
    {
        auto checked = m_store.search().check();
        if (checked || checked.error().code != ErrorCode::StoreCorrupt)
            return checked;
        if (m_repairs)
            if (auto rebuilt = m_store.search().rebuild(); !rebuilt)
                return rebuilt;
        found(FsckKind::StaleSearch, u"search"_s, checked.error().detail, m_repairs);
        return {};
    }

    Result<void> masters()
    {
        Expected expected;
        auto read =
            m_store.database().query("SELECT master_file, master_sha256 FROM page", {},
                                     [&](const SqlRow &row) { expected.insert(row.text(0), row.text(1)); });
        return read ? compare(u"spool"_s, expected, true) : read;
    }

    Result<void> packages()
    {
        Expected expected;
        // The bytes of a package that was answered for may be cleared away; the others are still owed.
        Expected owed;
        auto read =
            m_store.database().query("SELECT file, sha256, finished FROM outbox", {}, [&](const SqlRow &row) {
                expected.insert(row.text(0), row.text(1));
                if (!row.flag(2))
                    owed.insert(row.text(0), row.text(1));
            });
        if (!read)
            return read;
        for (auto it = expected.begin(); it != expected.end();)
            it = owed.contains(it.key()) || QFile::exists(m_store.packagePath(it.key())) ? std::next(it)
                                                                                         : expected.erase(it);
        return compare(u"packages"_s, expected, true);
    }

    Result<void> cleanedPages()
    {
        Expected expected;
        auto read = m_store.database().query("SELECT id FROM page", {}, [&](const SqlRow &row) {
            for (const QString &ending : {u".jpg"_s, u".layers"_s})
                expected.insert(row.text(0) + ending, QString());
        });
        return read ? compare(u"pages"_s, expected, false) : read;
    }

    Result<void> compare(const QString &folder, const Expected &expected, bool demanded)
    {
        const QDir dir(m_store.folder() + u'/' + folder);
        for (auto it = expected.cbegin(); demanded && it != expected.cend(); ++it) {
            const QString place = folder + u'/' + it.key();
            if (!QFile::exists(dir.filePath(it.key()))) {
                found(FsckKind::MissingFile, place, u"a row names it"_s);
                continue;
            }
            const auto sha256 = sha256OfFile(dir.filePath(it.key()));
            if (!sha256 || *sha256 != it.value())
                found(FsckKind::AlteredFile, place,
                      sha256 ? u"SHA-256 is %1"_s.arg(*sha256) : logLine(sha256.error()));
        }
        const QStringList names =
            dir.entryList(QDir::AllEntries | QDir::Hidden | QDir::System | QDir::NoDotAndDotDot);
        for (const QString &name : names) {
            if (expected.contains(name) || isTemporary(name))
                continue;
            auto moved = setAside(folder, name);
            if (!moved)
                return fail(std::move(moved).error());
            found(FsckKind::ExtraFile, folder + u'/' + name, u"no row names it"_s, *moved);
        }
        return {};
    }

    static bool isTemporary(const QString &name) { return name.startsWith(u'.') && name.endsWith(u".part"); }

    /// Moves a file out of the way, under a name that is free. False when it stays.
    Result<bool> setAside(const QString &folder, const QString &name)
    {
        const QString from = m_store.folder() + u'/' + folder + u'/' + name;
        // Younger than the lock: perhaps a page whose row is about to be written.
        if (!m_repairs || QFileInfo(from).lastModified() >= m_store.lock().takenAt())
            return false;
        const QString target = m_store.lostAndFoundFolder();
        ::mkdir(QFile::encodeName(target).constData(), 0700);
        QString to = target + u'/' + folder + u'-' + name;
        for (int n = 2; QFile::exists(to); ++n)
            to = u"%1/%2-%3-%4"_s.arg(target, folder, QString::number(n), name);
        if (!QFile::rename(from, to))
            return fail(ErrorCode::FileUnwritable, u"rename to %1"_s.arg(to), {{u"path"_s, from}});
        for (const QString &changed : {target, m_store.folder() + u'/' + folder})
            if (auto synced = syncFolder(changed); !synced)
                return fail(std::move(synced).error());
        return true;
    }

    Result<void> leftovers()
    {
        for (const QString &folder : {u"."_s, u"spool"_s, u"pages"_s, u"packages"_s, u"backups"_s, u"tmp"_s}) {
            const QDir dir(m_store.folder() + u'/' + folder);
            const QFileInfoList entries =
                dir.entryInfoList(QDir::Files | QDir::Hidden | QDir::System | QDir::NoDotAndDotDot);
            for (const QFileInfo &entry : entries)
                if (folder == u"tmp" || isTemporary(entry.fileName()))
                    if (auto done = leftover(folder, entry); !done)
                        return done;
        }
        return {};
    }

    Result<void> leftover(const QString &folder, const QFileInfo &entry)
    {
        // Younger than the lock: our own work, going on right now.
        if (entry.lastModified() >= m_store.lock().takenAt())
            return {};
        if (m_repairs && !QFile::remove(entry.filePath()))
            return fail(ErrorCode::FileUnwritable, u"remove"_s, {{u"path"_s, entry.filePath()}});
        found(FsckKind::LeftoverFile, QDir::cleanPath(folder + u'/' + entry.fileName()),
              u"of a process that is gone"_s, m_repairs);
        return {};
    }

    Store &m_store;
    bool m_repairs;
    std::vector<FsckFinding> m_findings;
};

} // namespace

QString toString(FsckKind kind)
{
    switch (kind) {
    case FsckKind::MissingFile:
        return u"missing-file"_s;
    case FsckKind::AlteredFile:
        return u"altered-file"_s;
    case FsckKind::ExtraFile:
        return u"extra-file"_s;
    case FsckKind::LeftoverFile:
        return u"leftover-file"_s;
    case FsckKind::DatabaseDamaged:
        return u"database-damaged"_s;
    case FsckKind::DanglingRow:
        return u"dangling-row"_s;
    case FsckKind::BrokenAudit:
        return u"broken-audit"_s;
    case FsckKind::StaleSearch:
        return u"stale-search"_s;
    }
    Q_UNREACHABLE();
}

Result<std::vector<FsckFinding>> fsck(Store &store, FsckMode mode)
{
    return Inspection(store, mode).run();
}

} // namespace sohoa
