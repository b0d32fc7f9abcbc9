// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "scanner/api/setting.h"

#include <QMap>
#include <QRegularExpression>

namespace sohoa {

/// Where one device departs from what its options say. resolve() reads capabilities; this is the rest, as data:
/// resources/profiles/quirks.json, one row a quirk, with culprit and reason.
struct Quirks {
    QStringList ignore;                    ///< Options that are never set by a wish.
    std::vector<Setting> settings;         ///< Made where the device has the option and takes the value.
    QMap<QString, QString> sourceMeanings; ///< A source's word → "flatbed", "feeder" or "duplex".
    std::optional<int> maxDpi;             ///< Above it the driver invents pixels.
    QStringList ids;                       ///< Of the rows that apply, for reports.
};

/// One row.
struct Quirk {
    QString id;
    QRegularExpression device; ///< Matches the whole of SANE's name, "fujitsu:.*".
    QString reason;
    Quirks then;
};

/// Errors: FileUnreadable (path), ProfileInvalid (file, member, reason).
Result<std::vector<Quirk>> readQuirks(const QString &file);
Result<std::vector<Quirk>> parseQuirks(const QByteArray &json, const QString &file);

/// Those rows together that apply to a device of this name; behind "net:host:" the device's own name counts.
Quirks quirksOf(const std::vector<Quirk> &rows, const QString &device);

} // namespace sohoa
