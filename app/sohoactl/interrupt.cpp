// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sohoactl/interrupt.h"

#include <fcntl.h>
#include <unistd.h>

#include <array>
#include <csignal>

namespace sohoa {

namespace {

std::array<int, 2> pipeEnds{-1, -1};

void interrupted(int signal)
{
    const char byte = 0;
    // Nothing can be done in a signal handler when this fails; a pipe that is full has told already.
    [[maybe_unused]] const ssize_t written = ::write(pipeEnds[1], &byte, 1);
    std::signal(signal, SIG_DFL);
}

} // namespace

int interruptDescriptor()
{
    if (pipeEnds[0] < 0 && ::pipe2(pipeEnds.data(), O_CLOEXEC | O_NONBLOCK) == 0) {
        std::signal(SIGINT, interrupted);
        std::signal(SIGTERM, interrupted);
    }
    return pipeEnds[0];
}

} // namespace sohoa
