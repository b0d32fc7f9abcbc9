// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/page.h"
#include "tests/support/catch.h"

using namespace sohoa;
using namespace Qt::StringLiterals;

namespace {
PageReading sample()
{
    PageReading reading;
    reading.width = 2480;
    reading.height = 3508;
    reading.dpi = 300;
    reading.rotation = 180;
    reading.skewDeg = -1.8;
    reading.crop = {10, 20, 2480, 3508};
    reading.separator = SeparatorKind::Qr;
    reading.suspect = {u"blur"_s};
    reading.barcodes = {{u"QRCode"_s, u"SOHOA-SEP;v=1"_s, {1, 2, 3, 4}, 90}};
    reading.text = u"Giấy khai sinh"_s;
    reading.confidence = 0.94;
    reading.words = {{u"Giấy"_s, {100, 200, 60, 30}, 0.97, 0}, {u"khai"_s, {170, 200, 60, 30}, 0.9, 0}};
    reading.version = u"deskew/1"_s;
    return reading;
}
} // namespace

TEST_CASE("A page's reading survives the way through JSON", "[domain]")
{
    const QJsonObject json = pageReadingToJson(sample());
    const auto back = pageReadingFromJson(json);
    REQUIRE_OK(back);
    CHECK(pageReadingToJson(*back) == json);
    CHECK(back->separator == SeparatorKind::Qr);
    CHECK(back->words[0].text == u"Giấy"_s);
}

TEST_CASE("A page's JSON has the keys of the contract", "[domain]")
{
    Page page;
    page.id = *PageId::fromString(u"01912345-6789-7abc-8def-0123456789ab"_s);
    page.source = u"test:0"_s;
    page.reading = sample();
    const QJsonObject json = pageToJson(page);
    for (const auto &key :
         {u"page"_s, u"index"_s, u"source"_s, u"width"_s, u"height"_s, u"dpi"_s, u"rotation"_s, u"skew_deg"_s,
          u"blank"_s, u"separator"_s, u"suspect"_s, u"barcodes"_s, u"text"_s, u"confidence"_s, u"words"_s})
        CHECK(json.contains(key));
    page.reading->separator.reset();
    CHECK(pageToJson(page)[u"separator"_s].isNull());
}

TEST_CASE("What a helper says of a page is checked", "[domain]")
{
    const auto refused = [](const QString &key, const QJsonValue &value) {
        QJsonObject json = pageReadingToJson(sample());
        json[key] = value;
        return !pageReadingFromJson(json);
    };
    CHECK(refused(u"width"_s, 0));
    CHECK(refused(u"height"_s, 1e9));
    CHECK(refused(u"rotation"_s, 45));
    CHECK(refused(u"skew_deg"_s, u"x"_s));
    CHECK(refused(u"crop"_s, QJsonArray{1, 2, 3}));
    CHECK(refused(u"separator"_s, u"door"_s));
    CHECK(refused(u"confidence"_s, 1.5));
    CHECK(refused(u"words"_s, QJsonArray{QJsonObject{{u"t"_s, u"x"_s}}}));
    CHECK(refused(u"blank"_s, QJsonValue()));
}
