// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "scanner/helper/cancel_gate.h"
#include "scanner/protocol/messages.h"

#include <chrono>
#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <optional>

namespace sohoa::scan {

/// Requests on their way from the thread that reads them to the thread that talks to SANE.
class RequestInbox {
public:
    explicit RequestInbox(CancelGate &gate)
        : m_gate(gate)
    {
    }

    /// Reads requests from `fd` until it ends, Quit comes, `stopFd` becomes readable, or the bytes make no sense.
    /// A Cancel reaches the driver from here, at once; so does the end, after `ending` has been called. For a
    /// thread of its own.
    void readFrom(int fd, int stopFd, const std::function<void()> &ending);

    /// The next request; nothing when there will be no more.
    std::optional<Request> wait();
    /// Waits until a request lies here, there will be no more, or the time is over; takes nothing.
    void waitFor(std::chrono::milliseconds time);

private:
    /// False when no more is to be read.
    bool take(FrameReader &reader);
    void push(Request request);
    void close();

    CancelGate &m_gate;
    std::mutex m_mutex;
    std::condition_variable m_changed;
    std::deque<Request> m_requests;
    bool m_closed = false;
};

} // namespace sohoa::scan
