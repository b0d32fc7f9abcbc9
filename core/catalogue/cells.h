// SPDX-License-Identifier: GPL-3.0-or-later
/// Cells of the catalogue's tables as values. Private to core/catalogue.
#pragma once

#include "core/catalogue/csv_table.h"
#include "core/catalogue/procedure.h"

#include <QDate>
#include <QRegularExpression>

#include <array>
#include <optional>

namespace sohoa::cells {

/// Parts of a cell, trimmed, empty ones left out.
QStringList list(const QString &cell, QChar separator);

/// "sure", "likely", "check"; empty: Check.
Result<Confidence> confidence(const CsvTable &table, const CsvRow &row, const QString &column);

/// An ISO date; nothing for an empty cell.
Result<std::optional<QDate>> date(const CsvTable &table, const CsvRow &row, const QString &column);

/// A whole number.
Result<int> number(const CsvTable &table, const CsvRow &row, const QString &column);

/// A compiled expression; nothing for an empty cell.
Result<std::optional<QRegularExpression>> expression(const CsvTable &table, const CsvRow &row,
                                                     const QString &column);

/// Four shares of a page, "0.5 0 1 0.3": left, top, right, bottom; the whole page for an empty cell.
Result<std::array<double, 4>> zone(const CsvTable &table, const CsvRow &row, const QString &column);

/// A word of the validity vocabulary that proposeValidity() knows; empty is allowed.
Result<QString> validityRule(const CsvTable &table, const CsvRow &row, const QString &column);

} // namespace sohoa::cells
