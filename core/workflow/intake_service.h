// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/acquisition/page_intake.h"
#include "core/workflow/reading_service.h"
#include "core/workflow/station_context.h"

#include <QObject>
#include <QTemporaryDir>

#include <deque>
#include <memory>
#include <optional>

namespace sohoa {

/// Brings pages into a batch, from a scanner or from files; one run at a time.
class IntakeService : public QObject {
    Q_OBJECT
public:
    IntakeService(StationContext &context, ReadingService &reading);
    ~IntakeService() override;

    /// StateForbids when a run is under way or the batch is not open.
    Result<void> startScan(std::unique_ptr<PageSource> source, const ScanWish &wish, const BatchId &batch,
                           const IntakeOptions &options);
    Result<void> startImport(const QStringList &paths, const BatchId &batch, const IntakeOptions &options);
    void cancel();
    bool isRunning() const { return m_run.has_value(); }
    /// The batch that pages are coming into, when there is one.
    std::optional<BatchId> batch() const;

Q_SIGNALS:
    void pageCaptured(const sohoa::Page &page);
    void progress(const sohoa::IntakeProgress &progress);
    void ended(const sohoa::IntakeSummary &summary);

private:
    /// One stack or list of files on its way in.
    struct Run {
        IntakeSummary summary;
        IntakeOptions options;
        std::optional<DossierId> dossier; ///< All pages go into this one.
        std::optional<int> total;
        bool cancelled = false;
        std::unique_ptr<PageIntake> intake; ///< Scanning.
        std::deque<QString> files;          ///< Importing: still to come.
        int filesDone = 0;
        int filesTotal = 0;
        std::unique_ptr<QTemporaryDir> unpacked;
        std::optional<PageHelperPool::JobId> job;
    };

    Result<void> begin(const BatchId &batch, const IntakeOptions &options);
    /// Writes the row of a page whose master is durable.
    Result<void> keep(Page page);
    void nextFile();
    void takeUnpacked(const QString &path, Result<ExpandResult> result);
    Result<void> takeMaster(const QString &source, const ExpandedPage &unpacked);
    void endRun(const std::optional<Error> &error);
    void tellProgress();

    StationContext &m_context;
    ReadingService &m_reading;
    std::optional<Run> m_run;
};

} // namespace sohoa
