// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/jbig2/generic_region.h"

#include "core/jbig2/arithmetic_encoder.h"

#include <QtEndian>

#include <algorithm>
#include <vector>

namespace sohoa {

namespace {

// Figure 3 of T.88 with the adaptive pixels where table 5 has them: the context of a pixel is a run of five pixels
// two rows above, of seven one row above, and the four before it, read as one number of 16 bits.
constexpr unsigned contexts = 1U << 16;
constexpr int reach = 4; ///< Pixels that a context looks to the left; to the right it looks fewer.
constexpr int aboveAhead = 3;
constexpr int farAboveAhead = 2;

constexpr quint8 pageInformation = 48; // 7.3
constexpr quint8 immediateLosslessRegion = 39;

/// A row as one byte a pixel, with white on both sides as 6.2.5.2 has it outside of the region.
class Row {
public:
    explicit Row(int width)
        : m_pixels(static_cast<size_t>(width) + 2 * reach)
    {
    }

    /// Pixel `x`, -4 … width + 3.
    quint8 operator[](int x) const { return m_pixels[static_cast<size_t>(x + reach)]; }
    /// The first column with black; the width when there is none.
    int firstBlack() const { return m_firstBlack; }
    int afterLastBlack() const { return m_afterLastBlack; }

    void read(const quint8 *packed, int width)
    {
        m_firstBlack = width;
        m_afterLastBlack = 0;
        for (int x = 0; x < width; x += 8) {
            const int inByte = std::min(8, width - x);
            const unsigned byte = packed[x / 8] & (0xFFU << (8 - inByte));
            quint8 *to = m_pixels.data() + reach + x;
            if (byte == 0) {
                std::fill_n(to, inByte, quint8{0});
                continue;
            }
            for (int i = 0; i < inByte; ++i)
                to[i] = byte >> (7 - i) & 1;
            m_firstBlack = std::min(m_firstBlack, x);
            m_afterLastBlack = x + inByte;
        }
    }

private:
    std::vector<quint8> m_pixels;
    int m_firstBlack = 0;
    int m_afterLastBlack = 0;
};

QByteArray codeRegion(const BilevelView &image)
{
    ArithmeticEncoder encoder(contexts);
    const int width = image.width;
    Row farAbove(width);
    Row above(width);
    Row row(width);
    for (int y = 0; y < image.height; ++y) {
        row.read(image.rows + y * image.stride, width);
        // Left of all black in the three rows, and right of it, every context is 0.
        const int first = std::min({row.firstBlack(), above.firstBlack(), farAbove.firstBlack()});
        const int last = std::max({row.afterLastBlack(), above.afterLastBlack(), farAbove.afterLastBlack()});
        const int begin = std::clamp(first - reach, 0, width);
        const int end = std::clamp(last + reach, begin, width);
        encoder.encodeZeros(0, begin);
        unsigned two = 0;
        unsigned one = 0;
        unsigned own = 0;
        for (int x = begin - farAboveAhead; x < begin + farAboveAhead; ++x)
            two = two << 1 | farAbove[x];
        for (int x = begin - aboveAhead; x < begin + aboveAhead; ++x)
            one = one << 1 | above[x];
        for (int x = begin; x < end; ++x) {
            two = (two << 1 | farAbove[x + farAboveAhead]) & 0x1F;
            one = (one << 1 | above[x + aboveAhead]) & 0x7F;
            const unsigned pixel = row[x];
            encoder.encode(two << 11 | one << 4 | own, pixel);
            own = (own << 1 | pixel) & 0xF;
        }
        encoder.encodeZeros(0, width - end);
        std::swap(farAbove, above);
        std::swap(above, row);
    }
    return encoder.finish();
}

void append(QByteArray &to, quint32 value)
{
    char bytes[4];
    qToBigEndian(value, bytes);
    to.append(bytes, sizeof bytes);
}

/// Segment header (7.2) of a segment that refers to no other, on page 1, and its data.
void appendSegment(QByteArray &to, quint32 number, quint8 type, const QByteArray &data)
{
    append(to, number);
    to.append(static_cast<char>(type));
    to.append('\0');
    to.append('\1');
    append(to, static_cast<quint32>(data.size()));
    to.append(data);
}

} // namespace

QByteArray encodeJbig2(const BilevelView &image)
{
    const auto width = static_cast<quint32>(image.width);
    const auto height = static_cast<quint32>(image.height);

    QByteArray page; // 7.4.8: size, no resolution, flags "finally lossless", no stripes
    append(page, width);
    append(page, height);
    append(page, 0);
    append(page, 0);
    page.append('\1');
    page.append(QByteArray(2, '\0'));

    QByteArray region; // 7.4.1: size, place, combined by OR; 7.4.6: template 0 and its adaptive pixels
    append(region, width);
    append(region, height);
    append(region, 0);
    append(region, 0);
    region.append('\0');
    region.append('\0');
    region.append(QByteArray::fromHex("03FFFDFF02FEFEFE"));
    region.append(codeRegion(image));

    QByteArray stream;
    appendSegment(stream, 0, pageInformation, page);
    appendSegment(stream, 1, immediateLosslessRegion, region);
    return stream;
}

} // namespace sohoa
