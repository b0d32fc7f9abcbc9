// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/gui/watchdog.h"

#include <QElapsedTimer>

#include <algorithm>

namespace sohoa::test {

namespace {

constexpr unsigned long knockEveryMs = 5;

} // namespace

Watchdog::Watchdog()
    : m_thread(QThread::create([this] {
        while (!m_stop) {
            if (!m_waiting)
                knock();
            QThread::msleep(knockEveryMs);
        }
    }))
{
    m_thread->start();
}

Watchdog::~Watchdog()
{
    m_stop = true;
    m_thread->wait();
}

void Watchdog::knock()
{
    m_waiting = true;
    QElapsedTimer timer;
    timer.start();
    QMetaObject::invokeMethod(
        this,
        [this, timer] {
            m_longest = std::max(m_longest.load(), timer.elapsed());
            m_waiting = false;
        },
        Qt::QueuedConnection);
}

} // namespace sohoa::test
