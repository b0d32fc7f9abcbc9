// SPDX-License-Identifier: GPL-3.0-or-later
// Scanners that are renamed while nobody looks, and two that are equal: the virtual backend as the bus.
#include "core/base/durable_file.h"
#include "scanner/client/device_finder.h"
#include "scanner/client/remote_page_source.h"
#include "tests/integration/scanner/scanner_rig.h"

#include <QDir>

using namespace sohoa;
using namespace sohoa::test;

namespace {

/// One pixel wide is enough: a netpbm image by hand.
const QByteArray grayPage = "P5 120 160 255\n" + QByteArray(120 * 160, '\x80');

class Bus {
public:
    Bus()
    {
        REQUIRE_OK(writeDurably(m_folder.filePath(u"dll.conf"_s), "\n"));
        m_config.helperProgram = qEnvironmentVariable("SOHOA_BIN") + u"/sohoa-scan-helper"_s;
        m_config.saneModuleFolder = qEnvironmentVariable("SOHOA_BIN") + u"/sane"_s;
        m_config.environment.insert(u"SANE_CONFIG_DIR"_s, m_folder.path());
        m_config.grace = std::chrono::milliseconds(200);
    }

    void plug(const QString &name, const QByteArray &scenario)
    {
        const QString folder = m_folder.filePath(name);
        QDir().mkpath(folder);
        for (const QString &file : {u"1.pgm"_s, u"2.pgm"_s, u"3.pgm"_s})
            REQUIRE_OK(writeDurably(folder + u'/' + file, grayPage));
        REQUIRE_OK(writeDurably(folder + u"/scenario"_s, scenario));
        m_config.virtualScanners.push_back({name, folder});
    }
    void unplug(const QString &name)
    {
        std::erase_if(m_config.virtualScanners,
                      [&name](const VirtualScanner &scanner) { return scanner.name == name; });
    }
    QString find(const DeviceIdentity &wanted) const
    {
        DeviceFinder finder(m_config);
        std::optional<Result<QString>> answer;
        finder.find(wanted, [&](Result<QString> found) { answer = std::move(found); });
        REQUIRE(waitUntil([&] { return answer.has_value(); }));
        return *answer ? **answer : QString::number(static_cast<int>(answer->error().code));
    }
    const HelperConfig &config() const { return m_config; }

private:
    QTemporaryDir m_folder;
    HelperConfig m_config;
};

DeviceIdentity canon(const QString &serial)
{
    return {u"Canon"_s, u"DR-C225"_s, serial, {}};
}

} // namespace

TEST_CASE("Two equal scanners are told apart by their serial numbers", "[scanner]")
{
    Bus bus;
    bus.plug(u"left"_s, "vendor Canon\nmodel DR-C225\nserial A1\n");
    bus.plug(u"right"_s, "vendor Canon\nmodel DR-C225\nserial B2\n");
    bus.plug(u"other"_s, "vendor Fujitsu\nmodel fi-7160\nserial A1\n");
    CHECK(bus.find(canon(u"A1"_s)) == u"sohoa:left"_s);
    CHECK(bus.find(canon(u"B2"_s)) == u"sohoa:right"_s);
    CHECK(bus.find(canon(u"C3"_s)) == QString::number(static_cast<int>(ErrorCode::DeviceNotFound)));
    CHECK(bus.find(canon({})) == QString::number(static_cast<int>(ErrorCode::DeviceAmbiguous)));
    bus.unplug(u"left"_s);
    CHECK(bus.find(canon(u"A1"_s)) == QString::number(static_cast<int>(ErrorCode::DeviceNotFound)));
    CHECK(bus.find(canon({})) == u"sohoa:right"_s);
}

TEST_CASE("A scanner that vanished in mid-stack is found again under its new name", "[scanner]")
{
    Bus bus;
    bus.plug(u"before"_s, "vendor Canon\nmodel DR-C225\nserial A1\npage 2 rename after at 0.5 for 1\n");
    const DeviceIdentity bound = canon(u"A1"_s);
    ScanWish wish;
    wish.device = bus.find(bound);
    REQUIRE(wish.device == u"sohoa:before"_s);
    {
        RemotePageSource source(bus.config());
        Recorder recorder(source);
        source.start(wish);
        REQUIRE(recorder.waitForEnd());
        CHECK(recorder.code().has_value());
        CHECK(recorder.inPage); // the second page had begun
    }
    // However often it was looked for meanwhile: it comes back by itself.
    QString name;
    REQUIRE(waitUntil([&] { return (name = bus.find(bound)).startsWith(u"sohoa:"_s); }));
    CHECK(name == u"sohoa:after"_s);
    wish.device = name;
    RemotePageSource source(bus.config());
    Recorder recorder(source);
    source.start(wish);
    REQUIRE(recorder.waitForEnd());
    CHECK_FALSE(recorder.code());
    CHECK(recorder.pages.size() == 2); // the page that broke off and the last
}
