// SPDX-License-Identifier: GPL-3.0-or-later
#define ZX_USE_UTF8 1
#include "core/codes/code_reader.h"
#include "core/codes/qr_candidates.h"
#include "tests/support/catch.h"
#include "tests/unit/imaging/sample_pages.h"

#include <ZXing/BarcodeFormat.h>
#include <ZXing/BitMatrix.h>
#include <ZXing/CharacterSet.h>
#include <ZXing/MultiFormatWriter.h>

using namespace sohoa;
using namespace Qt::StringLiterals;

namespace {

/// Draws a symbol onto the page.
void stamp(const PageImage &page, ZXing::BarcodeFormat format, const std::string &text, const PixelBox &box)
{
    ZXing::MultiFormatWriter writer(format);
    writer.setEncoding(ZXing::CharacterSet::UTF8).setMargin(4);
    const auto symbol = writer.encode(text, box.width, box.height);
    for (int y = 0; y < symbol.height(); ++y)
        for (int x = 0; x < symbol.width(); ++x)
            pixSetPixel(page.get(), box.x + x, box.y + y, symbol.get(x, y) ? 20U : 255U);
}

PageImage pageWithCodes()
{
    PageImage page = test::samplePage();
    stamp(page, ZXing::BarcodeFormat::QRCode, "012345678901||Nguyễn Thị Hường|21031975|Nữ", {850, 480, 240, 240});
    stamp(page, ZXing::BarcodeFormat::Code128, "000.00.01.H03-230812-0017", {100, 600, 600, 90});
    return page;
}

} // namespace

TEST_CASE("QR and Code 128 are read whichever way they lie", "[codes]")
{
    const PageImage page = pageWithCodes();
    for (const int turn : {0, 90, 180, 270}) {
        const auto codes = readCodes(page.turned(turn).value());
        REQUIRE_OK(codes);
        REQUIRE(codes->size() == 2);
        for (const Barcode &code : *codes) {
            if (code.format == u"QRCode"_s) {
                CHECK(code.text == u"012345678901||Nguyễn Thị Hường|21031975|Nữ"_s);
                CHECK(code.angle == turn);
                CHECK(std::abs(code.box.width - code.box.height) <= 4);
            } else {
                CHECK(code.format == u"Code128"_s);
                CHECK(code.text == u"000.00.01.H03-230812-0017"_s);
            }
        }
        CHECK_FALSE(separatorAmong(*codes).has_value());
        if (turn == 0) {
            CHECK(codes->front().box.x > 850);
            CHECK(codes->front().box.y > 480);
            CHECK(codes->front().box.right() < 1090);
        }
    }
}

TEST_CASE("A slanted, gray copy of a code is read", "[codes]")
{
    const PageImage copy = test::slanted(test::faded(pageWithCodes(), 80, 210), 2, 210);
    const auto codes = readCodes(copy);
    REQUIRE_OK(codes);
    CHECK(codes->size() == 2);
}

TEST_CASE("A small, soft code of an identity card is read by looking closer", "[codes]")
{
    PageImage page = test::samplePage();
    const std::string text =
        "012345678901|123456789|Nguyễn Thị Hường|21031975|Nữ|Vĩnh Thọ, Đồng Phú Trung|03082022";
    stamp(page, ZXing::BarcodeFormat::QRCode, text, {850, 480, 150, 150});
    const PageImage soft(pixBlockconv(page.get(), 1, 1));
    CHECK(likelyQrCodes(soft).size() == 1);
    const auto codes = readCodes(soft);
    REQUIRE_OK(codes);
    REQUIRE(codes->size() == 1);
    CHECK(codes->front().text.toStdString() == text);
    CHECK(codes->front().box.x > 840);
    CHECK(codes->front().box.right() < 1010);
    CHECK(likelyQrCodes(test::samplePage()).empty());
}

TEST_CASE("Text is no code", "[codes]")
{
    const auto codes = readCodes(test::samplePage());
    REQUIRE_OK(codes);
    CHECK(codes->empty());
}

TEST_CASE("Only our own QR codes separate", "[codes]")
{
    const auto kind = [](const QString &format, const QString &text) {
        return separatorAmong({Barcode{format, text, {}, 0}});
    };
    CHECK(kind(u"QRCode"_s, u"SOHOA-SEP;v=1"_s) == SeparatorKind::Qr);
    CHECK(kind(u"QRCode"_s, u"SOHOA-SEP;v=1;hs=000.00.01.H03-230812-0017;tt=1.001193"_s) == SeparatorKind::Qr);
    CHECK_FALSE(kind(u"QRCode"_s, u"SOHOA-SEP;v=12"_s).has_value());
    CHECK_FALSE(kind(u"Code128"_s, u"SOHOA-SEP;v=1"_s).has_value());
    CHECK_FALSE(kind(u"QRCode"_s, u"xSOHOA-SEP;v=1"_s).has_value());
}
