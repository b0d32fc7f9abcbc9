// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/recognition/grouping.h"
#include "core/recognition/proposal.h"
#include "tests/unit/recognition/page_maker.h"

using namespace Qt::StringLiterals;
using namespace sohoa;
using sohoa::test::FakeClock;
using sohoa::test::PageMaker;
using sohoa::test::shippedCatalogue;

namespace {

const QDate today(2023, 10, 14);
const QString national = u"CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n"_s;
const QString cardText = u"020186001234|082123456|Hoàng Thị Mẫu|05021986|Nữ|Thôn Mẫu, Hồng Thái|24062021||x|y"_s;

QString form()
{
    return national + u"TỜ KHAI CẤP GIẤY XÁC NHẬN TÌNH TRẠNG HÔN NHÂN\n"
                      "Họ, chữ đệm, tên người yêu cầu: Hoàng Thị Mẫu\n"
                      "Họ, chữ đệm, tên: HOÀNG THỊ MẪU\nNgày, tháng, năm sinh: 05/02/1986 Giới tính: Nữ\n"_s;
}

QString certificate()
{
    return u"ỦY BAN NHÂN DÂN\nXÃ HỒNG THÁI\nSố: 25/UBND-XNTTHN\n"_s + national +
           u"Hồng Thái, ngày 22 tháng 8 năm 2023\nGIẤY XÁC NHẬN TÌNH TRẠNG HÔN NHÂN\n"
           "Họ, chữ đệm, tên: HOÀNG THỊ MẪU\nNgày, tháng, năm sinh: 05/02/1986\n"
           "Giới tính: Nữ Dân tộc: Nùng Quốc tịch: Việt Nam\n"
           "Giấy tờ tùy thân: Căn cước công dân số 020186001234\n"
           "Nơi cư trú: Thôn Mẫu, xã Hồng Thái, huyện Bình Gia\n"
           "Giấy này có giá trị sử dụng trong thời hạn 6 tháng kể từ ngày cấp."_s;
}

QString value(const DossierProposal &proposal, const char *field)
{
    return proposal.fields.value(QString::fromLatin1(field)).value;
}

} // namespace

TEST_CASE("Pages are put together into papers", "[recognition]")
{
    PageMaker make;
    const std::vector<Page> pages = {
        make.receipt(u"000.00.16.H37-230821-0003"_s),
        make.text(form()),
        make.text(u"2\nTôi cam đoan những nội dung trên là đúng."_s),
        make.withCode(cardText, make.text(u"chữ đọc không rõ"_s)),
        make.text(u"Đặc điểm nhận dạng\nIDVNM1860012344020186001234<<1"_s),
        make.text(certificate()),
        make.blank(),
        make.text(national + u"PHIẾU KHẢO SÁT Ý KIẾN"_s),
    };
    const auto documents = groupDocuments(shippedCatalogue(), pages);
    REQUIRE(documents.size() == 5);
    CHECK(documents[0].typeId == u"receipt_slip"_s);
    CHECK(documents[0].kind == DocumentKind::Process);
    CHECK(documents[1].typeId == u"form_marital_status"_s);
    CHECK(documents[1].pages == std::vector<PageId>{pages[1].id, pages[2].id});
    CHECK(documents[2].kind == DocumentKind::Identity);
    CHECK(documents[2].pages == std::vector<PageId>{pages[3].id, pages[4].id});
    CHECK(documents[3].typeId == u"marital_status_certificate"_s);
    CHECK(documents[3].title == u"GIẤY XÁC NHẬN TÌNH TRẠNG HÔN NHÂN"_s);
    CHECK(documents[3].confidence > 0.9);
    CHECK(documents[3].pages == std::vector<PageId>{pages[5].id, pages[6].id});
    CHECK(documents[4].typeId.isEmpty());
    CHECK(documents[4].title == u"PHIẾU KHẢO SÁT Ý KIẾN"_s);
    CHECK(documents[4].confidence == 0);
}

TEST_CASE("A title that is only mentioned is no title", "[recognition]")
{
    PageMaker make;
    const std::vector<Page> pages = {make.text(
        national + u"ĐƠN ĐỀ NGHỊ\nKính gửi: Ủy ban nhân dân xã Hồng Thái\nđính kèm Giấy khai sinh của con"_s)};
    const auto documents = groupDocuments(shippedCatalogue(), pages);
    REQUIRE(documents.size() == 1);
    CHECK(documents[0].typeId == u"application_generic"_s);
}

