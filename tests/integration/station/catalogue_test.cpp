// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/desk.h"

using namespace sohoa;
using namespace Qt::StringLiterals;

TEST_CASE("Imported procedures stay in the store, beside those that ship", "[station]")
{
    test::Desk desk;
    const QString file = desk.folder.filePath(u"thủ tục.csv"_s);
    const size_t shipped = desk.station->catalogue().procedures().size();
    REQUIRE_OK(writeDurably(file, "code,name_vi,validity_rule\n"
                                  "9.000001,\"Cấp giấy \"\"thử\"\", lần đầu\",months_from_issue:6\n"));
    const auto imported = desk.station->importProcedures(file);
    REQUIRE_OK(imported);
    CHECK(*imported == 1);

    desk.station.reset();
    desk.open();
    CHECK(desk.station->catalogue().procedures().size() == shipped + 1);
    const Procedure *procedure = desk.station->catalogue().procedure(u"9.000001"_s);
    REQUIRE(procedure);
    CHECK(procedure->name == u"Cấp giấy \"thử\", lần đầu"_s);
    CHECK(procedure->validityRule == u"months_from_issue:6"_s);
}

TEST_CASE("A table with a fault is refused whole, by row and column", "[station]")
{
    test::Desk desk;
    const QString file = desk.folder.filePath(u"sai.csv"_s);
    REQUIRE_OK(writeDurably(file, "code,name_vi\n9.000001,Một\nkhông phải mã,Hai\n"));
    const auto refused = desk.station->importProcedures(file);
    REQUIRE_FALSE(refused);
    CHECK(refused.error().code == ErrorCode::CatalogueInvalid);
    CHECK(refused.error().args[u"row"_s] == u"3"_s);
    CHECK(refused.error().args[u"column"_s] == u"code"_s);
    CHECK_FALSE(desk.station->catalogue().procedure(u"9.000001"_s));
}
