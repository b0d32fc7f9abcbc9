// SPDX-License-Identifier: GPL-3.0-or-later
/// Kind of paper and values under what optical readers do to worse paper: marks and blanks lost, 6 for G, 0 for O.
#include "core/recognition/proposal.h"
#include "tests/support/reading_noise.h"
#include "tests/unit/recognition/page_maker.h"

using namespace Qt::StringLiterals;
using namespace sohoa;
using sohoa::test::PageMaker;
using sohoa::test::ReadingNoise;
using sohoa::test::shippedCatalogue;

namespace {

struct Sample {
    QString type;
    QString number;
    QString day;
    QString person;
    QString id;
    QString text;
};

std::vector<Sample> samples()
{
    const QString head =
        u"ỦY BAN NHÂN DÂN\tCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nXÃ SUỐI MẪU\tĐộc lập - Tự do - Hạnh phúc\n"_s;
    return {
        {u"marital_status_certificate"_s, u"64/UBND-XNTTHN"_s, u"2022-03-08"_s, u"Vàng Thị Pà"_s,
         u"015195002468"_s,
         head + u"Số: 64/UBND-XNTTHN\tSuối Mẫu, ngày 08 tháng 3 năm 2022\nGIẤY XÁC NHẬN TÌNH TRẠNG HÔN NHÂN\n"
                "Xét đề nghị của bà Vàng Thị Pà,\nXÁC NHẬN:\nHọ, chữ đệm, tên: VÀNG THỊ PÀ\n"
                "Ngày, tháng, năm sinh: 14/07/1995\nGiới tính: Nữ Dân tộc: Mông Quốc tịch: Việt Nam\n"
                "Giấy tờ tùy thân: Căn cước công dân số 015195002468\nNơi cư trú: bản Khe Mẫu, xã Suối Mẫu\n"
                "Tình trạng hôn nhân: chưa đăng ký kết hôn với ai"_s},
        {u"birth_certificate"_s, u"37/2022"_s, u"2022-05-19"_s, u"Giàng A Tủa"_s, u"015222001357"_s,
         head + u"GIẤY KHAI SINH\nSố: 37/2022\nHọ, chữ đệm, tên: GIÀNG A TỦA\nNgày, tháng, năm sinh: 02/05/2022\n"
                "Giới tính: Nam Dân tộc: Mông Quốc tịch: Việt Nam\nNơi sinh: Trạm y tế xã Suối Mẫu\n"
                "Số định danh cá nhân: 015222001357\nHọ, chữ đệm, tên người mẹ: VÀNG THỊ PÀ\nNăm sinh: 1995\n"
                "Họ, chữ đệm, tên người cha: GIÀNG A CHÚ\nNăm sinh: 1993\nNgày, tháng, năm đăng ký: 19/05/2022"_s},
        {u"death_extract"_s, u"12/TLKT"_s, u"2023-09-27"_s, u"Lò Văn Ín"_s, u"014048003692"_s,
         head +
             u"Số: 12/TLKT\tSuối Mẫu, ngày 27 tháng 9 năm 2023\nTRÍCH LỤC KHAI TỬ\nHọ, chữ đệm, tên: LÒ VĂN ÍN\n"
             "Ngày, tháng, năm sinh: 30/01/1948\nGiới tính: Nam Dân tộc: Thái Quốc tịch: Việt Nam\n"
             "Số định danh cá nhân: 014048003692\nĐã chết vào lúc: 03 giờ 10 phút, ngày 25 tháng 9 năm 2023\n"
             "Nơi chết: tại nhà riêng\nNguyên nhân chết: tuổi già"_s},
        {u"building_permit"_s,
         u"18/GPXD"_s,
         u"2023-04-11"_s,
         u"Quàng Văn Mẫu"_s,
         {},
         head + u"Số: 18/GPXD\tSuối Mẫu, ngày 11 tháng 4 năm 2023\nGIẤY PHÉP XÂY DỰNG\n"
                "1. Cấp cho: Ông (bà) Quàng Văn Mẫu\nĐịa chỉ: bản Khe Mẫu, xã Suối Mẫu\n"
                "2. Được phép xây dựng công trình theo những nội dung sau:\n- Công trình: Nhà ở riêng lẻ\n"
                "Giấy phép này có hiệu lực khởi công xây dựng trong thời hạn 12 tháng kể từ ngày cấp"_s},
    };
}

struct Tally {
    int all = 0;
    int right = 0;
    int sure = 0;
    int surelyRight = 0;
    void value(const FieldValue &read, const QString &truth)
    {
        ++all;
        right += read.value == truth ? 1 : 0;
        if (read.confidence >= 0.9) {
            ++sure;
            surelyRight += read.value == truth ? 1 : 0;
        }
    }
};

} // namespace

