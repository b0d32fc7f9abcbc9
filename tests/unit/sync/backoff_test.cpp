// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sync/backoff.h"
#include "tests/support/catch.h"

using namespace sohoa;

TEST_CASE("The longest wait doubles with each failure up to the cap", "[sync]")
{
    const Backoff backoff{.baseMs = 2'000, .capMs = 60'000, .floorMs = 0};
    constexpr double almostOne = 0.9999999;
    CHECK(backoff.delay(1, almostOne) == 1'999);
    CHECK(backoff.delay(2, almostOne) == 3'999);
    CHECK(backoff.delay(5, almostOne) == 31'999);
    CHECK(backoff.delay(6, almostOne) == 59'999);
    CHECK(backoff.delay(1'000'000, almostOne) == 59'999);
}

TEST_CASE("The jitter covers the whole span, but never gives a busy loop", "[sync]")
{
    const Backoff backoff{.baseMs = 1'000, .capMs = 8'000, .floorMs = 250};
    CHECK(backoff.delay(1, 0.0) == 250);
    CHECK(backoff.delay(4, 0.0) == 250);
    CHECK(backoff.delay(4, 0.5) == 4'250);
    CHECK(backoff.delay(4, 0.9999999) == 8'000);
    CHECK(backoff.delay(0, 0.5) == 750); // a count that was never set is as the first
}
