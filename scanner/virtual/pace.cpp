// SPDX-License-Identifier: GPL-3.0-or-later
#include "scanner/virtual/pace.h"

#include <algorithm>
#include <cmath>

namespace sohoa::virtual_scanner {
namespace {

constexpr double PassingShare = 0.9;

} // namespace

int PassTime::rowsAt(SteadyClock::time_point now, int lines) const
{
    if (now >= end)
        return lines;
    if (now <= begin)
        return 0;
    const double share = std::chrono::duration<double>(now - begin) / std::chrono::duration<double>(end - begin);
    return std::clamp(static_cast<int>(std::floor(share * lines)), 0, lines);
}

SteadyClock::time_point PassTime::timeOf(int rows, int lines) const
{
    if (rows >= lines)
        return end;
    const auto part = std::chrono::duration<double>(end - begin) * (static_cast<double>(rows) / lines);
    return begin + std::chrono::ceil<SteadyClock::duration>(part);
}

SteadyClock::duration Pace::interval() const
{
    return std::chrono::duration_cast<SteadyClock::duration>(std::chrono::minutes(1)) / m_pagesPerMinute;
}

PassTime Pace::part(double from, double to) const
{
    const std::chrono::duration<double> whole = interval();
    return {*m_sheetBegin + std::chrono::duration_cast<SteadyClock::duration>(whole * from),
            *m_sheetBegin + std::chrono::duration_cast<SteadyClock::duration>(whole * to)};
}

PassTime Pace::nextSheet(SteadyClock::time_point now, bool duplex)
{
    if (m_pagesPerMinute <= 0) {
        m_sheetBegin.reset();
        return {now, now};
    }
    m_sheetBegin = m_sheetBegin ? std::max(now, *m_sheetBegin + interval()) : now;
    return part(0, duplex ? PassingShare / 2 : PassingShare);
}

PassTime Pace::backSide(SteadyClock::time_point now) const
{
    if (m_pagesPerMinute <= 0 || !m_sheetBegin)
        return {now, now};
    return part(PassingShare / 2, PassingShare);
}

} // namespace sohoa::virtual_scanner
