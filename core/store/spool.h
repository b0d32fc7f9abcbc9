// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/durable_file.h"
#include "core/base/error.h"
#include "core/domain/ids.h"

#include <QByteArray>
#include <QString>

namespace sohoa {

/// A master that is safe on disk: what its row must say.
struct SpoolFile {
    QString name;   ///< In the spool: "<page id>.<ext>".
    QString sha256; ///< 64 lower-case hex digits.
    qint64 bytes = 0;
};

/// The page masters: files named by page id, written once and never changed. A master is durable before its row is
/// written; a row is deleted before its master.
/// Errors: DiskFull, FileUnwritable, FileUnreadable (args: path); ValueInvalid (args: field "ext") for an
/// extension that is not 1 to 5 lower-case letters or digits; FileUnwritable when the page has a master already.
/// Threads: reentrant.
class Spool {
public:
    explicit Spool(QString folder);

    Result<SpoolFile> add(const PageId &page, const QString &ext, const QByteArray &bytes) const;
    /// Copies a file of any size.
    Result<SpoolFile> addCopy(const PageId &page, const QString &ext, const QString &source) const;
    /// A file to write the master into piece by piece; adopt() makes it the master, dropping it leaves nothing.
    Result<DurableFile> create(const PageId &page, const QString &ext) const;
    Result<SpoolFile> adopt(const PageId &page, const QString &ext, DurableFile file) const;
    /// Deletes a master whose row is gone. Harmless when the file is gone too.
    Result<void> remove(const QString &name) const;

    QString path(const QString &name) const;
    const QString &folder() const { return m_folder; }

private:
    QString m_folder;
};

/// SHA-256 of a file as 64 lower-case hex digits. FileUnreadable (args: path).
Result<QString> sha256OfFile(const QString &path);

} // namespace sohoa
