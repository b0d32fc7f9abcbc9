// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/master_format.h"
#include "core/domain/page_source.h"
#include "scanner/api/device_identity.h"
#include "scanner/api/setting.h"

#include <QMap>

namespace sohoa {

/// What somebody wants of a scan, whatever the device: a file of resources/profiles, /etc/sohoa/profiles or the
/// user's own (README.md there describes the members). Plain data; resolve() decides what becomes of it.
struct ScanProfile {
    QString id;                   ///< Also the name of its file: a-z, 0-9 and hyphens.
    QMap<QString, QString> names; ///< By language, "vi" at least.
    QString source;               ///< "feeder", "flatbed" or empty for whatever there is.
    bool duplex = false;
    QString mode = QStringLiteral("color");
    Dpi dpi = 300;
    QString paper; ///< Its name ("A4"), or "210x330" in millimetres; empty: what the device takes.
    std::optional<int> brightness = {};
    std::optional<int> contrast = {};
    bool stopAtDoubleFeed = false;
    MasterFormat master;
    std::optional<DeviceIdentity> device = {}; ///< Bound to this scanner; none: any.
    std::vector<Setting> options; ///< Of the advanced panel, in SANE's words; where the device has them.

    /// In that language, else Vietnamese, else the id.
    QString name(const QString &language) const;
};

/// "A4" or "210x330"; nothing for an empty or unknown name.
std::optional<PaperSize> paperSize(const QString &name);
QStringList paperNames();

/// The profile as a wish at that device: a yielding one, since its adjustments are shown before the stack starts.
ScanWish wishOf(const ScanProfile &profile, const QString &device);

/// Errors: ProfileInvalid (file, member, reason, allowed). `file` is only for the message.
Result<ScanProfile> parseProfile(const QByteArray &json, const QString &file);
/// The file of a profile; parseProfile() gives the same profile again.
QByteArray profileJson(const ScanProfile &profile);

} // namespace sohoa
