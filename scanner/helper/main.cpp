// SPDX-License-Identifier: GPL-3.0-or-later
#include "scanner/helper/session.h"

#include <fcntl.h>
#include <sys/resource.h>
#include <unistd.h>

#include <chrono>
#include <clocale>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <thread>

namespace {

using namespace std::chrono_literals;

/// A driver that does not come back from its cancel is left behind after so long, when nobody listens any more.
constexpr auto leaveAfter = 5s;

int stopWriteEnd = -1;

extern "C" void onTerminate(int)
{
    const char byte = 0;
    [[maybe_unused]] const auto count = ::write(stopWriteEnd, &byte, 1);
}

/// Keeps the protocol's pipes away from the backends: they print on stdout, and might read stdin.
struct Pipes {
    int requests = -1;
    int events = -1;
    int stop = -1; ///< Readable after SIGTERM.
};

bool isolate(Pipes &pipes)
{
    pipes.requests = ::fcntl(STDIN_FILENO, F_DUPFD_CLOEXEC, 3);
    pipes.events = ::fcntl(STDOUT_FILENO, F_DUPFD_CLOEXEC, 3);
    const int nothing = ::open("/dev/null", O_RDWR | O_CLOEXEC);
    int ends[2] = {-1, -1};
    if (pipes.requests < 0 || pipes.events < 0 || nothing < 0 || ::pipe2(ends, O_CLOEXEC | O_NONBLOCK) < 0)
        return false;
    // A pipe holds 64 KiB unless told otherwise: two rows and a half of A4 at 1200 dpi. Not vital.
    ::fcntl(pipes.events, F_SETPIPE_SZ, static_cast<int>(sohoa::maxFramePayload));
    pipes.stop = ends[0];
    stopWriteEnd = ends[1];
    return ::dup2(nothing, STDIN_FILENO) >= 0 && ::dup2(STDERR_FILENO, STDOUT_FILENO) >= 0;
}

/// Backends translate option words, drop core files and read settings from the current directory.
bool settle()
{
    const rlimit none{0, 0};
    ::setenv("LC_ALL", "C.UTF-8", 1);
    std::setlocale(LC_ALL, "C.UTF-8");
    std::signal(SIGPIPE, SIG_IGN);
    std::signal(SIGTERM, onTerminate);
    return ::chdir("/") == 0 && ::setrlimit(RLIMIT_CORE, &none) == 0;
}

} // namespace

int main()
{
    Pipes pipes;
    if (!isolate(pipes) || !settle()) {
        std::perror("sohoa-scan-helper");
        return EXIT_FAILURE;
    }
    sohoa::scan::CancelGate gate;
    sohoa::scan::RequestInbox inbox(gate);
    // Detached: main() never returns, so what it holds outlives the thread.
    std::thread([&] {
        // Should the driver not return from its cancel (which may be called from here), nobody is left to kill
        // this process: it must end by itself. The timer is therefore a thread of its own.
        inbox.readFrom(pipes.requests, pipes.stop, [] {
            std::thread([] {
                std::this_thread::sleep_for(leaveAfter);
                ::_exit(EXIT_FAILURE);
            }).detach();
        });
    }).detach();
    sohoa::scan::EventWriter events(pipes.events);
    sohoa::scan::Session(inbox, events, gate).run();
    // Neither destructors nor exit handlers: drivers have crashed in theirs.
    ::_exit(EXIT_SUCCESS);
}
