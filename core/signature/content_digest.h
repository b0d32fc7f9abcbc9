// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"

#include <QByteArray>

#include <openssl/evp.h>

#include <functional>

namespace sohoa {

/// Digest of the bytes that a signature or timestamp speaks for, under the algorithm it names.
using ContentDigest = std::function<Result<QByteArray>(const EVP_MD *algorithm)>;

/// The digest of several stretches of bytes, one after the other; Internal when OpenSSL fails.
Result<QByteArray> digestOf(const EVP_MD *algorithm, std::initializer_list<QByteArrayView> stretches);

} // namespace sohoa
