// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/catch.h"
#include "tests/unit/scanner/device_options.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <limits>

using namespace sohoa;
using namespace sohoa::test;

TEST_CASE("Values snap to steps counted from the minimum", "[scanner]")
{
    CHECK(snapped(Range<int>{4, 192, 2}, 7) == 8);
    CHECK(snapped(Range<int>{4, 192, 2}, 500) == 192);
    CHECK(snapped(Range<int>{5, 100, 10}, 100) == 95); // the maximum lies off the grid
    CHECK(snapped(Range<int>{0, 10, 0}, -3) == 0);
    CHECK(snapped(Range<double>{-42.17, 32768, 2}, 0.0) == Approx(-0.17));
    CHECK(snapped(Range<int>{10, 5, 1}, 7) == 10); // a driver's nonsense
    constexpr int lowest = std::numeric_limits<int>::min();
    constexpr int highest = std::numeric_limits<int>::max();
    CHECK(snapped(Range<int>{lowest, highest, 1}, highest) == highest);
    CHECK(snapped(Range<int>{lowest, highest, highest}, 0) == -1);
}

TEST_CASE("A legal value is of the option's own kind", "[scanner]")
{
    CHECK(legalValue(whole(u"r"_s, std::vector<int>{200, 400}, 0), 300).value() == OptionValue(400));
    CHECK(legalValue(whole(u"r"_s, {}, 0), 12.6).value() == OptionValue(13));
    CHECK(legalValue(fixed(u"x"_s, Range<double>{0, 10, 0.5}, 0), 3).value() == OptionValue(3.0));
    CHECK(legalValue(words(u"m"_s, {u"gray"_s, u"Gray"_s}, {}), u"Gray"_s).value() == OptionValue(u"Gray"_s));
    CHECK(legalValue(words(u"m"_s, {u"Gray"_s}, {}), u"GRAY"_s).value() == OptionValue(u"Gray"_s));
    CHECK(legalValue(flag(u"f"_s, false), true).value() == OptionValue(true));

    Option table = whole(u"gamma"_s, Range<int>{0, 255, 1}, 0);
    table.length = 3;
    CHECK(legalValue(table, std::vector<int>{-1, 5, 999}).value() == OptionValue(std::vector<int>{0, 5, 255}));

    Option group;
    group.type = OptionType::Group;
    Option shortWord = words(u"s"_s, {}, {});
    shortWord.constraint = {};
    shortWord.length = 4;
    const std::pair<Option, OptionValue> refused[] = {
        {table, std::vector<int>{1, 2}},
        {table, 5},
        {whole(u"r"_s, {}, 0), std::numeric_limits<double>::quiet_NaN()},
        {whole(u"r"_s, {}, 0), u"300"_s},
        {words(u"m"_s, {u"Gray"_s}, {}), u"Color"_s},
        {words(u"m"_s, {u"Gray"_s}, {}), 3},
        {flag(u"f"_s, false), 1},
        {group, 1},
        {shortWord, u"bốn"_s}, // five bytes and a terminator
    };
    for (const auto &[option, value] : refused) {
        INFO(toText(value).toStdString());
        CHECK(legalValue(option, value).error().code == ErrorCode::OptionRefused);
    }
    CHECK(legalValue(shortWord, u"abc"_s).value() == OptionValue(u"abc"_s));
}

TEST_CASE("Options come out of JSON as they went in", "[scanner][json]")
{
    auto options = duplexFeeder();
    options.push_back(flag(u"duplex"_s, true, asleep));
    options.push_back({.index = 7, .title = u"Nhóm \"hình học\""_s, .type = OptionType::Group, .length = 0});
    options.push_back({.index = 8, .name = u"button"_s, .type = OptionType::Button, .capabilities = plain});
    options.push_back({.name = u"gamma"_s,
                       .type = OptionType::Int,
                       .unit = OptionUnit::Bit,
                       .length = 3,
                       .constraint = Range<int>{0, 255, 1},
                       .value = std::vector<int>{0, 128, 255}});
    options.push_back({.name = u"matrix"_s,
                       .type = OptionType::Fixed,
                       .length = 2,
                       .constraint = std::vector<double>{-32.7, 1},
                       .value = std::vector<double>{1, -32.7}});
    for (const Option &option : options) {
        INFO(option.name.toStdString());
        const auto bytes = QJsonDocument(toJson(option)).toJson();
        const auto back = optionFromJson(QJsonDocument::fromJson(bytes).object());
        REQUIRE_OK(back);
        CHECK(*back == option);
    }
    const QJsonObject json = toJson(options[0]);
    CHECK(json[u"type"].toString() == u"string"_s);
    CHECK(json[u"active"].toBool());
    CHECK(json[u"settable"].toBool());
    CHECK(json[u"constraint"].isArray());
}

TEST_CASE("JSON that is no option is refused, whatever member is wrong", "[scanner][json]")
{
    const QJsonObject good = toJson(whole(u"resolution"_s, Range<int>{75, 600, 1}, 300));
    REQUIRE_OK(optionFromJson(good));
    const QJsonValue wrong[] = {QJsonValue::Undefined, QJsonValue(1.5),           QJsonValue(u"?"_s),
                                QJsonObject(),         QJsonArray{QJsonObject()}, QJsonValue(1e300)};
    for (const auto key : {u"index", u"name", u"type", u"unit", u"length", u"constraint", u"value"}) {
        for (const QJsonValue &value : wrong) {
            QJsonObject bad = good;
            bad.insert(QStringView(key), value);
            INFO(QString::fromUtf16(key).toStdString() << " as type " << value.type());
            if (QStringView(key) == u"name" && value.isString())
                continue;
            CHECK(optionFromJson(bad).error().code == ErrorCode::HelperProtocol);
        }
    }
    CHECK_FALSE(optionFromJson(QJsonValue()));
    CHECK_FALSE(deviceFromJson(QJsonObject{{u"name"_s, 1}}));
    CHECK_FALSE(settingFromJson(QJsonObject{{u"option"_s, u"x"_s}}));
}
