// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "scanner/virtual/cancel_signal.h"

#include <optional>

namespace sohoa::virtual_scanner {

/// When the rows of a side pass the sensor: evenly from `begin` to `end`.
struct PassTime {
    SteadyClock::time_point begin;
    SteadyClock::time_point end;

    /// Rows out of `lines` that have passed at `now`.
    int rowsAt(SteadyClock::time_point now, int lines) const;
    /// The moment at which `rows` out of `lines` have passed.
    SteadyClock::time_point timeOf(int rows, int lines) const;
};

/// The beat of the feeder. Sheet follows sheet at the set interval; a program that is slower than that holds the
/// feeder up, one that is faster waits. Rows pass during the first nine tenths of a sheet's time, the rest is the
/// gap between sheets. In duplex the front takes the first half of the sheet's time and the back the second: both
/// pass at once in a real scanner, but a program reads them one after the other.
class Pace {
public:
    /// 0 = no waiting at all.
    explicit Pace(int pagesPerMinute = 0)
        : m_pagesPerMinute(pagesPerMinute)
    {
    }

    int pagesPerMinute() const { return m_pagesPerMinute; }
    void setPagesPerMinute(int pagesPerMinute) { m_pagesPerMinute = pagesPerMinute; }

    /// The time of the next sheet, asked for at `now`; of its front half when `duplex`.
    PassTime nextSheet(SteadyClock::time_point now, bool duplex);
    /// The time of the back of the sheet that nextSheet began last.
    PassTime backSide(SteadyClock::time_point now) const;

private:
    SteadyClock::duration interval() const;
    PassTime part(double from, double to) const;

    int m_pagesPerMinute;
    std::optional<SteadyClock::time_point> m_sheetBegin;
};

} // namespace sohoa::virtual_scanner
