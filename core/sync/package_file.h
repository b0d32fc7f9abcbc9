// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"

#include <QFile>
#include <QString>

#include <functional>

namespace sohoa {

/// Called with each piece of a file, at most 1 MiB; an error ends the reading.
using PieceSink = std::function<Result<void>(const char *data, qint64 size)>;

/// Reads the rest of an open file in pieces and gives its SHA-256 as 64 lower-case hexadecimal digits. For worker
/// threads: it blocks. `sink` may be empty. FileUnreadable (args: path) or what `sink` answers.
Result<QString> readThrough(QFile &file, const PieceSink &sink);

/// SHA-256 of a whole file. `fromDisk` drops it from the system's cache first, so that what a stick really holds
/// is read. FileUnreadable (args: path).
Result<QString> hashFile(const QString &path, bool fromDisk = false, const PieceSink &sink = {});

} // namespace sohoa
