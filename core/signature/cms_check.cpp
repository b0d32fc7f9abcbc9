// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/signature/cms_check.h"

#include "core/signature/certificate_names.h"
#include "core/signature/timestamp.h"
#include "core/signature/trust.h"

#include <openssl/ess.h>
#include <openssl/x509v3.h>

#include <algorithm>
#include <ctime>

namespace sohoa {

using namespace Qt::StringLiterals;

namespace {

using SigningCertificate = OpenSslHandle<ESS_SIGNING_CERT, ESS_SIGNING_CERT_free>;
using SigningCertificateV2 = OpenSslHandle<ESS_SIGNING_CERT_V2, ESS_SIGNING_CERT_V2_free>;

/// The value of an attribute that occurs once with one value; null when it does not.
const ASN1_STRING *attribute(CMS_SignerInfo *signer, int nid, int type)
{
    constexpr int once = -3;
    auto *value = static_cast<ASN1_STRING *>(CMS_signed_get0_data_by_OBJ(signer, OBJ_nid2obj(nid), once, type));
    ERR_clear_error();
    return value;
}

CmsHandle decode(const QByteArray &contents)
{
    const auto *at = reinterpret_cast<const unsigned char *>(contents.constData());
    const unsigned char *end = at + contents.size();
    CmsHandle cms(d2i_CMS_ContentInfo(nullptr, &at, static_cast<long>(contents.size())));
    ERR_clear_error();
    // Behind it only the zeros that fill the place kept for it.
    if (!cms || std::any_of(at, end, [](unsigned char byte) { return byte != 0; }) ||
        OBJ_obj2nid(CMS_get0_type(cms.get())) != NID_pkcs7_signed)
        return {};
    return cms;
}

/// Whether the signed attributes name this certificate. Without such an attribute only a plain PKCS#7 passes.
bool namesCertificate(CMS_SignerInfo *signer, X509 *certificate, bool required)
{
    SigningCertificate first;
    SigningCertificateV2 second;
    if (const ASN1_STRING *der = attribute(signer, NID_id_smime_aa_signingCertificate, V_ASN1_SEQUENCE)) {
        first = fromDer<SigningCertificate>(bytesOf(der), d2i_ESS_SIGNING_CERT);
        if (!first)
            return false;
    }
    if (const ASN1_STRING *der = attribute(signer, NID_id_smime_aa_signingCertificateV2, V_ASN1_SEQUENCE)) {
        second = fromDer<SigningCertificateV2>(bytesOf(der), d2i_ESS_SIGNING_CERT_V2);
        if (!second)
            return false;
    }
    const CertificateStack chain(sk_X509_new_null());
    if (!chain || X509_up_ref(certificate) != 1 || sk_X509_push(chain.get(), certificate) <= 0)
        return false;
    const bool named = OSSL_ESS_check_signing_certs(first.get(), second.get(), chain.get(), required ? 1 : 0) > 0;
    ERR_clear_error();
    return named;
}

bool isStrong(const EVP_MD *algorithm)
{
    return algorithm && EVP_MD_get_size(algorithm) >= SHA256_DIGEST_LENGTH;
}

QByteArray timestampOf(CMS_SignerInfo *signer)
{
    const int at = CMS_unsigned_get_attr_by_NID(signer, NID_id_smime_aa_timeStampToken, -1);
    const ASN1_TYPE *value = at < 0 ? nullptr : X509_ATTRIBUTE_get0_type(CMS_unsigned_get_attr(signer, at), 0);
    if (!value || value->type != V_ASN1_SEQUENCE)
        return {};
    return bytesOf(value->value.sequence);
}

/// The certificate among `all` whose key signed this one; null when it is not there.
X509 *issuerOf(X509 *certificate, const STACK_OF(X509) * all)
{
    for (int i = 0; i < sk_X509_num(all); ++i) {
        X509 *candidate = sk_X509_value(all, i);
        if (X509_NAME_cmp(X509_get_subject_name(candidate), X509_get_issuer_name(certificate)) == 0 &&
            X509_verify(certificate, X509_get0_pubkey(candidate)) == 1)
            return candidate;
    }
    return nullptr;
}

/// Asks the revocation lists that lie beside the certificates (RFC 5652, 5.1).
Revocation revocationAt(Instant moment, CMS_ContentInfo *cms, X509 *certificate, const STACK_OF(X509) * others)
{
    const RevocationLists lists(CMS_get1_crls(cms));
    X509 *issuer = issuerOf(certificate, others);
    auto found = Revocation::NotChecked;
    std::time_t at = moment.msecs / 1000;
    for (int i = 0; issuer && i < sk_X509_CRL_num(lists.get()); ++i) {
        X509_CRL *list = sk_X509_CRL_value(lists.get(), i);
        if (X509_CRL_verify(list, X509_get0_pubkey(issuer)) != 1)
            continue;
        X509_REVOKED *entry = nullptr;
        if (X509_CRL_get0_by_cert(list, &entry, certificate) == 1) {
            // After the moment in question it does no harm.
            if (X509_cmp_time(X509_REVOKED_get0_revocationDate(entry), &at) < 0)
                return Revocation::Revoked;
            found = Revocation::NotRevoked;
        } else if (const ASN1_TIME *until = X509_CRL_get0_nextUpdate(list);
                   until && X509_cmp_time(until, &at) > 0) {
            found = Revocation::NotRevoked;
        }
    }
    ERR_clear_error();
    return found;
}

} // namespace

Result<void> checkCms(const QByteArray &contents, const ContentDigest &content, X509_STORE *anchors, Instant now,
                      SignatureFacts &facts)
{
    const auto broken = [&facts](const QString &problem) -> Result<void> {
        facts.problem = problem;
        return {};
    };
    const CmsHandle cms = decode(contents);
    if (!cms)
        return broken(u"/Contents holds no CMS"_s);
    STACK_OF(CMS_SignerInfo) *signers = CMS_get0_SignerInfos(cms.get());
    if (sk_CMS_SignerInfo_num(signers) != 1)
        return broken(u"not exactly one signer"_s);
    CMS_SignerInfo *signer = sk_CMS_SignerInfo_value(signers, 0);
    CMS_set1_signers_certs(cms.get(), nullptr, 0);
    X509 *certificate = nullptr;
    X509_ALGOR *digestAlgorithm = nullptr;
    CMS_SignerInfo_get0_algs(signer, nullptr, &certificate, &digestAlgorithm, nullptr);
    if (!certificate) {
        ERR_clear_error();
        return broken(u"the signer's certificate is missing"_s);
    }
    const auto owner = factsOf(certificate);
    if (!owner)
        return broken(u"the signer's certificate has no dates"_s);
    facts.signer = owner->commonName;
    facts.organisation = owner->organisation;
    facts.issuer = owner->issuer;
    facts.certificateSerial = owner->serial;

    const EVP_MD *algorithm = EVP_get_digestbyobj(digestAlgorithm->algorithm);
    ERR_clear_error();
    if (!isStrong(algorithm))
        return broken(u"its digest is weak or unknown"_s);
    const ASN1_STRING *expected = attribute(signer, NID_pkcs9_messageDigest, V_ASN1_OCTET_STRING);
    if (!expected)
        return broken(u"it has no message digest"_s);
    const auto actual = content(algorithm);
    if (!actual)
        return fail(actual.error());
    facts.digestIntact = *actual == bytesOf(expected);
    facts.signatureIntact = CMS_SignerInfo_verify(signer) == 1 &&
                            namesCertificate(signer, certificate, facts.subFilter == u"ETSI.CAdES.detached");
    ERR_clear_error();
    if (!facts.signatureIntact)
        facts.problem = u"not made with the key of its certificate"_s;
    else if (!facts.digestIntact)
        facts.problem = u"the bytes signed have changed"_s;

    Instant moment = now;
    if (const QByteArray token = timestampOf(signer); !token.isEmpty()) {
        const QByteArray stamped = bytesOf(CMS_SignerInfo_get0_signature(signer));
        auto timestamp = inspectTimestamp(
            token, [&stamped](const EVP_MD *named) { return digestOf(named, {stamped}); }, anchors);
        if (!timestamp)
            return fail(timestamp.error());
        facts.timestamp = std::move(*timestamp);
        if (facts.timestamp->intact && facts.timestamp->trust == CertificateTrust::Trusted)
            moment = facts.timestamp->at;
    }
    const CertificateStack others(CMS_get1_certs(cms.get()));
    const TrustVerdict verdict = judge(anchors, certificate, others.get(), X509_PURPOSE_ANY, moment);
    facts.trust = verdict.trust;
    facts.revocation = revocationAt(moment, cms.get(), certificate, others.get());
    if (facts.revocation == Revocation::Revoked) {
        facts.trust = CertificateTrust::Untrusted;
        if (facts.problem.isEmpty())
            facts.problem = u"the certificate was revoked"_s;
    }
    if (facts.problem.isEmpty())
        facts.problem = !owner->maySign ? u"the certificate is not for signing"_s : verdict.problem;
    return {};
}

} // namespace sohoa
