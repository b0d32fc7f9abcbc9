// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workflow/station_types.h"
#include "ui/dialogs/asker.h"
#include "ui/engine/engine.h"
#include "ui/engine/image_store.h"
#include "ui/scanners/scanners.h"

#include <QObject>

#include <functional>
#include <vector>

namespace sohoa::ui {

/// What the screens share: the engine, the pictures, the batch that is worked on, and where faults are told.
class Desk final : public QObject {
    Q_OBJECT
public:
    /// All three must outlive the desk.
    Desk(Engine &engine, Scanners &scanners, Asker &asker, QObject *parent = nullptr);

    Engine &engine() { return m_engine; }
    Scanners &scanners() { return m_scanners; }
    Asker &asker() { return m_asker; }
    ImageStore &images() { return m_images; }

    /// Null while there is none.
    const BatchId &batch() const { return m_batch; }
    const BatchSummary *currentBatch() const;
    void setBatch(const BatchId &id);
    /// Newest first.
    const std::vector<BatchSummary> &batches() const { return m_batches; }
    /// Asks the store; batchesChanged() follows. Questions in quick succession become one.
    void refreshBatches();

    /// A fault that the person should see: sentence, and a button that does `remedy` where there is something to
    /// do. Cancelled is not told.
    void report(const Error &error, const std::function<void()> &remedy = {});
    /// The fault is over.
    void clearReport();

Q_SIGNALS:
    void batchChanged(const sohoa::BatchId &batch);
    void batchesChanged();
    void reported(const sohoa::Error &error, const std::function<void()> &remedy);
    void reportCleared();

private:
    void readBatches();

    Engine &m_engine;
    Scanners &m_scanners;
    Asker &m_asker;
    ImageStore m_images;
    BatchId m_batch;
    std::vector<BatchSummary> m_batches;
    bool m_reading = false;
    bool m_readAgain = false;
};

} // namespace sohoa::ui
