// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <atomic>
#include <chrono>

namespace sohoa::virtual_scanner {

using SteadyClock = std::chrono::steady_clock;

/// Wakes a waiting scan. raise() may be called from any thread and from a signal handler (scanimage calls
/// sane_cancel in its SIGINT handler), which rules out mutexes and condition variables; the rest belongs to
/// the thread that scans.
class CancelSignal {
public:
    /// Throws std::system_error when the process has no file descriptor left.
    CancelSignal();
    ~CancelSignal();
    CancelSignal(const CancelSignal &) = delete;
    CancelSignal &operator=(const CancelSignal &) = delete;

    void raise() noexcept;
    void reset() noexcept;
    bool raised() const noexcept { return m_raised.load(std::memory_order_acquire); }
    /// Waits until `end`. False when the signal was raised before that.
    bool waitUntil(SteadyClock::time_point end) const noexcept;

private:
    std::atomic<bool> m_raised = false;
    int m_event;
};

} // namespace sohoa::virtual_scanner
