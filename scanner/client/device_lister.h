// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "scanner/api/option.h"
#include "scanner/client/helper_config.h"

#include <QObject>

#include <functional>
#include <memory>

namespace sohoa {

class HelperTask;

/// Finds the scanners. Each listing runs in a fresh helper, since many backends keep an old list as long as they
/// live. Do not list while a scan is running: probing can disturb the bus.
/// Threads: lives in one thread with an event loop, the answer comes in that thread, never from within list().
class DeviceLister : public QObject {
    Q_OBJECT
public:
    using Answer = std::function<void(Result<std::vector<Device>>)>;

    explicit DeviceLister(HelperConfig config, QObject *parent = nullptr);
    ~DeviceLister() override;

    /// Answers once: the devices, or HelperMissing, HelperCrashed, HelperHung (listLimit), HelperProtocol, or the
    /// driver's error. Asked again before it has answered, the earlier question is answered Cancelled.
    /// `localOnly` leaves network scanners out (and is several seconds quicker with Debian's default backends).
    void list(Answer answer, bool localOnly = false);
    /// Answers a question that is open with Cancelled. Destroying this object drops it
    /// (not from within the answer: use deleteLater() there).
    void cancel();

private:
    HelperConfig m_config;
    std::unique_ptr<HelperTask> m_task;
};

} // namespace sohoa
