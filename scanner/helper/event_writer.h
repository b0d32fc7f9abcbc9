// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "scanner/protocol/messages.h"

namespace sohoa::scan {

/// Sends events. When nobody reads any more, they are dropped: the end of stdin, which comes with that, ends the
/// helper. One thread.
class EventWriter {
public:
    explicit EventWriter(int fd)
        : m_fd(fd)
    {
    }
    void send(const Event &event);

private:
    int m_fd;
    bool m_broken = false;
};

} // namespace sohoa::scan
