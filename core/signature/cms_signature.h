// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/signature/openssl_handles.h"

#include <QByteArray>

#include <vector>

namespace sohoa {

/// A CMS as PAdES wants it (EN 319 142-1, baseline B-B): detached, SHA-256, the signer's certificate and its chain
/// inside, signed attributes content-type, message-digest and signing-certificate-v2; no signing-time, which
/// stands in the PDF. The key is elsewhere: it signs signedAttributes() and the signature is brought here. With a
/// timestamp it becomes B-T. Not thread-safe.
class CmsSignature {
public:
    /// `sha256` is of the bytes to be signed. CertificateMissing when the certificate is none, Internal.
    static Result<CmsSignature> begin(const QByteArray &certificate, const std::vector<QByteArray> &chain,
                                      const QByteArray &sha256);

    /// DER of the signed attributes: the bytes over whose SHA-256 the key signs.
    const QByteArray &signedAttributes() const { return m_attributes; }
    /// PKCS#1 v1.5, or ECDSA as DER. CertificateMissing when it is not of the certificate's key.
    Result<void> setSignature(const QByteArray &signature);
    Result<void> addTimestamp(const QByteArray &token);
    QByteArray encoded() const;

private:
    CmsSignature(CmsHandle cms, CMS_SignerInfo *signer, QByteArray attributes)
        : m_cms(std::move(cms))
        , m_signer(signer)
        , m_attributes(std::move(attributes))
    {
    }

    CmsHandle m_cms;
    CMS_SignerInfo *m_signer; ///< Of m_cms.
    QByteArray m_attributes;
};

} // namespace sohoa