TEST_CASE("Every page is in one paper, blank and unread ones too", "[recognition]")
{
    PageMaker make;
    std::vector<Page> pages = {make.blank(), make.unread(), make.text(certificate()), make.blank()};
    const auto documents = groupDocuments(shippedCatalogue(), pages);
    size_t count = 0;
    for (const Document &document : documents)
        count += document.pages.size();
    CHECK(count == pages.size());
    CHECK(documents.front().pages.front() == pages[0].id);

    const std::vector<Page> onlyBlank = {make.blank(), make.blank()};
    REQUIRE(groupDocuments(shippedCatalogue(), onlyBlank).size() == 1);
    CHECK(groupDocuments(shippedCatalogue(), {}).empty());
}

TEST_CASE("A whole dossier is proposed from its papers", "[recognition]")
{
    PageMaker make;
    const std::vector<Page> pages = {make.receipt(u"000.00.16.H37-230821-0003"_s), make.text(form()),
                                     make.text(certificate())};
    const DossierProposal proposal = propose(shippedCatalogue(), pages, today);
    CHECK(value(proposal, "number") == u"25/UBND-XNTTHN"_s);
    CHECK(value(proposal, "issue_date") == u"2023-08-22"_s);
    CHECK(value(proposal, "agency") == u"UBND xã Hồng Thái"_s);
    CHECK(value(proposal, "person_name") == u"Hoàng Thị Mẫu"_s);
    CHECK(value(proposal, "personal_id") == u"020186001234"_s);
    CHECK(value(proposal, "birth_date") == u"1986-02-05"_s);
    CHECK(value(proposal, "dossier_code") == u"000.00.16.H37-230821-0003"_s);
    CHECK(value(proposal, "abstract") == u"Giấy xác nhận tình trạng hôn nhân – Hoàng Thị Mẫu"_s);
    CHECK(value(proposal, "subject_ethnicity") == u"Nùng"_s);
    CHECK(value(proposal, "residence") == u"Thôn Mẫu, xã Hồng Thái, huyện Bình Gia"_s);
    CHECK(proposal.documentTypeId == u"marital_status_certificate"_s);
    CHECK(proposal.validity.status == ValidityStatus::InForce);
    CHECK(proposal.validity.until == QDate(2024, 2, 22));

    const FieldValue number = proposal.fields.value(u"number"_s);
    CHECK(number.page == pages[2].id);
    CHECK(number.origin == FieldOrigin::Ocr);
    CHECK(number.box == PixelBox{300, 200 + 70 * 2, 24 * 3 + 20 + 24 * 14, 50});
    for (const FieldValue &field : proposal.fields)
        CHECK(field.confidence < 1);
}

TEST_CASE("The card's symbol has the last word on its owner", "[recognition]")
{
    PageMaker make;
    QString misread = certificate();
    misread.replace(u"HOÀNG THỊ MẪU"_s, u"HOANG THI MÂU"_s).replace(u"020186001234"_s, u"020186001284"_s);
    const std::vector<Page> pages = {make.text(misread),
                                     make.withCode(cardText, make.text(u"CĂN CƯỚC CÔNG DÂN"_s))};
    const DossierProposal proposal = propose(shippedCatalogue(), pages, today);
    CHECK(value(proposal, "person_name") == u"Hoàng Thị Mẫu"_s);
    CHECK(value(proposal, "personal_id") == u"020186001234"_s);
    CHECK(proposal.fields.value(u"personal_id"_s).origin == FieldOrigin::Qr);

    // Somebody else's card says nothing about the person of the result.
    QString other = certificate();
    other.replace(u"HOÀNG THỊ MẪU"_s, u"LÝ VĂN KHÁC"_s).remove(u"020186001234"_s);
    const DossierProposal stranger = propose(
        shippedCatalogue(), {make.text(other), make.withCode(cardText, make.text(u"CĂN CƯỚC CÔNG DÂN"_s))}, today);
    CHECK(value(stranger, "person_name") == u"Lý Văn Khác"_s);
    CHECK(value(stranger, "personal_id").isEmpty());
}

TEST_CASE("Doubtful words and contradictions lower the confidence", "[recognition]")
{
    PageMaker make;
    const DossierProposal sure = propose(shippedCatalogue(), {make.text(certificate(), 0.96)}, today);
    const DossierProposal faint = propose(shippedCatalogue(), {make.text(certificate(), 0.45)}, today);
    CHECK(sure.fields.value(u"number"_s).confidence > 0.9);
    CHECK(faint.fields.value(u"number"_s).confidence < 0.5);

    QString wrong = certificate();
    wrong.replace(u"05/02/1986"_s, u"05/02/1988"_s);
    const DossierProposal contradicting = propose(shippedCatalogue(), {make.text(wrong)}, today);
    CHECK(contradicting.fields.value(u"birth_date"_s).confidence < 0.6);
    CHECK(contradicting.fields.value(u"personal_id"_s).confidence < 0.6);
}

