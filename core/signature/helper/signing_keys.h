// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/signature/secret_bytes.h"
#include "core/signature/sign_messages.h"

#include <memory>
#include <vector>

namespace sohoa {

/// Keys that can sign, wherever they are.
class SigningKeys {
public:
    SigningKeys() = default;
    SigningKeys(const SigningKeys &) = delete;
    SigningKeys &operator=(const SigningKeys &) = delete;
    virtual ~SigningKeys() = default;

    /// Every certificate found, with the key that belongs to it.
    virtual Result<std::vector<KeyCertificate>> certificates() = 0;
    virtual Result<QByteArray> sign(int key, const QByteArray &bytes) = 0;
};

/// A token behind a PKCS#11 module, logged in to as long as this lives. A PIN is tried once, never again: tokens
/// lock themselves. Errors: SignModuleMissing, TokenNotFound, TokenGone, PinWrong, TokenLocked, TokenFailed,
/// CertificateUnclear (several tokens, none named).
Result<std::unique_ptr<SigningKeys>> openToken(const QString &module, const QString &token, SecretBytes pin);

/// A PKCS#12 file. Errors: FileUnreadable, KeyFileUnreadable, KeyFilePassword, CertificateMissing; args: path.
Result<std::unique_ptr<SigningKeys>> openKeyFile(const QString &path, const SecretBytes &password);

} // namespace sohoa
