// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/desk.h"

#include <QLoggingCategory>

#include <algorithm>

namespace sohoa::ui {

Q_LOGGING_CATEGORY(logUi, "sohoa.ui")

Desk::Desk(Engine &engine, Scanners &scanners, Asker &asker, QObject *parent)
    : QObject(parent)
    , m_engine(engine)
    , m_scanners(scanners)
    , m_asker(asker)
{
    connect(&engine, &Engine::opened, this, &Desk::refreshBatches);
    connect(&engine, &Engine::dossiersChanged, this, &Desk::refreshBatches);
    connect(&engine, &Engine::intakeEnded, this, &Desk::refreshBatches);
    connect(&engine, &Engine::failed, this, [this](const Error &error) { report(error); });
}

const BatchSummary *Desk::currentBatch() const
{
    const auto found =
        std::ranges::find_if(m_batches, [this](const BatchSummary &one) { return one.batch.id == m_batch; });
    return found == m_batches.end() ? nullptr : &*found;
}

void Desk::setBatch(const BatchId &id)
{
    if (id == m_batch)
        return;
    m_batch = id;
    Q_EMIT batchChanged(id);
}

void Desk::refreshBatches()
{
    if (m_reading) {
        m_readAgain = true;
        return;
    }
    readBatches();
}

void Desk::readBatches()
{
    m_reading = true;
    m_readAgain = false;
    m_engine.ask(
        this, [](Station &station) { return station.batches(); },
        [this](Result<std::vector<BatchSummary>> batches) {
            m_reading = false;
            if (!batches) {
                report(batches.error());
                return;
            }
            m_batches = std::move(*batches);
            std::ranges::stable_sort(m_batches, std::ranges::greater(),
                                     [](const BatchSummary &one) { return one.batch.createdAt; });
            Q_EMIT batchesChanged();
            if (m_batch.isNull() && !m_batches.empty())
                setBatch(m_batches.front().batch.id);
            if (m_readAgain)
                readBatches();
        });
}

void Desk::report(const Error &error, const std::function<void()> &remedy)
{
    if (error.code == ErrorCode::Cancelled)
        return;
    qCWarning(logUi).noquote() << logLine(error);
    Q_EMIT reported(error, remedy);
}

void Desk::clearReport()
{
    Q_EMIT reportCleared();
}

} // namespace sohoa::ui
