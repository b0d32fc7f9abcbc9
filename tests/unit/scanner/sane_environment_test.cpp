// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/durable_file.h"
#include "scanner/client/sane_environment.h"
#include "tests/support/catch.h"

#include <QDir>

using namespace sohoa;
using namespace Qt::StringLiterals;

namespace {

QStringList configFolders(const SaneEnvironment &environment)
{
    return environment.variables().value(u"SANE_CONFIG_DIR"_s).split(u':');
}

} // namespace

TEST_CASE("Opening a device loads its backend only", "[scanner]")
{
    HelperConfig config;
    config.environment = {};
    config.saneModuleFolder = u"/opt/thư mục/sane"_s;
    for (const auto &[device, backend] :
         {std::pair(u"test:0"_s, "test\n"), std::pair(u"test"_s, "test\n"),
          std::pair(u"sohoa:/thư mục/a:b"_s, "sohoa\n"), std::pair(u"epson2:libusb:001:004"_s, "epson2\n")}) {
        INFO(device.toStdString());
        const auto made = SaneEnvironment::forDevice(config, device);
        REQUIRE_OK(made);
        const QStringList folders = configFolders(*made);
        REQUIRE(folders.size() == 2);
        CHECK(folders[1] == u"/etc/sane.d"_s);
        CHECK(readFile(folders[0] + u"/dll.conf"_s, 100).value() == backend);
        CHECK(QDir(folders[0] + u"/dll.d"_s).exists());
        CHECK(made->variables().value(u"LD_LIBRARY_PATH"_s) == config.saneModuleFolder);
        CHECK(made->variables().value(u"LC_ALL"_s) == u"C.UTF-8"_s);
    }
    CHECK(SaneEnvironment::forDevice(config, {}).error().code == ErrorCode::DeviceNotFound);
}

TEST_CASE("The user's own SANE folders are kept, without the current one behind a last colon", "[scanner]")
{
    HelperConfig config;
    config.environment = {};
    config.environment.insert(u"LD_LIBRARY_PATH"_s, u"/usr/local/lib"_s);
    config.saneModuleFolder = u"/opt/sane"_s;
    config.environment.insert(u"SANE_CONFIG_DIR"_s, u"/home/a b:/x:"_s);
    const auto made = SaneEnvironment::forDevice(config, u"test:0"_s);
    REQUIRE_OK(made);
    CHECK(configFolders(*made).mid(1) == QStringList{u"/home/a b"_s, u"/x"_s, u"/etc/sane.d"_s});
    CHECK(made->variables().value(u"LD_LIBRARY_PATH"_s) == u"/opt/sane:/usr/local/lib"_s);

    config.environment.insert(u"SANE_CONFIG_DIR"_s, u"/x"_s);
    CHECK(configFolders(SaneEnvironment::forListing(config).value()) == QStringList{u"/x"_s});
    config.environment.remove(u"SANE_CONFIG_DIR"_s);
    CHECK(configFolders(SaneEnvironment::forListing(config).value()) == QStringList{u"/etc/sane.d"_s});
}

TEST_CASE("Virtual scanners are offered beside the user's backends", "[scanner]")
{
    const QTemporaryDir home(QDir::tempPath() + u"/máy quét XXXXXX"_s);
    REQUIRE(QDir(home.path()).mkdir(u"dll.d"_s));
    REQUIRE_OK(writeDurably(home.filePath(u"dll.conf"_s), "net"));
    REQUIRE_OK(writeDurably(home.filePath(u"dll.d/airscan"_s), "airscan"));
    HelperConfig config;
    config.environment = {};
    config.environment.insert(u"SANE_CONFIG_DIR"_s, home.path());
    config.virtualScanners = {{u"practice"_s, u"/thư mục/hồ sơ"_s}};
    QString own;
    {
        const auto made = SaneEnvironment::forListing(config);
        REQUIRE_OK(made);
        REQUIRE(configFolders(*made).size() == 2);
        own = configFolders(*made)[0];
        CHECK(readFile(own + u"/dll.conf"_s, 100).value().split('\n') ==
              QList<QByteArray>{"net", "airscan", "sohoa", ""});
        CHECK(readFile(own + u"/sohoa.conf"_s, 100).value() == "device practice /thư mục/hồ sơ\n");
    }
    CHECK_FALSE(QDir(own).exists());
    CHECK(SaneEnvironment::forDevice(config, u"sohoa:practice"_s).has_value());
}
