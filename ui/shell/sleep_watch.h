// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDBusConnection>
#include <QDBusUnixFileDescriptor>
#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

#include <functional>

namespace sohoa::ui {

/// Tells when the computer goes to sleep and when it is back.
///
/// logind's PrepareForSleep tells before and after. While something runs that has to be stopped in good time (see
/// setBusy) sleep is held up by an inhibitor lock of the kind "delay": logind waits for it a few seconds at most.
/// Where there is no logind, a clock that counts sleep running away from one that does not tells afterwards.
class SleepWatch final : public QObject {
    Q_OBJECT
public:
    /// Nanoseconds of a clock that counts sleep minus those of one that does not.
    using SleptClock = std::function<qint64()>;

    explicit SleepWatch(QObject *parent = nullptr);
    /// The same over another bus and clock; for tests.
    SleepWatch(const QDBusConnection &bus, SleptClock slept, QObject *parent = nullptr);

    /// Something runs that must be stopped before the computer sleeps.
    void setBusy(bool busy);

Q_SIGNALS:
    void goingToSleep();
    /// Also when nobody had told before.
    void awake();

private Q_SLOTS:
    void prepare(bool before);
    void look();

private:
    void hold();
    void letGo();

    QDBusConnection m_bus;
    SleptClock m_slept;
    qint64 m_sleptBefore = 0;
    QTimer m_look;
    QDBusUnixFileDescriptor m_lock;
    bool m_busy = false;
    bool m_asleep = false;
};

} // namespace sohoa::ui
