// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/dates.h"
#include "core/base/error.h"
#include "core/domain/batch.h"
#include "core/domain/dossier.h"
#include "core/domain/master_format.h"
#include "core/domain/page.h"
#include "core/domain/stack_run.h"
#include "core/domain/sync_status.h"
#include "core/ocr/zone.h"
#include "core/quality/check.h"
#include "core/signature/sign_messages.h"
#include "core/signature/signature_inspection.h"

#include <QMap>
#include <QMetaType>
#include <QString>
#include <QStringList>

#include <functional>
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
    QString signHelperProgram = {};           ///< sohoa-sign-helper
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
    QString operatorName = {};
};

struct BatchSummary {
    Batch batch;
    int pages = 0;
    QMap<DossierState, int> dossiers; ///< How many in each state.
};

struct IntakeOptions {
    bool oneDossier = false;               ///< All pages become one dossier, whatever they say.
    std::optional<Dpi> dpi;                ///< For files that do not say.
    std::optional<int> expectedPages = {}; ///< Of the whole stack, whatever faults cut it into.
    MasterFormat masters = {};             ///< Scanning.
    /// Scanning from the glass: after each page it is asked whether another one comes (Station::nextPageAwaited).
    bool pageByPage = false;
    /// A feeder that reads one side: fronts, then the turned stack (Station::flipAwaited).
    bool twoPass = false;
    PassOrder backOrder = PassOrder::Reversed;
    /// Importing: a file whose bytes were taken in before under this wish is left out.
    bool eachFileOnce = false;
    bool stopAtFailure = false; ///< Importing: files behind one that cannot be read are left for another time.
};

/// How a folder is watched.
struct WatchOptions {
    int pollMs = 2'000;
    /// A file is taken when size and time of change have stayed the same for so long.
    int settleMs = 4'000;
    /// So long a settled file that cannot be read may still be on its way; then it is put aside as damaged.
    int patienceMs = 60'000;
    bool remember = false; ///< Until stopWatching(): Station::watchedFolder() has it at the next start.
    /// The words for the text beside a damaged file; without it the log's line.
    std::function<QString(const Error &)> explain = {};
    IntakeOptions intake = {};
};

struct IntakeProgress {
    int captured = 0;         ///< Pages safe.
    std::optional<int> total; ///< When known (files, expected count).
    int read = 0;             ///< Pages recognized.
    Ledger ledger = {};       ///< Of the stack that is being scanned.
};

struct FileFailure {
    QString path;
    Error error;
};

/// A page that looks like one that is there already: fed again after a fault. It is kept, with the suspect reason
/// "refed", until somebody says which of the two to leave out (Station::excludePage), or that both are right
/// (Station::confirmPage).
struct RefedPage {
    PageId page;
    PageId like;
    int sheet = 0; ///< Number of the sheet, as it was fed first.
};

struct FileTaken {
    QString path;
    int pages = 0; ///< 0: its bytes were taken before.
};

struct IntakeSummary {
    BatchId batch;
    std::vector<PageId> pages;         ///< In feeding order; when a stack was resumed, those that came since.
    std::optional<int> expected;       ///< What was announced; differs from what is there: something is missing.
    std::optional<Error> error;        ///< Why it stopped early; of a scan with args "sheet" and "last".
    std::vector<FileFailure> failures; ///< Files that could not be taken in.
    std::vector<FileTaken> files;      ///< Files that were.
    std::optional<StackRun> stack;     ///< Scanning: the whole stack, with its ledger.
    std::vector<RefedPage> refed;
    bool halfSheetMended = false; ///< The front of half a sheet came again and was recognized as the one there is.

    /// What was announced and what is there, over all starts of the stack.
    bool countsAgree() const
    {
        const int stored = stack ? stack->ledger.stored : static_cast<int>(pages.size());
        return !expected || *expected == stored;
    }
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
    std::optional<PixelBox> clerkCrop = {};
};

