// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/dates.h"
#include "core/base/error.h"
#include "core/package/package_writer.h"

#include <QByteArray>
#include <QJsonObject>
#include <QMap>
#include <QString>

#include <optional>
#include <vector>

namespace sohoa {

/// A package taken apart, to be written again with signed documents.
struct UnpackedPackage {
    QString packageId;
    QJsonObject record;
    QByteArray bagInfo;
    QMap<QString, QByteArray> texts; ///< File name to content: "….txt".
    QMap<QString, QString> pdfs;     ///< File name to its path on this disk.
};

/// Unpacks a package of this station into `folder`, after it was found complete and valid. Errors: as
/// inspectPackage(), PackageInvalid when it is not, DiskFull, FileUnwritable.
Result<UnpackedPackage> unpackPackage(const QString &path, const QString &folder);

/// What the record says of one signature.
struct SignatureRecord {
    QString signer;
    std::optional<Instant> signedAt;
    QString certificateSerial;
    QString status; ///< At the time of packing: "valid", "invalid".
};

/// A document whose file in UnpackedPackage::pdfs is signed.
struct DocumentSignatures {
    QString state; ///< "officer", "agency"
    std::vector<SignatureRecord> signatures;
};

/// Writes the package anew with the PDFs as they are now: sizes, hashes, signatures and signature states in the
/// record, everything else as it was. By file name. Deterministic; the old package is replaced in one step.
/// Errors: as writePackage().
Result<PackageFile> rewritePackage(const UnpackedPackage &package,
                                   const QMap<QString, DocumentSignatures> &signatures, const QString &schemaFile,
                                   const QString &path);

} // namespace sohoa