TEST_CASE("Worn papers keep their kind and most values, and doubt falls on what was spoilt", "[recognition]")
{
    constexpr unsigned rounds = 25;
    constexpr unsigned perMille = 60;
    PageMaker make;
    int kinds = 0;
    int papers = 0;
    Tally tally;
    for (const Sample &sample : samples()) {
        const Page clean = make.text(sample.text);
        for (unsigned round = 0; round < rounds; ++round) {
            const Page page = ReadingNoise(perMille, round).worn(clean);
            const DossierProposal proposal = propose(shippedCatalogue(), {page}, QDate(2024, 1, 2));
            ++papers;
            kinds += proposal.documentTypeId == sample.type ? 1 : 0;
            tally.value(proposal.fields.value(u"number"_s), sample.number);
            tally.value(proposal.fields.value(u"issue_date"_s), sample.day);
            tally.value(proposal.fields.value(u"person_name"_s), sample.person);
            if (!sample.id.isEmpty())
                tally.value(proposal.fields.value(u"personal_id"_s), sample.id);
        }
    }
    INFO(kinds << " of " << papers << " kinds, " << tally.right << " of " << tally.all << " values, "
               << tally.surelyRight << " of " << tally.sure << " sure ones");
    CHECK(100 * kinds >= 99 * papers);
    CHECK(100 * tally.right >= 92 * tally.all);
    CHECK(tally.sure * 2 > tally.all);
    CHECK(100 * tally.surelyRight >= 98 * tally.sure);
}

TEST_CASE("Printed words are told again, and nothing else is", "[recognition]")
{
    const PrintedWords &words = shippedCatalogue().printedWords();
    CHECK(words.repaired(u"CHUN6"_s) == u"CHUNG"_s);
    CHECK(words.repaired(u"D0ANH"_s) == u"DOANH"_s);
    CHECK(words.repaired(u"CHUNG"_s).isEmpty());
    CHECK(words.repaired(u"KHANH"_s).isEmpty()); // a name
    CHECK(words.repaired(u"KT06"_s).isEmpty());  // a code
    CHECK(words.repaired(u"123456"_s).isEmpty());
    CHECK(words.repaired({}).isEmpty());
    CHECK(words.lostBlank(u"XÂYDỰNG"_s) == 3);
    CHECK(words.lostBlank(u"SuốiMẫu"_s) == 4);
    CHECK(words.lostBlank(u"Suối"_s) == 0);
    CHECK(words.lostBlank(u"McAdam"_s) == 0);
    CHECK(words.lostBlank({}) == 0);
}

TEST_CASE("A slash lost before the year of a register comes back when the day of issue agrees", "[recognition]")
{
    PageMaker make;
    const QString paper = u"CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nGIẤY KHAI SINH\nSố: %1\n"
                          "Họ, chữ đệm, tên: GIÀNG A TỦA\nNgày, tháng, năm đăng ký: 19/05/%2"_s;
    const auto number = [&](const QString &printed, const QString &year) {
        return propose(shippedCatalogue(), {make.text(paper.arg(printed, year))}, QDate(2024, 1, 2))
            .fields.value(u"number"_s);
    };
    for (const QString &read : {u"372022"_s, u"37 I 2022"_s, u"37|2022"_s}) {
        CHECK(number(read, u"2022"_s).value == u"37/2022"_s);
        CHECK(number(read, u"2022"_s).confidence < 0.9);
        CHECK_FALSE(number(read, u"2022"_s).read.isEmpty());
        CHECK(number(read, u"2019"_s).value.isEmpty());
    }
    CHECK(number(u"3712022"_s, u"2022"_s).confidence <= 0.5); // 37/2022 or 371/2022
}

