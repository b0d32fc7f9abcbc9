// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/security/vault.h"
#include "core/workflow/catalogue_service.h"
#include "core/workflow/station_parts.h"

#include <QFileInfo>
#include <QJsonObject>

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

Result<void> refuseClosedVault(const QString &storeFolder)
{
    const VaultState vault = Vault(storeFolder).state();
    if (vault == VaultState::None || vault == VaultState::Open)
        return {};
    return fail(ErrorCode::VaultLocked, storeFolder);
}

Result<std::unique_ptr<Station>> Station::open(const StationConfig &config, const Clock &clock)
{
    if (config.pageHelperProgram.isEmpty() || !QFileInfo(config.pageHelperProgram).isExecutable())
        return fail(ErrorCode::HelperMissing, config.pageHelperProgram, {{u"program"_s, u"sohoa-page-helper"_s}});
    if (auto reachable = refuseClosedVault(config.storeFolder); !reachable)
        return fail(std::move(reachable).error());
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
    qRegisterMetaType<FileTaken>();
    qRegisterMetaType<FileFailure>();
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
    const auto batches = m_parts->context.store->dossiers().unsortedBatches();
    if (!batches)
        return fail(batches.error());
    for (const BatchId &batch : *batches)
        if (auto sorted = sortWhenRead(batch); !sorted)
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
    batch.operatorName = details.operatorName.isEmpty() ? config().actor : details.operatorName;
    batch.expectedPages = details.expectedPages;
    batch.createdAt = now;
    if (auto created = batches.create(batch); !created)
        return fail(created.error());
    return batch;
}

Result<void> Station::setBatchSheet(const BatchId &id, const BatchDetails &sheet)
{
    BatchRepository batches = m_parts->context.store->batches();
    auto batch = batches.find(id);
    if (!batch)
        return fail(batch.error());
    batch->agency = sheet.agency;
    batch->place = sheet.place;
    batch->note = sheet.note;
    batch->operatorName = sheet.operatorName;
    batch->expectedPages = sheet.expectedPages;
    return batches.setSheet(*batch);
}

Result<std::vector<BatchSummary>> Station::batches()
{
    Store &store = *m_parts->context.store;
    const auto all = store.batches().all();
    const auto tallies = store.batches().tallies();
    if (!all || !tallies)
        return fail(!all ? all.error() : tallies.error());
    std::vector<BatchSummary> summaries;
    for (const Batch &batch : *all) {
        const BatchTally tally = tallies->value(batch.id);
        summaries.push_back({batch, tally.pages, tally.dossiers});
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

} // namespace sohoa
