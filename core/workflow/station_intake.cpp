// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workflow/station_parts.h"

namespace sohoa {

using namespace Qt::StringLiterals;

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
    if (auto forgotten = m_parts->watch.forget(); !forgotten)
        Q_EMIT failed(forgotten.error());
    m_parts->watch.stop();
    settle(m_parts->watch.batch()); // What it held back is sorted now.
}

Result<QString> Station::watchedFolder()
{
    return m_parts->watch.remembered();
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

} // namespace sohoa