TEST_CASE("Of a list the first person is proposed, with doubt", "[recognition]")
{
    PageMaker make;
    const QString decision = u"ỦY BAN NHÂN DÂN\nXÃ SUỐI MẪU\nSố: 5/QĐ-UBND\nSuối Mẫu, ngày 02 tháng 12 năm 2022\n"
                             "QUYẾT ĐỊNH\nCông nhận hộ nghèo, hộ cận nghèo năm 2022"_s;
    const QString list =
        u"DANH SÁCH HỘ NGHÈO\nHọ và tên chủ hộ Năm sinh Số định danh\n"
        "1 Lò Văn Mẫu 1980 Nam 014080001111 bản Khe\n2 Vàng Thị Pà 1995 Nữ 015195002468 bản Khe"_s;
    const Fields fields =
        propose(shippedCatalogue(), {make.text(decision), make.text(list)}, QDate(2024, 1, 2)).fields;
    CHECK(fields.value(u"person_name"_s).value == u"Lò Văn Mẫu"_s);
    CHECK(fields.value(u"personal_id"_s).value == u"014080001111"_s);
    CHECK(fields.value(u"person_name"_s).confidence < 0.6);
}

TEST_CASE("What nothing bears out is not shown as sure", "[recognition]")
{
    PageMaker make;
    const QString paper = u"CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nGIẤY XÁC NHẬN TÌNH TRẠNG HÔN NHÂN\n"
                          "Họ, chữ đệm, tên: VÀNG THỊ PÀ\nGiấy tờ tùy thân: Căn cước công dân số %1"_s;
    const auto id = [&](const QString &digits) {
        return propose(shippedCatalogue(), {make.text(paper.arg(digits))}, QDate(2024, 1, 2))
            .fields.value(u"personal_id"_s);
    };
    CHECK(id(u"015195002468"_s).confidence >= 0.9);
    CHECK(id(u"099195002468"_s).confidence < 0.6); // no province has that code
    CHECK(id(u"045123456"_s).value == u"045123456"_s);
    CHECK(id(u"045123456"_s).confidence < 0.9);
    const QString card = u"GIẤY CHỨNG MINH NHÂN DÂN\nSố 045123456\nHọ tên: VÀNG THỊ PÀ"_s;
    const Fields twice =
        propose(shippedCatalogue(), {make.text(paper.arg(u"045123456"_s)), make.text(card)}, QDate(2024, 1, 2))
            .fields;
    CHECK(twice.value(u"personal_id"_s).confidence >= 0.9);

    // The husband's label is lost: the wife is perhaps not whom the paper was filed for.
    const QString marriage = u"CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nGIẤY CHỨNG NHẬN KẾT HÔN\nSố: 9/2022\n"
                             "Họ, chữ đệm, tên vợ: VÀNG THỊ PÀ\nHc,chửdm,tn chcng: GIÀNG A CHÚ"_s;
    const Fields wife = propose(shippedCatalogue(), {make.text(marriage)}, QDate(2024, 1, 2)).fields;
    CHECK(wife.value(u"person_name"_s).confidence < 0.9);
}

