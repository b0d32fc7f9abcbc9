// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/signature/timestamp.h"

#include "core/signature/certificate_names.h"
#include "core/signature/trust.h"

#include <openssl/x509v3.h>

namespace sohoa {

using namespace Qt::StringLiterals;

namespace {

using RequestHandle = OpenSslHandle<TS_REQ, TS_REQ_free>;
using ResponseHandle = OpenSslHandle<TS_RESP, TS_RESP_free>;
using ImprintHandle = OpenSslHandle<TS_MSG_IMPRINT, TS_MSG_IMPRINT_free>;
using AlgorithmHandle = OpenSslHandle<X509_ALGOR, X509_ALGOR_free>;
using IntegerHandle = OpenSslHandle<ASN1_INTEGER, ASN1_INTEGER_free>;
using InfoHandle = OpenSslHandle<TS_TST_INFO, TS_TST_INFO_free>;
using StackView = OpenSslHandle<STACK_OF(X509), [](STACK_OF(X509) * stack) { sk_X509_free(stack); }>;

/// The certificate with which the token was signed; owned by the token. Null when its signature does not hold.
X509 *verifiedSigner(PKCS7 *token)
{
    // The chain is judged apart from this: without anchors there is still a signature to check.
    const BioHandle content(BIO_new(BIO_s_mem()));
    X509 *found = nullptr;
    if (content && PKCS7_type_is_signed(token) &&
        PKCS7_verify(token, nullptr, nullptr, nullptr, content.get(), PKCS7_NOVERIFY) == 1) {
        const StackView signers(PKCS7_get0_signers(token, nullptr, 0));
        if (signers && sk_X509_num(signers.get()) == 1)
            found = sk_X509_value(signers.get(), 0);
    }
    ERR_clear_error();
    return found;
}

} // namespace

Result<QByteArray> timestampRequest(const QByteArray &sha256, quint64 nonce)
{
    const RequestHandle request(TS_REQ_new());
    const ImprintHandle imprint(TS_MSG_IMPRINT_new());
    const AlgorithmHandle algorithm(X509_ALGOR_new());
    const IntegerHandle number(ASN1_INTEGER_new());
    if (!request || !imprint || !algorithm || !number)
        return fail(ErrorCode::Internal, openSslError());
    X509_ALGOR_set_md(algorithm.get(), EVP_sha256());
    auto *bytes = reinterpret_cast<unsigned char *>(const_cast<char *>(sha256.constData())); // only read
    if (TS_REQ_set_version(request.get(), 1) != 1 ||
        TS_MSG_IMPRINT_set_algo(imprint.get(), algorithm.get()) != 1 ||
        TS_MSG_IMPRINT_set_msg(imprint.get(), bytes, static_cast<int>(sha256.size())) != 1 ||
        TS_REQ_set_msg_imprint(request.get(), imprint.get()) != 1 ||
        ASN1_INTEGER_set_uint64(number.get(), nonce) != 1 || TS_REQ_set_nonce(request.get(), number.get()) != 1 ||
        TS_REQ_set_cert_req(request.get(), 1) != 1)
        return fail(ErrorCode::Internal, openSslError());
    return toDer(request.get(), i2d_TS_REQ);
}

Result<QByteArray> timestampToken(const QByteArray &answer, const QByteArray &sha256, quint64 nonce)
{
    const auto response = fromDer<ResponseHandle>(answer, d2i_TS_RESP);
    if (!response)
        return fail(ErrorCode::TimestampInvalid, u"no timestamp response"_s);
    const long status = ASN1_INTEGER_get(TS_STATUS_INFO_get0_status(TS_RESP_get_status_info(response.get())));
    PKCS7 *token = TS_RESP_get_token(response.get());
    TS_TST_INFO *info = TS_RESP_get_tst_info(response.get());
    if ((status != TS_STATUS_GRANTED && status != TS_STATUS_GRANTED_WITH_MODS) || !token || !info)
        return fail(ErrorCode::TimestampInvalid, u"refused with status %1"_s.arg(status));
    TS_MSG_IMPRINT *imprint = TS_TST_INFO_get_msg_imprint(info);
    const X509_ALGOR *algorithm = TS_MSG_IMPRINT_get_algo(imprint);
    const ASN1_INTEGER *echoed = TS_TST_INFO_get_nonce(info);
    uint64_t number = 0;
    if (OBJ_obj2nid(algorithm->algorithm) != NID_sha256 || bytesOf(TS_MSG_IMPRINT_get_msg(imprint)) != sha256)
        return fail(ErrorCode::TimestampInvalid, u"for another digest"_s);
    if (!echoed || ASN1_INTEGER_get_uint64(&number, echoed) != 1 || number != nonce)
        return fail(ErrorCode::TimestampInvalid, u"for another question"_s);
    if (!verifiedSigner(token))
        return fail(ErrorCode::TimestampInvalid, u"its signature does not hold"_s);
    return toDer(token, i2d_PKCS7);
}

Result<TimestampFacts> inspectTimestamp(const QByteArray &token, const ContentDigest &content, X509_STORE *anchors)
{
    TimestampFacts facts;
    const auto signedToken = fromDer<Pkcs7Handle>(token, d2i_PKCS7);
    const InfoHandle info(signedToken ? PKCS7_to_TS_TST_INFO(signedToken.get()) : nullptr);
    ERR_clear_error();
    if (!info) {
        facts.problem = u"no timestamp token"_s;
        return facts;
    }
    const auto at = instantOf(TS_TST_INFO_get_time(info.get()));
    X509 *signer = verifiedSigner(signedToken.get());
    if (!at || !signer) {
        facts.problem = u"the timestamp's signature does not hold"_s;
        return facts;
    }
    facts.at = *at;
    if (const auto certificate = factsOf(signer))
        facts.authority = certificate->commonName;
    TS_MSG_IMPRINT *imprint = TS_TST_INFO_get_msg_imprint(info.get());
    const EVP_MD *algorithm = EVP_get_digestbyobj(TS_MSG_IMPRINT_get_algo(imprint)->algorithm);
    ERR_clear_error();
    if (algorithm && EVP_MD_get_size(algorithm) >= SHA256_DIGEST_LENGTH) {
        const auto digest = content(algorithm);
        if (!digest)
            return fail(digest.error());
        facts.intact = *digest == bytesOf(TS_MSG_IMPRINT_get_msg(imprint));
    }
    TrustVerdict verdict =
        judge(anchors, signer, signedToken->d.sign->cert, X509_PURPOSE_TIMESTAMP_SIGN, facts.at);
    facts.trust = verdict.trust;
    facts.problem = facts.intact ? verdict.problem : u"the timestamp belongs to other bytes"_s;
    return facts;
}

} // namespace sohoa
