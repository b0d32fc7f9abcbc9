// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/store_lock.h"

#include <QFile>
#include <QTimeZone>

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <utility>

namespace sohoa {

using namespace Qt::StringLiterals;

namespace {

tl::unexpected<Error> lockFailed(const QString &what, const QString &path)
{
    const int reason = errno;
    const QString detail = u"%1 %2: %3"_s.arg(what, path, QString::fromLocal8Bit(std::strerror(reason)));
    if (reason == EWOULDBLOCK)
        return fail(ErrorCode::StoreBusy, detail);
    return fail(reason == ENOSPC || reason == EDQUOT ? ErrorCode::DiskFull : ErrorCode::FileUnwritable, detail,
                {{u"path"_s, path}});
}

} // namespace

Result<StoreLock> StoreLock::take(const QString &path)
{
    const int fd = ::open(QFile::encodeName(path).constData(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
    if (fd < 0)
        return lockFailed(u"open"_s, path);
    // Owned from here on, so that the file is closed on every way out.
    StoreLock lock(fd, {});
    int locked = 0;
    do {
        locked = ::flock(fd, LOCK_EX | LOCK_NB);
    } while (locked != 0 && errno == EINTR);
    if (locked != 0)
        return lockFailed(u"flock"_s, path);
    // The file system's own clock, the same that dates the temporary files.
    struct stat status {};
    if (::futimens(fd, nullptr) != 0 || ::fstat(fd, &status) != 0)
        return lockFailed(u"touch"_s, path);
    constexpr qint64 msecsPerSecond = 1000;
    constexpr qint64 nsecsPerMsec = 1'000'000;
    lock.m_takenAt = QDateTime::fromMSecsSinceEpoch(
        status.st_mtim.tv_sec * msecsPerSecond + status.st_mtim.tv_nsec / nsecsPerMsec, QTimeZone::utc());
    return lock;
}

StoreLock::StoreLock(int fd, QDateTime takenAt)
    : m_fd(fd)
    , m_takenAt(std::move(takenAt))
{
}

StoreLock::StoreLock(StoreLock &&other) noexcept
    : m_fd(std::exchange(other.m_fd, -1))
    , m_takenAt(std::move(other.m_takenAt))
{
}

StoreLock::~StoreLock()
{
    if (m_fd >= 0)
        ::close(m_fd);
}

} // namespace sohoa