TEST_CASE("A name that lost its last word where it was read gets it from the other pages", "[recognition]")
{
    PageMaker make;
    const Page permit = make.text(u"ỦY BAN NHÂN DÂN\nXÃ SUỐI MẪU\nSố: 18/GPXD\nGIẤY PHÉP XÂY DỰNG\n"
                                  "1. Cấp cho: Ông (bà) Quàng Thị ~#\nĐịa chỉ: bản Khe Mẫu"_s);
    const Page form = make.text(u"ĐƠN ĐỀ NGHỊ CẤP GIẤY PHÉP XÂY DỰNG\nTên chủ đầu tư: Quàng Thị Mẫu, bản Khe"_s);
    const Page slip = make.text(u"GIẤY TIẾP NHẬN HỒ SƠ VÀ HẸN TRẢ KẾT QUẢ\nTiếp nhận hồ sơ của: Quàng Thị Mẫu"_s);
    const auto name = [](const std::vector<Page> &pages) {
        return propose(shippedCatalogue(), pages, QDate(2024, 1, 2)).fields.value(u"person_name"_s);
    };
    CHECK(name({permit}).value == u"Quàng Thị"_s);
    CHECK(name({slip, form, permit}).value == u"Quàng Thị Mẫu"_s);
    CHECK(name({slip, form, permit}).read == u"Quàng Thị"_s);
    CHECK(name({slip, form, permit}).confidence < 0.9);
    CHECK(name({slip, permit}).value == u"Quàng Thị"_s);
    CHECK(name({slip, permit}).confidence < 0.6);
}

TEST_CASE("A number within a sentence is hardly the paper's own", "[recognition]")
{
    PageMaker make;
    const QString paper =
        u"ỦY BAN NHÂN DÂN\nXÃ SUỐI MẪU\n%1\nSuối Mẫu, ngày 02 tháng 12 năm 2022\nQUYẾT ĐỊNH\n"
        "Về việc hưởng trợ cấp xã hội hàng tháng\nCăn cứ Nghị định số 20/2021/NĐ-CP ngày 15/3/2021"_s;
    const auto number = [&](const QString &line) {
        return propose(shippedCatalogue(), {make.text(paper.arg(line))}, QDate(2024, 1, 2))
            .fields.value(u"number"_s);
    };
    CHECK(number(u"Số: 31/QĐ-UBND"_s).value == u"31/QĐ-UBND"_s);
    CHECK(number(u"Số: 31/QĐ-UBND"_s).confidence >= 0.9);
    CHECK(number(u"~ Số: 31/QĐ-UBND"_s).confidence >= 0.9);
    CHECK(number(u"không đọc được"_s).confidence < 0.8);
}

TEST_CASE("The motto beside a unit's name is no part of it, a worn stamp is still a stamp", "[recognition]")
{
    PageMaker make;
    const QString head =
        u"Xã: Suối Mẫu CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nHuyện: Khe Nà Độc lập - Tự do - Hạnh phúc\n"
        "GIẤY KHAI SINH\nSố: 37/2022\nHọ, chữ đệm, tên: GIÀNG A TỦA\n"
        "Ngày, tháng, năm đăng ký: 19/05/2022"_s;
    const DossierProposal birth = propose(shippedCatalogue(), {make.text(head)}, QDate(2024, 1, 2));
    CHECK(birth.fields.value(u"agency"_s).value == u"UBND xã Suối Mẫu"_s);
    const QString diploma =
        u"CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nGIÁM ĐỐC SỞ GIÁO DỤC VÀ ĐÀO TẠO\nBẰNG TỐT NGHIỆP\n"
        "Cho: Giàng A Tủa\nKhe Nà, ngày 20 tháng 7 năm 2018\nHiệu trưởng\nLò Văn Mẫu\nBản chính\n"
        "Vào sổ\n"_s;
    const DossierProposal copy =
        propose(shippedCatalogue(), {make.text(diploma + u"tỐO NYP VÀ SCT BS"_s)}, QDate(2024, 1, 2));
    CHECK(copy.documents.at(0).typeId == u"certified_copy"_s);
    CHECK(copy.fields.value(u"issue_date"_s).confidence < 0.5); // the diploma's, not that of the copy
    CHECK(propose(shippedCatalogue(), {make.text(diploma)}, QDate(2024, 1, 2)).documents.at(0).typeId.isEmpty());
}
