// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/signature/pdf_signature.h"
#include "tests/unit/signature/authority.h"

#include <QTemporaryDir>

namespace sohoa::test {

/// A folder with a searchable PDF of one page in it.
struct PdfFolder {
    PdfFolder();
    QString file(const QString &name) const { return dir.filePath(name); }

    QTemporaryDir dir;
    QString pdf; ///< "giấy khai sinh.pdf"
};

/// Room for a signature with two certificates and a timestamp.
constexpr qsizetype roomForSignature = 16'000;

SignatureText textFor(SignatureRole role, const QString &signer);

/// Signs `from` into `to` in this process, with a timestamp when there is a service.
Result<SignedFile> signPdf(const QString &from, const QString &to, const Identity &identity,
                           const Authority &authority, SignatureRole role,
                           const TimestampAuthority *timestamps = nullptr);

} // namespace sohoa::test
