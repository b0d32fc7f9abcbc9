// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/durable_file.h"
#include "scanner/api/device_identity.h"
#include "tests/support/catch.h"
#include "tests/unit/scanner/device_options.h"

#include <QDir>
#include <QTemporaryDir>

using namespace sohoa;
using namespace sohoa::test;

namespace {

/// A piece of sysfs.
class UsbTree {
public:
    void plug(const QString &port, int bus, int number, const QByteArray &serial) const
    {
        const QString folder = m_folder.filePath(port);
        QDir().mkpath(folder);
        REQUIRE_OK(writeDurably(folder + u"/busnum"_s, QByteArray::number(bus) + '\n'));
        REQUIRE_OK(writeDurably(folder + u"/devnum"_s, QByteArray::number(number) + '\n'));
        if (!serial.isEmpty())
            REQUIRE_OK(writeDurably(folder + u"/serial"_s, serial + '\n'));
    }
    DeviceIdentity identity(const QString &name) const
    {
        return identityOf({name, u"CANON"_s, u"DR-C225"_s, u"scanner"_s}, m_folder.path());
    }

private:
    QTemporaryDir m_folder;
};

IdentifiedDevice listed(const QString &name, const QString &serial, const QString &port,
                        const QString &model = u"DR-C225"_s)
{
    return {name, {u"CANON"_s, model, serial, port}};
}

} // namespace

TEST_CASE("Names tell serial numbers, addresses and USB places", "[scanner]")
{
    const UsbTree usb;
    usb.plug(u"1-2"_s, 1, 4, "S4");
    usb.plug(u"1-3.1"_s, 1, 14, {});
    CHECK(usb.identity(u"canon_dr:libusb:001:004"_s) ==
          DeviceIdentity{u"CANON"_s, u"DR-C225"_s, u"S4"_s, u"usb:1-2"_s});
    CHECK(usb.identity(u"canon_dr:libusb:001:014"_s).port == u"usb:1-3.1"_s);
    CHECK(usb.identity(u"canon_dr:libusb:001:014"_s).serial.isEmpty());
    CHECK(usb.identity(u"canon_dr:libusb:002:004"_s).port.isEmpty());
    CHECK(usb.identity(u"brother4:bus1;dev4"_s).port == u"usb:1-2"_s);
    CHECK(usb.identity(u"fujitsu:fi-7160:136133"_s).serial == u"136133"_s);
    CHECK(usb.identity(u"hpaio:/usb/Officejet_Pro_8600?serial=CN2C1"_s).serial == u"CN2C1"_s);
    CHECK(usb.identity(u"hpaio:/net/HP_LaserJet?ip=192.168.1.27"_s).port == u"net:192.168.1.27"_s);
    CHECK(usb.identity(u"pixma:04A91912_4B8E1E"_s).serial == u"4B8E1E"_s);
    CHECK(usb.identity(u"escl:http://192.0.2.7:80"_s).port == u"net:192.0.2.7"_s);
    CHECK(usb.identity(u"epson2:net:192.168.1.12"_s).port == u"net:192.168.1.12"_s);
    // A daemon's USB places are those of another computer.
    const DeviceIdentity remote = usb.identity(u"net:scan.lan:canon_dr:libusb:001:004"_s);
    CHECK(remote.port == u"net:scan.lan"_s);
    CHECK(remote.serial.isEmpty());
}

TEST_CASE("A scanner is recognized by number, place or kind, in this order", "[scanner]")
{
    const DeviceIdentity wanted{u"Canon"_s, u"dr-c225"_s, u"A"_s, u"usb:1-1"_s};
    const auto nameOf = [](const DeviceIdentity &identity, const std::vector<IdentifiedDevice> &devices) {
        const auto found = recognized(identity, devices);
        return found ? *found : QString::number(static_cast<int>(found.error().code));
    };
    // Two equal ones that have changed places.
    CHECK(nameOf(wanted, {listed(u"one"_s, u"B"_s, u"usb:1-1"_s), listed(u"two"_s, u"A"_s, u"usb:1-2"_s)}) ==
          u"two"_s);
    // Numbers are not shown: the place tells.
    CHECK(nameOf(wanted, {listed(u"one"_s, {}, u"usb:1-1"_s), listed(u"two"_s, {}, u"usb:1-2"_s)}) == u"one"_s);
    // The only one of its kind, wherever it is plugged in now.
    CHECK(nameOf(wanted, {listed(u"one"_s, {}, u"usb:3-7"_s), listed(u"x"_s, u"A"_s, {}, u"fi"_s)}) == u"one"_s);
    // One with another number is another one, even at the same place.
    CHECK(nameOf(wanted, {listed(u"one"_s, u"B"_s, u"usb:1-1"_s)}) == u"109"_s);
    CHECK(nameOf(wanted, {}) == u"109"_s);
    // Nothing tells.
    CHECK(nameOf(wanted, {listed(u"one"_s, {}, {}), listed(u"two"_s, {}, {})}) == u"134"_s);
    // The other one's number is known: this must be it.
    CHECK(nameOf(wanted, {listed(u"one"_s, u"B"_s, {}), listed(u"two"_s, {}, {})}) == u"two"_s);
    const auto ambiguous = recognized(wanted, {listed(u"one"_s, {}, {}), listed(u"two"_s, {}, {})});
    CHECK(ambiguous.error().args.value(u"device"_s) == u"Canon dr-c225"_s);
}

TEST_CASE("The serial number is read from the options that show it", "[scanner]")
{
    CHECK(serialOf(flatbed()).isEmpty());
    auto options = flatbed();
    options.push_back(words(u"serial-number"_s, {}, u" X1 "_s));
    CHECK(serialOf(options) == u"X1"_s);
}
