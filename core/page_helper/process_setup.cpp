// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/page_helper/process_setup.h"

#include <fcntl.h>
#include <malloc.h>
#include <sys/resource.h>
#include <unistd.h>

#include <cerrno>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <cstring>

#if defined(__SANITIZE_ADDRESS__)
// fontconfig, which poppler uses for fonts that are not in the file, keeps its configuration until the end.
extern "C" const char *__lsan_default_suppressions();
extern "C" const char *__lsan_default_suppressions()
{
    return "leak:libfontconfig";
}
#endif

namespace sohoa {

namespace {

constexpr int badStart = 2;

[[noreturn]] void refuse(const char *what)
{
    std::fprintf(stderr, "sohoa-page-helper: %s: %s\n", what, std::strerror(errno));
    std::_Exit(badStart);
}

/// Sanitizers reserve terabytes of addresses.
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
constexpr bool limitMemory = false;
#else
constexpr bool limitMemory = true;
#endif

} // namespace

void requireOneThread(char *const arguments[])
{
    const char *limit = std::getenv("OMP_THREAD_LIMIT");
    if (limit && std::strcmp(limit, "1") == 0)
        return;
    if (::setenv("OMP_THREAD_LIMIT", "1", 1) != 0)
        refuse("OMP_THREAD_LIMIT");
    ::execv("/proc/self/exe", arguments);
    refuse("cannot start with OMP_THREAD_LIMIT=1");
}

void limitProcess()
{
    constexpr int niceness = 5;
    constexpr rlim_t megabyte = rlim_t{1} << 20;
    constexpr rlim_t defaultMegabytes = 2000;
    constexpr rlim_t leastMegabytes = 200; ///< The reading model and one small page.
    errno = 0;
    if (::nice(niceness) == -1 && errno != 0)
        refuse("nice");
    const rlimit noCore{0, 0};
    if (::setrlimit(RLIMIT_CORE, &noCore) != 0)
        refuse("RLIMIT_CORE");
    if (limitMemory) {
        rlim_t megabytes = defaultMegabytes;
        if (const char *wanted = std::getenv("SOHOA_PAGE_MEMORY_MB")) {
            char *end = nullptr;
            megabytes = std::strtoul(wanted, &end, 10);
            if (*end != '\0' || megabytes < leastMegabytes) {
                errno = EINVAL;
                refuse("SOHOA_PAGE_MEMORY_MB");
            }
        }
        const rlimit memory{megabytes * megabyte, megabytes * megabyte};
        if (::setrlimit(RLIMIT_AS, &memory) != 0)
            refuse("RLIMIT_AS");
    }
    // glibc's largest threshold for mmap is 32 MB; an A4 page in colour takes 35.
    ::mallopt(M_MMAP_THRESHOLD, 32 << 20);
    ::mallopt(M_TRIM_THRESHOLD, 256 << 20);
    std::signal(SIGPIPE, SIG_IGN);
}

ProtocolDescriptors claimStandardStreams()
{
    ProtocolDescriptors result;
    result.in = ::fcntl(STDIN_FILENO, F_DUPFD_CLOEXEC, 3);
    result.out = ::fcntl(STDOUT_FILENO, F_DUPFD_CLOEXEC, 3);
    const int nothing = ::open("/dev/null", O_RDONLY | O_CLOEXEC);
    if (result.in < 0 || result.out < 0 || nothing < 0 || ::dup2(nothing, STDIN_FILENO) < 0 ||
        ::dup2(STDERR_FILENO, STDOUT_FILENO) < 0)
        refuse("standard streams");
    ::close(nothing);
    return result;
}

} // namespace sohoa
