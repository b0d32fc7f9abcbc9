// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/recognition/separation.h"
#include "tests/unit/recognition/page_maker.h"

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace sohoa;
using sohoa::test::PageMaker;
using sohoa::test::shippedCatalogue;

namespace {

const QString codeA = u"000.00.16.H37-230821-0003"_s;
const QString codeB = u"000.00.16.H37-230821-0004"_s;

/// The cuts as places in the stack: "0 1|3 4".
QString shape(const std::vector<Page> &pages, const std::vector<DossierCut> &cuts)
{
    QStringList parts;
    for (const DossierCut &cut : cuts) {
        QStringList places;
        for (const PageId &id : cut.pages) {
            const auto place = std::find_if(pages.begin(), pages.end(), [&](const Page &p) { return p.id == id; });
            places << QString::number(place - pages.begin());
        }
        parts << places.join(u' ');
    }
    return parts.join(u'|');
}

} // namespace

TEST_CASE("A separator's text is taken apart", "[recognition]")
{
    const auto full = parseSeparator(u"SOHOA-SEP;v=1;hs=000.00.16.H37-230821-0003;tt=1.001193"_s);
    REQUIRE(full.has_value());
    CHECK(full->dossierCode == codeA);
    CHECK(full->procedureCode == u"1.001193"_s);
    CHECK(parseSeparator(u"SOHOA-SEP;v=1"_s).has_value());
    CHECK_FALSE(parseSeparator(u"SOHOA-SEP;v=2;hs=x"_s).has_value());
    CHECK_FALSE(parseSeparator(u"SOHOA-SEP"_s).has_value());
    CHECK_FALSE(parseSeparator(codeA).has_value());
}

TEST_CASE("A dossier code is found where it stands and only with a possible day", "[recognition]")
{
    const Catalogue &catalogue = shippedCatalogue();
    CHECK(findDossierCode(catalogue, u"Mã hồ sơ: 000.00.16.H37 - 230821 - 0003"_s) == codeA);
    CHECK(findDossierCode(catalogue, u"https://dvc/tra-cuu?ma=000.00.16.H37-230821-0003"_s) == codeA);
    CHECK(findDossierCode(catalogue, u"000.00.16.H37-231321-0003"_s).isEmpty());
    CHECK(findDossierCode(catalogue, u"Số: 125/QĐ-UBND"_s).isEmpty());
}

TEST_CASE("Separator sheets begin dossiers and are in none", "[recognition]")
{
    PageMaker make;
    const std::vector<Page> pages = {make.separator(u"SOHOA-SEP;v=1;hs=%1;tt=1.001193"_s.arg(codeA)),
                                     make.receipt(codeA),
                                     make.text(u"TỜ KHAI ĐĂNG KÝ KHAI SINH"_s),
                                     make.blank(),
                                     make.separator(u"SOHOA-SEP;v=1"_s),
                                     make.text(u"GIẤY KHAI SINH"_s),
                                     make.patch(),
                                     make.text(u"GIẤY BÁO TỬ"_s)};
    const auto cuts = separate(shippedCatalogue(), pages);
    REQUIRE(shape(pages, cuts) == u"1 2 3|5|7"_s);
    CHECK(cuts[0].reason == CutReason::Qr);
    CHECK(cuts[0].dossierCode == codeA);
    CHECK(cuts[0].procedureCode == u"1.001193"_s);
    CHECK(cuts[0].separator == pages[0].id);
    CHECK(cuts[0].blanks == std::vector<PageId>{pages[3].id});
    CHECK(cuts[1].reason == CutReason::Qr);
    CHECK(cuts[1].dossierCode.isEmpty());
    CHECK(cuts[2].reason == CutReason::Patch);
    CHECK(toString(cuts[2].reason) == u"patch"_s);
}

TEST_CASE("A slip with the sheet's code stays wherever it lies, one with another code begins a dossier",
          "[recognition]")
{
    PageMaker make;
    const std::vector<Page> same = {make.separator(u"SOHOA-SEP;v=1;hs="_s + codeA), make.text(u"ĐƠN"_s),
                                    make.receipt(codeA), make.text(u"GIẤY KHAI SINH"_s)};
    CHECK(shape(same, separate(shippedCatalogue(), same)) == u"1 2 3"_s);

    const std::vector<Page> other = {make.separator(u"SOHOA-SEP;v=1;hs="_s + codeA), make.text(u"ĐƠN"_s),
                                     make.receipt(codeB), make.text(u"GIẤY KHAI SINH"_s)};
    const auto cuts = separate(shippedCatalogue(), other);
    REQUIRE(shape(other, cuts) == u"1|2 3"_s);
    CHECK(cuts[1].dossierCode == codeB);
    CHECK(cuts[1].reason == CutReason::Receipt);

    const std::vector<Page> late = {make.separator(u"SOHOA-SEP;v=1"_s), make.text(u"ĐƠN"_s), make.receipt(codeB)};
    const auto lateCuts = separate(shippedCatalogue(), late);
    REQUIRE(shape(late, lateCuts) == u"1 2"_s);
    CHECK(lateCuts[0].dossierCode == codeB);
}

