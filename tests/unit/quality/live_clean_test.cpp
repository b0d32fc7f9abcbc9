// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/catch.h"
#include "tests/unit/quality/sample_dossier.h"

using namespace Qt::StringLiterals;
using namespace sohoa;
using namespace sohoa::test;

namespace {

Sample validUntil(const QDate &until)
{
    Sample sample;
    sample.dossier.validity.basis = ValidityBasis::Until;
    sample.dossier.validity.until = until;
    return sample;
}

} // namespace

TEST_CASE("An unknown validity blocks", "[quality][live]")
{
    Sample sample;
    CHECK_FALSE(sample.gives(u"LIVE-01"_s));
    sample.dossier.validity.status = ValidityStatus::Unknown;
    CHECK(sample.gives(u"LIVE-01"_s, Severity::Blocking));
}

TEST_CASE("An end of validity warns before and after, judged for the day of the check", "[quality][live]")
{
    // The stored status may be older than the day of the check.
    const Sample expired = validUntil(today.addDays(-1));
    REQUIRE(expired.gives(u"LIVE-02"_s, Severity::Warning));
    CHECK(expired.of(u"LIVE-02"_s).front().args[u"date"_s] == u"2026-11-22"_s);
    CHECK_FALSE(expired.gives(u"LIVE-10"_s));

    for (const int days : {0, 30}) {
        const Sample soon = validUntil(today.addDays(days));
        CHECK_FALSE(soon.gives(u"LIVE-02"_s));
        REQUIRE(soon.gives(u"LIVE-10"_s, Severity::Warning));
        CHECK(soon.of(u"LIVE-10"_s).front().args[u"date"_s] == today.addDays(days).toString(Qt::ISODate));
    }
    CHECK_FALSE(validUntil(today.addDays(31)).gives(u"LIVE-10"_s));

    Sample undated;
    undated.dossier.validity.status = ValidityStatus::Expired;
    CHECK(undated.gives(u"LIVE-02"_s));
}

TEST_CASE("A result that is used up once is told", "[quality][live]")
{
    Sample sample;
    CHECK_FALSE(sample.gives(u"LIVE-09"_s));
    sample.dossier.validity = proposeValidity(u"one_off"_s, QDate(2023, 8, 22), std::nullopt, today);
    CHECK(sample.gives(u"LIVE-09"_s, Severity::Info));
    sample.dossier.validity = proposeValidity(u"until_event:ly hôn"_s, QDate(2023, 8, 22), std::nullopt, today);
    CHECK_FALSE(sample.gives(u"LIVE-09"_s));
}

TEST_CASE("A blank page warns until it is taken out", "[quality][clean]")
{
    Sample sample;
    CHECK_FALSE(sample.gives(u"CLEAN-10"_s));
    sample.pages[1].reading->blank = true;
    REQUIRE(sample.gives(u"CLEAN-10"_s, Severity::Warning));
    CHECK(sample.of(u"CLEAN-10"_s).front().page == sample.pages[1].id);
    sample.pages[1].excluded = true;
    CHECK_FALSE(sample.gives(u"CLEAN-10"_s));
}

TEST_CASE("A page below 200 dpi warns", "[quality][clean]")
{
    Sample sample;
    sample.pages[0].dpi = 200;
    CHECK_FALSE(sample.gives(u"CLEAN-20"_s));
    sample.pages[0].dpi = 199;
    REQUIRE(sample.gives(u"CLEAN-20"_s, Severity::Warning));
    CHECK(sample.of(u"CLEAN-20"_s).front().args[u"dpi"_s] == u"199"_s);

    SECTION("said once, also when the page helper suspects it")
    {
        sample.pages[0].reading->suspect = QStringList{u"dpi"_s};
        CHECK(sample.of(u"CLEAN-20"_s).size() == 1);
        CHECK_FALSE(sample.gives(u"CLEAN-22"_s));
        sample.pages[0].dpi = 300;
        CHECK(sample.of(u"CLEAN-20"_s).size() == 1);
    }
    SECTION("a file that does not say it is judged by its reading")
    {
        sample.pages[0].dpi = 0;
        CHECK_FALSE(sample.gives(u"CLEAN-20"_s));
        sample.pages[0].reading->dpi = 150;
        CHECK(sample.gives(u"CLEAN-20"_s));
    }
}

TEST_CASE("A page that is hard to read warns, one that cannot be read blocks", "[quality][clean]")
{
    Sample sample;
    sample.pages[0].reading->confidence = 0.60;
    CHECK_FALSE(sample.gives(u"CLEAN-21"_s));
    sample.pages[0].reading->confidence = 0.59;
    CHECK(sample.gives(u"CLEAN-21"_s, Severity::Warning));
    sample.pages[0].reading->confidence = 0.40;
    CHECK(sample.gives(u"CLEAN-21"_s, Severity::Warning));
    sample.pages[0].reading->confidence = 0.39;
    REQUIRE(sample.gives(u"CLEAN-21"_s, Severity::Blocking));
    CHECK(sample.of(u"CLEAN-21"_s).front().args[u"legibility"_s] == u"39"_s);

    SECTION("unless it bears hardly any words")
    {
        sample.pages[0].reading->words.resize(9);
        CHECK_FALSE(sample.gives(u"CLEAN-21"_s));
    }
    SECTION("or was not read yet")
    {
        sample.pages[0].reading.reset();
        CHECK_FALSE(sample.gives(u"CLEAN-21"_s));
    }
}

TEST_CASE("Each suspicion about a page warns once", "[quality][clean]")
{
    Sample sample;
    CHECK_FALSE(sample.gives(u"CLEAN-22"_s));
    sample.pages[0].suspect = QStringList{u"short"_s};
    sample.pages[0].reading->suspect = QStringList{u"short"_s, u"orientation"_s};
    const auto findings = sample.of(u"CLEAN-22"_s);
    REQUIRE(findings.size() == 2);
    CHECK(findings[0].args[u"type"_s] == u"short"_s);
    CHECK(findings[1].args[u"type"_s] == u"orientation"_s);
    CHECK(findings[0].severity == Severity::Warning);

    sample.pages[0].clerkRotation = 180;
    CHECK(sample.of(u"CLEAN-22"_s).size() == 1);
}
