// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/quality/check.h"
#include "tests/support/catch.h"
#include "tests/support/fake_clock.h"

#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace sohoa;

namespace {

const QDate today(2023, 10, 14);

const Catalogue &catalogue()
{
    static const Result<Catalogue> loaded =
        Catalogue::load(qEnvironmentVariable("SOHOA_RESOURCES") + u"/catalogue"_s);
    REQUIRE_OK(loaded);
    return *loaded;
}

FieldValue read(const QString &value, double confidence = 0.95)
{
    return {value, confidence, {}, {}, FieldOrigin::Ocr};
}

/// A dossier of a birth registration without a single finding.
struct Sample {
    test::FakeClock clock;
    Dossier dossier;
    std::vector<Page> pages;

    Sample()
    {
        dossier.procedure = {u"1.001193"_s, {}, 0.98, FieldOrigin::Ocr};
        dossier.documentTypeId = u"birth_certificate"_s;
        add(u"form_birth"_s, DocumentKind::Component);
        add(u"birth_notice"_s, DocumentKind::Component);
        add(u"power_of_attorney"_s, DocumentKind::Component);
        add(u"birth_certificate"_s, DocumentKind::Result);
        // The conditional components of the list, so that nothing is left to warn about.
        for (const QString &title :
             {u"Biên bản trẻ bị bỏ rơi"_s, u"Văn bản xác nhận mang thai hộ"_s, u"Giấy tờ chứng minh nơi cư trú"_s})
            add({}, DocumentKind::Component, title);
        dossier.validity =
            Validity{ValidityStatus::InForce, ValidityBasis::Indefinite, QDate(2023, 8, 22), {}, 0, {}};
        set("number", u"15/2023"_s);
        set("issue_date", u"2023-08-22"_s);
        set("agency", u"UBND xã Hồng Thái"_s);
        set("person_name", u"Lý Thị Mẫu"_s);
        set("birth_date", u"2023-08-01"_s);
        set("personal_id", u"020323001234"_s);
        set("subject_gender", u"Nữ"_s);
        set("abstract", u"Giấy khai sinh – Lý Thị Mẫu"_s);
        set("dossier_code", u"000.00.16.H37-230821-0003"_s);
    }

    void add(const QString &type, DocumentKind kind, const QString &title = {})
    {
        clock.advance(1);
        Page page;
        page.id = PageId::make(clock);
        page.dpi = 300;
        page.reading = PageReading();
        page.reading->confidence = 0.93;
        page.reading->words.push_back({u"chữ"_s, {0, 0, 10, 10}, 0.93, 0});
        pages.push_back(page);
        Document document;
        document.typeId = type;
        document.kind = kind;
        const DocumentType *known = catalogue().documentType(type);
        document.title = known ? known->title : title;
        document.pages = {page.id};
        dossier.documents.push_back(document);
        dossier.pages.push_back(page.id);
    }
    void set(const char *field, const QString &value, double confidence = 0.95)
    {
        dossier.fields.insert(QString::fromLatin1(field), read(value, confidence));
    }
    void remove(const QString &type)
    {
        auto &documents = dossier.documents;
        documents.erase(std::remove_if(documents.begin(), documents.end(),
                                       [&](const Document &document) { return document.typeId == type; }),
                        documents.end());
    }
    std::vector<Finding> findings(const QDate &asOf = today) const
    {
        return check(dossier, pages, catalogue(), asOf);
    }
    /// "ACC-03!" blocks, "LIVE-10" warns.
    QStringList rules(const QDate &asOf = today) const
    {
        QStringList list;
        for (const Finding &finding : findings(asOf))
            list << finding.rule + (finding.severity == Severity::Blocking ? u"!"_s : QString());
        return list;
    }
    Finding only(const QString &rule) const
    {
        const auto all = findings();
        REQUIRE(all.size() == 1);
        CHECK(all[0].rule == rule);
        return all[0];
    }
};

} // namespace

TEST_CASE("A good dossier has no finding and four green lights", "[quality]")
{
    const Sample sample;
    CHECK(sample.rules() == QStringList());
    CHECK(lights(sample.findings()) == Lights{});
    CHECK(toString(Light::Ok) == u"ok"_s);
}

