// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/catch.h"
#include "tests/unit/quality/sample_dossier.h"

#include <algorithm>
#include <set>

using namespace Qt::StringLiterals;
using namespace sohoa;
using namespace sohoa::test;

namespace {

/// Dossiers that break every rule between them.
std::vector<Sample> spoilt()
{
    Sample empty;
    empty.dossier.procedure.code.clear();
    empty.dossier.validity.status = ValidityStatus::Unknown;
    empty.dossier.fields.clear();
    empty.dossier.documents.clear();

    Sample expired;
    expired.dossier.validity.status = ValidityStatus::Expired;
    expired.dossier.documents.pop_back();
    expired.set(u"personal_id"_s, byClerk(u"020286001234"_s));
    expired.set(u"number"_s, fieldValue(u"1/QX-UBND"_s));
    expired.set(u"issue_date"_s, fieldValue(u"1944-01-01"_s, 0.5));
    expired.set(u"person_name"_s, fieldValue(u"H0àng"_s, 0.1));
    expired.set(u"dossier_code"_s, fieldValue(u"000.00.16.H37-230231-0003"_s));
    expired.pages[0].dpi = 100;
    expired.pages[0].suspect = QStringList{u"short"_s};
    expired.pages[0].reading->confidence = 0.2;
    expired.pages[1].reading->blank = true;

    Sample oneOff;
    oneOff.dossier.validity.basis = ValidityBasis::Event;
    oneOff.dossier.validity.event = u"one_off"_s;
    oneOff.dossier.validity.until = today;
    oneOff.set(u"personal_id"_s, byClerk(u"1234567890123"_s));

    Sample old;
    old.set(u"personal_id"_s, byClerk(u"12345678"_s));

    Sample late;
    late.set(u"subject_birth_date"_s, byClerk(u"2020-01-01"_s));
    late.set(u"registration_date"_s, byClerk(u"2020-12-01"_s));
    late.set(u"subject_ethnicity"_s, byClerk(u"Kin"_s));
    late.set(u"abstract"_s, byClerk(u"a\uE000"_s));
    late.set(u"agency"_s, byClerk(u"UBND huyện Bình Gia"_s));
    late.set(u"issue_date"_s, byClerk(u"2026-03-01"_s));
    late.dossier.validityByClerk = true;
    late.dossier.validity = {
        ValidityStatus::InForce, ValidityBasis::Months, QDate(2026, 11, 1), QDate(2027, 5, 1), 6, {}};
    late.pages[0].reading->text = u"MẬT"_s;

    Sample young;
    young.dossier.documentTypeId = u"marriage_certificate"_s;
    young.set(u"wife_birth_date"_s, byClerk(u"2010-01-01"_s));
    young.set(u"registration_date"_s, byClerk(u"2020-01-01"_s));
    return {empty, expired, oneOff, old, late, young};
}

Finding findingOf(const QString &rule, Severity severity, const QString &reason = {})
{
    Finding finding;
    finding.rule = rule;
    finding.severity = severity;
    finding.overrideReason = reason;
    return finding;
}

} // namespace

TEST_CASE("A sound dossier has nothing but information", "[quality]")
{
    const auto findings = Sample().check();
    for (const Finding &finding : findings) {
        INFO(finding.rule.toStdString());
        CHECK(finding.severity == Severity::Info);
    }
    CHECK(blockingFindings(findings).empty());
    CHECK(lights(findings) == Lights{});
}

TEST_CASE("The table holds each rule that the gate gives, and no other", "[quality]")
{
    std::set<QString> given;
    for (const Sample &sample : spoilt()) {
        for (const Finding &finding : sample.check()) {
            INFO(finding.rule.toStdString());
            const QualityRule *rule = qualityRule(finding.rule);
            REQUIRE(rule);
            CHECK(finding.severity <= rule->severity);
            for (auto arg = finding.args.keyBegin(); arg != finding.args.keyEnd(); ++arg)
                CHECK(rule->args.contains(*arg));
            CHECK((finding.field.isEmpty() || finding.args.value(u"field"_s) == finding.field));
            given.insert(finding.rule);
        }
    }
    // Those that compare with other dossiers need a store.
    given.insert({u"CLEAN-01"_s, u"CLEAN-02"_s, u"CLEAN-05"_s, u"LIVE-05"_s});
    std::set<QString> known;
    for (const QualityRule &rule : qualityRules())
        known.insert(rule.id);
    CHECK(given == known);
    CHECK(known.size() == qualityRules().size());
    CHECK(std::is_sorted(qualityRules().begin(), qualityRules().end(),
                         [](const QualityRule &a, const QualityRule &b) {
                             return std::pair(a.word, a.id) < std::pair(b.word, b.id);
                         }));
    CHECK(qualityRule(u"LIVE-99"_s) == nullptr);
}

TEST_CASE("The gravest findings come first", "[quality]")
{
    for (const Sample &sample : spoilt()) {
        const auto findings = sample.check();
        CHECK(std::is_sorted(findings.begin(), findings.end(),
                             [](const Finding &a, const Finding &b) { return a.severity > b.severity; }));
    }
}

TEST_CASE("A clerk's reason overrules warnings and faint paper, nothing else", "[quality]")
{
    Sample sample;
    sample.result().kind = DocumentKind::Component;
    sample.dossier.validity.status = ValidityStatus::Unknown;
    sample.pages[0].reading->confidence = 0.2;
    CHECK(blockingFindings(sample.check()).size() == 2);

    const QString reason = u"Bản giấy mờ"_s;
    for (const QString &rule : {u"FULL-02"_s, u"LIVE-01"_s, u"CLEAN-21"_s, u"FULL-04"_s})
        sample.dossier.overrides[rule] = reason;
    CHECK(sample.of(u"FULL-02"_s).front().overrideReason == reason);
    CHECK(sample.of(u"CLEAN-21"_s).front().overrideReason == reason);
    CHECK(sample.of(u"LIVE-01"_s).front().overrideReason.isEmpty());
    CHECK(sample.of(u"FULL-04"_s).front().overrideReason.isEmpty());

    const auto blocking = blockingFindings(sample.check());
    REQUIRE(blocking.size() == 1);
    CHECK(blocking.front().rule == u"LIVE-01"_s);
    CHECK(lights(sample.check()) == Lights{Light::Block, Light::Ok, Light::Ok, Light::Ok});

    sample.dossier.overrides[u"CLEAN-21"_s] = u" "_s;
    CHECK(blockingFindings(sample.check()).size() == 2);
}

TEST_CASE("Each word has its light", "[quality]")
{
    const Lights shown = lights({
        findingOf(u"LIVE-09"_s, Severity::Info),
        findingOf(u"CLEAN-10"_s, Severity::Warning),
        findingOf(u"CLEAN-21"_s, Severity::Blocking, u"mờ"_s),
        findingOf(u"FULL-06"_s, Severity::Blocking, u"không được"_s),
        findingOf(u"FULL-02"_s, Severity::Warning),
        findingOf(u"ACC-30"_s, Severity::Warning, u"tên nước ngoài"_s),
    });
    CHECK(shown == Lights{Light::Ok, Light::Warn, Light::Block, Light::Ok});
    CHECK(lights({findingOf(u"NEW-01"_s, Severity::Warning)}).accurate == Light::Warn);
    CHECK(toString(Light::Ok) == u"ok"_s);
    CHECK(toString(Light::Warn) == u"warn"_s);
    CHECK(toString(Light::Block) == u"block"_s);
    CHECK(toString(QualityWord::Complete) == u"complete"_s);
}
