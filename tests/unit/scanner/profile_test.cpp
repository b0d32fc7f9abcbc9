// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/durable_file.h"
#include "core/base/installation.h"
#include "scanner/api/profile_store.h"
#include "scanner/api/quirks.h"
#include "tests/support/catch.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>

using namespace sohoa;
using namespace Qt::StringLiterals;

namespace {

const QByteArray minimal = R"({"id":"x","name":{"vi":"Tên"}})";

/// "member reason" of what is wrong with a profile; empty when nothing is.
QString fault(const QByteArray &json)
{
    const auto profile = parseProfile(json, u"x.json"_s);
    if (profile)
        return {};
    CHECK(profile.error().code == ErrorCode::ProfileInvalid);
    CHECK(profile.error().args.value(u"file"_s) == u"x.json"_s);
    return profile.error().args.value(u"member"_s) + u' ' + profile.error().args.value(u"reason"_s);
}

QByteArray with(const QByteArray &member)
{
    return QByteArray(minimal).replace("\"id\"", member + ",\"id\"");
}

/// Three folders with profiles of a name each.
class Desk {
public:
    ProfileStore store() const { return ProfileStore({path(u"shipped"_s), path(u"site"_s), path(u"own"_s)}); }
    QString path(const QString &name) const { return m_folder.filePath(name); }
    void put(const QString &folder, const QString &id, const QString &name) const
    {
        QDir().mkpath(path(folder));
        ScanProfile profile;
        profile.id = id;
        profile.names.insert(u"vi"_s, name);
        write(folder + u'/' + id + u".json"_s, profileJson(profile));
    }
    void write(const QString &file, const QByteArray &bytes) const { REQUIRE_OK(writeDurably(path(file), bytes)); }
    QString nameOf(const QString &id) const
    {
        const auto stored = store().find(id);
        return stored ? stored->profile.name(u"vi"_s) : QString();
    }

private:
    QTemporaryDir m_folder;
};

ScanProfile ownProfile(const QString &id)
{
    ScanProfile profile;
    profile.id = id;
    profile.names.insert(u"vi"_s, u"Của tôi"_s);
    return profile;
}

} // namespace

TEST_CASE("A profile says where it is wrong", "[scanner]")
{
    CHECK(fault(minimal).isEmpty());
    CHECK(fault("{") == u"1 json"_s);
    CHECK(fault("[]") == u"0 json"_s);
    CHECK(fault(R"({"name":{"vi":"a"}})") == u"id missing"_s);
    CHECK(fault(R"({"id":"x"})") == u"name.vi missing"_s);
    CHECK(fault(R"({"id":"../x","name":{"vi":"a"}})") == u"id word"_s);
    CHECK(fault(R"({"id":"x/y","name":{"vi":"a"}})") == u"id word"_s);
    CHECK(fault(with(R"("dpi":"300")")) == u"dpi range"_s);
    CHECK(fault(with(R"("dpi":300.5)")) == u"dpi range"_s);
    CHECK(fault(with(R"("dpi":5000)")) == u"dpi range"_s);
    CHECK(fault(with(R"("mode":"colour")")) == u"mode word"_s);
    CHECK(fault(with(R"("sides":2)")) == u"sides word"_s);
    CHECK(fault(with(R"("paper":"A44")")) == u"paper word"_s);
    CHECK(fault(with(R"("paper":"0x10")")) == u"paper word"_s);
    CHECK(fault(with(R"("brightness":101)")) == u"brightness range"_s);
    CHECK(fault(with(R"("duplex":true)")) == u"duplex stranger"_s);
    CHECK(fault(with(R"("master":{"quality":90})")) == u"master.quality stranger"_s);
    CHECK(fault(with(R"("master":{"jpeg_quality":0})")) == u"master.jpeg_quality range"_s);
    CHECK(fault(with(R"("master":90)")) == u"master kind"_s);
    CHECK(fault(with(R"("device":{"vendor":"a"})")) == u"device.model missing"_s);
    CHECK(fault(with(R"("options":{"x":{}})")) == u"options kind"_s);
    CHECK(fault(with(R"("source":"flatbed","sides":"two")")) == u"sides word"_s);
}

