// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/dates.h"
#include "core/base/error.h"

#include <QByteArray>
#include <QString>

#include <optional>

namespace sohoa {

/// What a certificate says.
struct CertificateFacts {
    QString commonName;
    QString organisation; ///< Empty: it names none.
    QString issuer;       ///< The issuer's common name, else its organisation.
    QString serial;       ///< Upper-case hex, as certificate authorities print it.
    Instant notBefore;
    Instant notAfter;
    /// Its key usage has digitalSignature or nonRepudiation, or it does not say.
    bool maySign = false;
};

/// Nothing when the bytes are no X.509 certificate. Thread-safe.
std::optional<CertificateFacts> certificateFacts(const QByteArray &der);

/// Whether a signature may be made with it at that moment: CertificateExpired, CertificateNotYet (args: date, a
/// civil day in Vietnam), CertificateNoUsage.
Result<void> checkUsable(const CertificateFacts &certificate, Instant at);

} // namespace sohoa
