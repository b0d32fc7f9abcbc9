// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/signature/openssl_handles.h"
#include "core/signature/signature_inspection.h"

namespace sohoa {

/// The certificates of a PEM file as trust anchors (also those that are not self-signed). FileUnreadable (args:
/// path) when it cannot be read or holds none.
Result<StoreHandle> readAuthorities(const QString &path);

struct TrustVerdict {
    CertificateTrust trust = CertificateTrust::NotAsked;
    QString problem; ///< OpenSSL's words, or ours.
};

/// Whether the chain of `certificate` over `others` ends at an anchor and was valid at `at`. `purpose` is one of
/// OpenSSL's X509_PURPOSE_…; `anchors` null: not asked. Revocation is not looked into.
TrustVerdict judge(X509_STORE *anchors, X509 *certificate, STACK_OF(X509) * others, int purpose, Instant at);

} // namespace sohoa