TEST_CASE("Receipts alone split a stack, by symbol or by print", "[recognition]")
{
    PageMaker make;
    const std::vector<Page> pages = {
        make.receipt(codeA),
        make.receipt(codeA),
        make.text(u"GIẤY KHAI SINH"_s),
        make.blank(),
        make.text(u"Mã hồ sơ:\n%1\nGIẤY TIẾP NHẬN HỒ SƠ VÀ HẸN TRẢ KẾT QUẢ"_s.arg(codeB)),
        make.text(u"BẢN KHAI\ntheo hồ sơ số %1 đã nộp"_s.arg(codeA)),
        make.unread()};
    const auto cuts = separate(shippedCatalogue(), pages);
    REQUIRE(shape(pages, cuts) == u"0 1 2 3|4 5 6"_s);
    CHECK(cuts[0].reason == CutReason::Start);
    CHECK(cuts[1].reason == CutReason::Receipt);
    CHECK(cuts[1].dossierCode == codeB);
    CHECK(cuts[1].confidence > 0.8);
}

TEST_CASE("A misread letter on the first slip behind its sheet splits nothing", "[recognition]")
{
    PageMaker make;
    const auto slip = [&](const QString &code) {
        return make.text(u"Mã hồ sơ:\n%1\nGIẤY TIẾP NHẬN HỒ SƠ VÀ HẸN TRẢ KẾT QUẢ"_s.arg(code));
    };
    const std::vector<Page> misread = {make.separator(u"SOHOA-SEP;v=1;hs="_s + codeA), make.text(u"ĐƠN"_s),
                                       slip(u"000.00.16.H37-230821-0008"_s)};
    const auto cuts = separate(shippedCatalogue(), misread);
    REQUIRE(shape(misread, cuts) == u"1 2"_s);
    CHECK(cuts[0].dossierCode == codeA);

    // Without the sheet, codes of one day differ by one letter as well.
    const std::vector<Page> neighbours = {slip(codeA), make.text(u"ĐƠN"_s), slip(codeB)};
    CHECK(shape(neighbours, separate(shippedCatalogue(), neighbours)) == u"0 1|2"_s);
}

TEST_CASE("A receipt whose code is unreadable begins a dossier with little confidence", "[recognition]")
{
    PageMaker make;
    const std::vector<Page> pages = {make.receipt(codeA), make.text(u"GIẤY KHAI SINH"_s),
                                     make.text(u"GIẤY TIẾP NHẬN HỒ SƠ VÀ HẸN TRẢ KẾT QUẢ"_s),
                                     make.text(u"GIẤY BÁO TỬ"_s)};
    const auto cuts = separate(shippedCatalogue(), pages);
    REQUIRE(shape(pages, cuts) == u"0 1|2 3"_s);
    CHECK(cuts[1].confidence < 0.7);
    CHECK(cuts[1].dossierCode.isEmpty());
}

TEST_CASE("Odd stacks lose no page and make no empty dossier", "[recognition]")
{
    PageMaker make;
    CHECK(separate(shippedCatalogue(), {}).empty());

    const std::vector<Page> sheets = {make.separator(u"SOHOA-SEP;v=1;hs="_s + codeA),
                                      make.separator(u"SOHOA-SEP;v=1"_s)};
    CHECK(separate(shippedCatalogue(), sheets).empty());

    std::vector<Page> run = sheets;
    run.push_back(make.text(u"ĐƠN"_s));
    const auto cuts = separate(shippedCatalogue(), run);
    REQUIRE(shape(run, cuts) == u"2"_s);
    CHECK(cuts[0].dossierCode == codeA);

    const std::vector<Page> plain = {make.blank(), make.text(u"ĐƠN"_s), make.unread()};
    CHECK(shape(plain, separate(shippedCatalogue(), plain)) == u"0 1 2"_s);

    std::vector<Page> excluded = plain;
    excluded[1].excluded = true;
    CHECK(shape(excluded, separate(shippedCatalogue(), excluded)) == u"0 2"_s);
}
