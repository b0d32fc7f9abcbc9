// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"

namespace sohoa::test {

/// A clock that stands still until it is told to move.
class FakeClock final : public Clock {
public:
    explicit FakeClock(Instant start = *Instant::fromString(QStringLiteral("2026-11-23T08:00:00.000Z")))
        : m_now(start)
    {
    }
    Instant now() const override { return m_now; }
    void advance(qint64 msecs) { m_now.msecs += msecs; }
    void set(Instant now) { m_now = now; }

private:
    Instant m_now;
};

} // namespace sohoa::test
