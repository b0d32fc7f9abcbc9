// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/durable_file.h"

#include <QByteArray>
#include <QCryptographicHash>
#include <QString>

#include <vector>

namespace sohoa {

/// A file on this disk, measured before it goes into a ZIP.
struct MeasuredFile {
    QString path;
    qint64 bytes = 0;
    quint32 crc = 0;
    QString sha256; ///< Lower-case hex.
};

/// Reads the file once. FileUnreadable (args: path).
Result<MeasuredFile> measureFile(const QString &path);

/// A ZIP whose entries are stored, without data descriptors and extra fields, dated 1980-01-01: the same entries
/// give the same bytes on every machine. Own code since libarchive writes a data descriptor behind stored entries,
/// which readers that go through the file in one pass refuse, and leaves traces of its version. Errors:
/// PackageInvalid when the archive would need ZIP64 (4 GiB, 65535 entries); DiskFull, FileUnwritable.
class ZipWriter {
public:
    explicit ZipWriter(DurableFile &file)
        : m_file(file)
    {
    }

    /// `name`: ASCII, with "/".
    Result<void> add(const QByteArray &name, const QByteArray &bytes);
    /// FileUnreadable when the file is no longer what was measured.
    Result<void> add(const QByteArray &name, const MeasuredFile &source);
    /// Writes the directory. Call once, after the last entry.
    Result<void> finish();

    qint64 bytes() const { return m_offset; }
    QString sha256() const { return QString::fromLatin1(m_hash.result().toHex()); }

private:
    struct Entry {
        QByteArray name;
        quint32 crc = 0;
        quint32 size = 0;
        quint32 offset = 0;
    };

    Result<void> begin(const QByteArray &name, quint32 crc, qint64 size);
    Result<void> put(const QByteArray &bytes);

    DurableFile &m_file;
    QCryptographicHash m_hash{QCryptographicHash::Sha256};
    std::vector<Entry> m_entries;
    qint64 m_offset = 0;
};

} // namespace sohoa
