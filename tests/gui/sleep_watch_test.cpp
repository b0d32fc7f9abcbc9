// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/catch.h"
#include "ui/shell/sleep_watch.h"

#include <QDBusMessage>
#include <QProcess>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTest>

using namespace sohoa::ui;
using namespace Qt::StringLiterals;

TEST_CASE("Without logind a jump of the clock that counts sleep tells that the computer is back", "[ui][sleep]")
{
    qint64 slept = 5;
    SleepWatch watch(QDBusConnection(u"no such bus"_s), [&slept] { return slept; });
    const QSignalSpy awake(&watch, &SleepWatch::awake);
    REQUIRE(QMetaObject::invokeMethod(&watch, "look"));
    CHECK(awake.isEmpty());
    slept += 60'000'000'000;
    REQUIRE(QMetaObject::invokeMethod(&watch, "look"));
    CHECK(awake.size() == 1);
    REQUIRE(QMetaObject::invokeMethod(&watch, "look"));
    CHECK(awake.size() == 1); // Once a sleep.
    watch.setBusy(true);      // Nobody to hold up: nothing happens.
    watch.setBusy(false);
}

TEST_CASE("logind's word is heard over the bus, before and after", "[ui][sleep]")
{
    const QString program = QStandardPaths::findExecutable(u"dbus-daemon"_s);
    REQUIRE_FALSE(program.isEmpty());
    QProcess daemon;
    daemon.start(program, {u"--session"_s, u"--nofork"_s, u"--print-address"_s});
    REQUIRE(daemon.waitForReadyRead(30'000));
    const QString address = QString::fromUtf8(daemon.readLine()).trimmed();
    {
        QDBusConnection logind = QDBusConnection::connectToBus(address, u"logind"_s);
        REQUIRE(logind.isConnected());
        REQUIRE(logind.registerService(u"org.freedesktop.login1"_s));
        const auto tell = [&logind](bool before) {
            QDBusMessage signal = QDBusMessage::createSignal(
                u"/org/freedesktop/login1"_s, u"org.freedesktop.login1.Manager"_s, u"PrepareForSleep"_s);
            signal << before;
            REQUIRE(logind.send(signal));
        };
        SleepWatch watch(QDBusConnection::connectToBus(address, u"desk"_s), [] { return qint64{0}; });
        const QSignalSpy going(&watch, &SleepWatch::goingToSleep);
        const QSignalSpy awake(&watch, &SleepWatch::awake);
        tell(true);
        REQUIRE(QTest::qWaitFor([&] { return going.size() == 1; }, 30'000));
        CHECK(awake.isEmpty());
        tell(false);
        REQUIRE(QTest::qWaitFor([&] { return awake.size() == 1; }, 30'000));
    }
    QDBusConnection::disconnectFromBus(u"logind"_s);
    QDBusConnection::disconnectFromBus(u"desk"_s);
    daemon.terminate();
    daemon.waitForFinished(30'000);
}
