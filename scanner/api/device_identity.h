// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "scanner/api/option.h"

namespace sohoa {

/// Which scanner it is, across replugging and restarts: SANE's name changes then ("libusb:001:004"), and two equal
/// scanners may change places.
struct DeviceIdentity {
    QString vendor;
    QString model;
    QString serial; ///< Empty: unknown.
    QString port;   ///< "usb:1-2.3" or "net:host"; empty: unknown.
    friend bool operator==(const DeviceIdentity &, const DeviceIdentity &) = default;
};

/// A device of a listing and what is known of it.
struct IdentifiedDevice {
    QString name; ///< SANE's, good until the next listing.
    DeviceIdentity identity;
};

/// What a listing says of a device, its name included: many drivers put a serial number or an address into it. A
/// name that tells bus and number of a USB device is looked up in `usbDevices` (sysfs), which knows serial and
/// port.
DeviceIdentity identityOf(const Device &device,
                          const QString &usbDevices = QStringLiteral("/sys/bus/usb/devices"));

/// The serial number that some drivers show as an option; empty when this one does not.
QString serialOf(const std::vector<Option> &options);

/// Same vendor and model, and nothing known that contradicts.
bool mayBe(const DeviceIdentity &wanted, const DeviceIdentity &seen);

/// SANE's present name of the wanted scanner: by serial number, else by port, else because there is only one of
/// its kind. A single scanner is thus found again wherever it is plugged in; of two equal ones each keeps its own.
/// Errors: DeviceNotFound, DeviceAmbiguous (device).
Result<QString> recognized(const DeviceIdentity &wanted, const std::vector<IdentifiedDevice> &listed);

QJsonObject toJson(const DeviceIdentity &identity);

} // namespace sohoa
