// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/recognition/doubts.h"
#include "tests/unit/recognition/page_maker.h"

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace sohoa;
using sohoa::test::PageMaker;
using sohoa::test::shippedCatalogue;

namespace {

FieldValue read(const QString &value, double confidence, const PageId &page)
{
    return {value, confidence, page, {10, 20, 30, 40}, FieldOrigin::Ocr};
}

class SureDossier {
public:
    SureDossier()
        : page(make.text(u"GIẤY KHAI SINH"_s))
    {
        test::FakeClock clock;
        dossier.id = DossierId::make(clock);
        dossier.documentTypeId = u"birth_certificate"_s;
        dossier.procedure = {u"1.001193"_s, u"Thủ tục đăng ký khai sinh"_s, 0.97, FieldOrigin::Ocr};
        Document paper;
        paper.id = DocumentId::make(clock);
        paper.typeId = dossier.documentTypeId;
        paper.kind = DocumentKind::Result;
        paper.confidence = 0.96;
        paper.pages = {page.id};
        dossier.documents = {paper};
        dossier.fields = {{u"number"_s, read(u"15/2023"_s, 0.95, page.id)}};
        dossier.boundaryConfidence = 0.98;
        dossier.boundary = u"receipt"_s;
    }

    std::vector<Doubt> doubts(int usualPages = 0, const std::vector<Page> &more = {})
    {
        std::vector<Page> pages = {page};
        pages.insert(pages.end(), more.begin(), more.end());
        return doubtsOf(shippedCatalogue(), dossier, pages, {u"number"_s}, usualPages);
    }

    PageMaker make;
    Page page;
    Dossier dossier;
};

} // namespace

TEST_CASE("What is sure enough is no doubt", "[recognition]")
{
    SureDossier sure;
    CHECK(sure.doubts().empty());
}

TEST_CASE("Each unsure proposal is a doubt with the place to look", "[recognition]")
{
    SureDossier unsure;
    unsure.dossier.fields[u"number"_s].confidence = 0.6;
    unsure.dossier.procedure.confidence = 0.5;
    unsure.dossier.documents[0].confidence = 0.7;
    unsure.dossier.boundaryConfidence = 0.6;
    const std::vector<Doubt> doubts = unsure.doubts();
    REQUIRE(doubts.size() == 4);
    CHECK(doubts[0].kind == DoubtKind::Boundary);
    CHECK(doubts[0].value == u"keep"_s);
    CHECK(doubts[0].alternatives == QStringList{u"join"_s});
    CHECK(doubts[1].kind == DoubtKind::Procedure);
    CHECK(doubts[1].value == u"1.001193"_s);
    CHECK(doubts[2].kind == DoubtKind::Type);
    CHECK(doubts[2].document == unsure.dossier.documents[0].id);
    CHECK(doubts[3].kind == DoubtKind::Field);
    CHECK(doubts[3].field == u"number"_s);
    CHECK(doubts[3].page == unsure.page.id);
    CHECK_FALSE(doubts[3].box.isEmpty());
}

TEST_CASE("What a person said is no doubt, what is missing and demanded is", "[recognition]")
{
    SureDossier dossier;
    dossier.dossier.fields[u"number"_s].origin = FieldOrigin::Clerk;
    dossier.dossier.fields[u"number"_s].confidence = 0.2;
    CHECK(dossier.doubts().empty());
    dossier.dossier.fields.remove(u"number"_s);
    const std::vector<Doubt> doubts = dossier.doubts();
    REQUIRE(doubts.size() == 1);
    CHECK(doubts[0].value.isEmpty());
    CHECK(doubts[0].confidence == 0);
    CHECK(doubts[0].page == dossier.page.id);
}

TEST_CASE("A dossier with two owners or twice as long as usual may lack a separator", "[recognition]")
{
    SureDossier dossier;
    const Page stranger = dossier.make.text(u"CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nTỜ KHAI ĐĂNG KÝ KHAI TỬ\n"
                                            "Họ, chữ đệm, tên: LỘC QUANG CƯỜNG"_s);
    dossier.page = dossier.make.text(u"GIẤY KHAI SINH\nHọ, chữ đệm, tên: ĐỖ VĂN BẰNG"_s);
    const auto isSeparator = [](const Doubt &doubt) { return doubt.kind == DoubtKind::Separator; };

    std::vector<Doubt> doubts = dossier.doubts(0, {stranger});
    const auto owners = std::ranges::find_if(doubts, isSeparator);
    REQUIRE(owners != doubts.end());
    CHECK(owners->reason == u"owners"_s);
    CHECK(owners->page == stranger.id);
    CHECK(owners->value == stranger.id.toString());
    CHECK(owners->alternatives.contains(u"keep"_s));

    const Page more = dossier.make.text(u"2"_s);
    CHECK(std::ranges::none_of(dossier.doubts(2, {more, more}), isSeparator));
    doubts = dossier.doubts(2, {more, more, more});
    const auto length = std::ranges::find_if(doubts, isSeparator);
    REQUIRE(length != doubts.end());
    CHECK(length->reason == u"long"_s);
    CHECK(length->value == u"keep"_s);

    dossier.dossier.overrides[u"CLEAN-12"_s] = u"keep"_s;
    CHECK(std::ranges::none_of(dossier.doubts(2, {stranger, more, more}), isSeparator));
}

TEST_CASE("The least sure come first, alike ones together", "[recognition]")
{
    const auto doubt = [](const QString &group, double confidence) {
        Doubt made;
        made.group = group;
        made.confidence = confidence;
        return made;
    };
    std::vector<Doubt> doubts = {doubt(u"a"_s, 0.8), doubt(u"b"_s, 0.3), doubt(u"a"_s, 0.1), doubt(u"b"_s, 0.2)};
    orderDoubts(doubts);
    QStringList order;
    for (const Doubt &each : doubts)
        order << u"%1%2"_s.arg(each.group).arg(each.confidence);
    CHECK(order == QStringList{u"a0.1"_s, u"a0.8"_s, u"b0.2"_s, u"b0.3"_s});
}
