// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "scanner/api/setting.h"
#include "scanner/client/helper_config.h"

#include <QObject>

#include <functional>
#include <memory>

namespace sohoa {

class HelperTask;

/// Reads every option of one device, in a fresh helper. Not while that device is scanning: drivers open it once
/// only. Threads: lives in one thread with an event loop, the answer comes in that thread, never from within
/// read().
class OptionReader : public QObject {
    Q_OBJECT
public:
    using Answer = std::function<void(Result<std::vector<Option>>)>;

    explicit OptionReader(HelperConfig config, QObject *parent = nullptr);
    ~OptionReader() override;

    /// Answers once: the options in the device's order, groups included, or an error as DeviceLister's;
    /// DeviceNotFound when there is no such device. Asked again before it has answered, the earlier question is
    /// answered Cancelled.
    /// `after`: settings that are made first, as far as the device takes them.
    void read(const QString &device, Answer answer, const std::vector<Setting> &after = {});
    /// Answers a question that is open with Cancelled. Destroying this object drops it
    /// (not from within the answer: use deleteLater() there).
    void cancel();

private:
    HelperConfig m_config;
    std::unique_ptr<HelperTask> m_task;
};

} // namespace sohoa
