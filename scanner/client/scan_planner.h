// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "scanner/api/scan_plan.h"
#include "scanner/client/helper_config.h"

#include <QObject>

#include <functional>
#include <memory>

namespace sohoa {

class HelperTask;

/// Finds out what a device will make of a wish, by making every setting at the device itself and scanning nothing:
/// what has to be changed is known before the stack starts. In a fresh helper; not while that device is scanning.
/// Threads: lives in one thread with an event loop, the answer comes in that thread, never from within plan().
class ScanPlanner : public QObject {
    Q_OBJECT
public:
    using Answer = std::function<void(Result<ScanPlan>)>;

    explicit ScanPlanner(HelperConfig config, QObject *parent = nullptr);
    ~ScanPlanner() override;

    /// Answers once: the plan as it was carried out, or an error of apply() or as DeviceLister's. Asked again
    /// before it has answered, the earlier question is answered Cancelled.
    void plan(const ScanWish &wish, const std::vector<Setting> &extra, Answer answer);
    /// Answers a question that is open with Cancelled. Destroying this object drops it
    /// (not from within the answer: use deleteLater() there).
    void cancel();

private:
    HelperConfig m_config;
    std::unique_ptr<HelperTask> m_task;
};

} // namespace sohoa
