// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/fsck_findings.h"

#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QMap>

#include <sys/stat.h>

namespace sohoa {

using namespace Qt::StringLiterals;

namespace {

class Files {
public:
    explicit Files(Inspection &inspection)
        : m_inspection(inspection)
        , m_store(inspection.store())
    {
    }

    Result<void> run()
    {
        for (const auto step : {&Files::masters, &Files::packages, &Files::cleanedPages, &Files::leftovers})
            if (auto done = (this->*step)(); !done)
                return done;
        return {};
    }

private:
    /// What a folder should hold: name to SHA-256; an empty hash is not compared.
    using Expected = QMap<QString, QString>;

    void found(FsckKind kind, const QString &place, const QString &what, bool repaired = false)
    {
        m_inspection.found(kind, place, what, repaired);
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
        // Approved, perhaps queued, and not bound to a target yet: the row knows the package, not its hash.
        if (read)
            read = m_store.database().query(
                "SELECT package_id FROM dossier WHERE package_id IS NOT NULL AND state IN ('approved', 'queued')"
                " AND NOT EXISTS (SELECT 1 FROM outbox WHERE outbox.package_id = dossier.package_id)",
                {}, [&](const SqlRow &row) {
                    const QString file = row.text(0) + u".zip"_s;
                    expected.insert(file, QString());
                    owed.insert(file, QString());
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
            if (!sha256 || (!it->isEmpty() && *sha256 != it.value()))
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
        if (!m_inspection.repairs() || QFileInfo(from).lastModified() >= m_store.lock().takenAt())
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
        if (m_inspection.repairs() && !QFile::remove(entry.filePath()))
            return fail(ErrorCode::FileUnwritable, u"remove"_s, {{u"path"_s, entry.filePath()}});
        found(FsckKind::LeftoverFile, QDir::cleanPath(folder + u'/' + entry.fileName()),
              u"of a process that is gone"_s, m_inspection.repairs());
        return {};
    }

    Inspection &m_inspection;
    Store &m_store;
};

} // namespace

Result<void> inspectFiles(Inspection &inspection)
{
    return Files(inspection).run();
}

} // namespace sohoa
