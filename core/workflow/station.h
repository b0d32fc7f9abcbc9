// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/base/error.h"
#include "core/catalogue/catalogue.h"
#include "core/domain/batch.h"
#include "core/domain/dossier.h"
#include "core/domain/page.h"
#include "core/domain/page_source.h"
#include "core/quality/check.h"
#include "core/recognition/doubts.h"
#include "core/recognition/learned.h"
#include "core/report/campaign.h"
#include "core/signature/secret_bytes.h"
#include "core/workflow/station_types.h"

#include <QDate>
#include <QObject>
#include <QString>
#include <QStringList>

#include <functional>
#include <memory>
#include <optional>
#include <vector>

namespace sohoa {

/// Everything that one desk does, from the feeder to the receipt: the services of core behind one door. The window
/// and the command line stand on this and on nothing below it.
///
/// Threads: a Station lives in one thread with an event loop and is called only there. Its methods return at once
/// or within the time of a few disk writes; what takes longer (scanning, reading pages, sending) runs in helper
/// processes or by the event loop and is told by signals. The window keeps its Station in a thread of its own.
/// Every change is one transaction with its audit row; a method that fails has changed nothing.
class Station : public QObject {
    Q_OBJECT
public:
    /// Opens the store (and makes it, when the folder is new), loads the catalogue and takes up what a crash left:
    /// pages not yet recognized are read, stacks not yet sorted are sorted.
    /// Errors: StoreBusy, StoreNewer, StoreCorrupt, FileUnwritable, CatalogueInvalid, HelperMissing,
    /// VaultLocked.
    static Result<std::unique_ptr<Station>> open(const StationConfig &config, const Clock &clock);
    ~Station() override;

    const StationConfig &config() const;
    const Catalogue &catalogue() const;

    // Batches
    /// The batch of that name, made when there is none. Without a name: the newest open batch made today, or a new
    /// one named after day and time.
    Result<Batch> openBatch(const QString &name, const BatchDetails &details = {});
    /// The batch sheet of an open batch, as the clerk has corrected it: unlike in openBatch() every value is
    /// taken, empty ones too. StateForbids for a batch that is closed.
    Result<void> setBatchSheet(const BatchId &id, const BatchDetails &sheet);
    Result<std::vector<BatchSummary>> batches();
    Result<Batch> batch(const QString &nameOrId);
    /// Closes the batch and queues its approved dossiers; the others follow when they are approved and queued.
    Result<void> closeBatch(const BatchId &id);

