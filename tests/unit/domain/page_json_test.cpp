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
    reading.paper = u"A4"_s;
    reading.stages = {{u"deskew"_s, u"deskew/1"_s, true, false, 0.8, {{u"skew_deg"_s, -1.8}}}};
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
    CHECK(back->paper == u"A4"_s);
    REQUIRE(back->stages.size() == 1);
    CHECK(back->stages[0].applied);
    CHECK(back->stages[0].values[u"skew_deg"_s].toDouble() == -1.8);
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

TEST_CASE("Stages are switched off by their names", "[domain]")
{
    StageSwitches switches;
    CHECK(switchedOff(switches).isEmpty());
    switches.deskew = false;
    switches.sealColor = false;
    CHECK(switchedOff(switches) == QStringList{u"deskew"_s, u"seal_color"_s});
    CHECK(switchesWithout(switchedOff(switches)).value() == switches);
    CHECK(switchesWithout({u"nonsense"_s}).error().code == ErrorCode::HelperProtocol);
}

TEST_CASE("A stage's decision is checked", "[domain]")
{
    const QJsonArray good = stagesToJson({{u"crop"_s, u"crop/1"_s, false, true, 1, {}}});
    REQUIRE_OK(stagesFromJson(good));
    for (const auto &[key, value] : std::initializer_list<std::pair<QString, QJsonValue>>{
             {u"confidence"_s, 1.5}, {u"applied"_s, u"yes"_s}, {u"stage"_s, 3}, {u"values"_s, QJsonArray()}}) {
        QJsonObject bad = good[0].toObject();
        bad[key] = value;
        CHECK_FALSE(stagesFromJson({bad}).has_value());
    }
}
