// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workflow/station.h"

#include "core/store/backup.h"
#include "core/store/fsck.h"
#include "core/workflow/approval_service.h"
#include "core/workflow/catalogue_service.h"
#include "core/workflow/dossier_service.h"
#include "core/workflow/doubt_service.h"
#include "core/workflow/handover_service.h"
#include "core/workflow/intake_service.h"
#include "core/workflow/reading_service.h"
#include "core/workflow/signing_service.h"
#include "core/workflow/sorting_service.h"
#include "core/workflow/station_context.h"
#include "core/workflow/undo_service.h"
#include "core/workflow/watch_service.h"

#include <QDateTime>
#include <QFileInfo>
#include <QJsonObject>
#include <QSet>

#include <utility>

namespace sohoa {

using namespace Qt::StringLiterals;

namespace {

const QLatin1String identityKey("desk");

Result<DeskIdentity> readIdentity(SettingsRepository settings)
{
    return settings.get(identityKey).map([](const std::optional<QJsonValue> &value) {
        const QJsonObject json = value ? value->toObject() : QJsonObject();
        return DeskIdentity{json.value(u"agency").toString(), json.value(u"operator").toString()};
    });
}

void applyIdentity(StationConfig &config, const DeskIdentity &identity)
{
    if (!identity.agency.isEmpty())
        config.agency = identity.agency;
    if (!identity.operatorName.isEmpty())
        config.actor = identity.operatorName;
}

} // namespace

struct Station::Parts {
    Parts(const StationConfig &config, const Clock &clock, std::unique_ptr<Store> store, Catalogue catalogue)
        : context{config, clock, std::move(store), std::move(catalogue)}
        , reading(context)
        , intake(context, reading)
        , watch(context, intake)
        , sorting(context)
        , dossiers(context, reading, sorting)
        , doubts(context, dossiers)
        , undo(context, reading)
        , approval(context, dossiers)
        , signing(context)
        , handover(context)
    {
    }