    // Intake: one at a time
    /// Scans a new stack until the feeder is empty; one that was stopped in this batch is given up. `source` is
    /// taken over. Errors: StateForbids (something is running
    /// already). Then pageCaptured() for each page that is safe, at the end intakeEnded().
    Result<void> startScan(std::unique_ptr<PageSource> source, const ScanWish &wish, const BatchId &batch,
                           const IntakeOptions &options = {});
    /// Takes images and PDFs in, in the order given; folders stand for the images in them. As startScan()
    /// otherwise; files that cannot be read are named in the summary, the others are taken.
    Result<void> startImport(const QStringList &paths, const BatchId &batch, const IntakeOptions &options = {});
    /// Goes on with the stack of the batch that is not done (see openStack()), at the sheet where it stands, in
    /// the same batch and dossier. The sheet to put back first is StackRun::nextSheet. Of a stack in two passes
    /// whose fronts are in, the second pass; of one whose passes differed, the second pass once more. Errors:
    /// NothingToDo when there is none, StateForbids.
    Result<void> resumeScan(std::unique_ptr<PageSource> source, const ScanWish &wish, const BatchId &batch,
                            const IntakeOptions &options = {});
    /// What was fed stays as it is; the stack is not gone on with.
    Result<void> giveUpStack(const BatchId &batch);
    /// The stack of the batch that is stopped, or waits to be turned over.
    Result<std::optional<StackRun>> openStack(const BatchId &batch);
    /// The stacks of a batch with their ledgers, as they were begun.
    Result<std::vector<StackRun>> stacks(const BatchId &batch);
    /// The answer to nextPageAwaited() and flipAwaited(): the page lies on the glass, the turned stack in the
    /// feeder.
    void continueIntake();
    /// The other answer: that was the last page; the backs are fed another day (resumeScan()).
    void finishIntake();
    /// A page that was thought to be there twice ("refed") is none that is: the doubt is taken away.
    Result<void> confirmPage(const PageId &page);
    /// Replaces the page by what the source gives next: the new picture stands in its place, the old one is left
    /// out and kept. The page must be in a dossier that can be edited. As startScan() otherwise.
    Result<void> rescanPage(std::unique_ptr<PageSource> source, const ScanWish &wish, const PageId &page,
                            const IntakeOptions &options = {});
    /// Takes the pictures and PDFs that appear in a folder into the batch, see WatchOptions: each when it is
    /// whole, in order, once; originals go to "xong" in it when their rows are durable, damaged ones to "hỏng"
    /// with a text that says why. folderFileTaken(), folderFileFailed() and folderSettled() tell how it goes.
    /// Errors: StateForbids (one at a time), FileUnreadable, FileUnwritable, NotFound.
    Result<void> watchFolder(const QString &folder, const BatchId &batch, const WatchOptions &options = {});
    void stopWatching();
    bool isWatching() const;
    /// The folder that is remembered (WatchOptions::remember), to be watched again after a start; empty: none.
    Result<QString> watchedFolder();
    void cancelIntake();
    bool isTakingIn() const;
    /// Nothing running, every page recognized, every stack sorted.
    bool isIdle() const;
    /// Pages that are still to be read.
    int pagesWaiting() const;
    /// This page first: it is the one on the clerk's screen.
    void prefer(const PageId &page);

    // Looking
    Result<std::vector<DossierSummary>> dossiers(const DossierFilter &filter = {});
    Result<Dossier> dossier(const DossierId &id);
    /// All pages of a dossier in order, excluded ones too.
    Result<std::vector<Page>> pagesOf(const DossierId &id);
    /// All pages of a batch as fed.
    Result<std::vector<Page>> pagesOfBatch(const BatchId &id);
    Result<Page> page(const PageId &id);
    /// The best picture of a page there is now: the cleaned one, else the master.
    QString pictureOf(const Page &page) const;
    QString masterOf(const Page &page) const;
    /// Findings, lights and components for today.
    Result<DossierCheck> check(const DossierId &id);
    /// As parseSearchQuery() understands the query, the best first.
    Result<std::vector<SearchHit>> search(const QString &query, int limit = 50);
    /// Where on the dossier's pages the words of the query stand; pages without them are left out.
    Result<std::vector<PageHits>> hitsOf(const QString &query, const DossierId &id);

    /// What is worth a human look in the batch's dossiers in review, in the order in which to walk it: the least
    /// sure first, alike ones one behind the other. The first is the next thing to look at.
    Result<std::vector<Doubt>> doubts(const BatchId &batch);
    /// Those of one dossier, whatever its state, in the order of doubtsOf().
    Result<std::vector<Doubt>> doubtsOfDossier(const DossierId &id);
    /// Reads one place of the cleaned page again, as what is expected there: goes before everything else. `answer`
    /// is called in this thread, once, never from within. Errors: NotFound (no such page, nothing of it read yet,
    /// a box beside it); those of the page helper.
    void readZone(const PageId &page, const PixelBox &box, ZoneKind kind,
                  std::function<void(Result<ZoneText>)> answer);

