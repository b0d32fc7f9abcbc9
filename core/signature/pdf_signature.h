// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/dates.h"
#include "core/base/error.h"
#include "core/signature/signature_inspection.h"

#include <QByteArray>
#include <QString>

namespace sohoa {

/// What a signature says besides who made it.
struct SignatureText {
    SignatureRole role = SignatureRole::Officer; ///< Not Unknown.
    QString signer;                              ///< The certificate's common name.
    QString agency;                              ///< In whose name; empty: not said.
    Instant at;                                  ///< Written in Vietnam's zone, +07:00.
};

struct SignedFile {
    QString sha256; ///< Lower-case hex, of the whole file.
    qint64 bytes = 0;
};

/// A PDF that waits for its signature: everything is laid out, only the signature's own bytes are missing, and
/// nothing is on the disk yet. What is appended (an incremental update) leaves every byte that is there untouched,
/// earlier signatures and conformance with PDF/A included. The signature is not displayed: its field lies top
/// right on the first page (Decree 30/2020/NĐ-CP, Annex I) and draws nothing; agency, time and kind of copy stand
/// in the signature and in the field's description. Not thread-safe.
class PdfSignature {
public:
    /// `reserved`: bytes kept for the signature. Errors: FileUnreadable, PdfUnreadable, PdfEncrypted,
    /// PdfNotSignable, SignatureBroken (one it bears already), SignedAlready (by this role); args: path.
    static Result<PdfSignature> prepare(const QString &path, const SignatureText &text, qsizetype reserved);

    /// SHA-256 of the bytes to be signed.
    const QByteArray &sha256() const { return m_sha256; }

    /// Writes the signed file, atomically, durably, and only when it has been read back and every signature of it
    /// holds. `output` may be the file itself. Errors: DiskFull, FileUnwritable, Internal.
    Result<SignedFile> write(const QByteArray &cms, const QString &output) const;

private:
    PdfSignature() = default;

    QByteArray m_file;
    QByteArray m_update;
    qsizetype m_contents = 0; ///< Where "<" stands in the update.
    qsizetype m_reserved = 0;
    QByteArray m_sha256;
};

} // namespace sohoa