TEST_CASE("The table names each rule once and every finding keeps to it", "[quality]")
{
    QSet<QString> ids;
    for (const QualityRule &rule : qualityRules()) {
        CHECK_FALSE(ids.contains(rule.id));
        ids.insert(rule.id);
        CHECK(qualityRule(rule.id) == &rule);
    }
    CHECK(qualityRule(u"LIVE-99"_s) == nullptr);
    Sample broken;
    broken.dossier = {};
    broken.set("person_name", u"X9"_s, 0.1);
    broken.set("personal_id", u"99"_s);
    broken.set("issue_date", u"2023-02-30"_s);
    broken.set("number", u"1/QĐ-UBMD"_s);
    const auto findings = broken.findings();
    CHECK(findings.size() >= 8);
    for (const Finding &finding : findings) {
        CAPTURE(finding.rule.toStdString());
        const QualityRule *rule = qualityRule(finding.rule);
        REQUIRE(rule != nullptr);
        CHECK(finding.severity <= rule->severity);
        for (const QString &arg : finding.args.keys())
            CHECK(rule->args.contains(arg));
    }
    for (size_t i = 1; i < findings.size(); ++i)
        CHECK(findings[i - 1].severity >= findings[i].severity);
}

TEST_CASE("Alive: unknown, ended, ending and lasting", "[quality]")
{
    Sample sample;
    sample.dossier.validity.status = ValidityStatus::Unknown;
    CHECK(sample.rules() == QStringList{u"LIVE-01!"_s});

    sample.dossier.validity = {
        ValidityStatus::InForce, ValidityBasis::Months, QDate(2023, 4, 14), QDate(2023, 10, 14), 6, {}};
    CHECK(sample.rules(QDate(2023, 10, 14)) == QStringList{u"LIVE-10"_s});
    CHECK(sample.rules(QDate(2023, 10, 15)) == QStringList{u"LIVE-02!"_s});
    CHECK(sample.rules(QDate(2023, 9, 13)) == QStringList{});
    CHECK(sample.rules(QDate(2023, 9, 14)) == QStringList{u"LIVE-10"_s});
    sample.dossier.validity.status = ValidityStatus::Revoked;
    CHECK(sample.only(u"LIVE-02"_s).args.value(u"status"_s) == u"revoked"_s);
}

TEST_CASE("Clean: blank sides, resolution, faint pages, telling names", "[quality]")
{
    Sample sample;
    sample.pages[1].reading->blank = true;
    CHECK(sample.only(u"CLEAN-10"_s).page == sample.pages[1].id);
    sample.pages[1].excluded = true;
    CHECK(sample.rules().isEmpty());

    sample.pages[0].dpi = 150;
    CHECK(sample.only(u"CLEAN-20"_s).args.value(u"dpi"_s) == u"150"_s);
    sample.pages[0].dpi = 200;

    sample.pages[2].reading->confidence = 0.55;
    CHECK(sample.rules() == QStringList{u"CLEAN-21"_s});
    sample.pages[2].reading->confidence = 0.35;
    CHECK(sample.rules() == QStringList{u"CLEAN-21!"_s});
    sample.pages[2].reading->words.clear();
    CHECK(sample.rules().isEmpty());

    sample.set("dossier_code", u"LOCAL-Ly_Thi-Mau-01"_s);
    CHECK(sample.only(u"CLEAN-28"_s).severity == Severity::Blocking);
    sample.set("dossier_code", u"LOCAL-020323001234"_s);
    CHECK(sample.only(u"CLEAN-28"_s).field == u"dossier_code"_s);
}

