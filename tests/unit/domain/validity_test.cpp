// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/validity.h"
#include "tests/support/catch.h"

using namespace sohoa;
using namespace Qt::StringLiterals;

namespace {
const QDate issued(2023, 8, 31);
const QDate today(2024, 2, 1);
} // namespace

TEST_CASE("Validity as the clerk gives it", "[domain]")
{
    CHECK(parseValidity(u"indefinite"_s, issued, today)->basis == ValidityBasis::Indefinite);
    const auto months = parseValidity(u"months:6"_s, issued, today);
    REQUIRE_OK(months);
    CHECK(months->until == QDate(2024, 2, 29)); // clipped to the month's last day
    CHECK(months->status == ValidityStatus::InForce);
    CHECK(judged(*months, QDate(2024, 3, 1)).status == ValidityStatus::Expired);
    CHECK(parseValidity(u"until:01/01/2024"_s, issued, today)->status == ValidityStatus::Expired);
    CHECK(parseValidity(u"event:có quyết định thay thế"_s, issued, today)->event == u"có quyết định thay thế"_s);
    CHECK(parseValidity(u"revoked"_s, {}, today)->status == ValidityStatus::Revoked);
    for (const auto &text :
         {u""_s, u"months:0"_s, u"months:x"_s, u"until:2024"_s, u"until:"_s, u"event: "_s, u"forever"_s})
        CHECK(parseValidity(text, issued, today).error().code == ErrorCode::ValueInvalid);
    CHECK_FALSE(parseValidity(u"months:6"_s, {}, today)); // nothing to count from
}

TEST_CASE("A rule without its date proposes nothing", "[domain]")
{
    CHECK(proposeValidity(u"indefinite"_s, {}, {}, today).status == ValidityStatus::InForce);
    CHECK(proposeValidity(u"months_from_issue:6"_s, {}, {}, today).status == ValidityStatus::Unknown);
    CHECK(proposeValidity(u"months_from_issue:6"_s, issued, {}, QDate(2024, 3, 1)).status ==
          ValidityStatus::Expired);
    CHECK(proposeValidity(u"calendar_year"_s, issued, {}, today).until == QDate(2023, 12, 31));
    CHECK(proposeValidity(u"until_stated_date"_s, issued, {}, today).status == ValidityStatus::Unknown);
    CHECK(proposeValidity(u"something new"_s, issued, {}, today).status == ValidityStatus::Unknown);
}

TEST_CASE("Revoked stays revoked as days pass", "[domain]")
{
    Validity validity = *parseValidity(u"until:2030-01-01"_s, issued, today);
    validity.status = ValidityStatus::Revoked;
    CHECK(judged(validity, today).status == ValidityStatus::Revoked);
}
