// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/dates.h"
#include "core/base/error.h"
#include "core/domain/batch.h"
#include "core/domain/dossier.h"
#include "core/domain/page.h"
#include "core/quality/check.h"

#include <QMap>
#include <QMetaType>
#include <QString>
#include <QStringList>

#include <optional>
#include <vector>

namespace sohoa {

struct StationConfig {
    QString storeFolder;
    QString catalogueFolder;                  ///< resources/catalogue
    QString packageSchema;                    ///< resources/schema/dossier.schema.json
    QString pageHelperProgram;                ///< sohoa-page-helper
    int pageHelpers = 0;                      ///< How many at once; 0: as many as cores.
    QString actor;                            ///< Who works: the audit trail's "who".
    QString stationName;                      ///< This computer's name in packages.
    QString agency;                           ///< The agency whose desk this is, printed name.
    QString language = QStringLiteral("vie"); ///< Tesseract's name.
};

/// Who works at this desk, as kept in the store.
struct DeskIdentity {
    QString agency;       ///< Printed name of the agency whose desk this is.
    QString operatorName; ///< Empty: the login name of the computer.
    friend bool operator==(const DeskIdentity &, const DeskIdentity &) = default;
};

/// The batch sheet; empty values leave what is there.
struct BatchDetails {
    QString agency;
    QString place;
    QString note;
    std::optional<int> expectedPages;
};

struct BatchSummary {
    Batch batch;
    int pages = 0;
    QMap<DossierState, int> dossiers; ///< How many in each state.
};

struct IntakeOptions {
    bool oneDossier = false; ///< All pages become one dossier, whatever they say.
    std::optional<Dpi> dpi;  ///< For files that do not say.
    std::optional<int> expectedPages = {};
};

struct IntakeProgress {
    int captured = 0;         ///< Pages safe.
    std::optional<int> total; ///< When known (files, expected count).
    int read = 0;             ///< Pages recognized.
};

struct FileFailure {
    QString path;
    Error error;
};

struct IntakeSummary {
    BatchId batch;
    std::vector<PageId> pages;         ///< In feeding order.
    std::optional<int> expected;       ///< What was announced; differs from pages.size(): something is missing.
    std::optional<Error> error;        ///< Why it stopped early.
    std::vector<FileFailure> failures; ///< Files that could not be taken in.
};

struct DossierFilter {
    std::optional<BatchId> batch = {};
    std::optional<DossierState> state = {};
    int limit = 10'000;
    int offset = 0;
};

/// A row of a list.
struct DossierSummary {
    DossierId id;
    BatchId batch;
    QString batchName;
    int position = 0;
    DossierState state = DossierState::Draft;
    int revision = 1;
    QString dossierCode;
    QString procedureCode;
    QString procedureName;
    QString personName;
    QString number;
    int pages = 0;
    Instant changedAt;
};

/// What the quality gate says of a dossier today.
struct DossierCheck {
    std::vector<Finding> findings;
    Lights lights;
    std::vector<ComponentStatus> components;
};

/// Where on the dossier's pages a value stands.
struct FieldPlace {
    PageId page;
    PixelBox box; ///< In the cleaned page.
    friend bool operator==(const FieldPlace &, const FieldPlace &) = default;
};

/// What the clerk sets; nothing where the value stays.
struct DossierTags {
    std::optional<QString> procedureCode = {};
    QMap<QString, QString> fields;        ///< Field id to value; an empty value takes the field away.
    QMap<QString, FieldPlace> places;     ///< Of those of `fields` that were taken from a page.
    std::optional<QString> validity = {}; ///< As parseValidity() takes it.
};

/// A page as the clerk left it.
struct PageStanding {
    PageId page;
    bool excluded = false;
    std::optional<int> clerkRotation;
};

/// How some dossiers and their pages stood at one moment: what undo goes back to.
struct DossierSnapshot {
    std::vector<Dossier> dossiers;
    std::vector<PageStanding> pages;
};

struct SearchHit {
    DossierSummary dossier;
    QString snippet; ///< Hits between U+2068 and U+2069.
    bool inForce = false;
};

struct TargetSettings {
    QString name;
    QString url; ///< tus+https://…, tus+http://127.0.0.1…, folder:PATH
    QString tokenFile;
    QString caFile;
    QString clientCertificate;
};

/// One package on its way.
struct OutboxRow {
    DossierSummary dossier;
    PackageId package;
    QString target; ///< Empty: queued, not bound to a target yet.
    qint64 bytes = 0;
    qint64 bytesSent = 0;
    int attempts = 0;
    std::optional<Instant> nextAttempt;
    std::optional<Error> lastError;
    QString receiptStatus; ///< accepted, rejected, pending; empty: none yet
    QString repositoryId;
    QStringList reasons; ///< Of a rejection: "code: message (field)".
};

struct StoreFinding {
    QString kind;  ///< Stable word: "missing-file", "altered-file", "audit-chain", …
    QString place; ///< File or row.
    QString detail;
    bool repaired = false;
};

} // namespace sohoa

Q_DECLARE_METATYPE(sohoa::Page)
Q_DECLARE_METATYPE(sohoa::PageId)
Q_DECLARE_METATYPE(sohoa::BatchId)
Q_DECLARE_METATYPE(sohoa::DossierId)
Q_DECLARE_METATYPE(sohoa::IntakeProgress)
Q_DECLARE_METATYPE(sohoa::IntakeSummary)
