// SPDX-License-Identifier: GPL-3.0-or-later
#include "scanner/helper/request_inbox.h"

#include <poll.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstdio>

namespace sohoa::scan {

void RequestInbox::readFrom(int fd, int stopFd, const std::function<void()> &ending)
{
    FrameReader reader;
    std::array<char, 4096> bytes{};
    for (bool open = true; open;) {
        std::array<pollfd, 2> ready{{{fd, POLLIN, 0}, {stopFd, POLLIN, 0}}};
        if (::poll(ready.data(), ready.size(), -1) < 0 && errno == EINTR)
            continue;
        if (ready[1].revents != 0)
            break;
        const ssize_t count = ::read(fd, bytes.data(), bytes.size());
        if (count < 0 && errno == EINTR)
            continue;
        if (count <= 0)
            break;
        reader.append(QByteArray(bytes.data(), count));
        open = take(reader);
    }
    ending();
    close();
}

bool RequestInbox::take(FrameReader &reader)
{
    for (;;) {
        const auto frame = reader.next();
        auto request = frame && *frame ? decodeRequest(**frame) : Result<Request>(Quit{});
        if (frame && !*frame)
            return true;
        if (!frame || !request) {
            const Error &error = frame ? request.error() : frame.error();
            std::fprintf(stderr, "requests: %s\n", qPrintable(logLine(error)));
            return false;
        }
        if (std::holds_alternative<Quit>(*request))
            return false;
        const bool cancel = std::holds_alternative<Cancel>(*request);
        push(std::move(*request));
        if (cancel)
            m_gate.cancel();
    }
}

void RequestInbox::push(Request request)
{
    const std::scoped_lock lock(m_mutex);
    m_requests.push_back(std::move(request));
    m_changed.notify_one();
}

void RequestInbox::close()
{
    {
        const std::scoped_lock lock(m_mutex);
        m_closed = true;
        m_changed.notify_one();
    }
    m_gate.cancel();
}

void RequestInbox::waitFor(std::chrono::milliseconds time)
{
    std::unique_lock lock(m_mutex);
    m_changed.wait_for(lock, time, [this] { return m_closed || !m_requests.empty(); });
}

std::optional<Request> RequestInbox::wait()
{
    std::unique_lock lock(m_mutex);
    m_changed.wait(lock, [this] { return m_closed || !m_requests.empty(); });
    if (m_closed)
        return std::nullopt;
    Request request = std::move(m_requests.front());
    m_requests.pop_front();
    return request;
}

} // namespace sohoa::scan
