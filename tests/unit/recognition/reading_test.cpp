// SPDX-License-Identifier: GPL-3.0-or-later
/// What the optical reader gets wrong, and what the rest of the dossier says against it.
#include "core/recognition/learned.h"
#include "core/recognition/proposal.h"
#include "tests/unit/recognition/page_maker.h"

using namespace Qt::StringLiterals;
using namespace sohoa;
using sohoa::test::PageMaker;
using sohoa::test::shippedCatalogue;

namespace {

const QDate dayOfReading(2023, 11, 22);

Page numbered(PageMaker &make, const QString &number, const QString &unit = u"XÃ HỒNG KHÊ"_s)
{
    return make.text(u"ỦY BAN NHÂN DÂN\tCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n%1\tĐộc lập - Tự do - Hạnh phúc\n"
                     "Số: %2\tHồng Khê, ngày 16 tháng 8 năm 2023\nGIẤY XÁC NHẬN TÌNH TRẠNG HÔN NHÂN\n"
                     "Họ, chữ đệm, tên: ĐỖ VĂN BẰNG\nNơi cư trú: thôn Pò Cạu, xã Hồng Khê, huyện Bình Lãng"_s.arg(
                         unit, number));
}

} // namespace

TEST_CASE("A slash that was lost comes back where the symbol is known", "[recognition]")
{
    PageMaker make;
    for (const QString &read : {u"71UBND-XNTTHN"_s, u"71 I UBND-XNTTHN"_s, u"71lUBND-XNTTHN"_s}) {
        const FieldValue number =
            propose(shippedCatalogue(), {numbered(make, read)}, dayOfReading).fields.value(u"number"_s);
        CHECK(number.value == u"71/UBND-XNTTHN"_s);
        CHECK(number.read.contains(read));
        CHECK(number.confidence < 0.9);
    }
    const FieldValue whole =
        propose(shippedCatalogue(), {numbered(make, u"71/UBND-XNTTHN"_s)}, dayOfReading).fields.value(u"number"_s);
    CHECK(whole.value == u"71/UBND-XNTTHN"_s);
    CHECK(whole.read.isEmpty());
    CHECK(whole.confidence >= 0.9);
}

TEST_CASE("A last 1 that may be the slash leaves doubt, an unknown symbol is left alone", "[recognition]")
{
    PageMaker make;
    const FieldValue number =
        propose(shippedCatalogue(), {numbered(make, u"711UBND-XNTTHN"_s)}, dayOfReading).fields.value(u"number"_s);
    CHECK(number.confidence <= 0.5);
    const FieldValue usual =
        propose(shippedCatalogue(), {numbered(make, u"218 QU-UBND"_s)}, dayOfReading).fields.value(u"number"_s);
    CHECK(usual.value == u"218/QĐ-UBND"_s);
    CHECK(usual.confidence < 0.9);
    CHECK_FALSE(usual.read.isEmpty());
    CHECK_FALSE(propose(shippedCatalogue(), {numbered(make, u"71WXYZ-QQQQ"_s)}, dayOfReading)
                    .fields.contains(u"number"_s));
}

TEST_CASE("Capitals get the marks that the dossier has elsewhere", "[recognition]")
{
    PageMaker make;
    const FieldValue agency =
        propose(shippedCatalogue(), {numbered(make, u"71/UBND-XNTTHN"_s, u"XA HONG KHE"_s)}, dayOfReading)
            .fields.value(u"agency"_s);
    CHECK(agency.value == u"UBND xã Hồng Khê"_s);
    CHECK_FALSE(agency.read.isEmpty());
}

TEST_CASE("Number and birth behind a name in running text are the person's", "[recognition]")
{
    PageMaker make;
    const Page minutes =
        make.text(u"ỦY BAN NHÂN DÂN\nXÃ HỒNG KHÊ\nSố: 18/BB-HG\nBIÊN BẢN\nHòa giải tranh chấp đất đai\n"
                  "theo đơn đề nghị của ông Vũ Công Quyết nộp ngày 15/02/2022.\n"
                  "- Nguyên đơn: Ông Vũ Công Quyết, sinh năm 1997, số định danh cá nhân\n"
                  "020097982078, cư trú tại thôn Tống Nọt\n"
                  "- Bị đơn: Ông Nông Hữu Đạt, sinh năm 1992, số định danh cá nhân 020092039953"_s);
    const Fields fields = propose(shippedCatalogue(), {minutes}, dayOfReading).fields;
    CHECK(fields.value(u"person_name"_s).value == u"Vũ Công Quyết"_s);
    CHECK(fields.value(u"personal_id"_s).value == u"020097982078"_s);
    CHECK(fields.value(u"birth_date"_s).value == u"1997"_s);
}