TEST_CASE("A profile comes back as it was written", "[scanner]")
{
    const QByteArray all = R"({"id":"all-1","name":{"vi":"Tất cả","en":"All"},"source":"feeder","sides":"two",
        "mode":"gray","dpi":240,"paper":"210x330","brightness":-10,"contrast":0,"stop_at_double_feed":true,
        "master":{"lossless":true,"jpeg_quality":80},
        "device":{"vendor":"FUJITSU","model":"fi-7160","serial":"1","port":"usb:1-2"},
        "options":{"rollerdeskew":true,"emphasis":-3,"gamma":1.5,"bgcolor":"White","table":[1,2]}})";
    const auto profile = parseProfile(all, u"f"_s);
    REQUIRE_OK(profile);
    const auto again = parseProfile(profileJson(*profile), u"f"_s);
    REQUIRE_OK(again);
    CHECK(profileJson(*again) == profileJson(*profile));
    CHECK(again->names == profile->names);
    CHECK(again->device == profile->device);
    CHECK(again->options == profile->options);
    CHECK(again->options.size() == 5);
    CHECK(again->name(u"en"_s) == u"All"_s);
    CHECK(again->name(u"fr"_s) == u"Tất cả"_s);

    const ScanWish wish = wishOf(*again, u"fujitsu:x"_s);
    CHECK(wish.device == u"fujitsu:x"_s);
    CHECK(wish.source == u"feeder"_s);
    CHECK(wish.mode == u"gray"_s);
    CHECK(wish.dpi == 240);
    CHECK(wish.duplex);
    CHECK(wish.paper == PaperSize{210, 330});
    CHECK(wish.brightness == -10);
    CHECK(wish.contrast == 0);
    CHECK(wish.stopAtDoubleFeed);
    CHECK(wish.yielding);
    CHECK(again->master.lossless);
    CHECK(again->master.jpegQuality == 80);
}

TEST_CASE("The administrator's profiles hide the user's, and those the shipped ones", "[scanner]")
{
    const Desk desk;
    desk.put(u"shipped"_s, u"a"_s, u"kèm theo"_s);
    desk.put(u"shipped"_s, u"b"_s, u"kèm theo"_s);
    desk.put(u"own"_s, u"b"_s, u"riêng"_s);
    desk.put(u"own"_s, u"c"_s, u"riêng"_s);
    desk.put(u"site"_s, u"c"_s, u"cơ quan"_s);
    CHECK(desk.store().list().profiles.size() == 3);
    CHECK(desk.nameOf(u"a"_s) == u"kèm theo"_s);
    CHECK(desk.nameOf(u"b"_s) == u"riêng"_s);
    CHECK(desk.nameOf(u"c"_s) == u"cơ quan"_s);
    CHECK(desk.store().find(u"c"_s)->locked());
    CHECK_FALSE(desk.store().find(u"b"_s)->locked());
    CHECK(desk.store().find(u"d"_s).error().code == ErrorCode::ProfileUnknown);

    CHECK(desk.store().save(ownProfile(u"c"_s)).error().code == ErrorCode::ProfileLocked);
    CHECK(desk.store().remove(u"c"_s).error().code == ErrorCode::ProfileLocked);
    CHECK(desk.store().remove(u"a"_s).error().code == ErrorCode::ProfileLocked);
    REQUIRE_OK(desk.store().save(ownProfile(u"a"_s)));
    CHECK(desk.nameOf(u"a"_s) == u"Của tôi"_s);
    REQUIRE_OK(desk.store().remove(u"a"_s));
    CHECK(desk.nameOf(u"a"_s) == u"kèm theo"_s);
}

