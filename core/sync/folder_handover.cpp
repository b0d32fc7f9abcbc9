// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sync/folder_handover.h"

#include "core/base/durable_file.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QMutex>
#include <QStorageInfo>

#include <unistd.h>

namespace sohoa {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 spareBytes = qint64{16} << 20; // for the manifest, receipts and the file system's own tables
constexpr qint64 maxManifestBytes = qint64{64} << 20; // some 250,000 packages

tl::unexpected<Error> folderFault(ErrorCode code, const QString &folder, const QString &detail)
{
    return fail(code, detail, {{u"path"_s, folder}});
}

/// A full or missing medium is the target's trouble, not this machine's.
tl::unexpected<Error> translated(const Error &error, const QString &folder)
{
    const ErrorCode code =
        error.code == ErrorCode::DiskFull ? ErrorCode::RepositoryFull : ErrorCode::RepositoryUnreachable;
    return folderFault(code, folder, error.detail);
}

Result<void> checkFolder(const QString &folder)
{
    // Not made when it is missing: a stick that was pulled out would become a folder on this disk.
    if (!QFileInfo(folder).isDir())
        return folderFault(ErrorCode::RepositoryUnreachable, folder, u"the folder is not there"_s);
    return {};
}

Result<void> checkSpace(const QString &folder, qint64 bytes)
{
    const QStorageInfo storage(folder);
    if (storage.isValid() && storage.bytesAvailable() < bytes + spareBytes)
        return folderFault(ErrorCode::RepositoryFull, folder,
                           u"%1 bytes are free"_s.arg(storage.bytesAvailable()));
    return {};
}

Result<void> copyAndCheck(const OutboxItem &item, const QString &path, const QString &folder,
                          const PieceSink &sink)
{
    QFile source(item.file);
    if (!source.open(QIODevice::ReadOnly | QIODevice::Unbuffered))
        return fail(ErrorCode::PackageInvalid, source.errorString());
    auto target = DurableFile::create(path);
    if (!target)
        return translated(target.error(), folder);
    const auto hash = readThrough(source, [&](const char *data, qint64 size) -> Result<void> {
        if (const auto written = target->write(data, size); !written)
            return translated(written.error(), folder);
        return sink ? sink(data, size) : Result<void>();
    });
    if (!hash)
        return fail(hash.error());
    if (*hash != item.sha256)
        return fail(ErrorCode::PackageInvalid, u"the package's file has changed since it was made"_s);
    if (::fsync(target->descriptor()) != 0)
        return folderFault(ErrorCode::RepositoryUnreachable, folder, u"fsync failed"_s);
    const auto readBack = hashFile(target->temporaryPath(), true);
    if (!readBack || *readBack != item.sha256)
        return folderFault(ErrorCode::RepositoryProtocol, folder, u"the medium gives other bytes back"_s);
    if (const auto committed = target->commit(); !committed)
        return translated(committed.error(), folder);
    return {};
}

/// Only what is safe in a file name of any file system.
QString manifestName(const QString &station)
{
    QString safe;
    for (const QChar letter : station.left(64)) {
        const bool plain =
            letter.unicode() < 128 && (letter.isLetterOrNumber() || letter == u'-' || letter == u'_');
        safe += plain ? letter : QChar(u'_');
    }
    return u"handover-"_s + (safe.isEmpty() ? u"station"_s : safe) + u".json"_s;
}

Result<QJsonArray> readItems(const QString &path)
{
    if (!QFile::exists(path))
        return QJsonArray();
    const auto bytes = readFile(path, maxManifestBytes);
    if (!bytes)
        return fail(bytes.error());
    const QJsonDocument document = QJsonDocument::fromJson(*bytes);
    const QJsonValue items = document.object().value(u"items"_s);
    if (items.isArray())
        return items.toArray();
    QFile::remove(path + u".damaged"_s);
    if (!QFile::rename(path, path + u".damaged"_s))
        return fail(ErrorCode::FileUnwritable, u"the damaged manifest cannot be set aside"_s);
    return QJsonArray();
}

} // namespace

Result<void> putIntoFolder(const OutboxItem &item, const QString &folder, const PieceSink &sink)
{
    if (auto there = checkFolder(folder); !there)
        return there;
    const QString path = QDir(folder).filePath(item.package.toString() + u".zip"_s);
    if (QFileInfo(path).size() == item.bytes) {
        const auto hash = hashFile(path, true);
        if (hash && *hash == item.sha256)
            return {};
    }
    if (auto space = checkSpace(folder, item.bytes); !space)
        return space;
    return copyAndCheck(item, path, folder, sink);
}

Result<void> addToManifest(const OutboxItem &item, const QString &station, const QString &folder, Instant now)
{
    static QMutex oneAtATime; // several packages in flight share one manifest
    const QMutexLocker lock(&oneAtATime);
    const QString path = QDir(folder).filePath(manifestName(station));
    const auto earlier = readItems(path);
    if (!earlier)
        return translated(earlier.error(), folder);

    QJsonArray items;
    qint64 bytes = 0;
    const auto take = [&](const QJsonObject &entry) {
        bytes += entry.value(u"bytes"_s).toInteger();
        items.append(entry);
    };
    for (const auto &entry : *earlier)
        if (entry.isObject() && entry[u"package_id"_s].toString() != item.package.toString())
            take(entry.toObject());
    take({{u"package_id"_s, item.package.toString()},
          {u"revision"_s, item.revision},
          {u"file"_s, item.package.toString() + u".zip"_s},
          {u"sha256"_s, item.sha256},
          {u"bytes"_s, item.bytes},
          {u"handed_over_at"_s, now.toString()}});
    const QJsonObject manifest{
        {u"format"_s, u"sohoa-handover-1"_s}, {u"station"_s, station}, {u"updated_at"_s, now.toString()},
        {u"packages"_s, items.size()},        {u"bytes"_s, bytes},     {u"items"_s, items}};
    if (const auto written = writeDurably(path, QJsonDocument(manifest).toJson()); !written)
        return translated(written.error(), folder);
    return {};
}

Result<std::optional<Receipt>> receiptInFolder(const OutboxItem &item, const QString &folder)
{
    if (const auto there = checkFolder(folder); !there)
        return fail(there.error());
    const QString path = QDir(folder).filePath(u"receipts/"_s + item.package.toString() + u".json"_s);
    if (!QFile::exists(path))
        return std::optional<Receipt>();
    const auto bytes = readFile(path, maxReceiptBytes);
    if (!bytes)
        return fail(ErrorCode::RepositoryProtocol, u"receipt: "_s + bytes.error().detail);
    auto receipt = parseReceipt(*bytes);
    if (!receipt)
        return fail(receipt.error());
    if (const auto ours = checkReceipt(*receipt, item.package, item.sha256); !ours)
        return fail(ours.error());
    return std::optional(std::move(*receipt));
}

} // namespace sohoa