    // Correcting; only in state review (StateForbids else)
    /// Sets what is given and leaves the rest. ProcedureUnknown, FieldUnknown, ValueInvalid.
    Result<Dossier> tag(const DossierId &id, const DossierTags &tags);
    /// The pages from `page` on become a new dossier, returned.
    Result<DossierId> split(const DossierId &id, const PageId &page);
    /// The pages of the others are appended to the first; the others disappear.
    Result<void> merge(const DossierId &first, const std::vector<DossierId> &others);
    /// The page goes to the end of the dossier, or to `position`.
    Result<void> movePage(const PageId &page, const DossierId &to, std::optional<int> position = {});
    /// Turns the page by 90, 180 or 270 degrees clockwise from how it is shown now, and reads it again.
    Result<void> rotatePage(const PageId &page, int degrees);
    /// Keeps just `box` of the page (in pixels of the turned and deskewed master, see PageReading::crop), or
    /// leaves the crop to the stages again, and reads it anew. The clerk's crop goes along when the page is
    /// turned, and stays whenever it is read again. ValueInvalid for a box beside the page, NothingToDo for an
    /// unread page.
    Result<void> cropPage(const PageId &page, const std::optional<PixelBox> &box);
    Result<void> excludePage(const PageId &page, bool excluded = true);
    /// How these dossiers stand now; one that does not exist is left out.
    Result<DossierSnapshot> snapshot(const std::vector<DossierId> &ids);
    /// Undo and redo: takes the dossiers of `from`, as they stood after a correction, to how `to` says they stood
    /// at another moment; those that are only in `to` are made again, those that are not in it disappear.
    /// StateForbids (args: state) when one is no longer in review, or (state "changed") when pages came or went
    /// meanwhile.
    Result<void> restore(const DossierSnapshot &from, const DossierSnapshot &to);

    /// The clerk's answer to a doubt: its proposal, one of its alternatives, or another of the kind that DoubtKind
    /// says. Then it is settled and doubts() has it no more. ValueInvalid for an answer of another kind.
    Result<void> settleDoubt(const Doubt &doubt, const QString &answer);

    // Approving and sending
    /// Writes the PDFs and the package. FindingsBlock (args: rules) when a blocking finding stands; overrides
    /// (rule to reason) overrule warnings. OverrideForbidden for a rule that nobody may overrule.
    Result<void> approve(const DossierId &id, const QMap<QString, QString> &overrides = {});
    /// approved or rejected → review, as a new revision.
    Result<void> reopen(const DossierId &id);
    /// Signs the PDFs of approved dossiers that are not queued yet, one dossier after the other, and packs them
    /// anew; a dossier is signed whole or not at all. The PIN is used once and held by a helper process alone. A
    /// token that fails ends the batch at that dossier; start again with what is left. Errors: StateForbids
    /// (signing already), HelperMissing. Then dossierSigned() for each, at the end signingEnded().
    Result<void> startSigning(const SigningRequest &request, SecretBytes pin);
    /// Ends the batch after the dossier that is being signed.
    void cancelSigning();
    bool isSigning() const;
    /// PDFs, texts and the record as files below `folder`/<dossier code>; the paths written.
    Result<QStringList> exportDossier(const DossierId &id, const QString &folder);
    /// approved → queued, for one batch or all; how many were queued.
    Result<int> queueApproved(const std::optional<BatchId> &batch = {});
    Result<std::vector<OutboxRow>> outbox(const OutboxFilter &filter = {});
    /// Starts to send what is queued, and what is queued while it runs; outboxChanged() tells how it goes,
    /// syncEnded() when nothing is left that can be done now. What was handed over elsewhere is not sent again:
    /// only its receipt is asked for. Errors: NoTarget, TargetUnknown, OutsideHours (args: from), StateForbids
    /// (sending already).
    Result<void> startSync(const SyncWish &wish = {});
    void stopSync();
    bool isSyncing() const;
    /// Stops what is in flight and keeps the run; nothing is lost.
    void pauseSync();
    void resumeSync();
    Result<SyncStatus> syncStatus();
    Result<SyncSettings> syncSettings();
    /// Takes effect at once. ValueInvalid (args: field "hours" or "rate").
    Result<void> setSyncSettings(const SyncSettings &settings);
    /// What failed is tried again at once; what was handed over without an answer is handed over again.
    Result<void> retry(const DossierId &id);

