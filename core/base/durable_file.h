// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"

#include <QByteArray>
#include <QString>

namespace sohoa {

/// A file that appears under its name whole and safe on disk, or not at all: written under a temporary name in the
/// same folder (".<name>.part"), fsync, rename, fsync of the folder. Readable by the owner only (0600).
/// Destroyed before commit(), it leaves nothing. A device or pipe (/dev/stdout) is written to directly. Not
/// thread-safe. Errors: DiskFull, FileUnwritable (args: path).
class DurableFile {
public:
    /// Opens the temporary file. `path` is the final name; an existing file of that name is replaced at commit().
    static Result<DurableFile> create(const QString &path);

    DurableFile(DurableFile &&other) noexcept;
    DurableFile &operator=(DurableFile &&other) noexcept;
    DurableFile(const DurableFile &) = delete;
    DurableFile &operator=(const DurableFile &) = delete;
    ~DurableFile();

    Result<void> write(const char *data, qsizetype size);
    Result<void> write(const QByteArray &bytes) { return write(bytes.constData(), bytes.size()); }
    /// Makes the file durable under its final name. Call once.
    Result<void> commit();
    /// The name it has until commit(): for a library that wants to write the file itself.
    QString temporaryPath() const;
    /// The open file, for stdio-like libraries; stays owned by this object.
    int descriptor() const { return m_fd; }

private:
    DurableFile(QString path, int fd, bool isDevice = false);
    void discard();

    QString m_path;
    int m_fd = -1;
    bool m_isDevice = false;
};

/// DurableFile in one call.
Result<void> writeDurably(const QString &path, const QByteArray &bytes);

/// Copies a file durably; the source may be on another file system. FileUnreadable (args: path) when it cannot be
/// read.
Result<void> copyDurably(const QString &from, const QString &to);

/// Makes renames and deletions in a folder survive a power cut.
Result<void> syncFolder(const QString &folder);

/// The whole file, up to `limit` bytes: FileUnreadable when it is missing, unreadable or larger.
Result<QByteArray> readFile(const QString &path, qint64 limit);

} // namespace sohoa
