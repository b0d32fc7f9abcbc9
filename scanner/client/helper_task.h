// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "scanner/client/helper_process.h"

#include <functional>
#include <memory>

namespace sohoa {

/// One question to a helper of its own, and its answer.
/// Threads: lives in one thread with an event loop. May be deleted from within `finish`.
class HelperTask : public QObject {
    Q_OBJECT
public:
    /// Takes a part of the answer; true when that was the last one, nothing when it is no part of it.
    using Collect = std::function<std::optional<bool>(scan::Event &)>;
    /// Called once: without an error when the answer is whole. Never from within the constructor.
    using Finish = std::function<void(std::optional<Error>)>;

    /// `keeper` holds the helper after the answer, until it has ended: it must outlive this object.
    HelperTask(QObject *keeper, const HelperConfig &config, Result<SaneEnvironment> environment,
               scan::Request request, Collect collect, Finish finish);
    ~HelperTask() override;

    /// Finishes with Cancelled when it has not finished yet.
    void cancel();

private:
    void begin();
    void take(scan::Event &event);
    void finish(std::optional<Error> error);

    QObject *m_keeper;
    HelperConfig m_config;
    Result<SaneEnvironment> m_environment;
    scan::Request m_request;
    Collect m_collect;
    Finish m_finish;
    QTimer m_limit;
    HelperProcess *m_helper = nullptr; ///< Ours until it is retired; then the keeper's, until it is gone.
};

} // namespace sohoa