    StationContext context;
    ReadingService reading;
    IntakeService intake;
    WatchService watch;
    SortingService sorting;
    DossierService dossiers;
    DoubtService doubts;
    UndoService undo;
    ApprovalService approval;
    SigningService signing;
    HandoverService handover;
};

Result<std::unique_ptr<Station>> Station::open(const StationConfig &config, const Clock &clock)
{
    if (config.pageHelperProgram.isEmpty() || !QFileInfo(config.pageHelperProgram).isExecutable())
        return fail(ErrorCode::HelperMissing, config.pageHelperProgram, {{u"program"_s, u"sohoa-page-helper"_s}});
    auto store = Store::open(config.storeFolder, clock);
    if (!store)
        return fail(store.error());
    StationConfig desk = config;
    const auto identity = readIdentity((*store)->settings());
    if (!identity)
        return fail(identity.error());
    applyIdentity(desk, *identity);
    (*store)->database().setActor(desk.actor);
    auto catalogue = loadCatalogue(config.catalogueFolder, **store);
    if (!catalogue)
        return fail(catalogue.error());
    std::unique_ptr<Station> station(
        new Station(std::make_unique<Parts>(desk, clock, std::move(*store), std::move(*catalogue))));
    if (auto resumed = station->m_parts->reading.resume(); !resumed)
        return fail(resumed.error());
    // What was read but not sorted when the last run ended is sorted now, before anybody looks.
    if (auto sorted = station->sortAll(); !sorted)
        return fail(sorted.error());
    return station;
}

Station::Station(std::unique_ptr<Parts> parts)
    : m_parts(std::move(parts))
{
    qRegisterMetaType<Page>();
    qRegisterMetaType<PageId>();
    qRegisterMetaType<BatchId>();
    qRegisterMetaType<IntakeProgress>();
    qRegisterMetaType<IntakeSummary>();
    qRegisterMetaType<SigningSummary>();
    qRegisterMetaType<Error>();
    qRegisterMetaType<std::optional<Error>>();

    ReadingService &reading = m_parts->reading;
    IntakeService &intake = m_parts->intake;
    HandoverService &handover = m_parts->handover;
    connect(&intake, &IntakeService::pageCaptured, this, &Station::pageCaptured);
    connect(&intake, &IntakeService::progress, this, &Station::intakeProgress);
    connect(&intake, &IntakeService::ended, this, [this](const IntakeSummary &summary) {
        Q_EMIT intakeEnded(summary);
        settle(summary.batch);
    });
    connect(&intake, &IntakeService::paperAwaited, this, &Station::paperAwaited);
    connect(&intake, &IntakeService::nextPageAwaited, this, &Station::nextPageAwaited);
    connect(&intake, &IntakeService::flipAwaited, this, &Station::flipAwaited);
    const WatchService &watch = m_parts->watch;
    connect(&watch, &WatchService::fileTaken, this, &Station::folderFileTaken);
    connect(&watch, &WatchService::fileFailed, this, &Station::folderFileFailed);
    connect(&watch, &WatchService::failed, this, &Station::failed);
    connect(&watch, &WatchService::settled, this, [this] {
        settle(m_parts->watch.batch());
        Q_EMIT folderSettled();
    });
    connect(&reading, &ReadingService::failed, this, &Station::failed);
    connect(&reading, &ReadingService::pageLeft, this, &Station::settle);
    connect(&reading, &ReadingService::pageRead, this, [this](const PageId &page, const BatchId &batch) {
        Q_EMIT pageChanged(page);
        takeReading(page);
        settle(batch);
    });
    connect(&m_parts->signing, &SigningService::dossierSigned, this,
            [this](const DossierId &dossier, const BatchId &batch) {
                Q_EMIT dossierSigned(dossier);
                Q_EMIT dossiersChanged(batch);
            });
    connect(&m_parts->signing, &SigningService::ended, this, &Station::signingEnded);
    connect(&handover, &HandoverService::changed, this, &Station::outboxChanged);
    connect(&handover, &HandoverService::dossiersChanged, this, &Station::dossiersChanged);
    connect(&handover, &HandoverService::ended, this, &Station::syncEnded);
}

Station::~Station() = default;

const StationConfig &Station::config() const
{
    return m_parts->context.config;
}

const Catalogue &Station::catalogue() const
{
    return m_parts->context.catalogue;
}

// Sorting

Result<void> Station::sortAll()
{
    const auto batches = m_parts->context.store->batches().all();
    if (!batches)
        return fail(batches.error());
    for (const Batch &batch : *batches)
        if (auto sorted = sortWhenRead(batch.id); !sorted)
            return sorted;
    return {};
}

Result<void> Station::sortWhenRead(const BatchId &batch)
{
    if (m_parts->intake.batch() == batch || m_parts->watch.expectsMoreFor(batch))
        return {};
    // Fronts without their backs are in no order yet.
    const auto open = m_parts->context.store->stacks().openOf(batch);
    if (!open)
        return fail(open.error());
    if (*open && (*open)->twoPass)
        return {};
    const auto unread = m_parts->context.store->pages().pendingPages();
    if (!unread)
        return fail(unread.error());
    for (const Page &page : *unread)
        if (page.batch == batch)
            return {};
    const auto sorted = m_parts->sorting.sort(batch);
    if (!sorted)
        return fail(sorted.error());
    if (*sorted)
        Q_EMIT dossiersChanged(batch);
    return {};
}

void Station::takeReading(const PageId &id)
{
    // A page that is already in a dossier was read again (turned by the clerk): what it says may have changed.
    const auto page = m_parts->context.store->pages().find(id, PageDetail::Light);
    if (!page || !page->dossier)
        return;
    const auto dossier = m_parts->context.store->dossiers().find(*page->dossier);
    if (!dossier || dossier->state != DossierState::Review)
        return;
    if (auto proposed = m_parts->sorting.proposeAnew(*page->dossier); !proposed)
        Q_EMIT failed(proposed.error());
    else
        Q_EMIT dossiersChanged(page->batch);
}

void Station::settle(const BatchId &batch)
{
    if (auto sorted = sortWhenRead(batch); !sorted)
        Q_EMIT failed(sorted.error());
    if (isIdle())
        Q_EMIT idle();
}

// Batches

Result<Batch> Station::openBatch(const QString &name, const BatchDetails &details)
{
    BatchRepository batches = m_parts->context.store->batches();
    const Instant now = m_parts->context.clock.now();
    const QString wanted = name.isEmpty() ? now.vietnamDate().toString(u"yyyy-MM-dd"_s) : name;
    const auto known = batches.findByName(wanted);
    if (!known)
        return fail(known.error());
    if (*known && ((*known)->state == BatchState::Open || !name.isEmpty()))
        return **known;
    Batch batch;
    batch.id = BatchId::make(m_parts->context.clock);
    batch.name = *known ? wanted + now.toVietnamTime().mid(10, 9) : wanted;
    batch.agency = details.agency.isEmpty() ? config().agency : details.agency;
    batch.place = details.place;
    batch.note = details.note;
    batch.operatorName = config().actor;
    batch.expectedPages = details.expectedPages;
    batch.createdAt = now;
    if (auto created = batches.create(batch); !created)
        return fail(created.error());
    return batch;
}

Result<std::vector<BatchSummary>> Station::batches()
{
    Store &store = *m_parts->context.store;
    const auto all = store.batches().all();
    if (!all)
        return fail(all.error());
    std::vector<BatchSummary> summaries;
    for (const Batch &batch : *all) {
        BatchSummary summary;
        summary.batch = batch;
        const auto rows = store.dossiers().list({.batch = batch.id});
        const auto pages = store.pages().ofBatch(batch.id, PageDetail::Light);
        if (!rows || !pages)
            return fail(!rows ? rows.error() : pages.error());
        summary.pages = static_cast<int>(pages->size());
        for (const DossierRow &row : *rows)
            ++summary.dossiers[row.state];
        summaries.push_back(summary);
    }
    return summaries;
}

Result<Batch> Station::batch(const QString &nameOrId)
{
    BatchRepository batches = m_parts->context.store->batches();
    const auto named = batches.findByName(nameOrId);
    if (!named)
        return fail(named.error());
    if (*named)
        return **named;
    if (const auto id = BatchId::fromString(nameOrId))
        return batches.find(*id);
    return fail(ErrorCode::NotFound, u"batch"_s, {{u"what"_s, u"batch"_s}, {u"id"_s, nameOrId}});
}

Result<void> Station::closeBatch(const BatchId &id)
{
    Store &store = *m_parts->context.store;
    auto closed = store.database().transaction([&]() -> Result<void> {
        if (auto set = store.batches().setState(id, BatchState::Closed); !set)
            return set;
        if (auto queued = m_parts->handover.queueApproved(id); !queued)
            return fail(queued.error());
        return {};
    });
    if (closed) {
        Q_EMIT dossiersChanged(id);
        Q_EMIT outboxChanged();
    }
    return closed;
}

// Intake

Result<void> Station::startScan(std::unique_ptr<PageSource> source, const ScanWish &wish, const BatchId &batch,
                                const IntakeOptions &options)
{
    return m_parts->intake.startScan(std::move(source), wish, batch, options);
}

Result<void> Station::startImport(const QStringList &paths, const BatchId &batch, const IntakeOptions &options)
{
    return m_parts->intake.startImport(paths, batch, options);
}

Result<void> Station::resumeScan(std::unique_ptr<PageSource> source, const ScanWish &wish, const BatchId &batch,
                                 const IntakeOptions &options)
{
    const auto open = openStack(batch);
    if (!open)
        return fail(open.error());
    if (auto begun = m_parts->intake.resumeScan(std::move(source), wish, batch, options); !begun)
        return begun;
    // Nothing comes before the event loop is reached again.
    if ((*open)->dossier || (*open)->twoPass)
        return {};
    const auto last = m_parts->context.store->stacks().lastSides((*open)->id, (*open)->pass, 1);
    const auto reopened = !last           ? fail(last.error())
                          : last->empty() ? Result<bool>(false)
                                          : m_parts->sorting.reopenTail(last->front().page);
    if (!reopened)
        Q_EMIT failed(reopened.error());
    else if (*reopened)
        Q_EMIT dossiersChanged(batch);
    return {};
}

Result<void> Station::rescanPage(std::unique_ptr<PageSource> source, const ScanWish &wish, const PageId &page,
                                 const IntakeOptions &options)
{
    return m_parts->intake.rescan(std::move(source), wish, page, options);
}

Result<void> Station::confirmPage(const PageId &page)
{
    const auto known = m_parts->context.store->pages().find(page, PageDetail::Light);
    if (!known)
        return fail(known.error());
    QStringList reasons = known->suspect;
    reasons.removeAll(u"refed"_s);
    if (auto set = m_parts->context.store->pages().setSuspect(page, reasons); !set)
        return set;
    Q_EMIT pageChanged(page);
    return {};
}

Result<void> Station::giveUpStack(const BatchId &batch)
{
    if (auto given = m_parts->context.store->stacks().giveUp(batch); !given)
        return given;
    settle(batch);
    return {};
}

Result<std::optional<StackRun>> Station::openStack(const BatchId &batch)
{
    return m_parts->context.store->stacks().openOf(batch);
}

Result<std::vector<StackRun>> Station::stacks(const BatchId &batch)
{
    return m_parts->context.store->stacks().ofBatch(batch);
}

void Station::continueIntake()
{
    m_parts->intake.goOn();
}

void Station::finishIntake()
{
    m_parts->intake.finish();
}

Result<void> Station::watchFolder(const QString &folder, const BatchId &batch, const WatchOptions &options)
{
    return m_parts->watch.start(folder, batch, options);
}

void Station::stopWatching()
{
    if (!isWatching())
        return;
    m_parts->watch.stop();
    settle(m_parts->watch.batch()); // What it held back is sorted now.
}

bool Station::isWatching() const
{
    return m_parts->watch.isRunning();
}

void Station::cancelIntake()
{
    m_parts->intake.cancel();
}

bool Station::isTakingIn() const
{
    return m_parts->intake.isRunning();
}

bool Station::isIdle() const
{
    return !isTakingIn() && m_parts->reading.waiting() == 0;
}

int Station::pagesWaiting() const
{
    return m_parts->reading.waiting();
}

void Station::prefer(const PageId &page)
{
    m_parts->reading.prefer(page);
}

// Looking

DossierSummary summaryOf(const DossierRow &row, const QString &batchName)
{
    return {row.id,       row.batch,       batchName,         row.position,      row.state,
            row.revision, row.dossierCode, row.procedureCode, row.procedureName, row.personName,
            row.number,   row.pages,       row.changedAt};
}

Result<std::vector<DossierSummary>> Station::dossiers(const DossierFilter &filter)
{
    Store &store = *m_parts->context.store;
    const auto rows = store.dossiers().list({filter.batch, filter.state, filter.limit, filter.offset});
    const auto batches = store.batches().all();
    if (!rows || !batches)
        return fail(!rows ? rows.error() : batches.error());
    QHash<BatchId, QString> names;
    for (const Batch &batch : *batches)
        names.insert(batch.id, batch.name);
    std::vector<DossierSummary> summaries;
    for (const DossierRow &row : *rows)
        summaries.push_back(summaryOf(row, names.value(row.batch)));
    return summaries;
}

Result<Dossier> Station::dossier(const DossierId &id)
{
    auto dossier = m_parts->context.store->dossiers().find(id);
    if (dossier)
        dossier->validity = judged(dossier->validity, m_parts->context.today());
    return dossier;
}

Result<std::vector<Page>> Station::pagesOf(const DossierId &id)
{
    return m_parts->context.store->pages().ofDossier(id);
}

Result<std::vector<Page>> Station::pagesOfBatch(const BatchId &id)
{
    return m_parts->context.store->pages().ofBatch(id);
}

Result<Page> Station::page(const PageId &id)
{
    return m_parts->context.store->pages().find(id);
}

QString Station::pictureOf(const Page &page) const
{
    const QString cleaned = m_parts->context.store->pageImagePath(page.id);
    return page.reading && QFileInfo::exists(cleaned) ? cleaned : masterOf(page);
}

QString Station::masterOf(const Page &page) const
{
    return m_parts->context.store->spool().path(page.masterFile);
}

Result<DossierCheck> Station::check(const DossierId &id)
{
    return m_parts->dossiers.check(id);
}

Result<std::vector<Doubt>> Station::doubts(const BatchId &batch)
{
    return m_parts->doubts.doubts(batch);
}

Result<std::vector<SearchHit>> Station::search(const QString &query, int limit)
{
    Store &store = *m_parts->context.store;
    const auto found = store.search().search(query, limit);
    if (!found)
        return fail(found.error());
    std::vector<SearchHit> hits;
    for (const TextHit &hit : *found) {
        const auto dossier = this->dossier(hit.dossier);
        if (!dossier)
            return fail(dossier.error());
        const auto batch = store.batches().find(dossier->batch);
        if (!batch)
            return fail(batch.error());
        SearchHit row;
        row.dossier = {dossier->id,
                       dossier->batch,
                       batch->name,
                       dossier->position,
                       dossier->state,
                       dossier->revision,
                       dossier->value(u"dossier_code"_s),
                       dossier->procedure.code,
                       dossier->procedure.name,
                       dossier->value(u"person_name"_s),
                       dossier->value(u"number"_s),
                       static_cast<int>(dossier->pages.size()),
                       dossier->changedAt};
        row.snippet = hit.snippet;
        row.inForce = dossier->validity.status == ValidityStatus::InForce;
        hits.push_back(row);
    }
    return hits;
}

// Correcting

template <class T> Result<T> Station::changed(const BatchId &batch, Result<T> result)
{
    if (result)
        Q_EMIT dossiersChanged(batch);
    return result;
}

Result<BatchId> Station::batchOf(const DossierId &id)
{
    return m_parts->context.store->dossiers().find(id).map([](const Dossier &dossier) { return dossier.batch; });
}

Result<Dossier> Station::tag(const DossierId &id, const DossierTags &tags)
{
    auto dossier = m_parts->dossiers.tag(id, tags);
    return dossier ? changed(dossier->batch, dossier) : dossier;
}

Result<DossierId> Station::split(const DossierId &id, const PageId &page)
{
    const auto batch = batchOf(id);
    return batch ? changed(*batch, m_parts->dossiers.split(id, page)) : fail(batch.error());
}

Result<void> Station::merge(const DossierId &first, const std::vector<DossierId> &others)
{
    const auto batch = batchOf(first);
    return batch ? changed(*batch, m_parts->dossiers.merge(first, others)) : fail(batch.error());
}

Result<void> Station::movePage(const PageId &page, const DossierId &to, std::optional<int> position)
{
    const auto batch = batchOf(to);
    return batch ? changed(*batch, m_parts->dossiers.movePage(page, to, position)) : fail(batch.error());
}

Result<void> Station::rotatePage(const PageId &page, int degrees)
{
    const auto turned = m_parts->dossiers.rotatePage(page, degrees);
    if (!turned)
        return fail(turned.error());
    Q_EMIT pageChanged(page);
    return {};
}

Result<Report> Station::report(const QDate &from, const QDate &to, ReportBy by)
{
    return makeReport(m_parts->context.store->reports(), from, to, by);
}

Result<StandingCounts> Station::standing()
{
    return m_parts->context.store->reports().standing();
}

Result<Campaign> Station::campaign()
{
    return readCampaign(m_parts->context.store->settings());
}

Result<void> Station::setCampaign(const Campaign &campaign)
{
    return writeCampaign(m_parts->context.store->settings(), campaign);
}

Result<void> Station::setDesk(const DeskIdentity &desk)
{
    Store &store = *m_parts->context.store;
    auto set = store.settings().set(identityKey,
                                    QJsonObject{{u"agency"_s, desk.agency}, {u"operator"_s, desk.operatorName}});
    if (!set)
        return set;
    applyIdentity(m_parts->context.config, desk);
    store.database().setActor(m_parts->context.config.actor);
    return {};
}

Result<DossierSnapshot> Station::snapshot(const std::vector<DossierId> &ids)
{
    return m_parts->undo.snapshot(ids);
}

Result<void> Station::restore(const DossierSnapshot &from, const DossierSnapshot &to)
{
    const auto turned = m_parts->undo.restore(from, to);
    if (!turned)
        return fail(turned.error());
    QSet<BatchId> batches;
    for (const Dossier &dossier : to.dossiers)
        batches.insert(dossier.batch);
    for (const BatchId &batch : batches)
        Q_EMIT dossiersChanged(batch);
    for (const PageId &page : *turned)
        Q_EMIT pageChanged(page);
    return {};
}

Result<void> Station::excludePage(const PageId &page, bool excluded)
{
    const auto known = m_parts->context.store->pages().find(page, PageDetail::Light);
    if (!known)
        return fail(known.error());
    auto done = changed(known->batch, m_parts->dossiers.excludePage(page, excluded));
    if (done)
        Q_EMIT pageChanged(page);
    return done;
}

Result<void> Station::settleDoubt(const Doubt &doubt, const QString &answer)
{
    const auto batch = batchOf(doubt.dossier);
    return batch ? changed(*batch, m_parts->doubts.settle(doubt, answer)) : fail(batch.error());
}

// Approving and sending

Result<void> Station::approve(const DossierId &id, const QMap<QString, QString> &overrides)
{
    const auto batch = batchOf(id);
    return batch ? changed(*batch, m_parts->approval.approve(id, overrides)) : fail(batch.error());
}

Result<void> Station::reopen(const DossierId &id)
{
    const auto batch = batchOf(id);
    return batch ? changed(*batch, m_parts->approval.reopen(id)) : fail(batch.error());
}

Result<void> Station::startSigning(const SigningRequest &request, SecretBytes pin)
{
    return m_parts->signing.start(request, std::move(pin));
}

void Station::cancelSigning()
{
    m_parts->signing.cancel();
}

bool Station::isSigning() const
{
    return m_parts->signing.isRunning();
}

Result<QStringList> Station::exportDossier(const DossierId &id, const QString &folder)
{
    return m_parts->approval.exportTo(id, folder);
}

Result<int> Station::queueApproved(const std::optional<BatchId> &batch)
{
    auto queued = m_parts->handover.queueApproved(batch);
    if (queued && *queued > 0)
        Q_EMIT outboxChanged();
    return queued;
}

Result<std::vector<OutboxRow>> Station::outbox()
{
    return m_parts->handover.outbox();
}

Result<void> Station::startSync(const QString &target, bool watch)
{
    return m_parts->handover.start(target, watch);
}

void Station::stopSync()
{
    m_parts->handover.stop();
}

bool Station::isSyncing() const
{
    return m_parts->handover.isRunning();
}

Result<void> Station::retry(const DossierId &id)
{
    return m_parts->handover.retry(id);
}

// Targets, catalogue, house-keeping

Result<void> Station::addTarget(const TargetSettings &target)
{
    return m_parts->handover.addTarget(target);
}

Result<std::vector<TargetSettings>> Station::targets()
{
    return m_parts->handover.targets();
}

Result<void> Station::removeTarget(const QString &name)
{
    return m_parts->handover.removeTarget(name);
}

Result<int> Station::importProcedures(const QString &path)
{
    return sohoa::importProcedures(path, m_parts->context);
}

Result<int> Station::importCatalogue(const QString &path)
{
    return sohoa::importCatalogue(path, m_parts->context);
}

Result<std::vector<LearnedValue>> Station::learned()
{
    const auto rows = m_parts->context.store->learned().all();
    if (!rows)
        return fail(rows.error());
    std::vector<LearnedValue> values;
    for (const LearnedRow &row : *rows) {
        if (const auto kind = learnedKindFromString(row.kind))
            values.push_back({*kind, row.value, row.context, row.confirmed});
    }
    return values;
}

Result<int> Station::clearLearned(const std::optional<LearnedKind> &kind)
{
    return m_parts->context.store->learned().clear(kind ? std::optional(toString(*kind)) : std::nullopt);
}

Result<std::vector<StoreFinding>> Station::fsck(bool repair)
{
    const auto found = sohoa::fsck(*m_parts->context.store, repair ? FsckMode::Repair : FsckMode::Look);
    if (!found)
        return fail(found.error());
    std::vector<StoreFinding> findings;
    for (const FsckFinding &finding : *found)
        findings.push_back({toString(finding.kind), finding.place, finding.what, finding.repaired});
    return findings;
}

Result<void> Station::backup(const QString &folder)
{
    const auto done = sohoa::backup(*m_parts->context.store, folder);
    if (!done)
        return fail(done.error());
    return {};
}

} // namespace sohoa
