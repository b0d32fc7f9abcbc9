// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

namespace sohoa::scan {

/// Cuts the bytes of a driver into rows and drops the padding at their ends.
class RowAssembler {
public:
    /// Of `lineBytes` bytes a driver sends for a line the first `rowBytes` are pixels. 1 <= rowBytes <= lineBytes.
    RowAssembler(qsizetype lineBytes, qsizetype rowBytes);

    void append(const char *bytes, qsizetype count);
    /// Whole tight rows since the last take.
    QByteArray take();
    qsizetype waiting() const { return m_rows.size(); } ///< Bytes that take() would give.
    qsizetype rowCount() const { return m_rowCount; }   ///< Since the beginning.
    bool midRow() const { return !m_part.isEmpty(); }   ///< The last line is not whole.

private:
    qsizetype m_lineBytes;
    qsizetype m_rowBytes;
    qsizetype m_rowCount = 0;
    QByteArray m_part;
    QByteArray m_rows;
};

/// Colour of one bit a sample, as SANE packs it (for eight pixels a byte of red, one of green, one of blue; 1 =
/// full intensity), as Rgb8. `rows` holds whole rows of 3 × ceil(width / 8) bytes.
QByteArray expandedBits(const QByteArray &rows, int width);

/// Three planes of equal size, one channel each, as pixels of three samples of `sampleBytes`.
QByteArray interleaved(const QByteArray &red, const QByteArray &green, const QByteArray &blue, int sampleBytes);

} // namespace sohoa::scan
