// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pdf/invisible_font.h"

#include <QtEndian>

#include <array>
#include <bit>
#include <initializer_list>
#include <utility>

// The tables as in the OpenType specification 1.9 (https://learn.microsoft.com/typography/opentype/spec/); those
// that only a desktop needs (name, OS/2) are absent.
namespace sohoa::invisible_font {

namespace {

constexpr quint32 sfntVersion = 0x00010000;
constexpr quint32 headMagic = 0x5F0F3CF5;
constexpr quint32 checksumOfWholeFont = 0xB1B0AFBA;
constexpr int glyphs = 2;
constexpr int glyphBytes = 24;
constexpr int checksumAdjustmentOffset = 8; ///< In `head`.

QByteArray words(std::initializer_list<int> values)
{
    QByteArray bytes;
    for (const int value : values) {
        bytes.append(static_cast<char>(value >> 8 & 0xFF));
        bytes.append(static_cast<char>(value & 0xFF));
    }
    return bytes;
}

QByteArray dword(quint32 value)
{
    QByteArray bytes(4, '\0');
    qToBigEndian(value, bytes.data());
    return bytes;
}

QByteArray padded(QByteArray bytes)
{
    while (bytes.size() % 4 != 0)
        bytes.append('\0');
    return bytes;
}

quint32 checksum(const QByteArray &bytes)
{
    const QByteArray whole = padded(bytes);
    quint32 sum = 0;
    for (qsizetype at = 0; at < whole.size(); at += 4)
        sum += qFromBigEndian<quint32>(whole.constData() + at);
    return sum;
}

QByteArray head()
{
    // flags: baseline at y = 0; created and modified: none, so that the font never changes.
    return dword(sfntVersion) + dword(0x00010000) + dword(0) + dword(headMagic) + words({0x0001, unitsPerEm}) +
           QByteArray(16, '\0') + words({0, descent, advance, ascent, 0, 8, 2, 0, 0});
}

QByteArray hhea()
{
    return dword(0x00010000) + words({ascent, descent, 0, advance, 0, 0, advance, 1, 0, 0, 0, 0, 0, 0, 0, 1});
}

QByteArray maxp()
{
    return dword(0x00010000) + words({glyphs, 2, 1, 0, 0, 2, 0, 0, 0, 0, 0, 0, 0, 0});
}

/// One contour of two points, from the lower left to the upper right corner: it covers nothing, yet has the extent
/// of a letter. Readers leave text out whose extent is empty (MuPDF 1.21), or select it by this box.
QByteArray glyph()
{
    const QByteArray twoPointsOnCurve("\x01\x01", 2);
    return padded(words({1, 0, descent, advance, ascent, 1, 0}) + twoPointsOnCurve +
                  words({0, advance, descent, ascent - descent}));
}

QByteArray cmap()
{
    // One table, Windows Unicode, format 4: the blank, and the closing segment. Text reaches its glyph by
    // CIDToGIDMap and never through here.
    constexpr int toBlank = blankGlyph - u' ';
    return words({0, 1, 3, 1}) + dword(12) +
           words({4, 32, 0, 4, 4, 1, 0, u' ', 0xFFFF, 0, u' ', 0xFFFF, toBlank, 1, 0, 0});
}

QByteArray post()
{
    return dword(0x00030000) + dword(0) + words({0, 0}) + dword(1) + QByteArray(16, '\0');
}

} // namespace

QByteArray program()
{
    const std::array<std::pair<QByteArray, QByteArray>, 8> tables = {{
        {"cmap", cmap()},
        {"glyf", glyph() + glyph()},
        {"head", head()},
        {"hhea", hhea()},
        {"hmtx", words({advance, 0, 0})},
        {"loca", words({0, glyphBytes / 2, glyphBytes})},
        {"maxp", maxp()},
        {"post", post()},
    }};
    constexpr int count = static_cast<int>(tables.size());
    static_assert(std::has_single_bit(static_cast<unsigned>(count)),
                  "the search fields below are for a power of 2");

    QByteArray directory = dword(sfntVersion) + words({count, count * 16, std::bit_width(unsigned{count}) - 1, 0});
    QByteArray body;
    qsizetype adjustmentAt = 0;
    for (const auto &[tag, table] : tables) {
        const qsizetype offset = 12 + 16 * count + body.size();
        if (tag == "head")
            adjustmentAt = offset + checksumAdjustmentOffset;
        directory += tag + dword(checksum(table)) + dword(static_cast<quint32>(offset)) +
                     dword(static_cast<quint32>(table.size()));
        body += padded(table);
    }
    QByteArray font = directory + body;
    font.replace(adjustmentAt, 4, dword(checksumOfWholeFont - checksum(font)));
    return font;
}

} // namespace sohoa::invisible_font