TEST_CASE("Of a gift the one who gets it counts, less sure when the slip names the giver", "[recognition]")
{
    PageMaker make;
    const QString contract = u"CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nHỢP ĐỒNG TẶNG CHO QUYỀN SỬ DỤNG ĐẤT\n"
                             "BÊN TẶNG CHO (sau đây gọi là Bên A):\n"
                             "Ông Hứa Đức Cường, sinh năm 1955, căn cước công dân số 020055461621\n"
                             "BÊN ĐƯỢC TẶNG CHO (sau đây gọi là Bên B):\n"
                             "Chị Lương Thị Thu Yến, sinh năm 1993, căn cước công dân số 020193987256\n"
                             "Điều 1. Quyền sử dụng đất\nLỜI CHỨNG CỦA CHỦ TỊCH\nchứng thực: hợp đồng này"_s;
    const FieldValue alone =
        propose(shippedCatalogue(), {make.text(contract)}, dayOfReading).fields.value(u"person_name"_s);
    CHECK(alone.value == u"Lương Thị Thu Yến"_s);
    const Page slip = make.text(u"GIẤY TIẾP NHẬN HỒ SƠ VÀ HẸN TRẢ KẾT QUẢ\nTiếp nhận hồ sơ của: Hứa Đức Cường"_s);
    const Fields both = propose(shippedCatalogue(), {slip, make.text(contract)}, dayOfReading).fields;
    CHECK(both.value(u"person_name"_s).value == u"Lương Thị Thu Yến"_s);
    CHECK(both.value(u"personal_id"_s).value == u"020193987256"_s);
    CHECK(both.value(u"person_name"_s).confidence < alone.confidence);
}

TEST_CASE("Learned lists raise what agrees and lower what is strange", "[recognition]")
{
    DossierProposal proposal;
    proposal.documentTypeId = u"birth_certificate"_s;
    proposal.fields[u"agency"_s] = {u"UBND xã Hồng Khế"_s, 0.8, {}, {}, FieldOrigin::Ocr};
    proposal.procedure = {u"1.004884"_s, {}, 0.5, FieldOrigin::Ocr};
    proposal.alternatives = {{u"1.001193"_s, {}, 0.4, FieldOrigin::Ocr}};
    std::vector<LearnedValue> learned = {
        {LearnedKind::Agency, u"UBND xã Hồng Khê"_s, {}, 3},
        {LearnedKind::Procedure, u"1.001193"_s, u"birth_certificate"_s, 9},
        {LearnedKind::Procedure, u"1.004884"_s, u"birth_certificate"_s, 1},
    };
    DossierProposal raised = proposal;
    applyLearned(raised, learned);
    CHECK(raised.fields[u"agency"_s].value == u"UBND xã Hồng Khê"_s);
    CHECK(raised.fields[u"agency"_s].read == u"UBND xã Hồng Khế"_s);
    CHECK(raised.fields[u"agency"_s].confidence > 0.8);
    CHECK(raised.procedure.code == u"1.001193"_s);
    CHECK(raised.procedure.confidence < 0.9);
    CHECK(raised.alternatives[0].code == u"1.004884"_s);

    DossierProposal strange = proposal;
    strange.fields[u"agency"_s].value = u"UBND xã Khác Lạ"_s;
    learned[0].confirmed = 30;
    applyLearned(strange, learned);
    CHECK(strange.fields[u"agency"_s].value == u"UBND xã Khác Lạ"_s);
    CHECK(strange.fields[u"agency"_s].confidence < 0.8);

    DossierProposal chosen = proposal;
    chosen.procedure.origin = FieldOrigin::Clerk;
    chosen.fields[u"agency"_s].origin = FieldOrigin::Clerk;
    applyLearned(chosen, learned);
    CHECK(chosen.procedure.code == u"1.004884"_s);
    CHECK(chosen.fields[u"agency"_s].value == u"UBND xã Hồng Khế"_s);
}

TEST_CASE("A stain behind the second line of a broken name does not cut the name", "[recognition]")
{
    PageMaker make;
    const QString certificate = u"CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n"
                                "GIẤY CHỨNG NHẬN KẾT HÔN\nSố: 31/2022\n"
                                "Họ, chữ đệm, tên vợ: LƯƠNG THỊ HOÀI\tHọ, chữ đệm, tên chồng: NÔNG QUỐC\n"
                                "MẪU\tBẢO %1\nDân tộc: Tày\tDân tộc: Nùng\nNgày, tháng, năm đăng ký: 09/06/2022"_s;
    for (const QString &stain : {u"$4"_s, u"®"_s, u"»"_s, u"-4"_s, u"Ỗ"_s, u""_s}) {
        const Fields fields =
            propose(shippedCatalogue(), {make.text(certificate.arg(stain))}, dayOfReading).fields;
        CHECK(fields.value(u"husband_name"_s).value == u"Nông Quốc Bảo"_s);
        CHECK(fields.value(u"wife_name"_s).value == u"Lương Thị Hoài Mẫu"_s);
    }
}
