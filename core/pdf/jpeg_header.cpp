// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pdf/jpeg_header.h"

#include <QFile>

#include <optional>

namespace sohoa {

using namespace Qt::StringLiterals;

namespace {

// ITU-T T.81, table B.1.
constexpr int markerSof0 = 0xC0;
constexpr int markerSof2 = 0xC2;
constexpr int markerDht = 0xC4;
constexpr int markerJpg = 0xC8;
constexpr int markerDac = 0xCC;
constexpr int markerSof15 = 0xCF;
constexpr int markerEoi = 0xD9;
constexpr int markerSos = 0xDA;

int word(const QByteArray &bytes, qsizetype at)
{
    return static_cast<quint8>(bytes[at]) << 8 | static_cast<quint8>(bytes[at + 1]);
}

bool isFrame(int marker)
{
    return marker >= markerSof0 && marker <= markerSof15 && marker != markerDht && marker != markerJpg &&
           marker != markerDac;
}

/// The next marker, after any number of fill bytes; nothing when something else stands there.
std::optional<int> nextMarker(QFile &file)
{
    char byte = 0;
    if (!file.getChar(&byte) || static_cast<quint8>(byte) != 0xFF)
        return std::nullopt;
    do {
        if (!file.getChar(&byte))
            return std::nullopt;
    } while (static_cast<quint8>(byte) == 0xFF);
    return static_cast<quint8>(byte);
}

std::optional<JpegHeader> frameHeader(int marker, const QByteArray &segment)
{
    const bool huffman = marker <= markerSof2;
    if (!huffman || segment.size() < 6 || segment[0] != 8)
        return std::nullopt;
    const JpegHeader header{word(segment, 3), word(segment, 1), static_cast<quint8>(segment[5])};
    if (header.width == 0 || header.height == 0 || (header.components != 1 && header.components != 3))
        return std::nullopt;
    return header;
}

bool endsWell(QFile &file, qint64 end)
{
    return file.seek(end - 2) && nextMarker(file) == markerEoi;
}

} // namespace

Result<JpegHeader> readJpegHeader(const QString &path, qint64 offset, qint64 size)
{
    const auto unreadable = [&path](const QString &detail) {
        return fail(ErrorCode::ImageUnreadable, detail, {{u"path"_s, path}});
    };
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return unreadable(file.errorString());
    const qint64 end = size < 0 ? file.size() : offset + size;
    if (end - offset <= 4 || !file.seek(offset) || file.read(2) != QByteArray("\xFF\xD8"))
        return unreadable(u"no JPEG"_s);

    std::optional<JpegHeader> header;
    for (;;) {
        const auto marker = nextMarker(file);
        const QByteArray lengthBytes = marker ? file.read(2) : QByteArray();
        if (lengthBytes.size() != 2)
            return unreadable(u"JPEG ends before its scan"_s);
        const int length = word(lengthBytes, 0) - 2;
        const QByteArray segment = length >= 0 ? file.read(length) : QByteArray();
        if (length < 0 || segment.size() != length)
            return unreadable(u"JPEG segment is torn"_s);
        if (isFrame(*marker)) {
            header = frameHeader(*marker, segment);
            if (!header)
                return unreadable(u"JPEG is neither 8-bit gray nor 8-bit colour of the usual coding"_s);
        }
        if (*marker == markerSos)
            break;
    }
    if (!header)
        return unreadable(u"JPEG without frame header"_s);
    if (!endsWell(file, end))
        return unreadable(u"JPEG is torn at its end"_s);
    return *header;
}

} // namespace sohoa
