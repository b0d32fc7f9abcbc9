// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/unit/store/test_store.h"

#include <QJsonArray>

using namespace sohoa;
using namespace sohoa::test;

TEST_CASE("Settings keep any JSON value", "[store]")
{
    TestStore store;
    auto settings = store->settings();
    CHECK_FALSE(settings.get(u"x"_s).value());
    const QList<QJsonValue> values{
        u"chữ"_s, 12.5, true, QJsonValue::Null, QJsonArray{1, 2}, QJsonObject{{u"k"_s, 1}}};
    for (const QJsonValue &value : values) {
        REQUIRE_OK(settings.set(u"x"_s, value));
        CHECK(settings.get(u"x"_s).value() == value);
    }
    REQUIRE_OK(settings.remove(u"x"_s));
    CHECK_FALSE(settings.get(u"x"_s).value());
    REQUIRE_OK(settings.remove(u"x"_s));
}

TEST_CASE("A catalogue is replaced whole or not at all", "[store]")
{
    TestStore store;
    auto catalogue = store->catalogue();
    CHECK_FALSE(catalogue.lastImport().value());
    REQUIRE_OK(
        catalogue.replaceAll({{u"2.000986"_s, {{u"name"_s, u"Liên thông"_s}}}, {u"1.001193"_s, {}}}, u"v1"_s));
    CHECK(catalogue.all().value().front().code == u"2.000986");
    CHECK(catalogue.all().value().front().columns[u"name"_s] == u"Liên thông"_s);
    CHECK(catalogue.lastImport().value()->rows == 2);
    CHECK(catalogue.lastImport().value()->version == u"v1");
    const auto refused = catalogue.replaceAll({{u"1"_s, {}}, {u"1"_s, {}}}, u"v2"_s);
    REQUIRE_FALSE(refused);
    CHECK(refused.error().args.value(u"value"_s) == u"1");
    CHECK(catalogue.all().value().size() == 2);
    CHECK(catalogue.lastImport().value()->version == u"v1");
}
