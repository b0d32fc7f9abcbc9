// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sync/throttle.h"
#include "core/sync/tus_chunk.h"
#include "tests/support/catch.h"

#include <QEventLoop>

using namespace sohoa;

TEST_CASE("Without a limit everything goes at once", "[sync]")
{
    Throttle throttle;
    CHECK(throttle.take(1'000'000'000) == 1'000'000'000);
}

TEST_CASE("A limit holds on the average and gives no burst after a pause", "[sync]")
{
    constexpr qint64 rate = 1'000'000;
    Throttle throttle;
    throttle.setRate(rate);
    CHECK(throttle.take(1'000) < 1'000); // nothing was saved up before the limit came
    QElapsedTimer clock;
    clock.start();
    QEventLoop loop;
    qint64 taken = 0;
    const auto take = [&] {
        while (const qint64 piece = throttle.take(20'000))
            taken += piece;
        if (taken >= 300'000)
            loop.quit();
    };
    QObject::connect(&throttle, &Throttle::refilled, &loop, take);
    take();
    loop.exec();
    // Never more than the rate allows for the time that has passed; how much less depends on the machine.
    CHECK(taken * 1000 <= rate * (clock.elapsed() + 250));

    while (clock.elapsed() < 900) {
    }
    qint64 burst = 0;
    while (const qint64 piece = throttle.take(rate))
        burst += piece;
    CHECK(burst <= rate / 4);
}

TEST_CASE("A chunk gives what the throttle allows and tells when there is more", "[sync]")
{
    Throttle throttle;
    throttle.setRate(100'000);
    TusChunk chunk(QByteArray(8'000, 'x'), throttle);
    QByteArray read;
    QEventLoop loop;
    const auto drain = [&] {
        read += chunk.read(8'000);
        if (chunk.atEnd())
            loop.quit();
    };
    QObject::connect(&chunk, &QIODevice::readyRead, &loop, drain);
    drain();
    CHECK(read.size() < 8'000);
    CHECK_FALSE(chunk.atEnd());
    loop.exec();
    CHECK(read == QByteArray(8'000, 'x'));
    CHECK_FALSE(chunk.reset());
}
