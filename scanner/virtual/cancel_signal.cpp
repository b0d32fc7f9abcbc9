// SPDX-License-Identifier: GPL-3.0-or-later
#include "scanner/virtual/cancel_signal.h"

#include <poll.h>
#include <sys/eventfd.h>
#include <unistd.h>

#include <cerrno>
#include <cstdint>
#include <ctime>
#include <system_error>

namespace sohoa::virtual_scanner {

static_assert(std::atomic<bool>::is_always_lock_free, "raise() runs in signal handlers");

CancelSignal::CancelSignal()
    : m_event(eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK))
{
    if (m_event < 0)
        throw std::system_error(errno, std::generic_category(), "eventfd");
}

CancelSignal::~CancelSignal()
{
    close(m_event);
}

void CancelSignal::raise() noexcept
{
    const int savedErrno = errno;
    m_raised.store(true, std::memory_order_release);
    const std::uint64_t one = 1;
    // Fails only when the counter is full, and then the waiting side is awake already.
    [[maybe_unused]] const ssize_t written = write(m_event, &one, sizeof one);
    errno = savedErrno;
}

void CancelSignal::reset() noexcept
{
    std::uint64_t count = 0;
    // Nothing to read means nothing was raised.
    [[maybe_unused]] const ssize_t got = read(m_event, &count, sizeof count);
    m_raised.store(false, std::memory_order_release);
}

bool CancelSignal::waitUntil(SteadyClock::time_point end) const noexcept
{
    using namespace std::chrono;
    while (!raised()) {
        const auto left = duration_cast<nanoseconds>(end - SteadyClock::now());
        if (left <= 0ns)
            return true;
        const auto whole = duration_cast<seconds>(left);
        const timespec timeout = {.tv_sec = static_cast<time_t>(whole.count()),
                                  .tv_nsec = static_cast<long>((left - whole).count())};
        pollfd event = {.fd = m_event, .events = POLLIN, .revents = 0};
        ppoll(&event, 1, &timeout, nullptr);
    }
    return false;
}

} // namespace sohoa::virtual_scanner
