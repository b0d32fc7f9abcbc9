// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/dates.h"

#include "core/base/clock.h"

#include <QDateTime>
#include <QRegularExpression>
#include <QTimeZone>

namespace sohoa {

using namespace Qt::StringLiterals;

namespace {
constexpr int vietnamOffsetSeconds = 7 * 3600;

QDateTime inVietnam(qint64 msecs)
{
    return QDateTime::fromMSecsSinceEpoch(msecs, QTimeZone(vietnamOffsetSeconds));
}
} // namespace

Instant SystemClock::now() const
{
    return Instant{QDateTime::currentMSecsSinceEpoch()};
}

QString Instant::toString() const
{
    return QDateTime::fromMSecsSinceEpoch(msecs, QTimeZone::utc()).toString(Qt::ISODateWithMs);
}

QString Instant::toVietnamTime() const
{
    return inVietnam(msecs).toString(Qt::ISODate);
}

QDate Instant::vietnamDate() const
{
    return inVietnam(msecs).date();
}

std::optional<Instant> Instant::fromString(const QString &text)
{
    const QDateTime time = QDateTime::fromString(text, Qt::ISODateWithMs);
    if (!time.isValid() || time.timeSpec() == Qt::LocalTime)
        return std::nullopt;
    return Instant{time.toMSecsSinceEpoch()};
}

std::optional<PartialDate> PartialDate::parse(const QString &text)
{
    static const QRegularExpression iso(u"^(\\d{4})(?:-(\\d{1,2})(?:-(\\d{1,2}))?)?$"_s);
    static const QRegularExpression vietnamese(u"^(?:(?:(\\d{1,2})[/.-])?(\\d{1,2})[/.-])?(\\d{4})$"_s);
    const QString trimmed = text.trimmed();
    PartialDate result;
    if (const auto match = iso.match(trimmed); match.hasMatch()) {
        result.m_year = match.captured(1).toInt();
        result.m_month = match.captured(2).toInt();
        result.m_day = match.captured(3).toInt();
        if ((match.hasCaptured(2) && result.m_month == 0) || (match.hasCaptured(3) && result.m_day == 0))
            return std::nullopt;
    } else if (const auto other = vietnamese.match(trimmed); other.hasMatch()) {
        result.m_day = other.captured(1).toInt();
        result.m_month = other.captured(2).toInt();
        result.m_year = other.captured(3).toInt();
        if ((other.hasCaptured(1) && result.m_day == 0) || (other.hasCaptured(2) && result.m_month == 0))
            return std::nullopt;
    } else {
        return std::nullopt;
    }
    if (result.m_year < 1800 || result.m_year > 2199 || result.m_month > 12)
        return std::nullopt;
    if (result.m_day != 0 && !QDate::isValid(result.m_year, result.m_month, result.m_day))
        return std::nullopt;
    return result;
}

PartialDate PartialDate::fromDate(const QDate &date)
{
    PartialDate result;
    result.m_year = date.year();
    result.m_month = date.month();
    result.m_day = date.day();
    return result;
}

std::optional<int> PartialDate::month() const
{
    return m_month ? std::optional(m_month) : std::nullopt;
}

std::optional<int> PartialDate::day() const
{
    return m_day ? std::optional(m_day) : std::nullopt;
}

std::optional<QDate> PartialDate::date() const
{
    return m_day ? std::optional(QDate(m_year, m_month, m_day)) : std::nullopt;
}

QString PartialDate::toIso() const
{
    QString text = u"%1"_s.arg(m_year, 4, 10, QLatin1Char('0'));
    if (m_month)
        text += u"-%1"_s.arg(m_month, 2, 10, QLatin1Char('0'));
    if (m_day)
        text += u"-%1"_s.arg(m_day, 2, 10, QLatin1Char('0'));
    return text;
}

QString PartialDate::toDisplay() const
{
    QString text;
    if (m_day)
        text += u"%1/"_s.arg(m_day, 2, 10, QLatin1Char('0'));
    if (m_month)
        text += u"%1/"_s.arg(m_month, 2, 10, QLatin1Char('0'));
    return text + QString::number(m_year);
}

} // namespace sohoa