/// How some dossiers and their pages stood at one moment: what undo goes back to.
struct DossierSnapshot {
    std::vector<Dossier> dossiers;
    std::vector<PageStanding> pages;
};

/// What was read where the clerk drew a box.
struct ZoneText {
    QString text;          ///< NFC, one printed line; empty: nothing was read there.
    PixelBox box;          ///< Around what was read, in the cleaned page.
    double confidence = 0; ///< 0..1
};

struct SearchHit {
    DossierSummary dossier;
    QString snippet; ///< Hits between U+2068 and U+2069.
    bool inForce = false;
    ValidityStatus validity = ValidityStatus::Unknown; ///< Today.
};

/// What was looked for, on one page.
struct PageHits {
    PageId page;
    std::vector<PixelBox> boxes; ///< In the cleaned page, in reading order.
};

/// Which dossiers are to be signed, and with what.
struct SigningRequest {
    std::vector<DossierId> dossiers;
    SigningKey key;
    SignatureRole role = SignatureRole::Officer;
    QString agency = {};       ///< In whose name; empty: as the station, else the certificate's organisation.
    QString timestampUrl = {}; ///< http or https; empty: no timestamps.
};

struct SigningFailure {
    DossierId dossier;
    Error error;
};

struct SigningSummary {
    std::vector<DossierId> signedDossiers;
    std::vector<DossierId> signedBefore; ///< By this role: nothing was to be done.
    std::vector<SigningFailure> failures;
    std::vector<DossierId> left; ///< Not tried: start again with these when `error` is mended.
    std::optional<Error> error;  ///< Why the batch ended early.
};

struct TargetSettings {
    QString name;
    QString url; ///< tus+https://…, tus+http://127.0.0.1…, folder:PATH
    QString tokenFile;
    QString caFile;
    QString clientCertificate;
};

/// What a run of sending is to do.
struct SyncWish {
    QString target = {};      ///< Empty: the only one.
    bool watch = false;       ///< Go on for ever.
    bool awaitHours = false;  ///< Outside of the hours for sending: wait for them instead of ending.
    bool ignoreHours = false; ///< This once.
};

/// How much of the line sending may take.
struct SyncSettings {
    std::optional<int> kilobytesPerSecond = {}; ///< At least 8; nothing: no limit.
    QString hours = {};                         ///< "18:00-07:00"; empty: always.
    friend bool operator==(const SyncSettings &, const SyncSettings &) = default;
};

/// Which rows of the outbox a list wants: so many of each state at most, the newest.
struct OutboxFilter {
    int limitPerState = -1;
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
    QString reasonField; ///< The first field that a reason names, by our own id ("issue_date"); empty: none.
};

struct StoreFinding {
    QString kind;  ///< Stable word: "missing-file", "altered-file", "audit-chain", …
    QString place; ///< File or row.
    QString detail;
    bool repaired = false;
};

/// What became of a backup that was to take the store's place.
struct StoreRestore {
    bool restored = false;              ///< False: the backup is damaged, the store is as it was.
    int files = 0;                      ///< Copied beside the database.
    qint64 bytes = 0;                   ///< Copied.
    std::vector<StoreFinding> findings; ///< What is wrong with the backup.
    QString keptIn;                     ///< Where what the store held is kept; empty when it held nothing.
};

} // namespace sohoa

Q_DECLARE_METATYPE(sohoa::Page)
Q_DECLARE_METATYPE(sohoa::PageId)
Q_DECLARE_METATYPE(sohoa::BatchId)
Q_DECLARE_METATYPE(sohoa::DossierId)
Q_DECLARE_METATYPE(sohoa::IntakeProgress)
Q_DECLARE_METATYPE(sohoa::IntakeSummary)
Q_DECLARE_METATYPE(sohoa::FileTaken)
Q_DECLARE_METATYPE(sohoa::FileFailure)
Q_DECLARE_METATYPE(sohoa::SigningSummary)
Q_DECLARE_METATYPE(sohoa::SyncStatus)
