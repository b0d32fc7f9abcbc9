// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/acquisition/page_intake.h"
#include "core/workflow/reading_service.h"
#include "core/workflow/station_context.h"

#include <QObject>

#include <memory>
#include <optional>

namespace sohoa {

/// One stack of paper (or one pile of pages for the glass) on its way into a batch: from one start to one end.
/// What is needed to go on later, in another process if need be, is in the store at every moment.
class ScanSession : public QObject {
    Q_OBJECT
public:
    /// `run` is in the store already, as begun or to be resumed.
    ScanSession(StationContext &context, ReadingService &reading, std::unique_ptr<PageSource> source,
                const ScanWish &wish, const IntakeOptions &options, StackRun run);
    ~ScanSession() override;

    /// Feeds from the place where the stack stands.
    Result<void> start();
    void cancel();
    /// After pageAwaited() or flipAwaited(): the next page lies on the glass, the turned stack in the feeder.
    void goOn();
    /// After pageAwaited(): that was the last one. After flipAwaited(): the backs come another day.
    void finish();
    const BatchId &batch() const { return m_run.batch; }

Q_SIGNALS:
    void pageCaptured(const sohoa::Page &page);
    void progress(const sohoa::IntakeProgress &progress);
    void paperAwaited();
    void pageAwaited(int pages);
    void flipAwaited(int fronts);
    /// Last.
    void ended(const sohoa::IntakeSummary &summary);

private:
    enum class Awaits { Nothing, Page, Flip };

    Result<FeedPlace> place();
    /// The backs are fed anew: those of the try before are left out.
    Result<void> repeatSecondPass();
    Result<void> keep(const CapturedSide &side);
    Result<void> keepRow(const CapturedSide &side, Page &page);
    /// What a back, or a new front, means for the half sheet.
    Result<void> settleHalf(const CapturedSide &side);
    void passEnded(std::optional<Error> error);
    void conclude(StackState state, std::optional<Error> error);
    Result<void> markHalf();
    Result<void> storeRun();
    void count();
    void tellProgress();

    StationContext &m_context;
    ReadingService &m_reading;
    ScanWish m_wish;
    IntakeOptions m_options;
    StackRun m_run;
    IntakeSummary m_summary;
    int m_fedBefore = 0;
    int m_scannedBefore = 0;
    Awaits m_awaits = Awaits::Nothing;
    std::optional<PageId> m_lastFront;
    std::optional<PageId> m_markedHalf; ///< Bears the suspect reason of half a sheet.
    std::unique_ptr<PageIntake> m_intake;
};

} // namespace sohoa
