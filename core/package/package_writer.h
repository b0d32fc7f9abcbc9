// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/dates.h"
#include "core/base/error.h"
#include "core/domain/dossier.h"
#include "core/domain/ids.h"
#include "core/domain/page.h"

#include <QString>
#include <QStringList>

#include <optional>
#include <vector>

namespace sohoa {

/// An administrative unit as it was when it acted: units are merged and renamed, the paper keeps the old one.
/// An empty text means unknown and becomes null.
struct UnitRef {
    QString code;    ///< Statistics office's code: "06115".
    QString validTo; ///< ISO day on which the unit ended; empty: it exists.
    QString name;    ///< As printed, or of the catalogue.
};

/// What the catalogue knows about the dossier's procedure, beside the code and name in Dossier::procedure.
struct ProcedureFacts {
    QString codeRaw; ///< As printed, with its tail: "1.004873.000.00.00.H37".
    QString fieldCode;
    QString fieldName;   ///< "Hộ tịch".
    QString levelAtTime; ///< "province", "district", "commune"; anything else: unknown.
};

/// One document of the dossier with its finished files.
struct PackageDocument {
    Document document;
    QString name;    ///< File name without ".pdf", see documentFileName().
    QString pdfFile; ///< The finished PDF/A on this disk.
    QString pdfSha256;
    QString text;                ///< NFC; becomes data/text/<name>.txt.
    QString nationalDocTypeCode; ///< "KQ.G15.000031"; empty: unknown.
    QString validityRule;        ///< Of the catalogue: "indefinite", "months_from_issue:6".
    /// "none", "officer", "agency": signatures in the PDF.
    QString signatureState = QStringLiteral("none");
    /// "original", "certified_copy", "plain_copy", "electronic"; empty: not looked at.
    QString originality;
    /// How the pages of the PDF are coloured: "rgb", "grey", "bw".
    QString colour = QStringLiteral("rgb");
    std::optional<int> componentIndex; ///< Place in the procedure's list, counts from 1.
};

/// Everything a package is made from. Nothing is looked up elsewhere and no clock is read: the same input gives
/// the same bytes.
struct PackageInput {
    PackageId id;
    Dossier dossier;
    std::vector<Page> pages; ///< Of the dossier, with readings; excluded pages too.
    std::vector<PackageDocument> documents;
    std::vector<ComponentStatus> components;
    std::vector<Finding> findings; ///< Of the quality gate at approval.

    ProcedureFacts procedure;
    QString localCode; ///< "LOCAL-06115-2009-HT-00045", where no dossier code is printed.
    UnitRef receivingAgency;
    UnitRef competentAgency;
    UnitRef holderAgency;
    QString agencyCode; ///< Identifier of the agency: "H37.…".
    QString paperLocation;
    QString dossierStatus; ///< "resolved", "refused", "withdrawn", "open"; empty: unknown.
    QString retention;     ///< "01".."07"; empty: unknown.
    QString campaignId;
    QString teamId;
    QString batchName;

    QString sourceOrganization; ///< Source-Organization of bag-info.txt: who hands over.
    QString contactName;
    QString station;      ///< Id of the workstation.
    QString software;     ///< "Sohoa 0.1.0".
    QString scannerModel; ///< Empty: unknown.
    QString scannerSerial;
    QString digitizedBy; ///< User who scanned; empty: as approvedBy.
    QString approvedBy;
    Instant approvedAt;
};

struct PackageFile {
    QString path;
    QString sha256; ///< Of the ZIP, lower-case hex.
    qint64 bytes = 0;
};

/// Builds the record, validates it against the schema, and writes `<folder>/<package-id>.zip`, a BagIt 1.0 bag in
/// a stored ZIP (contracts, "The package of one dossier"), atomically and durably. Deterministic. Mandatory are
/// the procedure, a dossier code or local code, who approved, a document with pages, and a validity that is known
/// where there is a result: what else must be filled is the quality gate's to say, and unknown is null. Texts that
/// the receiving side has no room for are shortened with "…", numbers of components left out (both whole in the
/// record's fields); a dossier code or number of the result that is too long is refused. The validity is judged
/// for the day of approval. Errors: PackageInvalid (detail: the first violations, args: violations = their number;
/// names and places only, never values), FileUnreadable (args: path; a PDF or the schema), DiskFull,
/// FileUnwritable. Thread-safe.
Result<PackageFile> writePackage(const PackageInput &input, const QString &schemaFile, const QString &folder);

} // namespace sohoa