TEST_CASE("Complete: procedure, result, components, fields, owner", "[quality]")
{
    Sample sample;
    SECTION("procedure")
    {
        sample.dossier.procedure.code = u"9.999999"_s;
        CHECK(sample.only(u"FULL-01"_s).severity == Severity::Blocking);
        sample.dossier.procedure.code.clear();
        CHECK(sample.rules() == QStringList{u"FULL-01!"_s});
    }
    SECTION("result")
    {
        sample.remove(u"birth_certificate"_s);
        CHECK(sample.rules() == QStringList{u"FULL-02!"_s});
    }
    SECTION("a required component blocks, a conditional one warns, one only shown is not missed")
    {
        sample.remove(u"birth_notice"_s);
        CHECK(sample.only(u"FULL-03"_s).severity == Severity::Blocking);
        sample.add({}, DocumentKind::Component, u"Giấy cam đoan việc sinh"_s);
        CHECK(sample.rules().isEmpty());
        sample.remove(u"power_of_attorney"_s);
        CHECK(sample.only(u"FULL-03"_s).severity == Severity::Warning);
        CHECK(sample.only(u"FULL-03"_s).args.value(u"component"_s) == u"Văn bản ủy quyền"_s);
    }
    SECTION("fields")
    {
        for (const char *field : {"number", "issue_date", "agency", "abstract"}) {
            Sample without;
            without.dossier.fields.remove(QString::fromLatin1(field));
            CHECK(without.only(u"FULL-06"_s).field == QString::fromLatin1(field));
        }
        sample.dossier.documentTypeId = u"poverty_certificate"_s;
        CHECK(mandatoryFields(sample.dossier, catalogue()) ==
              QStringList{u"issue_date"_s, u"agency"_s, u"person_name"_s, u"abstract"_s});
        sample.dossier.documentTypeId = u"poverty_decision"_s;
        CHECK(mandatoryFields(sample.dossier, catalogue()) ==
              QStringList{u"number"_s, u"issue_date"_s, u"agency"_s, u"abstract"_s});
    }
    SECTION("owner")
    {
        sample.dossier.fields.remove(u"personal_id"_s);
        CHECK(sample.rules().isEmpty());
        sample.dossier.fields.remove(u"birth_date"_s);
        CHECK(sample.rules() == QStringList{u"FULL-11!"_s});
        sample.set("personal_id", u"082123456"_s);
        CHECK(sample.rules().isEmpty());
    }
}

TEST_CASE("Components are listed in the procedure's order with their pages", "[quality]")
{
    const Sample sample;
    const auto components = componentsOf(sample.dossier, catalogue());
    REQUIRE(components.size() == 7);
    CHECK(components[0].name == u"Tờ khai đăng ký khai sinh"_s);
    CHECK(components[0].required);
    CHECK(components[0].present);
    CHECK(components[0].documentTypeId == u"form_birth"_s);
    CHECK(components[0].pages == sample.dossier.documents[0].pages);
    CHECK_FALSE(components[5].required);
    CHECK_FALSE(components[5].present);
    CHECK(componentsOf({}, catalogue()).empty());
}

TEST_CASE("Accurate: the worked example of the personal number", "[quality]")
{
    Sample sample;
    sample.set("issue_date", u"2023-08-22"_s);
    sample.set("birth_date", u"1986-02-05"_s);
    sample.set("personal_id", u"020186001234"_s);
    CHECK(sample.rules().isEmpty());
    sample.set("personal_id", u"020286001234"_s); // 2000s, male
    CHECK(sample.only(u"ACC-03"_s).severity == Severity::Blocking);
    sample.set("personal_id", u"020086001234"_s); // 1900s, male
    CHECK(sample.only(u"ACC-03"_s).args.value(u"what"_s) == u"subject_gender"_s);
    sample.set("personal_id", u"999186001234"_s);
    CHECK(sample.rules() == QStringList{u"ACC-02!"_s});
    sample.set("personal_id", u"099186001234"_s);
    CHECK(sample.only(u"ACC-02"_s).severity == Severity::Warning);
    sample.set("personal_id", u"02018600123"_s);
    CHECK(sample.rules() == QStringList{u"ACC-02!"_s});
    sample.set("personal_id", u"08212345"_s);
    CHECK(sample.rules() == QStringList{u"ACC-07!"_s});
    sample.set("personal_id", u"082123456"_s);
    CHECK(sample.rules().isEmpty());

    sample.set("husband_id", u"020086001234"_s);
    sample.set("husband_birth_date", u"1985"_s);
    CHECK(sample.only(u"ACC-03"_s).field == u"husband_id"_s);
}

