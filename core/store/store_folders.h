// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"

#include <QString>

namespace sohoa {

/// A folder that only its owner may enter (0700); one that is there already is left as it is. DiskFull,
/// FileUnwritable (args: path).
Result<void> makePrivateFolder(const QString &path);

/// Renames within a file system, and makes both folders durable. FileUnwritable (args: path).
Result<void> moveDurably(const QString &from, const QString &to);

} // namespace sohoa
