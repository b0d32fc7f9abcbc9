// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"

#include <QJsonObject>
#include <QString>
#include <QStringList>

namespace sohoa {

struct PackageInspection {
    QString packageId;  ///< Name of the bag's folder.
    QJsonObject record; ///< data/dossier.json; empty when it is missing or no JSON.
    int payloadFiles = 0;
    qint64 payloadBytes = 0;
    QString sha256; ///< Of the ZIP, lower-case hex.
    qint64 bytes = 0;
    /// What keeps the bag from being complete and valid (RFC 8493), or the record from fitting the schema. Empty:
    /// a good package. English, for the log and `sohoactl verify`.
    QStringList violations;
};

/// Reads a package that may be hostile, without unpacking it onto the disk: at most 20,000 entries, 4 GiB
/// unpacked, no absolute names, no "..", no links, no entry twice (nor by other capitals). With a `schemaFile` the
/// record is validated too. Errors: FileUnreadable (args: path), PackageInvalid (no ZIP, or beyond these limits).
/// Thread-safe.
Result<PackageInspection> inspectPackage(const QString &path, const QString &schemaFile = {});

} // namespace sohoa