TEST_CASE("A policy leaves nothing but the administrator's profiles", "[scanner]")
{
    const Desk desk;
    desk.put(u"shipped"_s, u"a"_s, u"kèm theo"_s);
    desk.put(u"site"_s, u"c"_s, u"cơ quan"_s);
    const auto ids = [&desk] {
        QStringList list;
        for (const StoredProfile &stored : desk.store().list().profiles)
            list.append(stored.profile.id);
        return list;
    };
    CHECK(ids() == QStringList{u"a"_s, u"c"_s});
    desk.write(u"site/policy.json"_s, R"({"only_site_profiles": false})");
    CHECK(ids() == QStringList{u"a"_s, u"c"_s});
    desk.write(u"site/policy.json"_s, R"({"only_site_profiles": true})");
    CHECK(ids() == QStringList{u"c"_s});
    CHECK(desk.store().save(ownProfile(u"z"_s)).error().code == ErrorCode::ProfileLocked);
    // A misspelt rule is not taken for none.
    desk.write(u"site/policy.json"_s, R"({"only_site": true})");
    CHECK(ids() == QStringList{u"c"_s});
    CHECK(desk.store().list().faults.size() == 1);
}

TEST_CASE("A wrong file does not hide the others", "[scanner]")
{
    const Desk desk;
    desk.put(u"own"_s, u"good"_s, u"tốt"_s);
    desk.write(u"own/bad.json"_s, "{");
    desk.write(u"own/renamed.json"_s, profileJson(ownProfile(u"original"_s)));
    const auto listing = desk.store().list();
    CHECK(listing.profiles.size() == 1);
    CHECK(listing.faults.size() == 2);
    CHECK(desk.store().find(u"bad"_s).error().code == ErrorCode::ProfileInvalid);
    ScanProfile outside = ownProfile(u"../outside"_s);
    CHECK(desk.store().save(outside).error().code == ErrorCode::ProfileInvalid);
    CHECK_FALSE(QFile::exists(desk.path(u"outside.json"_s)));
}

TEST_CASE("The shipped quirks are in order, and a wrong list says where", "[scanner]")
{
    const auto rows = readQuirks(resourcePath(u"profiles/quirks.json"_s));
    REQUIRE_OK(rows);
    QSet<QString> ids;
    for (const Quirk &row : *rows) {
        CHECK_FALSE(ids.contains(row.id));
        ids.insert(row.id);
        CHECK(row.reason.size() > 10);
    }
    const auto place = [](const QByteArray &json) {
        const auto wrong = parseQuirks(json, u"q"_s);
        return wrong ? QString()
                     : wrong.error().args.value(u"member"_s) + u' ' + wrong.error().args.value(u"reason"_s);
    };
    const QByteArray row = R"({"id":"a","device":"x:.*","reason":"r")";
    CHECK(place("{\"quirks\":[" + row + "}]}").isEmpty());
    CHECK(place("{\"quirks\":[" + row + "}," + row + ",\"sets\":{}}]}") == u"quirks[1].sets stranger"_s);
    CHECK(place("{\"quirks\":[" + row + ",\"source_means\":{\"Normal\":\"glass\"}}]}") ==
          u"quirks[0].source_means.Normal word"_s);
    CHECK(place(R"({"quirks":[{"id":"a","device":"(","reason":"r"}]})") == u"quirks[0].device kind"_s);
    CHECK(place(R"({"quirks":[{"id":"a","device":"x"}]})") == u"quirks[0].reason missing"_s);
}

TEST_CASE("A quirk counts behind a SANE daemon too, and for no other device", "[scanner]")
{
    const auto rows = parseQuirks(
        R"({"quirks":[{"id":"a","device":"abc:.*","reason":"r","max_dpi":600,"ignore":["x"]},
                      {"id":"b","device":"ab.*","reason":"r","max_dpi":400,"source_means":{"Tray":"feeder"}}]})",
        u"q"_s);
    REQUIRE_OK(rows);
    CHECK(quirksOf(*rows, u"abc:1"_s).ids == QStringList{u"a"_s, u"b"_s});
    CHECK(quirksOf(*rows, u"abc:1"_s).maxDpi == 400);
    CHECK(quirksOf(*rows, u"net:host:abc:1"_s).ignore == QStringList{u"x"_s});
    CHECK(quirksOf(*rows, u"xabc:1"_s).ids.isEmpty());
}
