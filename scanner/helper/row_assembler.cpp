// SPDX-License-Identifier: GPL-3.0-or-later
#include "scanner/helper/row_assembler.h"

#include <algorithm>
#include <cstring>
#include <utility>

namespace sohoa::scan {

RowAssembler::RowAssembler(qsizetype lineBytes, qsizetype rowBytes)
    : m_lineBytes(lineBytes)
    , m_rowBytes(rowBytes)
{
    Q_ASSERT(rowBytes >= 1 && rowBytes <= lineBytes);
}

void RowAssembler::append(const char *bytes, qsizetype count)
{
    if (!m_part.isEmpty()) {
        const qsizetype missing = std::min(m_lineBytes - m_part.size(), count);
        m_part.append(bytes, missing);
        bytes += missing;
        count -= missing;
        if (m_part.size() < m_lineBytes)
            return;
        m_rows.append(m_part.constData(), m_rowBytes);
        ++m_rowCount;
        m_part.clear();
    }
    const qsizetype lines = count / m_lineBytes;
    if (m_lineBytes == m_rowBytes) {
        m_rows.append(bytes, lines * m_lineBytes);
    } else {
        for (qsizetype line = 0; line < lines; ++line)
            m_rows.append(bytes + line * m_lineBytes, m_rowBytes);
    }
    m_rowCount += lines;
    m_part.append(bytes + lines * m_lineBytes, count - lines * m_lineBytes);
}

QByteArray RowAssembler::take()
{
    return std::exchange(m_rows, {});
}

QByteArray expandedBits(const QByteArray &rows, int width)
{
    const qsizetype lineBytes = 3 * ((qsizetype{width} + 7) / 8);
    const qsizetype lines = rows.size() / lineBytes;
    QByteArray pixels(lines * 3 * width, '\0');
    char *out = pixels.data();
    for (qsizetype line = 0; line < lines; ++line) {
        const char *in = rows.constData() + line * lineBytes;
        for (int x = 0; x < width; ++x) {
            const qsizetype octet = 3 * (x / 8);
            for (qsizetype channel = 0; channel < 3; ++channel)
                *out++ = (in[octet + channel] >> (7 - x % 8) & 1) != 0 ? '\xff' : '\0';
        }
    }
    return pixels;
}

QByteArray interleaved(const QByteArray &red, const QByteArray &green, const QByteArray &blue, int sampleBytes)
{
    Q_ASSERT(red.size() == green.size() && red.size() == blue.size());
    QByteArray pixels(3 * red.size(), Qt::Uninitialized);
    char *out = pixels.data();
    for (qsizetype at = 0; at + sampleBytes <= red.size(); at += sampleBytes) {
        for (const QByteArray *plane : {&red, &green, &blue}) {
            std::memcpy(out, plane->constData() + at, static_cast<size_t>(sampleBytes));
            out += sampleBytes;
        }
    }
    return pixels;
}

} // namespace sohoa::scan
