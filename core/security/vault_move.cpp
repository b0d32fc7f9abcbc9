// SPDX-License-Identifier: GPL-3.0-or-later
// How the files of a plain store come into its vault.
#include "core/base/durable_file.h"
#include "core/security/vault.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QFileInfo>

namespace sohoa {

using namespace Qt::StringLiterals;

namespace {

constexpr auto everything = QDir::AllEntries | QDir::Hidden | QDir::System | QDir::NoDotAndDotDot;

Result<QByteArray> hashOf(const QString &path)
{
    QFile file(path);
    QCryptographicHash hash(QCryptographicHash::Sha256);
    if (!file.open(QIODevice::ReadOnly) || !hash.addData(&file))
        return fail(ErrorCode::FileUnreadable, file.errorString(), {{u"path"_s, path}});
    if (file.error() != QFileDevice::NoError)
        return fail(ErrorCode::FileUnreadable, file.errorString(), {{u"path"_s, path}});
    return hash.result();
}

Result<void> copyFileChecked(const QString &from, const QString &to)
{
    if (auto copied = copyDurably(from, to); !copied)
        return copied;
    const auto before = hashOf(from);
    const auto after = hashOf(to);
    if (!before || !after)
        return fail(!before ? before.error() : after.error());
    if (*before != *after)
        return fail(ErrorCode::VaultFailed, u"a copy reads back with other bytes"_s, {{u"reason"_s, u"copy"_s}});
    return {};
}

} // namespace

Result<void> copyTreeChecked(const QString &from, const QString &to)
{
    const QFileInfoList entries = QDir(from).entryInfoList(everything);
    for (const QFileInfo &entry : entries) {
        const QString target = to + u'/' + entry.fileName();
        if (entry.isSymLink() || (!entry.isDir() && !entry.isFile()))
            return fail(ErrorCode::VaultFailed, u"neither file nor folder"_s, {{u"reason"_s, entry.fileName()}});
        if (entry.isFile()) {
            if (auto copied = copyFileChecked(entry.filePath(), target); !copied)
                return copied;
            continue;
        }
        constexpr auto ownerOnly = QFileDevice::ReadOwner | QFileDevice::WriteOwner | QFileDevice::ExeOwner;
        if (!QDir().mkdir(target, ownerOnly))
            return fail(ErrorCode::FileUnwritable, u"mkdir"_s, {{u"path"_s, target}});
        if (auto copied = copyTreeChecked(entry.filePath(), target); !copied)
            return copied;
    }
    return syncFolder(to);
}

Result<void> removeCopied(const QString &plain, const QString &copy)
{
    const QFileInfoList entries = QDir(plain).entryInfoList(everything);
    for (const QFileInfo &entry : entries) {
        const QString twin = copy + u'/' + entry.fileName();
        if (entry.isDir() && !entry.isSymLink()) {
            if (auto removed = removeCopied(entry.filePath(), twin); !removed)
                return removed;
            if (!QDir().rmdir(entry.filePath()))
                return fail(ErrorCode::FileUnwritable, u"rmdir"_s, {{u"path"_s, entry.filePath()}});
            continue;
        }
        const auto here = hashOf(entry.filePath());
        const auto there = hashOf(twin);
        if (entry.isSymLink() || !here || !there || *here != *there)
            return fail(ErrorCode::VaultFailed, u"a plain file beside the vault is not in it"_s,
                        {{u"reason"_s, u"plain"_s}});
        if (!QFile::remove(entry.filePath()))
            return fail(ErrorCode::FileUnwritable, u"remove"_s, {{u"path"_s, entry.filePath()}});
    }
    return syncFolder(plain);
}

} // namespace sohoa
