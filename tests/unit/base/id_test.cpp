// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/id.h"
#include "tests/support/catch.h"
#include "tests/support/fake_clock.h"

#include <set>

using namespace sohoa;
using namespace Qt::StringLiterals;
using TestId = Id<struct TestTag>;

TEST_CASE("Ids are UUIDs of version 7 and sort by their time", "[base]")
{
    test::FakeClock clock;
    QString last;
    std::set<QString> seen;
    for (int i = 0; i < 10'000; ++i) { // more than the 4096 that fit a millisecond
        const QString id = TestId::make(clock).toString();
        REQUIRE(id.size() == 36);
        REQUIRE(id[14] == u'7');
        REQUIRE(QStringLiteral("89ab").contains(id[19]));
        REQUIRE(last < id);
        last = id;
        seen.insert(id);
    }
    CHECK(seen.size() == 10'000);
    clock.set({clock.now().msecs - 3'600'000}); // set back by an hour
    CHECK(last < TestId::make(clock).toString());
}

TEST_CASE("Only a whole UUID is an id", "[base]")
{
    const test::FakeClock clock;
    const auto id = TestId::make(clock);
    CHECK(TestId::fromString(id.toString()) == id);
    for (const auto &text : {u""_s, u"1"_s, u"{"_s + id.toString() + u"}"_s, id.toString().chopped(1),
                             u"00000000-0000-0000-0000-000000000000"_s})
        CHECK_FALSE(TestId::fromString(text));
    CHECK(TestId().toString().isEmpty());
}
