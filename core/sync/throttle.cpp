// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sync/throttle.h"

#include <algorithm>

namespace sohoa {

namespace {

constexpr int stepMs = 50;
constexpr double bucketSeconds = 0.2;
constexpr double nanosecondsASecond = 1e9;

} // namespace

Throttle::Throttle(QObject *parent)
    : QObject(parent)
    , m_timer(this)
{
    m_timer.setSingleShot(true);
    m_timer.setInterval(stepMs);
    connect(&m_timer, &QTimer::timeout, this, &Throttle::refilled);
}

void Throttle::setRate(std::optional<qint64> bytesPerSecond)
{
    m_rate = bytesPerSecond;
    m_level = 0;
    m_sinceFill.start();
    if (m_timer.isActive())
        m_timer.start(0); // who waits under the old rate looks again
}

void Throttle::fill()
{
    const double rate = static_cast<double>(*m_rate);
    const double passed = static_cast<double>(m_sinceFill.nsecsElapsed()) / nanosecondsASecond;
    m_sinceFill.start();
    m_level = std::min(m_level + rate * passed, rate * bucketSeconds);
}

qint64 Throttle::take(qint64 most)
{
    if (!m_rate)
        return most;
    fill();
    const qint64 taken = std::min(most, static_cast<qint64>(m_level));
    m_level -= static_cast<double>(taken);
    if (taken < most && !m_timer.isActive())
        m_timer.start(stepMs);
    return taken;
}

} // namespace sohoa
