// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/dates.h"
#include "core/base/error.h"
#include "core/base/units.h"
#include "core/domain/ids.h"
#include "core/domain/validity.h"

#include <QMap>
#include <QString>
#include <QStringList>

#include <optional>
#include <vector>

namespace sohoa {

enum class DossierState { Draft, Review, Approved, Queued, Sent, Accepted, Rejected };

/// Where a value comes from. A value set by the clerk is never overwritten by a recomputation.
enum class FieldOrigin { Ocr, Qr, Barcode, Rule, Clerk, Catalogue };

/// A value with its provenance.
struct FieldValue {
    QString value;         ///< NFC; dates in ISO form, partly known dates as written ("1975", "1975-03").
    double confidence = 0; ///< 0..1; a clerk's value has 1.
    PageId page;           ///< Null when it stands on no page.
    PixelBox box;          ///< In the cleaned page; empty when unknown.
    FieldOrigin origin = FieldOrigin::Ocr;
    QString read = {}; ///< What the reader had made of it, when a rule corrected it; empty otherwise.
    friend bool operator==(const FieldValue &, const FieldValue &) = default;
};

/// Field ids to values. Summary keys of the contracts (number, issue_date, agency, person_name, personal_id,
/// birth_date, dossier_code, abstract) and the document type's own fields.
using Fields = QMap<QString, FieldValue>;

/// The eight summary keys in the order in which they are shown.
const QStringList &summaryFields();

enum class DocumentKind { Result, Component, Process, Identity };

/// One logical paper of a dossier: consecutive pages.
struct Document {
    DocumentId id;
    QString typeId; ///< id in doc_types; empty when not recognized.
    QString title;  ///< As printed, or the type's title.
    DocumentKind kind = DocumentKind::Component;
    double confidence = 0; ///< Of the type, 0..1.
    std::vector<PageId> pages;
    Fields fields;
};

/// A paper the procedure asks for, and whether it is there.
struct ComponentStatus {
    QString name;
    bool required = false;
    bool present = false;
    QString documentTypeId;
    std::vector<PageId> pages;
};

struct ProcedureChoice {
    QString code; ///< "1.001193"; empty when none.
    QString name;
    double confidence = 0; ///< 0..1; chosen by the clerk: 1.
    FieldOrigin origin = FieldOrigin::Rule;
};

enum class Severity { Info, Warning, Blocking };

/// One finding of the quality gate. The sentence lives in ui (by rule and args).
struct Finding {
    QString rule; ///< Id of the quality rules: "LIVE-01", "FULL-06".
    Severity severity = Severity::Warning;
    QMap<QString, QString> args;
    std::optional<PageId> page;
    QString field;
    QString overrideReason;              ///< Set when a clerk overruled it.
    std::optional<DossierId> other = {}; ///< The dossier it is compared with (duplicates, newer papers).
};

/// Everything filed for one request of one applicant under one procedure.
struct Dossier {
    DossierId id;
    BatchId batch;
    int position = 0; ///< In the batch.
    int revision = 1;
    DossierState state = DossierState::Draft;
    ProcedureChoice procedure;
    QString documentTypeId; ///< Of the result, or of the first document when there is no result.
    Fields fields;
    Validity validity;
    bool validityByClerk = false;
    std::vector<Document> documents;
    std::vector<PageId> pages;        ///< All pages in order, excluded ones too.
    QMap<QString, QString> overrides; ///< Rule id to the clerk's reason.
    std::optional<PackageId> package;
    Instant createdAt;
    Instant changedAt;
    QString boundary; ///< Why it begins where it begins: "qr", "receipt", "patch", "layout", "start", "clerk".
    double boundaryConfidence = 1; ///< That it does, 0..1; 1: the clerk says so.

    QString value(const QString &field) const { return fields.value(field).value; }
};

/// The transitions of the contracts; nothing else is legal.
bool mayChange(DossierState from, DossierState to);

QString toString(DossierState state);
QString toString(FieldOrigin origin);
QString toString(DocumentKind kind);
/// "info", "warning", "blocking".
QString toString(Severity severity);
std::optional<DossierState> dossierStateFromString(const QString &text);
std::optional<FieldOrigin> fieldOriginFromString(const QString &text);
std::optional<DocumentKind> documentKindFromString(const QString &text);

} // namespace sohoa
