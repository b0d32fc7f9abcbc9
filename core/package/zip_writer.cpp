// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/package/zip_writer.h"

#include <QFile>
#include <QtEndian>

#include <zlib.h>

#include <limits>

namespace sohoa {

using namespace Qt::StringLiterals;

namespace {

// PKWARE APPNOTE 6.3.10, sections 4.3.7, 4.3.12 and 4.3.16.
constexpr quint32 localHeader = 0x04034b50;
constexpr quint32 directoryHeader = 0x02014b50;
constexpr quint32 directoryEnd = 0x06054b50;
constexpr quint16 versionNeeded = 10;  ///< Stored files, no folders.
constexpr quint16 madeByUnix = 3 << 8; ///< Upper byte: the external attributes are Unix modes.
constexpr quint16 earliestDate = 0x0021;
constexpr quint32 regularFile = 0100644U << 16;
constexpr qint64 largestArchive = std::numeric_limits<quint32>::max();
constexpr size_t mostWritten = std::numeric_limits<quint16>::max() - 1;
constexpr qint64 chunk = qint64{1} << 20;

template <class Number> void append(QByteArray &bytes, Number value)
{
    const Number little = qToLittleEndian(value);
    bytes.append(reinterpret_cast<const char *>(&little), sizeof little);
}

quint32 crcOf(quint32 crc, const QByteArray &bytes)
{
    return static_cast<quint32>(
        ::crc32_z(crc, reinterpret_cast<const Bytef *>(bytes.constData()), static_cast<z_size_t>(bytes.size())));
}

/// What the local header and the directory have in common.
QByteArray common(quint32 crc, quint32 size, qsizetype nameSize)
{
    QByteArray bytes;
    append<quint16>(bytes, versionNeeded);
    append<quint16>(bytes, 0); // flags
    append<quint16>(bytes, 0); // stored
    append<quint16>(bytes, 0); // midnight
    append<quint16>(bytes, earliestDate);
    append<quint32>(bytes, crc);
    append<quint32>(bytes, size);
    append<quint32>(bytes, size);
    append<quint16>(bytes, static_cast<quint16>(nameSize));
    append<quint16>(bytes, 0); // no extra field
    return bytes;
}

tl::unexpected<Error> unreadable(const QFile &file, const QString &detail)
{
    return fail(ErrorCode::FileUnreadable, detail, {{u"path"_s, file.fileName()}});
}

/// Hands the file over in pieces; stops at the first error.
template <class Take> Result<void> readInPieces(const QString &path, Take take)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return unreadable(file, file.errorString());
    while (!file.atEnd()) {
        const QByteArray bytes = file.read(chunk);
        if (bytes.isEmpty())
            return unreadable(file, file.errorString());
        if (Result<void> taken = take(bytes); !taken)
            return taken;
    }
    return {};
}

} // namespace

Result<MeasuredFile> measureFile(const QString &path)
{
    MeasuredFile measured;
    measured.path = path;
    QCryptographicHash hash(QCryptographicHash::Sha256);
    const auto read = readInPieces(path, [&](const QByteArray &bytes) -> Result<void> {
        hash.addData(bytes);
        measured.crc = crcOf(measured.crc, bytes);
        measured.bytes += bytes.size();
        return {};
    });
    if (!read)
        return fail(read.error());
    measured.sha256 = QString::fromLatin1(hash.result().toHex());
    return measured;
}

Result<void> ZipWriter::put(const QByteArray &bytes)
{
    m_hash.addData(bytes);
    m_offset += bytes.size();
    return m_file.write(bytes);
}

Result<void> ZipWriter::begin(const QByteArray &name, quint32 crc, qint64 size)
{
    if (m_offset + size > largestArchive || m_entries.size() >= mostWritten)
        return fail(ErrorCode::PackageInvalid, u"package beyond 4 GiB or 65534 files"_s,
                    {{u"violations"_s, u"1"_s}});
    const auto size32 = static_cast<quint32>(size);
    m_entries.push_back({name, crc, size32, static_cast<quint32>(m_offset)});
    QByteArray header;
    append<quint32>(header, localHeader);
    return put(header + common(crc, size32, name.size()) + name);
}

Result<void> ZipWriter::add(const QByteArray &name, const QByteArray &bytes)
{
    if (auto begun = begin(name, crcOf(0, bytes), bytes.size()); !begun)
        return begun;
    return put(bytes);
}

Result<void> ZipWriter::add(const QByteArray &name, const MeasuredFile &source)
{
    if (auto begun = begin(name, source.crc, source.bytes); !begun)
        return begun;
    quint32 crc = 0;
    qint64 size = 0;
    auto copied = readInPieces(source.path, [&](const QByteArray &bytes) {
        crc = crcOf(crc, bytes);
        size += bytes.size();
        return put(bytes);
    });
    if (copied && (crc != source.crc || size != source.bytes))
        return unreadable(QFile(source.path), u"changed while it was packed"_s);
    return copied;
}

Result<void> ZipWriter::finish()
{
    const qint64 start = m_offset;
    QByteArray directory;
    for (const Entry &entry : m_entries) {
        append<quint32>(directory, directoryHeader);
        append<quint16>(directory, madeByUnix | versionNeeded);
        directory += common(entry.crc, entry.size, entry.name.size());
        append<quint16>(directory, 0); // no comment
        append<quint16>(directory, 0); // first disk
        append<quint16>(directory, 0); // internal attributes: not known to be text
        append<quint32>(directory, regularFile);
        append<quint32>(directory, entry.offset);
        directory += entry.name;
    }
    if (start + directory.size() > largestArchive)
        return fail(ErrorCode::PackageInvalid, u"package beyond 4 GiB"_s, {{u"violations"_s, u"1"_s}});
    const auto count = static_cast<quint16>(m_entries.size());
    QByteArray end;
    append<quint32>(end, directoryEnd);
    append<quint16>(end, 0);
    append<quint16>(end, 0);
    append<quint16>(end, count);
    append<quint16>(end, count);
    append<quint32>(end, static_cast<quint32>(directory.size()));
    append<quint32>(end, static_cast<quint32>(start));
    append<quint16>(end, 0);
    return put(directory + end);
}

} // namespace sohoa
