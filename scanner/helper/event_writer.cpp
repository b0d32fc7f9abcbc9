// SPDX-License-Identifier: GPL-3.0-or-later
#include "scanner/helper/event_writer.h"

#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstring>

namespace sohoa::scan {

void EventWriter::send(const Event &event)
{
    auto frame = encode(event);
    if (!frame) // What is too long for a frame is told as the error it is; that one is short.
        frame = encode(Event(Failed{frame.error()}));
    qsizetype sent = 0;
    while (!m_broken && frame && sent < frame->size()) {
        const ssize_t count = ::write(m_fd, frame->constData() + sent, static_cast<size_t>(frame->size() - sent));
        if (count >= 0) {
            sent += count;
        } else if (errno != EINTR) {
            std::fprintf(stderr, "events: %s\n", std::strerror(errno));
            m_broken = true;
        }
    }
}

} // namespace sohoa::scan
