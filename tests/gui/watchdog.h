// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QThread>

#include <atomic>
#include <memory>

namespace sohoa::test {

/// Measures how long the event loop of the thread it was made in lets a caller wait: another thread knocks every
/// few milliseconds and looks at the clock when it is let in.
class Watchdog : public QObject {
public:
    Watchdog();
    ~Watchdog() override;
    /// The longest wait so far, ms.
    qint64 longest() const { return m_longest; }

private:
    void knock();

    std::atomic<qint64> m_longest = 0;
    std::atomic<bool> m_waiting = false;
    std::atomic<bool> m_stop = false;
    std::unique_ptr<QThread> m_thread;
};

} // namespace sohoa::test
