// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/frame.h"
#include "core/page_helper/messages.h"

#include <condition_variable>
#include <deque>
#include <mutex>
#include <optional>
#include <stop_token>
#include <thread>

namespace sohoa {

/// Takes requests from a descriptor in a thread of its own, so that a cancel or the end of the stream reaches work
/// that is going on.
class RequestIntake {
public:
    struct Work {
        PageHelperRequest request; ///< Never a CancelRequest.
        std::stop_token stop;      ///< Requested when this work is cancelled or the other side is gone.
    };

    /// Reads `descriptor` until its end; the caller keeps it open.
    explicit RequestIntake(int descriptor);
    ~RequestIntake();
    RequestIntake(const RequestIntake &) = delete;
    RequestIntake &operator=(const RequestIntake &) = delete;

    /// The next request, waiting for it. Nothing after the end of the stream.
    std::optional<Work> next();
    /// What was wrong with the stream, after next() gave nothing.
    std::optional<Error> fault() const;

private:
    struct Waiting {
        PageHelperRequest request;
        std::stop_source stop;
    };

    void readAll(int descriptor);
    Result<void> take(const QByteArray &bytes);
    void cancel(quint32 id);
    void finish(std::optional<Error> fault);

    FrameReader m_frames; ///< Only the thread's.
    mutable std::mutex m_mutex;
    std::condition_variable m_changed;
    std::deque<Waiting> m_waiting;
    std::optional<Waiting> m_running;
    std::optional<Error> m_fault;
    bool m_ended = false;
    std::thread m_thread;
};

/// The id of any request.
quint32 requestId(const PageHelperRequest &request);

} // namespace sohoa
