// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/catch.h"
#include "tests/unit/quality/sample_dossier.h"

using namespace Qt::StringLiterals;
using namespace sohoa;
using namespace sohoa::test;

namespace {

QStringList namesOf(const std::vector<Finding> &findings, Severity severity)
{
    QStringList names;
    for (const Finding &finding : findings) {
        if (finding.severity == severity)
            names.append(finding.args[u"name"_s]);
    }
    return names;
}

QStringList fieldsOf(const std::vector<Finding> &findings)
{
    QStringList fields;
    for (const Finding &finding : findings)
        fields.append(finding.field);
    return fields;
}

/// In the order of the procedure: whether each paper is there.
std::vector<bool> presence(const Dossier &dossier)
{
    std::vector<bool> present;
    for (const ComponentStatus &status : componentsOf(dossier, catalogue()))
        present.push_back(status.present);
    return present;
}

} // namespace

TEST_CASE("No or an unknown procedure blocks", "[quality][complete]")
{
    Sample sample;
    CHECK_FALSE(sample.gives(u"FULL-01"_s));
    sample.dossier.procedure.code = u"1.001193.000.00.00.H37"_s;
    CHECK_FALSE(sample.gives(u"FULL-01"_s));
    for (const QString &code : {QString(), u"9.999999"_s}) {
        sample.dossier.procedure.code = code;
        CHECK(sample.gives(u"FULL-01"_s, Severity::Blocking));
        CHECK(componentsOf(sample.dossier, catalogue()).empty());
    }
}

TEST_CASE("A dossier without a result warns", "[quality][complete]")
{
    Sample sample;
    CHECK_FALSE(sample.gives(u"FULL-02"_s));
    SECTION("when no paper is one")
    {
        sample.result().kind = DocumentKind::Component;
    }
    SECTION("when its pages were taken out")
    {
        sample.pages[0].excluded = true;
    }
    CHECK(sample.gives(u"FULL-02"_s, Severity::Warning));
}

TEST_CASE("Missing papers of the procedure", "[quality][complete]")
{
    Sample sample;
    CHECK(namesOf(sample.of(u"FULL-03"_s), Severity::Warning).isEmpty());
    // Four papers are needed in given cases only, the identity card is only shown.
    CHECK(namesOf(sample.of(u"FULL-03"_s), Severity::Info).size() == 4);
    CHECK(namesOf(sample.of(u"FULL-04"_s), Severity::Info) == QStringList{u"Giấy tờ tùy thân"_s});

    SECTION("the identity card is there")
    {
        sample.add(u"id_card_chip_front"_s, u"Căn cước công dân"_s, DocumentKind::Identity);
        CHECK_FALSE(sample.gives(u"FULL-04"_s));
    }
    SECTION("a required one is not there")
    {
        sample.dossier.documents.erase(sample.dossier.documents.begin() + 1);
        CHECK(namesOf(sample.of(u"FULL-03"_s), Severity::Warning) == QStringList{u"Tờ khai đăng ký khai sinh"_s});
    }
    SECTION("its page was taken out")
    {
        sample.pages[1].excluded = true;
        CHECK(namesOf(sample.of(u"FULL-03"_s), Severity::Warning) == QStringList{u"Tờ khai đăng ký khai sinh"_s});
    }
}

TEST_CASE("Components are listed in the procedure's order with the pages that fulfil them", "[quality][complete]")
{
    Sample sample;
    const auto statuses = componentsOf(sample.dossier, catalogue());
    const Procedure *procedure = catalogue().procedure(u"1.001193"_s);
    REQUIRE(procedure);
    REQUIRE(statuses.size() == procedure->components.size());
    for (size_t i = 0; i < statuses.size(); ++i) {
        CHECK(statuses[i].name == procedure->components[i].name);
        CHECK(statuses[i].required == procedure->components[i].required());
    }
    CHECK(statuses[0].present);
    CHECK(statuses[0].documentTypeId == u"form_birth"_s);
    CHECK(statuses[0].pages == std::vector{sample.pages[1].id});
    CHECK(statuses[1].present); // one of three alternatives
    CHECK_FALSE(statuses[2].present);
    CHECK(statuses[2].pages.empty());

    SECTION("a paper that was not recognized counts by its printed title")
    {
        sample.dossier.documents[2].typeId.clear();
        sample.dossier.documents[2].title = u"GIẤY CAM ĐOAN VIỆC SINH của bà Hoàng Thị Mẫu"_s;
        CHECK(presence(sample.dossier)[1]);
    }
    SECTION("results and slips are no components")
    {
        sample.dossier.documents[1].kind = DocumentKind::Result;
        sample.dossier.documents[2].kind = DocumentKind::Process;
        CHECK(presence(sample.dossier) == std::vector<bool>(statuses.size(), false));
    }
}

