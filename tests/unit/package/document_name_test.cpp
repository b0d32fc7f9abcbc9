// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/package/document_name.h"
#include "tests/support/catch.h"

using namespace sohoa;
using namespace Qt::StringLiterals;

TEST_CASE("A document's name is code, place, type and version", "[package]")
{
    CHECK(documentFileName(u"000.00.16.H37-230821-0003"_s, 4, u"marital_status_certificate"_s, 1) ==
          u"000.00.16.H37-230821-0003.004_marital_status_certificate_V1");
    CHECK(documentFileName(u"LOCAL-0190a000-0000-7000-8000-000000000003"_s, 12, QString(), 3) ==
          u"LOCAL-0190a000-0000-7000-8000-000000000003.012_document_V3");
    CHECK(documentFileName(QString(), 1000, u"x"_s, 1) == u"khong-ma.1000_x_V1");
}

TEST_CASE("A document's name is safe whatever the code is", "[package]")
{
    CHECK(documentFileName(u"../../đường/ẢNH\n"_s, 1, u"a\\b:c"_s, 1) == u"duong-aNH-.001_a-b-c_V1");
    CHECK(documentFileName(u".-hidden"_s, 1, u"t"_s, 1) == u"hidden.001_t_V1");
    // Decomposed letters give the same name as composed ones.
    CHECK(documentFileName(u"Ho\u0300a"_s, 1, u"t"_s, 1) == documentFileName(u"H\u00f2a"_s, 1, u"t"_s, 1));
    const QString longest = documentFileName(QString(500, u'9'), 7, QString(500, u't'), 12);
    CHECK(longest.size() == 116);
    CHECK(longest.endsWith(u"_V12"));
    CHECK(longest.contains(u".007_t"));
}
