// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workflow/import_session.h"
#include "core/workflow/rescan_session.h"
#include "core/workflow/scan_session.h"

#include <QObject>

#include <memory>
#include <optional>

namespace sohoa {

/// Brings pages into a batch, from a scanner or from files; one session at a time.
class IntakeService : public QObject {
    Q_OBJECT
public:
    IntakeService(StationContext &context, ReadingService &reading);
    ~IntakeService() override;

    /// A new stack; one that was stopped in this batch is given up. StateForbids when a session is under way or
    /// the batch is not open.
    Result<void> startScan(std::unique_ptr<PageSource> source, const ScanWish &wish, const BatchId &batch,
                           const IntakeOptions &options);
    /// The stack of the batch that is not done, from where it stands. NothingToDo when there is none.
    Result<void> resumeScan(std::unique_ptr<PageSource> source, const ScanWish &wish, const BatchId &batch,
                            const IntakeOptions &options);
    /// StateForbids also when the page's dossier cannot be edited any more.
    Result<void> rescan(std::unique_ptr<PageSource> source, const ScanWish &wish, const PageId &page,
                        const IntakeOptions &options);
    Result<void> startImport(const QStringList &paths, const BatchId &batch, const IntakeOptions &options);
    void cancel();
    void goOn();
    void finish();
    bool isRunning() const { return m_scan || m_import || m_rescan; }
    /// The batch that pages are coming into, when there is one.
    std::optional<BatchId> batch() const;

Q_SIGNALS:
    void pageCaptured(const sohoa::Page &page);
    void progress(const sohoa::IntakeProgress &progress);
    void paperAwaited();
    void nextPageAwaited(int pages);
    void flipAwaited(int fronts);
    void ended(const sohoa::IntakeSummary &summary);

private:
    Result<void> mayBegin(const BatchId &batch, const IntakeOptions &options, std::optional<int> &expected) const;
    Result<std::optional<DossierId>> oneDossier(const BatchId &batch, const IntakeOptions &options);
    Result<void> startSession(std::unique_ptr<PageSource> source, const ScanWish &wish,
                              const IntakeOptions &options, const StackRun &run);
    void conclude(IntakeSummary summary, const std::optional<DossierId> &dossier);

    StationContext &m_context;
    ReadingService &m_reading;
    std::unique_ptr<ScanSession> m_scan;
    std::unique_ptr<ImportSession> m_import;
    std::unique_ptr<RescanSession> m_rescan;
};

} // namespace sohoa
