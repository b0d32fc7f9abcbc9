// SPDX-License-Identifier: GPL-3.0-or-later
/// A kind of paper that nobody has thought of, added as data only.
#include "core/recognition/proposal.h"
#include "tests/unit/recognition/page_maker.h"

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace sohoa;
using sohoa::test::PageMaker;
using sohoa::test::shippedCatalogue;

namespace {

const QByteArray kinds =
    R"(id,title_vi,kind,priority,place,title_regex_folded,number_pattern,fields,validity_rule,confidence
bee_licence,Giấy phép nuôi ong,result,57,head,GIAY\s*PHEP\s*NUOI\s*[O0]NG,number_symbol,keeper_name;keeper_id;hives;apiary_place;number,months_from_issue:24,sure
)";

const QByteArray labels = R"(field,doc_types,label_regex_folded,kind,after_folded,until_folded,zone
keeper_name,bee_licence,NGUOI\s+NUOI\s*[:.],name,,,
keeper_id,bee_licence,SO\s+THE\s*[:.],id,,,
hives,bee_licence,SO\s+DAN\s*[:.],code,,,0 0.1 1 1
apiary_place,bee_licence,NOI\s+DAT\s*[:.],line,,,
)";

Catalogue withBees()
{
    const auto types = shippedCatalogue().withTable(CatalogueTable::DocumentTypes, kinds, u"kinds.csv"_s);
    REQUIRE_OK(types);
    const auto both = types->withTable(CatalogueTable::FieldLabels, labels, u"labels.csv"_s);
    REQUIRE_OK(both);
    return *both;
}

Page licence()
{
    PageMaker make;
    return make.text(u"ỦY BAN NHÂN DÂN\nXÃ HỒNG KHÊ\nSố: 17/GP-UBND\nHồng Khê, ngày 05 tháng 02 năm 2024\n"
                     "GIẤY PHÉP NUÔI ONG\nNgười nuôi: Nông Thị Mật\nSố thẻ: 020186001234\nSố đàn: 24\n"
                     "Nơi đặt: thôn Pò Cạu, xã Hồng Khê"_s);
}

} // namespace

TEST_CASE("An invented kind of paper is recognized and read from data alone", "[recognition][catalogue]")
{
    const DossierProposal proposal = propose(withBees(), {licence()}, QDate(2024, 3, 1));
    REQUIRE(proposal.documents.size() == 1);
    CHECK(proposal.documents[0].typeId == u"bee_licence"_s);
    CHECK(proposal.documents[0].confidence >= 0.9);
    CHECK(proposal.documentTypeId == u"bee_licence"_s);
    CHECK(proposal.fields.value(u"keeper_name"_s).value == u"Nông Thị Mật"_s);
    CHECK(proposal.fields.value(u"person_name"_s).value == u"Nông Thị Mật"_s);
    CHECK(proposal.fields.value(u"personal_id"_s).value == u"020186001234"_s);
    CHECK(proposal.fields.value(u"hives"_s).value == u"24"_s);
    CHECK(proposal.fields.value(u"apiary_place"_s).value == u"thôn Pò Cạu, xã Hồng Khê"_s);
    CHECK(proposal.fields.value(u"number"_s).value == u"17/GP-UBND"_s);
    CHECK(proposal.fields.value(u"issue_date"_s).value == u"2024-02-05"_s);
    CHECK(proposal.validity.until == QDate(2026, 2, 5));
}

TEST_CASE("A label counts only in its zone", "[recognition][catalogue]")
{
    QByteArray below = labels;
    below.replace("0 0.1 1 1", "0 0.9 1 1");
    const auto types = shippedCatalogue().withTable(CatalogueTable::DocumentTypes, kinds, u"kinds.csv"_s);
    REQUIRE_OK(types);
    const auto both = types->withTable(CatalogueTable::FieldLabels, below, u"labels.csv"_s);
    REQUIRE_OK(both);
    CHECK_FALSE(propose(*both, {licence()}, QDate(2024, 3, 1)).fields.contains(u"hives"_s));
}

TEST_CASE("The same paper is unknown to the shipped catalogue", "[recognition][catalogue]")
{
    const DossierProposal proposal = propose(shippedCatalogue(), {licence()}, QDate(2024, 3, 1));
    REQUIRE(proposal.documents.size() == 1);
    CHECK(proposal.documents[0].typeId != u"bee_licence"_s);
}
