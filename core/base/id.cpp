// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/id.h"

#include "core/base/clock.h"

#include <QMutex>
#include <QRandomGenerator>

namespace sohoa {

QUuid makeUuidV7(const Clock &clock)
{
    // RFC 9562, 6.2, method 1: a counter in rand_a keeps ids of one millisecond in order; a clock that steps
    // back must not make ids step back, so the last time seen is kept.
    static QMutex mutex;
    static qint64 lastMs = 0;
    static quint16 counter = 0;

    qint64 ms = clock.now().msecs;
    quint16 count = 0;
    {
        const QMutexLocker lock(&mutex);
        if (ms <= lastMs) {
            ms = lastMs;
            if (++counter > 0x0fff) {
                counter = 0;
                ms = ++lastMs;
            }
        } else {
            lastMs = ms;
            counter = 0;
        }
        count = counter;
    }
    const quint64 random = QRandomGenerator::system()->generate64();
    const auto time = static_cast<quint64>(ms);
    const auto byte = [random](int index) { return static_cast<uchar>(random >> (8 * index)); };
    return QUuid(static_cast<uint>(time >> 16), static_cast<ushort>(time & 0xffff),
                 static_cast<ushort>(0x7000 | count), static_cast<uchar>(0x80 | (byte(7) & 0x3f)), byte(6),
                 byte(5), byte(4), byte(3), byte(2), byte(1), byte(0));
}

} // namespace sohoa
