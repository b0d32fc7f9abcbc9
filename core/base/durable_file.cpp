// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/durable_file.h"

#include <QFile>
#include <QFileInfo>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <utility>

namespace sohoa {

using namespace Qt::StringLiterals;

namespace {

tl::unexpected<Error> writeFailed(const QString &what, const QString &path)
{
    const int reason = errno;
    const ErrorCode code = reason == ENOSPC || reason == EDQUOT ? ErrorCode::DiskFull : ErrorCode::FileUnwritable;
    return fail(code, u"%1 %2: %3"_s.arg(what, path, QString::fromLocal8Bit(std::strerror(reason))),
                {{u"path"_s, path}});
}

QString partName(const QString &path)
{
    const QFileInfo info(path);
    return info.path() + u"/."_s + info.fileName() + u".part"_s;
}

} // namespace

Result<DurableFile> DurableFile::create(const QString &path)
{
    // A device or a pipe (/dev/stdout, /dev/null) is written to; renaming over it would put a file in its place.
    if (const QFileInfo info(path); info.exists() && !info.isFile()) {
        const int fd = ::open(QFile::encodeName(path).constData(), O_WRONLY | O_CLOEXEC);
        return fd < 0 ? Result<DurableFile>(writeFailed(u"open"_s, path)) : DurableFile(path, fd, true);
    }
    const QByteArray name = QFile::encodeName(partName(path));
    const int fd = ::open(name.constData(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
    if (fd < 0)
        return writeFailed(u"open"_s, path);
    return DurableFile(path, fd);
}

DurableFile::DurableFile(QString path, int fd, bool isDevice)
    : m_path(std::move(path))
    , m_fd(fd)
    , m_isDevice(isDevice)
{
}

DurableFile::DurableFile(DurableFile &&other) noexcept
    : m_path(std::move(other.m_path))
    , m_fd(std::exchange(other.m_fd, -1))
    , m_isDevice(other.m_isDevice)
{
}

DurableFile &DurableFile::operator=(DurableFile &&other) noexcept
{
    if (this != &other) {
        discard();
        m_path = std::move(other.m_path);
        m_fd = std::exchange(other.m_fd, -1);
        m_isDevice = other.m_isDevice;
    }
    return *this;
}

DurableFile::~DurableFile()
{
    discard();
}

void DurableFile::discard()
{
    if (m_fd < 0)
        return;
    ::close(m_fd);
    m_fd = -1;
    if (!m_isDevice)
        QFile::remove(temporaryPath());
}

QString DurableFile::temporaryPath() const
{
    return partName(m_path);
}

Result<void> DurableFile::write(const char *data, qsizetype size)
{
    while (size > 0) {
        const ssize_t written = ::write(m_fd, data, static_cast<size_t>(size));
        if (written < 0) {
            if (errno == EINTR)
                continue;
            return writeFailed(u"write"_s, m_path);
        }
        data += written;
        size -= written;
    }
    return {};
}

Result<void> DurableFile::commit()
{
    if (m_isDevice) {
        if (::close(std::exchange(m_fd, -1)) != 0)
            return writeFailed(u"close"_s, m_path);
        return {};
    }
    if (::fsync(m_fd) != 0)
        return writeFailed(u"fsync"_s, m_path);
    // The name is given only to a file that closed well: a network folder may report a full disk as late as this.
    if (::close(std::exchange(m_fd, -1)) != 0) {
        const auto failed = writeFailed(u"close"_s, m_path);
        QFile::remove(temporaryPath());
        return failed;
    }
    if (::rename(QFile::encodeName(temporaryPath()).constData(), QFile::encodeName(m_path).constData()) != 0) {
        const auto failed = writeFailed(u"rename"_s, m_path);
        QFile::remove(temporaryPath());
        return failed;
    }
    return syncFolder(QFileInfo(m_path).path());
}

Result<void> writeDurably(const QString &path, const QByteArray &bytes)
{
    auto file = DurableFile::create(path);
    if (!file)
        return fail(file.error());
    if (auto written = file->write(bytes); !written)
        return written;
    return file->commit();
}

Result<void> copyDurably(const QString &from, const QString &to)
{
    QFile source(from);
    if (!source.open(QIODevice::ReadOnly))
        return fail(ErrorCode::FileUnreadable, source.errorString(), {{u"path"_s, from}});
    auto file = DurableFile::create(to);
    if (!file)
        return fail(file.error());
    constexpr qint64 chunk = qint64{1} << 20;
    while (!source.atEnd()) {
        const QByteArray bytes = source.read(chunk);
        if (bytes.isEmpty())
            return fail(ErrorCode::FileUnreadable, source.errorString(), {{u"path"_s, from}});
        if (auto written = file->write(bytes); !written)
            return written;
    }
    return file->commit();
}

Result<void> syncFolder(const QString &folder)
{
    const int fd = ::open(QFile::encodeName(folder).constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (fd < 0)
        return writeFailed(u"open folder"_s, folder);
    const int synced = ::fsync(fd);
    const int reason = errno;
    ::close(fd);
    errno = reason;
    // EINVAL: file systems (some USB sticks) that cannot sync a folder do the rename at once.
    if (synced != 0 && reason != EINVAL)
        return writeFailed(u"fsync folder"_s, folder);
    return {};
}

Result<QByteArray> readFile(const QString &path, qint64 limit)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return fail(ErrorCode::FileUnreadable, file.errorString(), {{u"path"_s, path}});
    // QIODevice::read() sets aside all that it is allowed to read, and files under /proc have no size.
    constexpr qint64 smallest = 4096;
    QByteArray bytes;
    while (bytes.size() <= limit) {
        const qint64 known = std::max(file.size() - bytes.size(), smallest);
        const QByteArray piece = file.read(std::min(known, limit + 1 - bytes.size()));
        if (piece.isEmpty())
            break;
        bytes += piece;
    }
    if (file.error() != QFile::NoError || bytes.size() > limit)
        return fail(ErrorCode::FileUnreadable,
                    bytes.size() > limit ? u"larger than %1 bytes"_s.arg(limit) : file.errorString(),
                    {{u"path"_s, path}});
    return bytes;
}

} // namespace sohoa
