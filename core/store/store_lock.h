// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"

#include <QDateTime>
#include <QString>

namespace sohoa {

/// The right to write in a store. Held by the open file (flock), not by the file's existence: when the process
/// ends, even by kill -9 or a power cut, the next one gets it at once.
class StoreLock {
public:
    /// StoreBusy when somebody holds it; FileUnwritable (args: path).
    static Result<StoreLock> take(const QString &path);

    StoreLock(StoreLock &&other) noexcept;
    StoreLock &operator=(StoreLock &&other) = delete;
    StoreLock(const StoreLock &) = delete;
    StoreLock &operator=(const StoreLock &) = delete;
    ~StoreLock();

    /// By the file system's clock: temporary files older than this belong to nobody any more.
    const QDateTime &takenAt() const { return m_takenAt; }

private:
    StoreLock(int fd, QDateTime takenAt);

    int m_fd = -1;
    QDateTime m_takenAt;
};

} // namespace sohoa
