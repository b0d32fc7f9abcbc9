// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"

#include <QByteArray>
#include <QString>
#include <QStringList>

#include <vector>

namespace sohoa {

/// One record. `number` counts as a spreadsheet does: the line with the column names is row 1.
struct CsvRow {
    int number = 0;
    QStringList cells; ///< As many as the header has; NFC; without blanks at the ends.
};

/// A table with named columns, read strictly: RFC 4180, UTF-8 (a byte order mark is tolerated), lines ended by LF
/// or CRLF, empty lines skipped.
class CsvTable {
public:
    /// `file` only names the table in errors.
    /// Errors: CatalogueInvalid (args: file, row, column, detail; `row` and `column` may be empty) when the bytes
    /// are no UTF-8, hold a NUL, are larger than 16 MiB, have more than 50 000 rows, a quote stands where none
    /// may, a column name is empty or there twice, a row has another number of cells than the header, or a cell is
    /// longer than 8000 letters or a spreadsheet's formula.
    static Result<CsvTable> parse(const QByteArray &bytes, const QString &file);

    const QString &file() const { return m_file; }
    const QStringList &header() const { return m_header; }
    const std::vector<CsvRow> &rows() const { return m_rows; }
    bool hasColumn(const QString &name) const { return m_header.contains(name); }
    /// The cell of a column; empty when the table has no such column.
    QString cell(const CsvRow &row, const QString &column) const;
    /// CatalogueInvalid when one of the columns is missing (args: column).
    Result<void> require(const QStringList &columns) const;
    /// The error for one cell of this table.
    tl::unexpected<Error> invalid(const CsvRow &row, const QString &column, const QString &detail) const;

private:
    QString m_file;
    QStringList m_header;
    std::vector<CsvRow> m_rows;
};

} // namespace sohoa
