// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDate>
#include <QString>

#include <compare>
#include <optional>

namespace sohoa {

/// A moment: milliseconds since 1970-01-01T00:00:00Z.
struct Instant {
    qint64 msecs = 0;

    /// RFC 3339 in UTC with milliseconds: "2026-11-23T02:59:32.000Z".
    QString toString() const;
    /// The same moment in Vietnam's zone (+07:00, no summer time): "2026-11-23T09:59:32+07:00".
    QString toVietnamTime() const;
    /// The civil day on which the moment falls in Vietnam.
    QDate vietnamDate() const;
    static std::optional<Instant> fromString(const QString &text);

    friend auto operator<=>(const Instant &, const Instant &) = default;
};

/// A date as old papers give it: a day, a month ("03/1975") or only a year ("1975"). Never completed with 01/01.
class PartialDate {
public:
    /// Takes ISO ("1975", "1975-03", "1975-03-21") and Vietnamese forms ("1975", "03/1975", "21/03/1975", also
    /// with
    /// "-" or "." between). Nothing when it is no date of the calendar or the year is outside 1800..2199.
    static std::optional<PartialDate> parse(const QString &text);
    static PartialDate fromDate(const QDate &date);

    int year() const { return m_year; }
    std::optional<int> month() const;
    std::optional<int> day() const;
    /// The whole date, when the day is known.
    std::optional<QDate> date() const;
    /// "1975", "1975-03" or "1975-03-21": how it is stored and sent.
    QString toIso() const;
    /// "1975", "03/1975" or "21/03/1975": how it is shown.
    QString toDisplay() const;

    friend bool operator==(const PartialDate &, const PartialDate &) = default;

private:
    int m_year = 0;
    int m_month = 0; ///< 0: unknown
    int m_day = 0;   ///< 0: unknown
};

} // namespace sohoa
