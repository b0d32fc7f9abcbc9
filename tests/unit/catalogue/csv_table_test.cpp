// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/catalogue/csv_table.h"
#include "tests/support/catch.h"

using namespace Qt::StringLiterals;
using namespace sohoa;

namespace {

Error errorOf(const QByteArray &bytes)
{
    const auto table = CsvTable::parse(bytes, u"list.csv"_s);
    REQUIRE_FALSE(table.has_value());
    CHECK(table.error().code == ErrorCode::CatalogueInvalid);
    CHECK(table.error().args.value(u"file"_s) == u"list.csv"_s);
    return table.error();
}

} // namespace

TEST_CASE("A table is read with quotes, doubled quotes and line breaks in cells", "[catalogue]")
{
    const auto table = CsvTable::parse("a,b\n\"x, \"\"y\"\"\nz\",2\n", u"list.csv"_s);
    REQUIRE_OK(table);
    REQUIRE(table->rows().size() == 1);
    CHECK(table->cell(table->rows()[0], u"a"_s) == u"x, \"y\"\nz"_s);
    CHECK(table->cell(table->rows()[0], u"b"_s) == u"2"_s);
    CHECK(table->cell(table->rows()[0], u"c"_s).isEmpty());
}

TEST_CASE("A byte order mark, CRLF, empty lines and a missing last line end change nothing", "[catalogue]")
{
    const auto table = CsvTable::parse("\xef\xbb\xbf"
                                       "a,b\r\n1,\r\n\r\n,2",
                                       u"list.csv"_s);
    REQUIRE_OK(table);
    CHECK(table->header() == QStringList{u"a"_s, u"b"_s});
    REQUIRE(table->rows().size() == 2);
    CHECK(table->rows()[0].number == 2);
    CHECK(table->rows()[0].cells == QStringList{u"1"_s, QString()});
    CHECK(table->rows()[1].number == 4);
    CHECK(table->rows()[1].cells == QStringList{QString(), u"2"_s});
}

TEST_CASE("Decomposed letters are composed", "[catalogue]")
{
    const auto table = CsvTable::parse("a\nHo\xcc\x82\n", u"list.csv"_s);
    REQUIRE_OK(table);
    CHECK(table->rows()[0].cells[0] == u"Hô"_s);
}

TEST_CASE("A bad table names the row", "[catalogue]")
{
    CHECK(errorOf("a,b\n1,2\n1,2,3\n").args.value(u"row"_s) == u"3"_s);
    CHECK(errorOf("a,b\n1,2\n1\n").args.value(u"row"_s) == u"3"_s);
    CHECK(errorOf("a,b\n1,\"2\" x\n").args.value(u"row"_s) == u"2"_s);
    CHECK(errorOf("a,b\n1,x\"y\n").args.value(u"row"_s) == u"2"_s);
    CHECK(errorOf("a,b\n1,\"never ends\n").args.value(u"detail"_s) != QString());
    CHECK(errorOf("a,a\n1,2\n").args.value(u"column"_s) == u"a"_s);
    CHECK(errorOf("a,\n1,2\n").args.value(u"row"_s) == u"1"_s);
    CHECK(errorOf("").args.value(u"detail"_s) == u"empty"_s);
}

TEST_CASE("What is no UTF-8 text is refused", "[catalogue]")
{
    CHECK(errorOf(QByteArray("a\n\x93\xfa\x96\x7b\n")).args.value(u"detail"_s) == u"not UTF-8"_s);
    CHECK(errorOf(QByteArray("a\nH\xe1\xbb", 5)).args.value(u"detail"_s) == u"not UTF-8"_s);
    CHECK(errorOf(QByteArray("\xff\xfe"
                             "a\0,\0",
                             6))
              .args.value(u"detail"_s)
              .contains(u"NUL"));
}

TEST_CASE("A huge table is refused before it fills the memory", "[catalogue]")
{
    CHECK(errorOf(QByteArray((qsizetype{16} << 20) + 1, 'a')).args.value(u"detail"_s).contains(u"16 MiB"));
    CHECK(errorOf("a\n" + QByteArray("1\n").repeated(60'000)).args.value(u"detail"_s).contains(u"rows"));
}

TEST_CASE("Demanded columns are named when they are missing", "[catalogue]")
{
    const auto table = CsvTable::parse("a,b\n1,2\n", u"list.csv"_s);
    REQUIRE_OK(table);
    CHECK(table->require({u"b"_s}).has_value());
    const auto missing = table->require({u"b"_s, u"code"_s});
    REQUIRE_FALSE(missing.has_value());
    CHECK(missing.error().args.value(u"column"_s) == u"code"_s);
}
