// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/campaign.h"
#include "tests/support/catch.h"

using namespace sohoa;
using namespace Qt::StringLiterals;

TEST_CASE("A campaign is kept whole, and what makes no sense is refused by field", "[report]")
{
    Campaign campaign;
    campaign.quotaADay = 45;
    campaign.targetPercent = 70;
    campaign.total = 4000;
    campaign.deadline = QDate(2026, 12, 31);
    campaign.totals = {{u"1.001193"_s, 900}, {u"1.004873"_s, 1100}};
    CHECK(campaignFromJson(campaignToJson(campaign)) == campaign);
    CHECK(campaign.wholeNumber() == 2000);

    Campaign wrong = campaign;
    wrong.quotaADay = 0;
    CHECK(checkCampaign(wrong).error().args.value(u"field"_s) == u"quota"_s);
    wrong = campaign;
    wrong.targetPercent = 101;
    CHECK(checkCampaign(wrong).error().args.value(u"field"_s) == u"target"_s);
    wrong = campaign;
    wrong.total = -1;
    CHECK(checkCampaign(wrong).error().args.value(u"field"_s) == u"total"_s);
    CHECK(checkCampaign(campaign).has_value());
}

TEST_CASE("A store of another version gives defaults for what it does not understand", "[report]")
{
    const Campaign campaign = campaignFromJson({{u"quota_a_day"_s, u"nhiều"_s},
                                                {u"target_percent"_s, 500},
                                                {u"deadline"_s, u"mai"_s},
                                                {u"totals"_s, QJsonObject{{u"1.001193"_s, -4}}}});
    CHECK(campaign == Campaign());
}

TEST_CASE("Totals come from a table, with faults by row and column", "[report]")
{
    const auto read = totalsFromCsv("code,total\r\n1.001193,900\r\n1.004873,1100\r\n", u"tong.csv"_s);
    REQUIRE_OK(read);
    CHECK(read->value(u"1.004873"_s) == 1100);
    for (const QByteArray &bad : {QByteArray("code,total\n1.001193,nhiều\n"), QByteArray("code,total\n,5\n"),
                                  QByteArray("code,total\n1,5\n1,6\n"), QByteArray("code,total\n1,-5\n"),
                                  QByteArray("code\n1\n"), QByteArray("code,total\n1,99999999999\n")}) {
        const auto refused = totalsFromCsv(bad, u"tong.csv"_s);
        REQUIRE_FALSE(refused.has_value());
        CHECK(refused.error().code == ErrorCode::CatalogueInvalid);
    }
}

TEST_CASE("The forecast says what is left, at which pace, and when it is reached", "[report]")
{
    Campaign campaign;
    campaign.total = 1000;
    campaign.targetPercent = 60;
    const QDate today(2026, 11, 23);
    campaign.deadline = today.addDays(9);
    StandingCounts standing;
    standing.accepted = 300;
    Report week;
    week.lines.resize(4); // Four days on which work was done.
    week.total.accepted = 50;
    week.total.ready = 50;

    const Forecast found = forecast(campaign, standing, week, today);
    CHECK(found.wanted == 600);
    CHECK(*found.percent == Approx(30));
    CHECK(found.pace == Approx(25));
    CHECK(found.daysLeft == 10);
    CHECK(*found.paceWanted == Approx(30));
    CHECK(found.reachedOn == today.addDays(12));

    standing.accepted = 600;
    CHECK(forecast(campaign, standing, week, today).reachedOn == today);
    CHECK_FALSE(forecast(campaign, StandingCounts(), Report(), today).reachedOn.has_value());
    CHECK_FALSE(forecast(Campaign(), standing, week, today).percent.has_value());
    campaign.deadline = today.addDays(-3);
    const Forecast late = forecast(campaign, StandingCounts(), week, today);
    CHECK(late.daysLeft == 0);
    CHECK_FALSE(late.paceWanted.has_value());
}
