// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/catalogue/cells.h"

namespace sohoa::cells {

using namespace Qt::StringLiterals;

QStringList list(const QString &cell, QChar separator)
{
    QStringList parts;
    for (const QString &part : cell.split(separator, Qt::SkipEmptyParts)) {
        if (const QString trimmed = part.trimmed(); !trimmed.isEmpty())
            parts << trimmed;
    }
    return parts;
}

Result<Confidence> confidence(const CsvTable &table, const CsvRow &row, const QString &column)
{
    const QString cell = table.cell(row, column);
    if (cell == u"sure")
        return Confidence::Sure;
    if (cell == u"likely")
        return Confidence::Likely;
    if (cell == u"check" || cell.isEmpty())
        return Confidence::Check;
    return table.invalid(row, column, u"neither sure, likely nor check"_s);
}

Result<std::optional<QDate>> date(const CsvTable &table, const CsvRow &row, const QString &column)
{
    const QString cell = table.cell(row, column);
    if (cell.isEmpty())
        return std::nullopt;
    const QDate day = QDate::fromString(cell, Qt::ISODate);
    if (!day.isValid())
        return table.invalid(row, column, u"no date as 2025-07-01"_s);
    return day;
}

Result<int> number(const CsvTable &table, const CsvRow &row, const QString &column)
{
    bool ok = false;
    const int value = table.cell(row, column).toInt(&ok);
    if (!ok)
        return table.invalid(row, column, u"no whole number"_s);
    return value;
}

Result<std::optional<QRegularExpression>> expression(const CsvTable &table, const CsvRow &row,
                                                     const QString &column)
{
    const QString cell = table.cell(row, column);
    if (cell.isEmpty())
        return std::nullopt;
    constexpr qsizetype longest = 4'000;
    if (cell.size() > longest)
        return table.invalid(row, column, u"an expression longer than %1"_s.arg(longest));
    QRegularExpression compiled(cell);
    if (!compiled.isValid())
        return table.invalid(
            row, column,
            u"bad expression at %1: %2"_s.arg(compiled.patternErrorOffset()).arg(compiled.errorString()));
    compiled.optimize();
    return compiled;
}

Result<std::array<double, 4>> zone(const CsvTable &table, const CsvRow &row, const QString &column)
{
    const QStringList parts = list(table.cell(row, column), u' ');
    std::array<double, 4> shares = {0, 0, 1, 1};
    if (parts.isEmpty())
        return shares;
    bool good = parts.size() == 4;
    for (qsizetype i = 0; good && i < 4; ++i) {
        shares[static_cast<size_t>(i)] = parts[i].toDouble(&good);
        good = good && shares[static_cast<size_t>(i)] >= 0 && shares[static_cast<size_t>(i)] <= 1;
    }
    if (!good || shares[0] >= shares[2] || shares[1] >= shares[3])
        return table.invalid(row, column, u"not four shares of a page as 0.5 0 1 0.3"_s);
    return shares;
}

Result<QString> validityRule(const CsvTable &table, const CsvRow &row, const QString &column)
{
    static const QStringList words = {u"indefinite"_s, u"calendar_year"_s, u"until_replaced"_s,
                                      u"until_stated_date"_s, u"one_off"_s};
    static const QRegularExpression months(u"^months_from_issue:[1-9]\\d{0,3}$"_s);
    const QString cell = table.cell(row, column);
    const bool known = cell.isEmpty() || words.contains(cell) || months.match(cell).hasMatch() ||
                       (cell.startsWith(u"until_event:") && cell.size() > 12);
    if (!known)
        return table.invalid(row, column, u"unknown validity rule"_s);
    return cell;
}

} // namespace sohoa::cells