TEST_CASE("The procedure follows from sheet, slip or papers", "[recognition]")
{
    PageMaker make;
    const Page birth = make.text(national + u"GIẤY KHAI SINH\nSố: 15/2023\nHọ, chữ đệm, tên: LÝ VĂN MẪU"_s);
    const DossierProposal byPapers =
        propose(shippedCatalogue(), {make.text(national + u"TỜ KHAI ĐĂNG KÝ KHAI SINH"_s), birth}, today);
    CHECK(byPapers.procedure.code == u"1.001193"_s);
    CHECK(byPapers.documents.back().kind == DocumentKind::Result);

    const DossierProposal bySlip =
        propose(shippedCatalogue(), {make.receipt(u"000.00.16.H37-230821-0003"_s)}, today);
    CHECK(bySlip.procedure.code == u"1.001193"_s);
    CHECK(bySlip.procedure.confidence > 0.85);

    const DossierProposal bySheet =
        propose(shippedCatalogue(), {birth}, today, {u"000.00.16.H37-230821-0003"_s, u"1.004884.01"_s, false});
    CHECK(bySheet.procedure.code == u"1.004884"_s);
    CHECK(bySheet.procedure.origin == FieldOrigin::Qr);
    CHECK(value(bySheet, "dossier_code") == u"000.00.16.H37-230821-0003"_s);
    CHECK(bySheet.alternatives.size() <= 3);

    const DossierProposal nothing = propose(shippedCatalogue(), {make.text(u"vài chữ không rõ nghĩa"_s)}, today);
    CHECK(nothing.procedure.code.isEmpty());
    CHECK(nothing.fields.isEmpty());
    CHECK(nothing.validity.status == ValidityStatus::Unknown);
    CHECK(propose(shippedCatalogue(), {}, today).documents.empty());
}

TEST_CASE("Of two papers of the result's kind the younger is the result", "[recognition]")
{
    PageMaker make;
    const QString head = u"Tỉnh Lạng Sơn\nHuyện Bình Gia\nXã Hồng Thái\n"_s + national;
    const QString body = u"GIẤY KHAI SINH\nSố: %1\nHọ, chữ đệm, tên: LÝ THỊ MẪU\nNgày, tháng, năm đăng ký: %2"_s;
    const std::vector<Page> pages = {make.text(head + body.arg(u"92/2021"_s, u"18/05/2021"_s)),
                                     make.text(national + u"TỜ KHAI ĐĂNG KÝ LẠI KHAI SINH"_s),
                                     make.text(head + body.arg(u"41/1990"_s, u"02/03/1990"_s))};
    const DossierProposal proposal = propose(shippedCatalogue(), pages, today);
    CHECK(proposal.procedure.code == u"1.004884"_s);
    CHECK(value(proposal, "number") == u"92/2021"_s);
    CHECK(value(proposal, "issue_date") == u"2021-05-18"_s);
    CHECK(value(proposal, "agency") == u"UBND xã Hồng Thái"_s);
    CHECK(proposal.documents[0].kind == DocumentKind::Result);
    CHECK(proposal.documents[2].kind == DocumentKind::Component);
}

TEST_CASE("Two columns on the same lines are not mixed", "[recognition]")
{
    PageMaker make;
    const std::vector<Page> pages = {
        make.text(national + u"GIẤY CHỨNG NHẬN KẾT HÔN\nSố: 8/2022\n"
                             "Họ, chữ đệm, tên vợ: CHU THỊ MINH\tHọ, chữ đệm, tên chồng: LÝ VĂN\n"
                             "THẢO\tMẪU\n"
                             "Ngày, tháng, năm sinh: 18/08/1999\tNgày, tháng, năm sinh: 12/08/1996\n"
                             "Dân tộc: Dao\tDân tộc: Nùng\n"
                             "CCCD số 020199001234\tCCCD số 020096001234\n"
                             "Ngày, tháng, năm đăng ký: 11/10/2023"_s)};
    const DossierProposal proposal = propose(shippedCatalogue(), pages, today);
    CHECK(value(proposal, "wife_name") == u"Chu Thị Minh Thảo"_s);
    CHECK(value(proposal, "wife_birth_date") == u"1999-08-18"_s);
    CHECK(value(proposal, "wife_ethnicity") == u"Dao"_s);
    CHECK(value(proposal, "wife_id") == u"020199001234"_s);
    CHECK(value(proposal, "husband_name") == u"Lý Văn Mẫu"_s);
    CHECK(value(proposal, "husband_birth_date") == u"1996-08-12"_s);
    CHECK(value(proposal, "husband_ethnicity") == u"Nùng"_s);
    CHECK(value(proposal, "husband_id") == u"020096001234"_s);
    CHECK(value(proposal, "person_name") == u"Lý Văn Mẫu"_s);
    CHECK(value(proposal, "issue_date") == u"2023-10-11"_s);
}

