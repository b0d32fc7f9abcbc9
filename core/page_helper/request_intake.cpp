// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/page_helper/request_intake.h"

#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstring>

namespace sohoa {

using namespace Qt::StringLiterals;

quint32 requestId(const PageHelperRequest &request)
{
    return std::visit([](const auto &r) { return r.id; }, request);
}

RequestIntake::RequestIntake(int descriptor)
    : m_thread([this, descriptor] { readAll(descriptor); })
{
}

RequestIntake::~RequestIntake()
{
    m_thread.join();
}

std::optional<RequestIntake::Work> RequestIntake::next()
{
    std::unique_lock lock(m_mutex);
    m_running.reset();
    m_changed.wait(lock, [this] { return m_ended || !m_waiting.empty(); });
    if (m_ended)
        return std::nullopt;
    m_running = std::move(m_waiting.front());
    m_waiting.pop_front();
    return Work{m_running->request, m_running->stop.get_token()};
}

std::optional<Error> RequestIntake::fault() const
{
    const std::scoped_lock lock(m_mutex);
    return m_fault;
}

void RequestIntake::readAll(int descriptor)
{
    std::array<char, 65536> buffer{};
    while (true) {
        const ssize_t count = ::read(descriptor, buffer.data(), buffer.size());
        if (count < 0 && errno == EINTR)
            continue;
        if (count < 0)
            return finish(Error{ErrorCode::HelperProtocol, {}, QString::fromLocal8Bit(std::strerror(errno))});
        if (count == 0)
            return finish(m_frames.pending() == 0
                              ? std::nullopt
                              : std::optional(Error{ErrorCode::HelperProtocol, {}, u"torn frame"_s}));
        if (auto taken = take(QByteArray(buffer.data(), static_cast<qsizetype>(count))); !taken)
            return finish(taken.error());
    }
}

Result<void> RequestIntake::take(const QByteArray &bytes)
{
    m_frames.append(bytes);
    while (true) {
        const auto frame = m_frames.next();
        if (!frame)
            return fail(frame.error());
        if (!*frame)
            return {};
        auto request = decodePageRequest(**frame);
        if (!request)
            return fail(std::move(request).error());
        if (const auto *cancelled = std::get_if<CancelRequest>(&*request)) {
            cancel(cancelled->id);
            continue;
        }
        const std::scoped_lock lock(m_mutex);
        m_waiting.push_back({std::move(*request), std::stop_source()});
        m_changed.notify_one();
    }
}

void RequestIntake::cancel(quint32 id)
{
    const std::scoped_lock lock(m_mutex);
    if (m_running && requestId(m_running->request) == id)
        m_running->stop.request_stop();
    for (Waiting &waiting : m_waiting)
        if (requestId(waiting.request) == id)
            waiting.stop.request_stop();
}

void RequestIntake::finish(std::optional<Error> fault)
{
    const std::scoped_lock lock(m_mutex);
    m_fault = std::move(fault);
    m_ended = true;
    m_waiting.clear();
    if (m_running)
        m_running->stop.request_stop();
    m_changed.notify_all();
}

} // namespace sohoa
