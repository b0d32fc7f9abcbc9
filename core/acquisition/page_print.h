// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/page_source.h"

#include <QByteArray>

#include <vector>

namespace sohoa {

/// How a page looks from far away: the mean brightness of cells of about 2 mm (of a thirty-second of the width
/// when the page is narrower than 64 mm). Tells a sheet that was fed before from another one.
struct PagePrint {
    int columns = 0;
    QByteArray cells; ///< Row by row, one byte a cell, 255 = white.

    int rows() const { return columns > 0 ? static_cast<int>(cells.size() / columns) : 0; }
    /// No ink that could tell one such page from another.
    bool isPlain() const;
    /// For the store; fromBytes() gives an empty print for what is none.
    QByteArray toBytes() const;
    static PagePrint fromBytes(const QByteArray &bytes);
};

/// How alike two pages are, -1..1: the correlation of their cells at the best of the small shifts that a second
/// feeding may bring. 0 when sizes differ by more than that, or when one of them is plain.
double likeness(const PagePrint &a, const PagePrint &b);

/// The same paper fed again gives 0.97 and more, two forms filled in differently 0.5 to 0.9 (measured on scanned
/// and skewed pages of the same template).
constexpr double samePaper = 0.93;

/// Makes the print of a page while its rows come, and watches for a torn end. Not thread-safe.
class PagePrintMaker {
public:
    explicit PagePrintMaker(const PageGeometry &geometry);

    /// Bytes of rows, cut anywhere.
    void add(const QByteArray &bytes);
    PagePrint print() const;
    /// The page ends in rows of the gray with which decoders fill what never came (libjpeg: 128 in every sample):
    /// a driver has handed on a damaged picture as a whole one.
    bool endsTorn() const;

private:
    void addRow(const uchar *row);
    int brightness(const uchar *row, int x) const;
    bool isFiller(const uchar *row) const;
    void endCellRow();

    const PageGeometry m_geometry;
    const qsizetype m_rowBytes;
    const int m_cell; ///< Pixels.
    const int m_step; ///< Every how many pixels and rows are looked at.
    QByteArray m_rest;
    std::vector<int> m_sums;
    int m_rowsInCell = 0; ///< Looked at.
    int m_row = 0;
    int m_fillerRows = 0; ///< The last rows seen.
    QByteArray m_cells;
};

} // namespace sohoa