TEST_CASE("What the clerk set stays when a dossier is proposed anew", "[recognition]")
{
    PageMaker make;
    const FakeClock clock;
    const std::vector<Page> pages = {make.text(form()), make.text(certificate())};
    Dossier dossier;
    mergeProposal(dossier, propose(shippedCatalogue(), pages, today), clock);
    REQUIRE(dossier.documents.size() == 2);
    const DocumentId formId = dossier.documents[0].id;
    CHECK_FALSE(formId.isNull());
    CHECK(dossier.procedure.code == u"1.004873"_s);

    dossier.fields.insert(u"number"_s, {u"52/UBND-XNTTHN"_s, 1, {}, {}, FieldOrigin::Clerk});
    dossier.fields.insert(u"issue_date"_s, {u"2023-03-31"_s, 1, {}, {}, FieldOrigin::Clerk});
    dossier.fields.insert(u"purpose"_s, {u"cũ"_s, 0.5, {}, {}, FieldOrigin::Ocr});
    dossier.documents[1].typeId = u"civil_extract_copy"_s;
    dossier.documents[1].confidence = 1;
    dossier.procedure = {u"1.004859"_s, {}, 1, FieldOrigin::Clerk};

    mergeProposal(dossier, propose(shippedCatalogue(), pages, today, hintsOf(dossier)), clock);
    CHECK(dossier.value(u"number"_s) == u"52/UBND-XNTTHN"_s);
    CHECK(dossier.value(u"person_name"_s) == u"Hoàng Thị Mẫu"_s);
    CHECK_FALSE(dossier.fields.contains(u"purpose"_s));
    CHECK(dossier.procedure.code == u"1.004859"_s);
    CHECK(dossier.documents[0].id == formId);
    CHECK(dossier.documents[1].typeId == u"civil_extract_copy"_s);
    CHECK(dossier.validity.from == QDate(2023, 3, 31));

    dossier.validity = Validity{ValidityStatus::Revoked, ValidityBasis::None, {}, {}, 0, {}};
    dossier.validityByClerk = true;
    mergeProposal(dossier, propose(shippedCatalogue(), {pages[0]}, today), clock);
    CHECK(dossier.validity.status == ValidityStatus::Revoked);
    REQUIRE(dossier.documents.size() == 1); // the clerk's paper lost its page
}

TEST_CASE("A paper whose kind the clerk has set is read anew for that kind", "[recognition]")
{
    PageMaker make;
    FakeClock clock;
    // The title is lost: the kind is anybody's guess, and so is what stands on it.
    const QString untitled = certificate().remove(u"GIẤY XÁC NHẬN TÌNH TRẠNG HÔN NHÂN\n"_s);
    const std::vector<Page> pages = {make.text(untitled)};
    Dossier dossier;
    mergeProposal(dossier, propose(shippedCatalogue(), pages, today), clock);
    REQUIRE(dossier.documents.size() == 1);
    REQUIRE(dossier.documents[0].typeId != u"marital_status_certificate"_s);
    const DocumentType *type = nullptr;
    for (const DocumentType &each : shippedCatalogue().documentTypes())
        if (each.title.compare(u"Giấy xác nhận tình trạng hôn nhân"_s, Qt::CaseInsensitive) == 0)
            type = &each;
    REQUIRE(type);
    const Fields before = dossier.documents[0].fields;
    dossier.documents[0].typeId = type->id;
    dossier.documents[0].title = type->title;
    dossier.documents[0].kind = type->kind;
    dossier.documents[0].confidence = 1;

    mergeProposal(dossier, propose(shippedCatalogue(), pages, today, hintsOf(dossier)), clock);
    REQUIRE(dossier.documents.size() == 1);
    CHECK(dossier.documents[0].typeId == type->id);
    CHECK(dossier.documents[0].confidence == 1);
    CHECK(dossier.documents[0].kind == DocumentKind::Result);
    CHECK(dossier.documentTypeId == type->id);
    CHECK(dossier.documents[0].fields.size() > before.size());
    CHECK(dossier.fields.value(u"person_name"_s).value == u"Hoàng Thị Mẫu"_s);
}
