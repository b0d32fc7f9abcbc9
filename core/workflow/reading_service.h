// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/jobs/page_helper_pool.h"
#include "core/workflow/station_context.h"
#include "core/workflow/station_types.h"

#include <QHash>
#include <QObject>

#include <functional>

namespace sohoa {

/// Has captured pages read by the helpers and stores what they found. A page that cannot be read is recognized all
/// the same, without words and with the suspect reason "unreadable": it must not hold up its stack.
class ReadingService : public QObject {
    Q_OBJECT
public:
    explicit ReadingService(StationContext &context);

    void read(const Page &page, Urgency urgency);
    /// Takes up what was left unread by an earlier run.
    Result<void> resume();
    /// As Station says, for a page that was read.
    void readZone(const Page &page, const PixelBox &box, ZoneKind kind,
                  std::function<void(Result<ZoneText>)> answer);
    void prefer(const PageId &page);
    bool isReading(const PageId &page) const { return m_jobs.contains(page); }
    int waiting() const { return static_cast<int>(m_jobs.size()); }
    PageHelperPool &pool() { return m_pool; }

Q_SIGNALS:
    void pageRead(const sohoa::PageId &page, const sohoa::BatchId &batch);
    /// The page stays unread until the next start: no helper could be started.
    void pageLeft(const sohoa::BatchId &batch);
    void failed(const sohoa::Error &error);

private:
    void finished(const Page &page, Result<PageResult> result);

    StationContext &m_context;
    PageHelperPool m_pool;
    QHash<PageId, PageHelperPool::JobId> m_jobs;
};

} // namespace sohoa
