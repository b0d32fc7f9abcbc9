// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/dates.h"
#include "core/base/error.h"

#include <QByteArray>
#include <QString>

#include <optional>
#include <vector>

namespace sohoa {

/// In whose name a file is signed.
enum class SignatureRole {
    Unknown, ///< Not signed by Sohoa.
    Officer, ///< Chữ ký số cá nhân: who digitized the paper.
    Agency,  ///< Chữ ký số của cơ quan: stands for the stamp.
};
/// "unknown", "officer", "agency": for the record and the command line.
QString toString(SignatureRole role);

/// What became of the file after a signature was made.
enum class LaterChanges {
    None,           ///< The signature covers the file to its last byte.
    SignaturesOnly, ///< Further signatures (or their validation data) were appended: allowed.
    Other,          ///< Something that the signer has not seen.
};

enum class CertificateTrust {
    NotAsked,  ///< No authorities were given to judge by.
    Trusted,   ///< Its chain ends at one of them and was valid then.
    Untrusted, ///< See the problem.
};

/// What the file itself proves of a certificate's revocation; no service is asked.
enum class Revocation {
    NotChecked, ///< It brings no revocation list of the certificate's issuer that reaches to that moment.
    NotRevoked,
    Revoked,
};

/// A timestamp (RFC 3161) over a signature.
struct TimestampFacts {
    Instant at;
    QString authority;   ///< Common name of its signer.
    bool intact = false; ///< Belongs to this signature and its own signature holds.
    CertificateTrust trust = CertificateTrust::NotAsked;
    QString problem; ///< English, for the log; empty: none.
};

/// One signature of a PDF.
struct SignatureFacts {
    QString field;
    QString subFilter; ///< "ETSI.CAdES.detached"
    SignatureRole role = SignatureRole::Unknown;
    QString signer;       ///< The certificate's common name.
    QString organisation; ///< The certificate's; empty: it names none.
    QString issuer;
    QString certificateSerial; ///< Upper-case hex.
    QString agency;            ///< As the signature says where it was made.
    QString reason;
    std::optional<Instant> signedAt; ///< As the signer's clock said.
    LaterChanges laterChanges = LaterChanges::Other;
    /// The bytes it speaks for are those that were signed.
    bool digestIntact = false;
    /// Made with the key of its certificate, and the certificate is the one it names (ESS).
    bool signatureIntact = false;
    CertificateTrust trust = CertificateTrust::NotAsked;
    Revocation revocation = Revocation::NotChecked;
    std::optional<TimestampFacts> timestamp;
    QString problem; ///< What is wrong with it, English, for the log and `sohoactl verify`; empty: nothing.

    bool coversWholeDocument() const { return laterChanges == LaterChanges::None; }
    /// Nobody touched what was signed. Says nothing of who the signer is: see trust.
    bool holds() const { return digestIntact && signatureIntact && laterChanges != LaterChanges::Other; }
};

struct SignatureInspectionOptions {
    /// PEM file with the certificates of the authorities that are trusted; empty: trust is not judged.
    QString authoritiesFile;
    /// Chains are judged for the moment of a trusted timestamp, else for this one.
    Instant now;
};

/// Every signature of a PDF that may be hostile, oldest first; empty: it bears none. A signature that makes no
/// sense is reported with its problem, not as an error.
/// Errors: FileUnreadable (the PDF or the authorities), PdfUnreadable, PdfEncrypted; args: path. Thread-safe.
Result<std::vector<SignatureFacts>> inspectSignatures(const QString &path,
                                                      const SignatureInspectionOptions &options);

} // namespace sohoa
