// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sync/sync_policy.h"

#include <QRegularExpression>

#include <algorithm>

namespace sohoa {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 minuteMs = 60'000;
constexpr int dayMinutes = 24 * 60;
constexpr qint64 dayMs = dayMinutes * minuteMs;
constexpr qint64 vietnamOffsetMs = 7 * 60 * minuteMs; // no summer time

/// Of Vietnam's day, 0..dayMs-1; also before 1970.
qint64 timeOfDay(Instant moment)
{
    const qint64 within = (moment.msecs + vietnamOffsetMs) % dayMs;
    return within < 0 ? within + dayMs : within;
}

std::optional<int> minutesOf(const QString &hour, const QString &minute)
{
    const int hours = hour.toInt();
    const int minutes = minute.toInt(); // 0 when none are given
    if (hours > 24 || minutes > 59 || (hours == 24 && minutes > 0))
        return std::nullopt;
    return (hours * 60 + minutes) % dayMinutes;
}

QString clockText(int minutes)
{
    return u"%1:%2"_s.arg(minutes / 60, 2, 10, QChar(u'0')).arg(minutes % 60, 2, 10, QChar(u'0'));
}

} // namespace

std::optional<SendHours> SendHours::parse(const QString &text)
{
    static const QRegularExpression form(
        u"\\A\\s*(\\d{1,2})(?::(\\d{2}))?\\s*[-\u2013]\\s*(\\d{1,2})(?::(\\d{2}))?\\s*\\z"_s);
    const auto match = form.match(text);
    if (!match.hasMatch())
        return std::nullopt;
    const auto from = minutesOf(match.captured(1), match.captured(2));
    const auto until = minutesOf(match.captured(3), match.captured(4));
    if (!from || !until || *from == *until)
        return std::nullopt;
    return SendHours(*from, *until);
}

QString SendHours::toString() const
{
    return clockText(m_from) + u'-' + clockText(m_until);
}

QString SendHours::begin() const
{
    return clockText(m_from);
}

bool SendHours::isOpen(Instant now) const
{
    const qint64 time = timeOfDay(now);
    const bool afterBegin = time >= m_from * minuteMs;
    const bool beforeEnd = time < m_until * minuteMs;
    return m_from < m_until ? afterBegin && beforeEnd : afterBegin || beforeEnd;
}

Instant SendHours::nextChange(Instant now) const
{
    const qint64 time = timeOfDay(now);
    const auto ahead = [time](int minutes) {
        const qint64 wait = minutes * minuteMs - time;
        return wait > 0 ? wait : wait + dayMs;
    };
    return {now.msecs + std::min(ahead(m_from), ahead(m_until))};
}

} // namespace sohoa
