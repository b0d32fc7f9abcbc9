// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/acquisition/page_intake.h"
#include "core/workflow/reading_service.h"
#include "core/workflow/station_context.h"

#include <QObject>

#include <memory>

namespace sohoa {

/// One page scanned once more: the new picture takes the place of the old one in its dossier; the old one is left
/// out and kept.
class RescanSession : public QObject {
    Q_OBJECT
public:
    RescanSession(StationContext &context, ReadingService &reading, std::unique_ptr<PageSource> source,
                  const Page &old);
    ~RescanSession() override;

    void start(ScanWish wish, const MasterFormat &masters);
    void cancel();
    const BatchId &batch() const { return m_old.batch; }

Q_SIGNALS:
    void pageCaptured(const sohoa::Page &page);
    /// Last.
    void ended(const sohoa::IntakeSummary &summary);

private:
    Result<void> keep(const CapturedSide &side);

    StationContext &m_context;
    ReadingService &m_reading;
    const Page m_old;
    IntakeSummary m_summary;
    std::unique_ptr<PageIntake> m_intake;
};

} // namespace sohoa
