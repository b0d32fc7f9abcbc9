// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/sql.h"

#include <SQLiteCpp/Column.h>
#include <SQLiteCpp/Exception.h>
#include <SQLiteCpp/Statement.h>
#include <sqlite3.h>

#include <string>

namespace sohoa {

bool SqlRow::isNull(int column) const
{
    return m_statement.isColumnNull(column);
}

qint64 SqlRow::integer(int column) const
{
    return m_statement.getColumn(column).getInt64();
}

double SqlRow::real(int column) const
{
    return m_statement.getColumn(column).getDouble();
}

QString SqlRow::text(int column) const
{
    const SQLite::Column value = m_statement.getColumn(column);
    // The text first: asking for it may convert the value, and the size is that of the converted one.
    const char *bytes = value.getText();
    return QString::fromUtf8(bytes, value.getBytes());
}

QByteArray SqlRow::blob(int column) const
{
    const SQLite::Column value = m_statement.getColumn(column);
    const auto *bytes = static_cast<const char *>(value.getBlob());
    return {bytes, value.getBytes()};
}

std::optional<QDate> SqlRow::date(int column) const
{
    if (isNull(column))
        return std::nullopt;
    const QDate date = QDate::fromString(text(column), Qt::ISODate);
    return demand(date.isValid() ? std::optional(date) : std::nullopt, column);
}

void SqlRow::corrupt(int column)
{
    throw SQLite::Exception("column " + std::to_string(column) + " does not hold what the schema promises",
                            SQLITE_CORRUPT);
}

} // namespace sohoa
