// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/clock.h"
#include "core/sync/sync_policy.h"
#include "core/sync/transfer_rate.h"
#include "tests/support/catch.h"

using namespace sohoa;
using namespace Qt::StringLiterals;

namespace {

/// A time of day in Vietnam.
Instant at(const QString &time)
{
    return Instant::fromString(u"2026-11-23T%1:00+07:00"_s.arg(time)).value();
}

} // namespace

TEST_CASE("Hours for sending are read as people write them", "[sync]")
{
    CHECK(SendHours::parse(u"18:00-07:00"_s)->toString() == u"18:00-07:00");
    CHECK(SendHours::parse(u" 18 – 7 "_s)->toString() == u"18:00-07:00");
    CHECK(SendHours::parse(u"0:30-24:00"_s)->toString() == u"00:30-00:00");
    CHECK(SendHours::parse(u"18:00-07:00"_s)->begin() == u"18:00");
    for (const auto &wrong : {u""_s, u"18:00"_s, u"18:00-"_s, u"25-7"_s, u"18:60-7"_s, u"24:01-7"_s, u"7-7"_s,
                              u"18:00-07:00x"_s, u"-1-7"_s, u"0-24"_s})
        CHECK_FALSE(SendHours::parse(wrong));
}

TEST_CASE("Hours over midnight are open in the evening and in the morning", "[sync]")
{
    const SendHours night = *SendHours::parse(u"18:00-07:00"_s);
    for (const auto &time : {u"18:00"_s, u"23:59"_s, u"00:00"_s, u"06:59"_s})
        CHECK(night.isOpen(at(time)));
    for (const auto &time : {u"07:00"_s, u"12:00"_s, u"17:59"_s})
        CHECK_FALSE(night.isOpen(at(time)));
    CHECK(night.nextChange(at(u"12:00"_s)) == at(u"18:00"_s));
    CHECK(night.nextChange(at(u"18:00"_s)).msecs == at(u"07:00"_s).msecs + 86'400'000);
    CHECK(night.nextChange(at(u"06:59"_s)) == at(u"07:00"_s));

    const SendHours noon = *SendHours::parse(u"11:30-13:00"_s);
    CHECK(noon.isOpen(at(u"11:30"_s)));
    CHECK_FALSE(noon.isOpen(at(u"13:00"_s)));
    CHECK(noon.nextChange(at(u"13:00"_s)).msecs == at(u"11:30"_s).msecs + 86'400'000);
    CHECK(noon.isOpen(Instant{at(u"12:00"_s).msecs - 40'000 * qint64{86'400'000}})); // long before 1970
}

TEST_CASE("The pace is that of the last half minute, without what was sent before", "[sync]")
{
    const SystemClock clock;
    const auto one = PackageId::make(clock);
    const auto two = PackageId::make(clock);
    TransferRate rate;
    CHECK_FALSE(rate.perSecond(0));
    rate.note(one, 500'000, 0); // resumed: these went earlier
    CHECK_FALSE(rate.perSecond(5'000));
    rate.note(one, 600'000, 500);
    CHECK_FALSE(rate.perSecond(900)); // too short to say
    rate.note(two, 0, 1'000);
    rate.note(two, 100'000, 2'000);
    CHECK(*rate.perSecond(2'000) == 100'000);
    rate.note(two, 40'000, 3'000); // a cut: not sent anew until it is passed
    rate.note(two, 100'000, 4'000);
    CHECK(*rate.perSecond(4'000) == 50'000);
    rate.note(two, 400'000, 40'000); // the line lay idle for long
    CHECK_FALSE(rate.perSecond(40'000));
    rate.note(two, 900'000, 42'000);
    CHECK(*rate.perSecond(42'000) == 400'000);
    rate.forget(two);
    rate.note(two, 10, 43'000);
    CHECK(*rate.perSecond(44'000) == 200'000);
}
