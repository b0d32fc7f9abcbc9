// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/signature/certificate.h"
#include "core/signature/openssl_handles.h"

namespace sohoa {

/// The facts of a certificate that OpenSSL has decoded already; nothing when its dates are no dates.
std::optional<CertificateFacts> factsOf(X509 *certificate);
std::optional<Instant> instantOf(const ASN1_TIME *time);
/// Upper-case hex; empty when there is none.
QString serialOf(const ASN1_INTEGER *serial);

} // namespace sohoa