TEST_CASE("Accurate: dates", "[quality]")
{
    Sample sample;
    sample.dossier.fields.remove(u"personal_id"_s);
    SECTION("of the calendar, not of the future, not before the state")
    {
        for (const QString &date : {u"2023-02-30"_s, u"2023-10-15"_s, u"1944-01-01"_s, u"ngày mai"_s}) {
            CAPTURE(date.toStdString());
            sample.set("issue_date", date);
            CHECK(sample.rules().contains(u"ACC-10!"_s));
        }
        sample.set("issue_date", u"2023"_s);
        CHECK(sample.rules().isEmpty());
        sample.set("birth_date", u"1931"_s);
        CHECK(sample.rules().isEmpty());
    }
    SECTION("in order")
    {
        sample.set("birth_date", u"2023-08-23"_s);
        CHECK(sample.only(u"ACC-11"_s).args.value(u"earlier"_s) == u"birth_date"_s);
        sample.set("birth_date", u"2023"_s);
        CHECK(sample.rules().isEmpty());
        sample.set("issue_date", u"2023-08-20"_s); // received on the 21st
        CHECK(sample.only(u"ACC-11"_s).severity == Severity::Warning);
    }
    SECTION("of the dossier code and the slip")
    {
        sample.add(u"receipt_slip"_s, DocumentKind::Process);
        sample.dossier.documents.back().fields.insert(u"received_at"_s, read(u"2023-08-20"_s));
        const Finding finding = sample.only(u"ACC-12"_s);
        CHECK(finding.args.value(u"date"_s) == u"2023-08-21"_s);
        CHECK(finding.args.value(u"received"_s) == u"2023-08-20"_s);
        sample.dossier.documents.back().fields.insert(u"received_at"_s, read(u"2023-08-21"_s));
        CHECK(sample.rules().isEmpty());
    }
}

TEST_CASE("Accurate: symbols, names, sureness", "[quality]")
{
    Sample sample;
    for (const QString &number :
         {u"15"_s, u"125/QĐ-UBND"_s, u"01/2024/QĐ-UBND"_s, u"25/UBND-XNTTHN"_s, u"5/TLKT-BS"_s}) {
        CAPTURE(number.toStdString());
        sample.set("number", number);
        CHECK(sample.rules().isEmpty());
    }
    sample.set("number", u"125/QĐ-UBMD"_s);
    const Finding symbol = sample.only(u"ACC-23"_s);
    CHECK(symbol.args.value(u"symbol"_s) == u"UBMD"_s);
    CHECK(symbol.args.value(u"proposal"_s) == u"UBND"_s);
    sample.set("number", u"15/2023"_s);

    for (const QString &name : {u"Mẫu"_s, u"Lý Th1 Mẫu"_s, u"Lý Thị Mẫu."_s, u"A B C D E G H"_s}) {
        CAPTURE(name.toStdString());
        sample.set("person_name", name);
        CHECK(sample.rules() == QStringList{u"ACC-30"_s});
    }
    sample.set("person_name", u"Đặng Nguyễn Thị Ỷ Lan"_s);
    CHECK(sample.rules().isEmpty());

    sample.set("agency", u"UBND xã Hồng Thái"_s, 0.39);
    CHECK(sample.only(u"ACC-31"_s).args.value(u"confidence"_s) == u"39"_s);
    sample.dossier.fields[u"agency"_s].origin = FieldOrigin::Clerk;
    CHECK(sample.rules().isEmpty());
}

TEST_CASE("A reason overrules warnings, and of the blocking rules only the faint paper", "[quality]")
{
    Sample sample;
    sample.pages[0].reading->confidence = 0.2;
    sample.set("number", u"125/QĐ-UBMD"_s);
    sample.dossier.validity.status = ValidityStatus::Unknown;
    for (const QString &rule : {u"CLEAN-21"_s, u"ACC-23"_s, u"LIVE-01"_s})
        sample.dossier.overrides.insert(rule, u"bản giấy mờ"_s);
    const auto findings = sample.findings();
    REQUIRE(findings.size() == 3);
    for (const Finding &finding : findings)
        CHECK(finding.overrideReason.isEmpty() == (finding.rule == u"LIVE-01"_s));
    const auto blocking = blockingFindings(findings);
    REQUIRE(blocking.size() == 1);
    CHECK(blocking[0].rule == u"LIVE-01"_s);
    const Lights result = lights(findings);
    CHECK(result.live == Light::Block);
    CHECK(result.clean == Light::Ok);
    CHECK(result.accurate == Light::Ok);

    sample.dossier.overrides.insert(u"ACC-23"_s, u"  "_s);
    CHECK(lights(sample.findings()).accurate == Light::Warn);
}
