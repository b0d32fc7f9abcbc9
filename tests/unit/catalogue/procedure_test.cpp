// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/catalogue/procedure.h"
#include "tests/support/catch.h"

using namespace Qt::StringLiterals;
using namespace sohoa;

namespace {

QMap<QString, QString> argsOf(const char *csv)
{
    const auto procedures = parseProcedures(csv);
    REQUIRE_FALSE(procedures.has_value());
    CHECK(procedures.error().code == ErrorCode::CatalogueInvalid);
    return procedures.error().args;
}

} // namespace

TEST_CASE("A procedure code is cut to its national part", "[catalogue]")
{
    CHECK(nationalProcedureCode(u"1.001193"_s) == u"1.001193"_s);
    CHECK(nationalProcedureCode(u" 1.001193.000.00.00.H37"_s) == u"1.001193"_s);
    CHECK(nationalProcedureCode(u"1.001193.01"_s) == u"1.001193"_s);
    CHECK(nationalProcedureCode(u"1.0011931"_s).isEmpty());
    CHECK(nationalProcedureCode(u"0.001193"_s).isEmpty());
    CHECK(nationalProcedureCode(u"1001193"_s).isEmpty());
    CHECK(nationalProcedureCode({}).isEmpty());
}

TEST_CASE("A list of two columns is enough", "[catalogue]")
{
    const auto procedures = parseProcedures("name_vi,code\nĐăng ký khai sinh,1.001193.000.00.00.H37\n");
    REQUIRE_OK(procedures);
    REQUIRE(procedures->size() == 1);
    const Procedure &procedure = procedures->front();
    CHECK(procedure.code == u"1.001193"_s);
    CHECK(procedure.name == u"Đăng ký khai sinh"_s);
    CHECK(procedure.components.empty());
    CHECK(procedure.validityRule.isEmpty());
    CHECK(procedure.rulesConfidence == Confidence::Check);
}

TEST_CASE("Components are taken apart by their marks", "[catalogue]")
{
    const auto procedures =
        parseProcedures("code,name_vi,required_components,result_document,result_code,keywords,rules_confidence\n"
                        "1.001193,X,Tờ khai;Giấy A / giấy B;Văn bản C?;Giấy D (xuất trình);Bản án/Quyết định?; ,"
                        "K1; K2,KQ.1|KQ.2,A|B,sure\n");
    REQUIRE_OK(procedures);
    const Procedure &procedure = procedures->front();
    REQUIRE(procedure.components.size() == 5);
    CHECK(procedure.components[0].required());
    CHECK(procedure.components[1].name == u"Giấy A / giấy B"_s);
    CHECK(procedure.components[1].alternatives == QStringList{u"Giấy A"_s, u"giấy B"_s});
    CHECK(procedure.components[2].name == u"Văn bản C"_s);
    CHECK(procedure.components[2].conditional);
    CHECK_FALSE(procedure.components[2].required());
    CHECK(procedure.components[3].name == u"Giấy D"_s);
    CHECK(procedure.components[3].shownOnly);
    CHECK(procedure.components[4].alternatives == QStringList{u"Bản án/Quyết định"_s});
    CHECK(procedure.resultDocuments == QStringList{u"K1"_s, u"K2"_s});
    CHECK(procedure.resultCodes == QStringList{u"KQ.1"_s, u"KQ.2"_s});
    CHECK(procedure.keywords == QStringList{u"A"_s, u"B"_s});
    CHECK(procedure.rulesConfidence == Confidence::Sure);
}

TEST_CASE("A hostile list is refused with row and column", "[catalogue]")
{
    CHECK(argsOf("code,ten\n1.001193,X\n").value(u"column"_s) == u"name_vi"_s);
    CHECK(argsOf("code,name_vi\n").value(u"detail"_s) == u"empty list"_s);

    const auto duplicate = argsOf("code,name_vi\n1.001193,X\n1.001193.01,Y\n");
    CHECK(duplicate.value(u"row"_s) == u"3"_s);
    CHECK(duplicate.value(u"column"_s) == u"code"_s);

    const auto noCode = argsOf("code,name_vi\n1.001193,X\n=cmd(),Y\n");
    CHECK(noCode.value(u"row"_s) == u"3"_s);
    CHECK(argsOf("code,name_vi\n1.001193,\n").value(u"column"_s) == u"name_vi"_s);
    CHECK(argsOf("code,name_vi,validity_rule\n1.001193,X,months_from_issue:-1\n").value(u"column"_s) ==
          u"validity_rule"_s);
    CHECK(argsOf("code,name_vi,confidence\n1.001193,X,maybe\n").value(u"column"_s) == u"confidence"_s);
    const QByteArray longName = "code,name_vi\n1.001193," + QByteArray(3000, 'x') + "\n";
    CHECK(argsOf(longName.constData()).value(u"column"_s) == u"name_vi"_s);
}
