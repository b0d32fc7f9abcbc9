// SPDX-License-Identifier: GPL-3.0-or-later
#include "scanner/api/device_identity.h"

#include <QDir>
#include <QFile>
#include <QRegularExpression>

namespace sohoa {

using namespace Qt::StringLiterals;

namespace {

QString captured(const QString &text, const QRegularExpression &pattern)
{
    const auto match = pattern.match(text);
    return match.hasMatch() ? match.captured(1) : QString();
}

QString attribute(const QString &device, const QString &name)
{
    QFile file(device + u'/' + name);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.read(256)).trimmed() : QString();
}

/// Bus and number of a USB device, as "libusb:001:004" or "bus1;dev4" says.
struct UsbAddress {
    int bus = 0;
    int number = 0;
};

std::optional<UsbAddress> usbAddress(const QString &name)
{
    static const QRegularExpression forms[] = {QRegularExpression(u"libusb:([0-9]{1,3}):([0-9]{1,3})"_s),
                                               QRegularExpression(u"\\bbus([0-9]{1,3});dev([0-9]{1,3})"_s)};
    for (const QRegularExpression &form : forms) {
        const auto match = form.match(name);
        if (match.hasMatch())
            return UsbAddress{match.captured(1).toInt(), match.captured(2).toInt()};
    }
    return std::nullopt;
}

void lookUp(const UsbAddress &address, const QString &usbDevices, DeviceIdentity &identity)
{
    const QDir folder(usbDevices);
    const QStringList entries = folder.entryList(QDir::Dirs | QDir::NoDotAndDotDot);
    for (const QString &entry : entries) {
        const QString device = folder.filePath(entry);
        if (attribute(device, u"busnum"_s).toInt() != address.bus ||
            attribute(device, u"devnum"_s).toInt() != address.number)
            continue;
        identity.port = u"usb:"_s + entry;
        if (identity.serial.isEmpty())
            identity.serial = attribute(device, u"serial"_s);
        return;
    }
}

/// Serial numbers in names: hpaio's and others' "serial=…", fujitsu's third part, pixma's second half.
QString serialInName(const QString &name)
{
    static const QRegularExpression forms[] = {QRegularExpression(u"[?&;]serial=([^&;]+)"_s),
                                               QRegularExpression(u"\\Afujitsu:[^:]+:([^:]+)\\z"_s),
                                               QRegularExpression(u"\\Apixma:[0-9A-Fa-f]{8}_(.+)\\z"_s)};
    for (const QRegularExpression &form : forms) {
        if (const QString serial = captured(name, form); !serial.isEmpty())
            return serial;
    }
    return {};
}

QString hostInName(const QString &name)
{
    static const QRegularExpression forms[] = {
        QRegularExpression(u"\\Anet:([^:]+):"_s), QRegularExpression(u"https?://(\\[[^\\]]+\\]|[^:/]+)"_s),
        QRegularExpression(u"[?&;]ip=([^&;]+)"_s), QRegularExpression(u"\\A[a-z0-9]+:(?:net|tcp):([^:]+)"_s)};
    for (const QRegularExpression &form : forms) {
        if (const QString host = captured(name, form); !host.isEmpty())
            return host;
    }
    return {};
}

bool sameWord(const QString &left, const QString &right)
{
    return left.simplified().compare(right.simplified(), Qt::CaseInsensitive) == 0;
}

} // namespace

DeviceIdentity identityOf(const Device &device, const QString &usbDevices)
{
    const bool remote = device.name.startsWith(u"net:"_s);
    const QString ownName = remote ? device.name.section(u':', 2) : device.name;
    DeviceIdentity identity{device.vendor, device.model, serialInName(ownName), {}};
    if (const QString host = hostInName(device.name); !host.isEmpty())
        identity.port = u"net:"_s + host;
    else if (const auto address = usbAddress(ownName); address && !remote)
        lookUp(*address, usbDevices, identity);
    return identity;
}

QString serialOf(const std::vector<Option> &options)
{
    for (const auto name : {u"serial-number", u"serial", u"device-serial", u"serialnumber"}) {
        const Option *option = findOption(options, QStringView(name));
        const auto *text = option ? std::get_if<QString>(&option->value) : nullptr;
        if (text && !text->trimmed().isEmpty())
            return text->trimmed();
    }
    return {};
}

bool mayBe(const DeviceIdentity &wanted, const DeviceIdentity &seen)
{
    const bool otherSerial = !wanted.serial.isEmpty() && !seen.serial.isEmpty() && wanted.serial != seen.serial;
    return !otherSerial && sameWord(wanted.vendor, seen.vendor) && sameWord(wanted.model, seen.model);
}

Result<QString> recognized(const DeviceIdentity &wanted, const std::vector<IdentifiedDevice> &listed)
{
    std::vector<IdentifiedDevice> candidates;
    std::ranges::copy_if(listed, std::back_inserter(candidates),
                         [&wanted](const IdentifiedDevice &device) { return mayBe(wanted, device.identity); });
    const auto single = [&candidates](const QString &wish, QString DeviceIdentity::*member) {
        const auto fits = [&](const IdentifiedDevice &device) { return device.identity.*member == wish; };
        const bool one = !wish.isEmpty() && std::ranges::count_if(candidates, fits) == 1;
        return one ? std::ranges::find_if(candidates, fits)->name : QString();
    };
    for (const auto &[wish, member] :
         {std::pair(wanted.serial, &DeviceIdentity::serial), std::pair(wanted.port, &DeviceIdentity::port)}) {
        if (QString name = single(wish, member); !name.isEmpty())
            return name;
    }
    if (candidates.size() == 1)
        return candidates.front().name;
    const QString kind = u"%1 %2"_s.arg(wanted.vendor, wanted.model).trimmed();
    return fail(candidates.empty() ? ErrorCode::DeviceNotFound : ErrorCode::DeviceAmbiguous,
                u"%1 devices of this kind"_s.arg(candidates.size()), {{u"device"_s, kind}});
}

QJsonObject toJson(const DeviceIdentity &identity)
{
    QJsonObject json{{u"vendor"_s, identity.vendor}, {u"model"_s, identity.model}};
    if (!identity.serial.isEmpty())
        json.insert(u"serial"_s, identity.serial);
    if (!identity.port.isEmpty())
        json.insert(u"port"_s, identity.port);
    return json;
}

} // namespace sohoa
