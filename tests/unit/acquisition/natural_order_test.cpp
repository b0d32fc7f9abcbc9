// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/acquisition/natural_order.h"
#include "tests/support/catch.h"

#include <QString>

using namespace sohoa;
using namespace Qt::StringLiterals;

TEST_CASE("Numbers in names compare as numbers", "[acquisition][order]")
{
    const QStringList order{u""_s,
                            u"1.png"_s,
                            u"2.png"_s,
                            u"010.png"_s,
                            u"a"_s,
                            u"A2b1"_s,
                            u"a2b10"_s,
                            u"a10b1"_s,
                            u"b"_s,
                            u"quét 9"_s,
                            u"Quét 10"_s,
                            u"quét 100000000000000000000000"_s,
                            u"quét 100000000000000000000001"_s};
    for (int left = 0; left < order.size(); ++left)
        for (int right = 0; right < order.size(); ++right) {
            INFO(order[left].toStdString() << " and " << order[right].toStdString());
            CHECK(naturalLess(order[left], order[right]) == (left < right));
        }
}

TEST_CASE("Names that are equal as numbers keep one order", "[acquisition][order]")
{
    CHECK(naturalLess(u"01.png", u"1.png") != naturalLess(u"1.png", u"01.png"));
    CHECK(naturalLess(u"A", u"a") != naturalLess(u"a", u"A"));
    CHECK_FALSE(naturalLess(u"a1", u"a1"));
}