TEST_CASE("One paper fulfils one component", "[quality][complete]")
{
    Procedure procedure;
    procedure.code = u"9.000001"_s;
    procedure.name = u"Thủ tục thử"_s;
    const ProcedureComponent either{u"Giấy chứng sinh / Tờ khai đăng ký khai sinh"_s,
                                    {u"Giấy chứng sinh"_s, u"Tờ khai đăng ký khai sinh"_s}};
    const ProcedureComponent birthNotice{u"Giấy chứng sinh"_s, {u"Giấy chứng sinh"_s}};
    procedure.components = {either, birthNotice};
    const Catalogue own = catalogue().withProcedures({procedure});

    Sample sample;
    sample.dossier.procedure.code = procedure.code;
    auto statuses = componentsOf(sample.dossier, own);
    REQUIRE(statuses.size() == 2);
    // The form suits only the first, so the notice is left for the second.
    CHECK(statuses[0].documentTypeId == u"form_birth"_s);
    CHECK(statuses[1].documentTypeId == u"birth_notice"_s);

    sample.dossier.documents.erase(sample.dossier.documents.begin() + 1);
    statuses = componentsOf(sample.dossier, own);
    CHECK(statuses[0].present != statuses[1].present);
}

TEST_CASE("Each empty mandatory field blocks", "[quality][complete]")
{
    Sample sample;
    CHECK_FALSE(sample.gives(u"FULL-06"_s));
    sample.dossier.fields.clear();
    const QStringList all = {u"number"_s, u"issue_date"_s, u"agency"_s, u"person_name"_s, u"abstract"_s};
    CHECK(fieldsOf(sample.of(u"FULL-06"_s)) == all);
    CHECK(sample.gives(u"FULL-06"_s, Severity::Blocking));
    CHECK(sample.of(u"FULL-06"_s).front().args[u"field"_s] == u"number"_s);

    Sample blanks;
    blanks.set(u"agency"_s, byClerk(u"  "_s));
    CHECK(fieldsOf(blanks.of(u"FULL-06"_s)) == QStringList{u"agency"_s});
}

TEST_CASE("The number is mandatory only where the result bears one", "[quality][complete]")
{
    Sample sample;
    CHECK(mandatoryFields(sample.dossier, catalogue()).contains(u"number"_s));
    SECTION("its kind has none")
    {
        sample.result().typeId = u"poverty_certificate"_s;
        sample.dossier.documentTypeId = u"poverty_certificate"_s;
    }
    SECTION("its kind is unknown")
    {
        sample.result().typeId.clear();
        sample.dossier.documentTypeId.clear();
    }
    SECTION("the paper with the number is no result")
    {
        sample.result().kind = DocumentKind::Component;
    }
    CHECK_FALSE(mandatoryFields(sample.dossier, catalogue()).contains(u"number"_s));
}

TEST_CASE("An owner who is not identified warns and never blocks", "[quality][complete]")
{
    Sample sample;
    CHECK_FALSE(sample.gives(u"FULL-11"_s));
    sample.dossier.fields.remove(u"personal_id"_s);
    CHECK(sample.gives(u"FULL-11"_s, Severity::Warning));
    CHECK(blockingFindings(sample.check()).empty());
    sample.set(u"home_town"_s, fieldValue(u"Hồng Thái, Bình Gia, Lạng Sơn"_s));
    CHECK_FALSE(sample.gives(u"FULL-11"_s));
    sample.dossier.fields.remove(u"birth_date"_s);
    CHECK(sample.gives(u"FULL-11"_s));
    sample.set(u"personal_id"_s, byClerk(u"082123456"_s));
    CHECK_FALSE(sample.gives(u"FULL-11"_s));
}
