// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/acquisition/page_print.h"

#include <QSysInfo>

#include <algorithm>
#include <cmath>
#include <cstring>
#include <span>

namespace sohoa {

namespace {

constexpr double cellMillimetres = 2;
constexpr int leastColumns = 32;
/// Looking at every pixel of a large cell tells nothing more and takes the encoder's time.
constexpr int samplesPerCell = 16;
constexpr int maxShift = 2; ///< Cells: 4 mm either way, what a feeder's guides allow.
/// Brightness by which a smoothed cell may differ from those around its place on the same paper, fed again: made
/// pages with shift, slant and grain give 20, one large figure instead of another 21, other words 58. Strict on
/// purpose: who is asked about every form that differs in a number learns to answer without looking.
constexpr int maxDifference = 20;
/// The likeness of pages that differ at a single place, however alike they are elsewhere.
constexpr double differentAtAPlace = 0.9;
/// Standard deviation below which cells show paper and noise only.
constexpr double plainDeviation = 1.5;
/// Rows of filler that no paper shows: a few may be chance, JPEG fills in blocks of 8 or 16.
constexpr int leastFillerRows = 8;

struct Moments {
    double mean = 0;
    double deviation = 0;
};

Moments momentsOf(const QByteArray &cells)
{
    double sum = 0;
    double squares = 0;
    for (const char cell : cells) {
        const double value = static_cast<uchar>(cell);
        sum += value;
        squares += value * value;
    }
    const auto count = static_cast<double>(std::max<qsizetype>(cells.size(), 1));
    const double mean = sum / count;
    return {mean, std::sqrt(std::max(0.0, squares / count - mean * mean))};
}

/// Each cell as the mean of its neighbourhood: what is left of a shift by a part of a cell, or of a slant, does
/// not count then.
PagePrint smoothed(const PagePrint &print)
{
    PagePrint smooth{print.columns, QByteArray(print.cells.size(), Qt::Uninitialized)};
    for (int y = 0; y < print.rows(); ++y) {
        for (int x = 0; x < print.columns; ++x) {
            int sum = 0;
            int count = 0;
            for (int ny = std::max(0, y - 1); ny <= std::min(print.rows() - 1, y + 1); ++ny)
                for (int nx = std::max(0, x - 1); nx <= std::min(print.columns - 1, x + 1); ++nx, ++count)
                    sum += static_cast<uchar>(print.cells[ny * print.columns + nx]);
            smooth.cells[y * print.columns + x] = static_cast<char>(sum / count);
        }
    }
    return smooth;
}

/// Correlation of the cells that lie over each other when `b` is moved by dx, dy.
double correlation(const PagePrint &a, const PagePrint &b, int dx, int dy)
{
    const int left = std::max(0, dx);
    const int right = std::min(a.columns, b.columns + dx);
    const int top = std::max(0, dy);
    const int bottom = std::min(a.rows(), b.rows() + dy);
    double sumA = 0;
    double sumB = 0;
    double sumAA = 0;
    double sumBB = 0;
    double sumAB = 0;
    for (int y = top; y < bottom; ++y) {
        for (int x = left; x < right; ++x) {
            const double va = static_cast<uchar>(a.cells[y * a.columns + x]);
            const double vb = static_cast<uchar>(b.cells[(y - dy) * b.columns + x - dx]);
            sumA += va;
            sumB += vb;
            sumAA += va * va;
            sumBB += vb * vb;
            sumAB += va * vb;
        }
    }
    const double count = std::max(0, right - left) * std::max(0, bottom - top);
    const double varianceA = sumAA - sumA * sumA / std::max(count, 1.0);
    const double varianceB = sumBB - sumB * sumB / std::max(count, 1.0);
    if (count < 1 || varianceA <= 0 || varianceB <= 0)
        return 0;
    return (sumAB - sumA * sumB / count) / std::sqrt(varianceA * varianceB);
}

/// The largest difference of a cell of `a` to the most similar cell of `b` around the same place: what one word or
/// one figure changes, though all the rest of two forms agrees.
int worstDifference(const PagePrint &a, const PagePrint &b, int dx, int dy)
{
    int worst = 0;
    for (int y = 0; y < a.rows(); ++y) {
        for (int x = 0; x < a.columns; ++x) {
            int least = 256;
            for (int ny = std::max(0, y - dy - 1); ny <= std::min(b.rows() - 1, y - dy + 1); ++ny)
                for (int nx = std::max(0, x - dx - 1); nx <= std::min(b.columns - 1, x - dx + 1); ++nx)
                    least = std::min(least, std::abs(static_cast<uchar>(a.cells[y * a.columns + x]) -
                                                     static_cast<uchar>(b.cells[ny * b.columns + nx])));
            if (least < 256)
                worst = std::max(worst, least);
        }
    }
    return worst;
}

int cellOf(const PageGeometry &geometry)
{
    const int byPaper = static_cast<int>(std::lround(geometry.dpi * cellMillimetres / millimetresPerInch));
    return std::max(1, std::min(byPaper, geometry.width / leastColumns));
}

} // namespace

bool PagePrint::isPlain() const
{
    return momentsOf(cells).deviation < plainDeviation;
}

QByteArray PagePrint::toBytes() const
{
    return QByteArray::number(columns) + ' ' + cells;
}

PagePrint PagePrint::fromBytes(const QByteArray &bytes)
{
    const qsizetype space = bytes.indexOf(' ');
    PagePrint print{bytes.left(std::max<qsizetype>(space, 0)).toInt(), bytes.mid(space + 1)};
    if (space < 1 || print.columns < 1 || print.cells.size() % print.columns != 0)
        return {};
    return print;
}

double likeness(const PagePrint &a, const PagePrint &b)
{
    if (a.columns == 0 || b.columns == 0 || std::abs(a.columns - b.columns) > maxShift ||
        std::abs(a.rows() - b.rows()) > maxShift || a.isPlain() || b.isPlain())
        return 0;
    const PagePrint left = smoothed(a);
    const PagePrint right = smoothed(b);
    double best = -1;
    int bestX = 0;
    int bestY = 0;
    for (int dy = -maxShift; dy <= maxShift; ++dy) {
        for (int dx = -maxShift; dx <= maxShift; ++dx) {
            const double now = correlation(left, right, dx, dy);
            if (now > best) {
                best = now;
                bestX = dx;
                bestY = dy;
            }
        }
    }
    const int worst =
        std::max(worstDifference(left, right, bestX, bestY), worstDifference(right, left, -bestX, -bestY));
    return worst > maxDifference ? std::min(best, differentAtAPlace) : best;
}

PagePrintMaker::PagePrintMaker(const PageGeometry &geometry)
    : m_geometry(geometry)
    , m_rowBytes(bytesPerRow(geometry.format, geometry.width))
    , m_cell(cellOf(geometry))
    , m_step(std::max(1, m_cell / samplesPerCell))
    , m_sums(static_cast<size_t>((geometry.width + m_cell - 1) / m_cell))
{
}

void PagePrintMaker::add(const QByteArray &bytes)
{
    const char *data = bytes.constData();
    qsizetype size = bytes.size();
    if (!m_rest.isEmpty()) {
        const qsizetype missing = std::min(m_rowBytes - m_rest.size(), size);
        m_rest.append(data, missing);
        data += missing;
        size -= missing;
        if (m_rest.size() < m_rowBytes)
            return;
        addRow(reinterpret_cast<const uchar *>(m_rest.constData()));
        m_rest.clear();
    }
    for (; size >= m_rowBytes; data += m_rowBytes, size -= m_rowBytes)
        addRow(reinterpret_cast<const uchar *>(data));
    m_rest = QByteArray(data, size);
}

void PagePrintMaker::addRow(const uchar *row)
{
    if (isFiller(row))
        ++m_fillerRows;
    else if (m_fillerRows > 0 && !isPadding(row))
        m_fillerRows = 0;
    if (m_row % m_step == 0) {
        ++m_rowsInCell;
        for (int x = 0; x < m_geometry.width; x += m_step)
            m_sums[static_cast<size_t>(x / m_cell)] += brightness(row, x);
    }
    if (++m_row % m_cell == 0)
        endCellRow();
}

int PagePrintMaker::brightness(const uchar *row, int x) const
{
    // Of 16-bit samples the byte that counts.
    constexpr int high = Q_BYTE_ORDER == Q_LITTLE_ENDIAN ? 1 : 0;
    switch (m_geometry.format) {
    case PixelFormat::Bilevel1:
        return (row[x / 8] >> (7 - x % 8) & 1) != 0 ? 0 : 255;
    case PixelFormat::Gray8:
        return row[x];
    case PixelFormat::Gray16:
        return row[2 * x + high];
    case PixelFormat::Rgb8: // Green alone: three quarters of what an eye calls bright.
        return row[3 * x + 1];
    case PixelFormat::Rgb16:
        return row[6 * x + 2 + high];
    }
    Q_UNREACHABLE();
}

bool PagePrintMaker::isFiller(const uchar *row) const
{
    const bool bytewise = m_geometry.format == PixelFormat::Gray8 || m_geometry.format == PixelFormat::Rgb8;
    constexpr int filler = 128; ///< A decoder may round by one.
    return bytewise && std::ranges::all_of(std::span(row, static_cast<size_t>(m_rowBytes)), [](uchar sample) {
               return sample >= filler - 1 && sample <= filler + 1;
           });
}

bool PagePrintMaker::isPadding(const uchar *row) const
{
    return std::ranges::all_of(std::span(row, static_cast<size_t>(m_rowBytes)),
                               [](uchar sample) { return sample == 255; });
}

void PagePrintMaker::endCellRow()
{
    for (size_t column = 0; column < m_sums.size(); ++column) {
        const int left = static_cast<int>(column) * m_cell;
        const int right = std::min(left + m_cell, m_geometry.width);
        // How many multiples of the step lie in the cell.
        const int looked = (right + m_step - 1) / m_step - (left + m_step - 1) / m_step;
        m_cells.append(static_cast<char>(m_sums[column] / std::max(1, looked * m_rowsInCell)));
        m_sums[column] = 0;
    }
    m_rowsInCell = 0;
}

PagePrint PagePrintMaker::print() const
{
    PagePrintMaker whole(*this);
    if (whole.m_rowsInCell > 0)
        whole.endCellRow();
    return {static_cast<int>(m_sums.size()), whole.m_cells};
}

bool PagePrintMaker::endsTorn() const
{
    return m_fillerRows >= leastFillerRows && m_fillerRows < m_row;
}

} // namespace sohoa
