// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/signature/secret_bytes.h"

#include <QString>

namespace sohoa {

/// The first line of a file; "-" is standard input. FileUnreadable (args: path).
Result<SecretBytes> secretFromFile(const QString &path);

/// Asks at the terminal, without showing what is typed. UsageError when there is no terminal.
Result<SecretBytes> askSecret(const QString &question);

} // namespace sohoa
