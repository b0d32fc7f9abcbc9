// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMap>
#include <QString>

#include <ctime>

namespace sohoa {

/// Processor time of the calling thread by stage of the work. Unlike the clock on the wall it says the same on a
/// busy machine. Threads: the one that made it.
class StageClock {
public:
    /// Notes the time since the last call, or since the beginning, under `stage`; several laps add up.
    void lap(const QString &stage)
    {
        const double now = milliseconds();
        m_laps[stage] += now - m_last;
        m_last = now;
    }
    /// Milliseconds.
    const QMap<QString, double> &laps() const { return m_laps; }

private:
    static double milliseconds()
    {
        timespec time{};
        ::clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
        return double(time.tv_sec) * 1e3 + double(time.tv_nsec) / 1e6;
    }

    double m_last = milliseconds();
    QMap<QString, double> m_laps;
};

} // namespace sohoa
