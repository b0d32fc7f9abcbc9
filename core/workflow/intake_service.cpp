// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workflow/intake_service.h"

#include <utility>

namespace sohoa {

using namespace Qt::StringLiterals;

IntakeService::IntakeService(StationContext &context, ReadingService &reading)
    : m_context(context)
    , m_reading(reading)
{
}

IntakeService::~IntakeService() = default;

std::optional<BatchId> IntakeService::batch() const
{
    if (m_scan)
        return m_scan->batch();
    if (m_rescan)
        return m_rescan->batch();
    return m_import ? std::optional(m_import->batch()) : std::nullopt;
}

Result<void> IntakeService::mayBegin(const BatchId &id, const IntakeOptions &options,
                                     std::optional<int> &expected) const
{
    if (isRunning())
        return fail(ErrorCode::StateForbids, u"an intake is running"_s,
                    {{u"state"_s, u"scanning"_s}, {u"action"_s, u"scan"_s}});
    const auto batch = m_context.store->batches().find(id);
    if (!batch)
        return fail(batch.error());
    if (batch->state != BatchState::Open)
        return fail(ErrorCode::StateForbids, u"batch is not open"_s,
                    {{u"state"_s, toString(batch->state)}, {u"action"_s, u"scan"_s}});
    expected = options.expectedPages ? options.expectedPages : batch->expectedPages;
    return {};
}

Result<std::optional<DossierId>> IntakeService::oneDossier(const BatchId &batch, const IntakeOptions &options)
{
    if (!options.oneDossier)
        return std::nullopt;
    Dossier dossier;
    dossier.id = DossierId::make(m_context.clock);
    dossier.batch = batch;
    dossier.createdAt = dossier.changedAt = m_context.clock.now();
    dossier.boundary = u"clerk"_s;
    const auto count = m_context.store->dossiers().count({.batch = batch});
    if (!count)
        return fail(count.error());
    dossier.position = *count;
    if (auto inserted = m_context.store->dossiers().insert(dossier); !inserted)
        return fail(std::move(inserted).error());
    return dossier.id;
}

Result<void> IntakeService::startScan(std::unique_ptr<PageSource> source, const ScanWish &wish,
                                      const BatchId &batch, const IntakeOptions &options)
{
    StackRun run;
    if (auto may = mayBegin(batch, options, run.ledger.expected); !may)
        return may;
    Store &store = *m_context.store;
    run.id = StackRunId::make(m_context.clock);
    run.batch = batch;
    run.device = wish.device;
    run.twoPass = options.twoPass;
    run.backOrder = options.backOrder;
    run.startedAt = m_context.clock.now();
    const auto begun = store.database().transaction([&]() -> Result<void> {
        auto dossier = oneDossier(batch, options);
        if (!dossier)
            return fail(std::move(dossier).error());
        run.dossier = *dossier;
        if (auto given = store.stacks().giveUp(batch); !given)
            return given;
        return store.stacks().create(run);
    });
    if (!begun)
        return begun;
    return startSession(std::move(source), wish, options, run);
}

Result<void> IntakeService::resumeScan(std::unique_ptr<PageSource> source, const ScanWish &wish,
                                       const BatchId &batch, const IntakeOptions &options)
{
    std::optional<int> expected;
    if (auto may = mayBegin(batch, options, expected); !may)
        return may;
    auto open = m_context.store->stacks().openOf(batch);
    if (!open)
        return fail(std::move(open).error());
    if (!*open)
        return fail(ErrorCode::NothingToDo, u"no stack was stopped"_s);
    StackRun run = **std::move(open);
    if (options.expectedPages)
        run.ledger.expected = options.expectedPages;
    return startSession(std::move(source), wish, options, run);
}

Result<void> IntakeService::startSession(std::unique_ptr<PageSource> source, const ScanWish &wish,
                                         const IntakeOptions &options, const StackRun &run)
{
    auto session = std::make_unique<ScanSession>(m_context, m_reading, std::move(source), wish, options, run);
    connect(session.get(), &ScanSession::pageCaptured, this, &IntakeService::pageCaptured);
    connect(session.get(), &ScanSession::progress, this, &IntakeService::progress);
    connect(session.get(), &ScanSession::paperAwaited, this, &IntakeService::paperAwaited);
    connect(session.get(), &ScanSession::pageAwaited, this, &IntakeService::nextPageAwaited);
    connect(session.get(), &ScanSession::flipAwaited, this, &IntakeService::flipAwaited);
    connect(session.get(), &ScanSession::ended, this, [this](const IntakeSummary &summary) {
        m_scan.release()->deleteLater(); // It is the sender.
        m_reading.pool().setFeederRuns(false);
        // A stack that can be resumed keeps its dossier.
        conclude(summary, summary.stack->isOpen() ? std::nullopt : summary.stack->dossier);
    });
    m_scan = std::move(session);
    auto started = m_scan->start();
    if (!started)
        m_scan.reset();
    else
        m_reading.pool().setFeederRuns(true);
    return started;
}

Result<void> IntakeService::rescan(std::unique_ptr<PageSource> source, const ScanWish &wish, const PageId &page,
                                   const IntakeOptions &options)
{
    const auto old = m_context.store->pages().find(page, PageDetail::Light);
    if (!old)
        return fail(old.error());
    if (isRunning())
        return fail(ErrorCode::StateForbids, u"an intake is running"_s,
                    {{u"state"_s, u"scanning"_s}, {u"action"_s, u"rescan"_s}});
    if (old->dossier) {
        const auto dossier = m_context.store->dossiers().find(*old->dossier);
        if (!dossier)
            return fail(dossier.error());
        if (dossier->state != DossierState::Review && dossier->state != DossierState::Draft)
            return fail(ErrorCode::StateForbids, u"rescan"_s,
                        {{u"state"_s, toString(dossier->state)}, {u"action"_s, u"rescan"_s}});
    }
    m_rescan = std::make_unique<RescanSession>(m_context, m_reading, std::move(source), *old);
    connect(m_rescan.get(), &RescanSession::pageCaptured, this, &IntakeService::pageCaptured);
    connect(m_rescan.get(), &RescanSession::ended, this, [this](const IntakeSummary &summary) {
        m_rescan.release()->deleteLater(); // It is the sender.
        conclude(summary, std::nullopt);
    });
    m_rescan->start(wish, options.masters);
    return {};
}

Result<void> IntakeService::startImport(const QStringList &paths, const BatchId &batch,
                                        const IntakeOptions &options)
{
    const QStringList files = ImportSession::filesOf(paths);
    if (files.empty())
        return fail(ErrorCode::NothingToDo, u"no files"_s);
    IntakeOptions wished = options;
    if (auto may = mayBegin(batch, options, wished.expectedPages); !may)
        return may;
    auto dossier = oneDossier(batch, options);
    if (!dossier)
        return fail(std::move(dossier).error());
    m_import = std::make_unique<ImportSession>(m_context, m_reading, files, batch, wished, *dossier);
    connect(m_import.get(), &ImportSession::pageCaptured, this, &IntakeService::pageCaptured);
    connect(m_import.get(), &ImportSession::progress, this, &IntakeService::progress);
    connect(m_import.get(), &ImportSession::ended, this, [this](const IntakeSummary &summary) {
        ImportSession *session = m_import.release();
        session->deleteLater(); // It is the sender.
        conclude(summary, session->dossier());
    });
    m_import->start();
    return {};
}

void IntakeService::cancel()
{
    if (m_scan)
        m_scan->cancel();
    else if (m_rescan)
        m_rescan->cancel();
    else if (m_import)
        m_import->cancel();
}

void IntakeService::goOn()
{
    if (m_scan)
        m_scan->goOn();
}

void IntakeService::finish()
{
    if (m_scan)
        m_scan->finish();
}

void IntakeService::conclude(IntakeSummary summary, const std::optional<DossierId> &dossier)
{
    if (dossier && summary.pages.empty()) {
        const auto pages = m_context.store->pages().ofDossier(*dossier, PageDetail::Light);
        if (pages && pages->empty())
            if (auto removed = m_context.store->dossiers().remove(*dossier); !removed && !summary.error)
                summary.error = removed.error();
    }
    Q_EMIT ended(summary);
}

} // namespace sohoa
