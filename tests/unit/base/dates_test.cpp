// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/dates.h"
#include "tests/support/catch.h"

using namespace sohoa;
using namespace Qt::StringLiterals;

TEST_CASE("Partly known dates stay as they were written", "[base]")
{
    CHECK(PartialDate::parse(u"1975"_s)->toIso() == u"1975"_s);
    CHECK(PartialDate::parse(u"03/1975"_s)->toIso() == u"1975-03"_s);
    CHECK(PartialDate::parse(u"1975-03"_s)->toDisplay() == u"03/1975"_s);
    CHECK(PartialDate::parse(u"21/3/1975"_s)->toIso() == u"1975-03-21"_s);
    CHECK(PartialDate::parse(u"21-03-1975"_s)->date() == QDate(1975, 3, 21));
    CHECK_FALSE(PartialDate::parse(u"1975"_s)->date());
}

TEST_CASE("What is no date of the calendar is refused", "[base]")
{
    for (const auto &text : {u"31/02/2020"_s, u"00/2020"_s, u"13/2020"_s, u"0/5/2020"_s, u"2020-00-01"_s, u"20"_s,
                             u"1700"_s, u"12/05/20"_s, u""_s, u"hôm qua"_s}) {
        INFO(text.toStdString());
        CHECK_FALSE(PartialDate::parse(text));
    }
}

TEST_CASE("A moment is shown in Vietnam's zone and stored in UTC", "[base]")
{
    const auto moment = Instant::fromString(u"2023-08-22T20:15:00.250Z"_s);
    REQUIRE(moment);
    CHECK(moment->toString() == u"2023-08-22T20:15:00.250Z"_s);
    CHECK(moment->toVietnamTime() == u"2023-08-23T03:15:00+07:00"_s);
    CHECK(moment->vietnamDate() == QDate(2023, 8, 23));
    CHECK(Instant::fromString(moment->toVietnamTime())->msecs == moment->msecs - 250);
    CHECK_FALSE(Instant::fromString(u"2023-08-22T20:15:00"_s)); // without a zone it is no moment
}
