// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/signature/cms_signature.h"

#include <algorithm>

namespace sohoa {

using namespace Qt::StringLiterals;

namespace {

tl::unexpected<Error> failedInOpenSsl()
{
    return fail(ErrorCode::Internal, openSslError());
}

/// The attributes as DER's SET OF: sorted by their encodings, tag and length before them (X.690, 11.6).
QByteArray attributesDer(CMS_SignerInfo *signer)
{
    std::vector<QByteArray> parts;
    for (int i = 0; i < CMS_signed_get_attr_count(signer); ++i)
        parts.push_back(toDer(CMS_signed_get_attr(signer, i), i2d_X509_ATTRIBUTE));
    std::ranges::sort(parts, [](const QByteArray &left, const QByteArray &right) {
        const auto byte = [](char c) { return static_cast<unsigned char>(c); };
        return std::ranges::lexicographical_compare(left, right, {}, byte, byte);
    });
    QByteArray content;
    for (const QByteArray &part : parts)
        content += part;
    const int size = static_cast<int>(content.size());
    QByteArray der(ASN1_object_size(1, size, V_ASN1_SET) - size, '\0');
    auto *at = reinterpret_cast<unsigned char *>(der.data());
    ASN1_put_object(&at, 1, size, V_ASN1_SET, V_ASN1_UNIVERSAL);
    return der + content;
}

} // namespace

Result<CmsSignature> CmsSignature::begin(const QByteArray &certificate, const std::vector<QByteArray> &chain,
                                         const QByteArray &sha256)
{
    const auto signer = fromDer<CertificateHandle>(certificate, d2i_X509);
    if (!signer)
        return fail(ErrorCode::CertificateMissing, u"no certificate"_s);
    constexpr unsigned int flags = CMS_PARTIAL | CMS_DETACHED | CMS_BINARY;
    CmsHandle cms(CMS_sign(nullptr, nullptr, nullptr, nullptr, flags));
    if (!cms)
        return failedInOpenSsl();
    // The public half stands in for the key: nothing is signed here.
    CMS_SignerInfo *info = CMS_add1_signer(cms.get(), signer.get(), X509_get0_pubkey(signer.get()), EVP_sha256(),
                                           flags | CMS_CADES | CMS_NOSMIMECAP);
    if (!info)
        return failedInOpenSsl();
    for (const QByteArray &der : chain) {
        const auto link = fromDer<CertificateHandle>(der, d2i_X509);
        if (link && X509_cmp(link.get(), signer.get()) != 0)
            CMS_add1_cert(cms.get(), link.get()); // refuses one that is in already: the more the worse
        ERR_clear_error();
    }
    if (CMS_signed_add1_attr_by_NID(info, NID_pkcs9_contentType, V_ASN1_OBJECT, OBJ_nid2obj(NID_pkcs7_data), -1) !=
            1 ||
        CMS_signed_add1_attr_by_NID(info, NID_pkcs9_messageDigest, V_ASN1_OCTET_STRING, sha256.constData(),
                                    static_cast<int>(sha256.size())) != 1)
        return failedInOpenSsl();
    QByteArray attributes = attributesDer(info);
    return CmsSignature(std::move(cms), info, std::move(attributes));
}

Result<void> CmsSignature::setSignature(const QByteArray &signature)
{
    if (ASN1_STRING_set(CMS_SignerInfo_get0_signature(m_signer), signature.constData(),
                        static_cast<int>(signature.size())) != 1)
        return failedInOpenSsl();
    // OpenSSL verifies over the attributes in the order in which they are in memory: as decoded, they are sorted.
    auto decoded = fromDer<CmsHandle>(encoded(), d2i_CMS_ContentInfo);
    if (!decoded)
        return failedInOpenSsl();
    m_cms = std::move(decoded);
    m_signer = sk_CMS_SignerInfo_value(CMS_get0_SignerInfos(m_cms.get()), 0);
    CMS_set1_signers_certs(m_cms.get(), nullptr, 0);
    if (CMS_SignerInfo_verify(m_signer) != 1)
        return fail(ErrorCode::CertificateMissing,
                    u"the signature is not of the certificate's key: "_s + openSslError());
    return {};
}

Result<void> CmsSignature::addTimestamp(const QByteArray &token)
{
    if (CMS_unsigned_add1_attr_by_NID(m_signer, NID_id_smime_aa_timeStampToken, V_ASN1_SEQUENCE, token.constData(),
                                      static_cast<int>(token.size())) != 1)
        return failedInOpenSsl();
    return {};
}

QByteArray CmsSignature::encoded() const
{
    return toDer(m_cms.get(), i2d_CMS_ContentInfo);
}

} // namespace sohoa
