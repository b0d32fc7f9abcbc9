// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/catalogue/catalogue.h"
#include "core/catalogue/csv_table.h"
#include "tests/support/catch.h"

using namespace sohoa;
using namespace Qt::StringLiterals;

namespace {

const Catalogue &shipped()
{
    static const Result<Catalogue> loaded =
        Catalogue::load(qEnvironmentVariable("SOHOA_RESOURCES") + u"/catalogue"_s);
    REQUIRE_OK(loaded);
    return *loaded;
}

const QByteArray head = "id,title_vi,kind,priority,place,title_regex_folded,number_pattern,fields,validity_rule\n";

Error refused(CatalogueTable table, const QByteArray &csv)
{
    const auto result = shipped().withTable(table, csv, u"x.csv"_s);
    REQUIRE_FALSE(result.has_value());
    CHECK(result.error().code == ErrorCode::CatalogueInvalid);
    CHECK(result.error().args.value(u"file"_s) == u"x.csv"_s);
    return result.error();
}

} // namespace

TEST_CASE("Imported kinds are added, known ones replaced", "[catalogue]")
{
    const size_t before = shipped().documentTypes().size();
    const auto more = shipped().withTable(
        CatalogueTable::DocumentTypes,
        head +
            "bee,Giấy nuôi ong,result,99,head,ONG,,keeper_name,indefinite\n"
            "birth_certificate,Giấy khai sinh mới,result,50,head,GIAY\\s*KHAI\\s*SINH,,subject_name,indefinite\n",
        u"x.csv"_s);
    REQUIRE_OK(more);
    CHECK(more->documentTypes().size() == before + 1);
    CHECK(more->documentTypes().front().id == u"bee"_s);
    CHECK(more->documentType(u"birth_certificate"_s)->title == u"Giấy khai sinh mới"_s);
    CHECK(shipped().documentType(u"bee"_s) == nullptr);
}

TEST_CASE("Agencies are keyed by code and first day", "[catalogue]")
{
    const auto more = shipped().withTable(
        CatalogueTable::Agencies, "code,name_vi,valid_from,valid_to\n99999,Xã Mới Tinh,2026-01-01,\n", u"x.csv"_s);
    REQUIRE_OK(more);
    CHECK(more->agenciesNamed(u"UBND xã Mới Tinh"_s, QDate(2026, 2, 1)).size() == 1);
    CHECK(more->agenciesNamed(u"UBND xã Mới Tinh"_s, QDate(2025, 2, 1)).empty());
}

TEST_CASE("Errors name row and column, and nothing is taken", "[catalogue]")
{
    const Error kind = refused(CatalogueTable::DocumentTypes,
                               head + "a,A,result,1,head,A,,x,indefinite\nb,B,nonsense,1,head,B,,x,\n");
    CHECK(kind.args.value(u"row"_s) == u"3"_s);
    CHECK(kind.args.value(u"column"_s) == u"kind"_s);
    CHECK(refused(CatalogueTable::DocumentTypes, head + "a,A,result,1,head,A,no_such,x,\n")
              .args.value(u"column"_s) == u"number_pattern"_s);
    CHECK(refused(CatalogueTable::DocumentTypes, head + "a,A,result,1,head,(A,,x,\n").args.value(u"column"_s) ==
          u"title_regex_folded"_s);
    CHECK(refused(CatalogueTable::DocumentTypes, head + "a,A,result,1,head,A,,x,\na,A,result,1,head,A,,x,\n")
              .args.value(u"row"_s) == u"3"_s);
    const QByteArray labels = "field,doc_types,label_regex_folded,kind,zone\n";
    CHECK(refused(CatalogueTable::FieldLabels, labels + "f,no_such_kind,A,line,\n").args.value(u"column"_s) ==
          u"doc_types"_s);
    for (const char *zone : {"0 0 1", "0 0 2 1", "0.5 0 0.5 1", "a b c d"})
        CHECK(refused(CatalogueTable::FieldLabels, labels + "f,,A,line," + zone + '\n').args.value(u"column"_s) ==
              u"zone"_s);
    refused(CatalogueTable::DocumentTypes, head);
    refused(CatalogueTable::DocumentTypes, {});
}

TEST_CASE("Hostile tables are refused", "[catalogue]")
{
    const Error formula =
        refused(CatalogueTable::DocumentTypes, head + "a,=HYPERLINK(1),result,1,head,A,,x,indefinite\n");
    CHECK(formula.args.value(u"column"_s) == u"title_vi"_s);
    refused(CatalogueTable::DocumentTypes, head + "a,@SUM(A1),result,1,head,A,,x,\n");
    refused(CatalogueTable::DocumentTypes, head + "a," + QByteArray(9000, 'x') + ",result,1,head,A,,x,\n");
    refused(CatalogueTable::DocumentTypes, head + "a,A,result,1,head," + QByteArray(5000, 'A') + ",,x,\n");
    refused(CatalogueTable::DocumentTypes, head + "a,\xff\xfe,result,1,head,A,,x,\n");
    refused(CatalogueTable::DocumentTypes, QByteArray(17 << 20, 'a'));
    refused(CatalogueTable::Agencies, "code,name_vi,valid_from,valid_to\n1,A,yesterday,\n");
}

TEST_CASE("A table is known by its columns", "[catalogue]")
{
    CHECK(catalogueTableOf(head) == CatalogueTable::DocumentTypes);
    CHECK(catalogueTableOf("field,doc_types,label_regex_folded,kind\n") == CatalogueTable::FieldLabels);
    CHECK(catalogueTableOf("code,name_vi,valid_from,valid_to\n") == CatalogueTable::Agencies);
    CHECK_FALSE(catalogueTableOf("code,name_vi\n1.000001,X\n").has_value());
    CHECK_FALSE(catalogueTableOf({}).has_value());
    for (const CatalogueTable table :
         {CatalogueTable::DocumentTypes, CatalogueTable::FieldLabels, CatalogueTable::Agencies})
        CHECK(catalogueTableFromString(toString(table)) == table);
}
