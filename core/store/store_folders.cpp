// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/store_folders.h"

#include "core/base/durable_file.h"

#include <QFile>
#include <QFileInfo>

#include <sys/stat.h>

#include <cerrno>
#include <cstdio>
#include <cstring>

namespace sohoa {

using namespace Qt::StringLiterals;

namespace {

tl::unexpected<Error> changeFailed(const QString &what, const QString &path, int reason)
{
    return fail(reason == ENOSPC || reason == EDQUOT ? ErrorCode::DiskFull : ErrorCode::FileUnwritable,
                u"%1 %2: %3"_s.arg(what, path, QString::fromLocal8Bit(std::strerror(reason))),
                {{u"path"_s, path}});
}

} // namespace

Result<void> makePrivateFolder(const QString &path)
{
    constexpr mode_t ownerOnly = 0700;
    if (::mkdir(QFile::encodeName(path).constData(), ownerOnly) == 0 || errno == EEXIST)
        return {};
    return changeFailed(u"mkdir"_s, path, errno);
}

Result<void> moveDurably(const QString &from, const QString &to)
{
    if (std::rename(QFile::encodeName(from).constData(), QFile::encodeName(to).constData()) != 0)
        return changeFailed(u"rename to"_s, to, errno);
    const QString source = QFileInfo(from).path();
    const QString target = QFileInfo(to).path();
    if (auto synced = syncFolder(target); !synced || source == target)
        return synced;
    return syncFolder(source);
}

} // namespace sohoa