    // Figures
    Result<Report> report(const QDate &from, const QDate &to, ReportBy by);
    Result<StandingCounts> standing();
    Result<Campaign> campaign();
    /// ValueInvalid (args: field) for what makes no sense.
    Result<void> setCampaign(const Campaign &campaign);

    // Who works where
    /// Takes effect at once, for what is done from now on, and at every next start. An empty name leaves the one
    /// of the computer's login.
    Result<void> setDesk(const DeskIdentity &desk);

    // Targets, catalogue, house-keeping
    Result<void> addTarget(const TargetSettings &target);
    Result<std::vector<TargetSettings>> targets();
    Result<void> removeTarget(const QString &name);
    /// Procedures from a CSV file, beside those that ship; how many there are in the file.
    Result<int> importProcedures(const QString &path);
    /// Any table of the catalogue (procedures, kinds of papers, field labels, agencies) from a CSV file; its
    /// columns say which; how many rows it has. Rows with a known key replace what is there. CatalogueInvalid
    /// (args: file, row, column, detail) takes nothing.
    Result<int> importCatalogue(const QString &path);
    /// What was learned from approved dossiers and raises or lowers proposals here.
    Result<std::vector<LearnedValue>> learned();
    /// Forgets it, one kind or all; how many values.
    Result<int> clearLearned(const std::optional<LearnedKind> &kind);
    Result<std::vector<StoreFinding>> fsck(bool repair);
    Result<void> backup(const QString &folder);
    /// Puts a backup in the place of a store that nobody has open; what the store held is kept. `evenDamaged`:
    /// also one of which fsck complains. Errors: VaultLocked, FileUnreadable (args: path) when there is no backup,
    /// StoreBusy, StoreNewer, StoreCorrupt, DiskFull, FileUnwritable.
    static Result<StoreRestore> restoreStore(const QString &backup, const QString &storeFolder, const Clock &clock,
                                             bool evenDamaged = false);

Q_SIGNALS:
    /// The page is safe: file and row are durable.
    void pageCaptured(const sohoa::Page &page);
    /// Cleaned, recognized, flagged, moved, turned…
    void pageChanged(const sohoa::PageId &page);
    void intakeProgress(const sohoa::IntakeProgress &progress);
    /// Nothing lies in the feeder yet; the scan begins when something does (ScanWish::waitForPaper).
    void paperAwaited();
    /// IntakeOptions::pageByPage: another page? Answered by continueIntake() or finishIntake().
    void nextPageAwaited(int pages);
    /// IntakeOptions::twoPass: so many fronts are in; answered likewise once the stack is turned over.
    void flipAwaited(int fronts);
    void folderFileTaken(const sohoa::FileTaken &file);
    void folderFileFailed(const sohoa::FileFailure &failure);
    /// All files there are dealt with, none is on its way. Again after each look into the folder.
    void folderSettled();
    /// The feeder is empty or the files are in (their pages may still be read): see isIdle().
    void intakeEnded(const sohoa::IntakeSummary &summary);
    /// Dossiers of the batch were made, changed, split, merged, moved on.
    void dossiersChanged(const sohoa::BatchId &batch);
    void dossierSigned(const sohoa::DossierId &dossier);
    void signingEnded(const sohoa::SigningSummary &summary);
    void outboxChanged();
    void syncEnded(const std::optional<sohoa::Error> &error);
    /// Everything that was taken in is recognized and sorted.
    void idle();
    /// Something went wrong that no call was waiting for.
    void failed(const sohoa::Error &error);

private:
    struct Parts;
    explicit Station(std::unique_ptr<Parts> parts);

    Result<void> sortAll();
    /// Sorts the batch unless pages are still coming in or to be read.
    Result<void> sortWhenRead(const BatchId &batch);
    void takeReading(const PageId &page);
    void settle(const BatchId &batch);
    Result<BatchId> batchOf(const DossierId &id);
    /// Tells that dossiers of the batch have changed, when `result` says so.
    template <class T> Result<T> changed(const BatchId &batch, Result<T> result);

    std::unique_ptr<Parts> m_parts;
};

} // namespace sohoa
