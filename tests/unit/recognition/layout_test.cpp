// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/recognition/layout.h"
#include "core/recognition/person_mentions.h"
#include "core/recognition/separation.h"
#include "tests/unit/recognition/page_maker.h"

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace sohoa;
using sohoa::test::PageMaker;
using sohoa::test::shippedCatalogue;

namespace {

const QString nation = u"CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n"_s;

Page form(PageMaker &make, const QString &name)
{
    return make.text(nation + u"TỜ KHAI CẤP GIẤY XÁC NHẬN TÌNH TRẠNG HÔN NHÂN\nHọ, chữ đệm, tên: %1\n"
                              "Dân tộc: Kinh"_s.arg(name));
}

Page certificate(PageMaker &make, const QString &name)
{
    return make.text(nation + u"GIẤY XÁC NHẬN TÌNH TRẠNG HÔN NHÂN\nXÁC NHẬN:\nHọ, chữ đệm, tên: %1\n"
                              "TM. ỦY BAN NHÂN DÂN\nTrần Xuân Tuần"_s.arg(name));
}

std::vector<qsizetype> placesOf(const std::vector<Page> &pages)
{
    std::vector<qsizetype> places;
    for (const LayoutBoundary &boundary : layoutBoundaries(shippedCatalogue(), pages)) {
        const auto page = std::ranges::find(pages, boundary.page, &Page::id);
        places.push_back(page - pages.begin());
    }
    return places;
}

} // namespace

TEST_CASE("Papers about somebody else begin another dossier", "[recognition]")
{
    PageMaker make;
    const std::vector<Page> pages = {form(make, u"ĐỖ VĂN BẰNG"_s), certificate(make, u"ĐỖ VĂN BẰNG"_s),
                                     form(make, u"LÝ QUANG THẮNG"_s), certificate(make, u"LÝ QUANG THẮNG"_s)};
    CHECK(placesOf(pages) == std::vector<qsizetype>{2});

    const std::vector<DossierCut> cuts = separate(shippedCatalogue(), pages);
    REQUIRE(cuts.size() == 2);
    CHECK(cuts[0].reason == CutReason::Start);
    CHECK(cuts[1].reason == CutReason::Layout);
    CHECK(cuts[1].pages == std::vector<PageId>{pages[2].id, pages[3].id});
    CHECK(cuts[1].confidence < 1);
}

TEST_CASE("A name that lost marks or a letter is still the same person", "[recognition]")
{
    PageMaker make;
    CHECK(placesOf({form(make, u"ĐỖ VĂN BANG"_s), certificate(make, u"ĐỖ VĂN BẰNG"_s)}).empty());
    CHECK(placesOf({form(make, u"LÊ XUAU TUẤN"_s), certificate(make, u"LÊ XUÂN TUẤN"_s)}).empty());
    CHECK(isSameName(u"LE XUAU TUAN"_s, u"LE XUAN TUAN"_s));
    CHECK_FALSE(isSameName(u"LE XUAN TUAN"_s, u"LE XUAN THANG"_s));
    CHECK_FALSE(isSameName(u"LE TUAN"_s, u"LE XUAN TUAN"_s));
}

TEST_CASE("What names nobody goes with the papers before it", "[recognition]")
{
    PageMaker make;
    const Page decision = make.text(u"ỦY BAN NHÂN DÂN\nXÃ HỒNG KHÊ\n"_s + nation +
                                    u"QUYẾT ĐỊNH\nCông nhận hộ nghèo, hộ cận nghèo năm 2022\nĐiều 1. Công nhận"_s);
    const Page map = make.text(u"Sơ đồ thửa đất\nSố hiệu đỉnh Tọa độ X (m)"_s);
    CHECK(placesOf({form(make, u"ĐỖ VĂN BẰNG"_s), map, make.blank()}).empty());
    CHECK(placesOf({decision, map}).empty());
}

TEST_CASE("Pages with a separator sheet or a slip are not split by what they say", "[recognition]")
{
    PageMaker make;
    const std::vector<Page> marked = {make.separator(u"SOHOA-SEP;v=1"_s), form(make, u"ĐỖ VĂN BẰNG"_s),
                                      form(make, u"LÝ QUANG THẮNG"_s)};
    CHECK(separate(shippedCatalogue(), marked).size() == 1);
    const std::vector<Page> slipped = {make.receipt(u"000.00.16.H37-230821-0003"_s), form(make, u"ĐỖ VĂN BẰNG"_s),
                                       form(make, u"LÝ QUANG THẮNG"_s)};
    CHECK(separate(shippedCatalogue(), slipped).size() == 1);
}

TEST_CASE("Persons are found where they stand, signatures, offices and streets are left out", "[recognition]")
{
    PageMaker make;
    const PageText text(
        shippedCatalogue(),
        make.text(u"CHỦ TỊCH ỦY BAN NHÂN DÂN XÃ\nÔng Hứa Đức Cường, sinh năm 1955, số CCCD 020055461621\n"
                  "Bà Lộc Thị Lệ, Phó Chủ tịch Ủy ban nhân dân xã\n"
                  "số 205 Trần Đăng Ninh, phường Vĩnh Trại\nVốn: 120000000 đồng\nBùi Văn Luận"_s));
    CHECK(personsOn(shippedCatalogue(), text) == QStringList{u"HUA DUC CUONG"_s});
    CHECK(idsOn(text) == QSet<QString>{u"020055461621"_s});
}

TEST_CASE("Marks are those that most of the pages have", "[recognition]")
{
    PageMaker make;
    const PageText lost(shippedCatalogue(), make.text(u"XA HONG KHE"_s, 0.5));
    const PageText one(shippedCatalogue(), make.text(u"tại xã Hồng Khê, huyện"_s));
    const PageText other(shippedCatalogue(), make.text(u"thôn Pò Cạu, xã Hồng Khê"_s));
    const auto spelling = spellingOf(u"HONG KHE"_s, {&lost, &one, &other});
    REQUIRE(spelling.has_value());
    CHECK(spelling->text == u"Hồng Khê"_s);
    CHECK(spelling->pages == 2);
    CHECK(spelling->share > 0.75);
    CHECK_FALSE(spellingOf(u"HONG"_s, {&lost}).value().text.isEmpty());
    CHECK_FALSE(spellingOf(u"ONG KHE"_s, {&lost}).has_value());
}
