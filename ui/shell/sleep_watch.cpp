// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/sleep_watch.h"

#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>

#include <ctime>

namespace sohoa::ui {

using namespace Qt::StringLiterals;

namespace {

const QString service = u"org.freedesktop.login1"_s;
const QString path = u"/org/freedesktop/login1"_s;
const QString manager = u"org.freedesktop.login1.Manager"_s;

constexpr int lookMs = 3'000;
constexpr qint64 second = 1'000'000'000;
constexpr qint64 leastSleep = 2 * second; ///< The clocks are read one after the other, on a busy machine.

qint64 nanoseconds(clockid_t clock)
{
    timespec now{};
    ::clock_gettime(clock, &now);
    return now.tv_sec * second + now.tv_nsec;
}

qint64 sleptSinceStart()
{
    return nanoseconds(CLOCK_BOOTTIME) - nanoseconds(CLOCK_MONOTONIC);
}

} // namespace

SleepWatch::SleepWatch(QObject *parent)
    : SleepWatch(QDBusConnection::systemBus(), sleptSinceStart, parent)
{
}

SleepWatch::SleepWatch(const QDBusConnection &bus, SleptClock slept, QObject *parent)
    : QObject(parent)
    , m_bus(bus)
    , m_slept(std::move(slept))
    , m_sleptBefore(m_slept())
{
    // Harmless where there is no bus: the clocks are looked at in any case.
    m_bus.connect(service, path, manager, u"PrepareForSleep"_s, this, SLOT(prepare(bool)));
    connect(&m_look, &QTimer::timeout, this, &SleepWatch::look);
    m_look.start(lookMs);
}

void SleepWatch::prepare(bool before)
{
    if (before) {
        m_asleep = true;
        Q_EMIT goingToSleep();
        return;
    }
    m_asleep = false;
    m_sleptBefore = m_slept();
    Q_EMIT awake();
}

void SleepWatch::look()
{
    const qint64 slept = m_slept();
    const bool jumped = slept - m_sleptBefore >= leastSleep;
    m_sleptBefore = slept;
    if (jumped && !m_asleep) // Else logind tells.
        Q_EMIT awake();
}

void SleepWatch::setBusy(bool busy)
{
    if (busy == m_busy)
        return;
    m_busy = busy;
    if (busy)
        hold();
    else
        letGo();
}

void SleepWatch::hold()
{
    if (!m_bus.isConnected())
        return;
    QDBusMessage call = QDBusMessage::createMethodCall(service, path, manager, u"Inhibit"_s);
    call << u"sleep"_s << u"Sohoa"_s << tr("A stack is being scanned") << u"delay"_s;
    auto *watcher = new QDBusPendingCallWatcher(m_bus.asyncCall(call), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [this, watcher] {
        watcher->deleteLater();
        const QDBusPendingReply<QDBusUnixFileDescriptor> reply = *watcher;
        if (reply.isValid() && m_busy)
            m_lock = reply.value();
    });
}

void SleepWatch::letGo()
{
    m_lock = QDBusUnixFileDescriptor(); // Closed: logind goes on.
}

} // namespace sohoa::ui
