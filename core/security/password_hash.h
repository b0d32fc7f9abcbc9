// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/signature/secret_bytes.h"

#include <QByteArray>

namespace sohoa {

/// Argon2id of a user's password in libsodium's printable form ("$argon2id$v=19$m=…"): it carries its salt and
/// cost, so that the cost can be raised later. Takes some 0.1 s and 64 MiB: libsodium's "interactive" cost, less
/// than a vault's slot has, because who can read this hash reads the store it lies in as well.
/// Errors: PasswordWeak (args: least); VaultFailed (args: reason "memory" or "sodium").
Result<QByteArray> hashPassword(const SecretBytes &password);

/// Whether the password made this hash. The hash is not trusted: one that asks for more memory or time than this
/// program would ever take, or is none, fits no password.
bool passwordMatches(const QByteArray &hash, const SecretBytes &password);

/// As long as passwordMatches() takes: for a name that nobody has, so that the time does not tell.
void wastePasswordTime(const SecretBytes &password);

} // namespace sohoa
