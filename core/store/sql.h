// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/dates.h"
#include "core/base/id.h"

#include <QByteArray>
#include <QDate>
#include <QString>

#include <concepts>
#include <optional>
#include <variant>

namespace SQLite {
class Statement;
}

namespace sohoa {

/// A value to bind to a statement, in the forms the store keeps things in: ids as 36 characters, moments as UTC
/// milliseconds, civil dates as ISO text, an empty optional and a null id as NULL. A null QString is the empty
/// text, never NULL.
class SqlValue {
public:
    using Content = std::variant<std::monostate, qint64, double, QString, QByteArray>;

    template <std::integral Integer> SqlValue(Integer value)
        : m_content(static_cast<qint64>(value))
    {
    }
    SqlValue(std::nullopt_t) {}
    SqlValue(double value)
        : m_content(value)
    {
    }
    SqlValue(const QString &text)
        : m_content(text)
    {
    }
    SqlValue(const QByteArray &blob)
        : m_content(blob)
    {
    }
    SqlValue(Instant moment)
        : m_content(moment.msecs)
    {
    }
    SqlValue(const QDate &date)
        : m_content(date.toString(Qt::ISODate))
    {
    }
    template <class Tag> SqlValue(const Id<Tag> &id)
    {
        if (!id.isNull())
            m_content = id.toString();
    }
    template <class T> SqlValue(const std::optional<T> &value)
    {
        if (value)
            m_content = SqlValue(*value).m_content;
    }

    const Content &content() const { return m_content; }

private:
    Content m_content;
};

/// The row at which a query stands; lives only inside the callback of Database::query(). Columns count from 0.
/// What is not as the schema promises (an id that is none) ends the query with StoreCorrupt.
class SqlRow {
public:
    explicit SqlRow(SQLite::Statement &statement)
        : m_statement(statement)
    {
    }

    bool isNull(int column) const;
    qint64 integer(int column) const;
    int number(int column) const { return static_cast<int>(integer(column)); }
    bool flag(int column) const { return integer(column) != 0; }
    double real(int column) const;
    QString text(int column) const;
    QByteArray blob(int column) const;
    Instant instant(int column) const { return {integer(column)}; }
    std::optional<QDate> date(int column) const;
    std::optional<int> optionalNumber(int column) const
    {
        return isNull(column) ? std::nullopt : std::optional(number(column));
    }
    std::optional<Instant> optionalInstant(int column) const
    {
        return isNull(column) ? std::nullopt : std::optional(instant(column));
    }

    /// NULL gives the null id.
    template <class AnyId> AnyId id(int column) const
    {
        return isNull(column) ? AnyId() : demand(AnyId::fromString(text(column)), column);
    }
    template <class AnyId> std::optional<AnyId> optionalId(int column) const
    {
        return isNull(column) ? std::nullopt : std::optional(id<AnyId>(column));
    }
    /// The value that a text of the schema's vocabulary stands for: `row.demand(stateFromString(row.text(3)), 3)`.
    template <class T> T demand(std::optional<T> value, int column) const
    {
        if (!value)
            corrupt(column);
        return *std::move(value);
    }

private:
    [[noreturn]] static void corrupt(int column);

    SQLite::Statement &m_statement;
};

} // namespace sohoa
