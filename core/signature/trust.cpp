// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/signature/trust.h"

#include "core/base/durable_file.h"

#include <openssl/pem.h>
#include <openssl/x509v3.h>

namespace sohoa {

using namespace Qt::StringLiterals;

namespace {
constexpr qint64 largestAuthorities = qint64{16} << 20;
} // namespace

Result<StoreHandle> readAuthorities(const QString &path)
{
    const auto bytes = readFile(path, largestAuthorities);
    if (!bytes)
        return fail(bytes.error());
    const BioHandle source(BIO_new_mem_buf(bytes->constData(), static_cast<int>(bytes->size())));
    StoreHandle anchors(X509_STORE_new());
    if (!source || !anchors)
        return fail(ErrorCode::Internal, openSslError());
    int read = 0;
    while (const CertificateHandle certificate{PEM_read_bio_X509(source.get(), nullptr, nullptr, nullptr)}) {
        if (X509_STORE_add_cert(anchors.get(), certificate.get()) != 1)
            return fail(ErrorCode::FileUnreadable, openSslError(), {{u"path"_s, path}});
        ++read;
    }
    ERR_clear_error(); // the end of the file is an error to PEM_read_bio_X509
    if (read == 0)
        return fail(ErrorCode::FileUnreadable, u"no certificate in it"_s, {{u"path"_s, path}});
    return anchors;
}

TrustVerdict judge(X509_STORE *anchors, X509 *certificate, STACK_OF(X509) * others, int purpose, Instant at)
{
    if (!anchors)
        return {};
    const StoreContext context(X509_STORE_CTX_new());
    if (!context || X509_STORE_CTX_init(context.get(), anchors, certificate, others) != 1)
        return {CertificateTrust::Untrusted, openSslError()};
    X509_VERIFY_PARAM *wanted = X509_STORE_CTX_get0_param(context.get());
    X509_VERIFY_PARAM_set_flags(wanted, X509_V_FLAG_PARTIAL_CHAIN);
    X509_VERIFY_PARAM_set_time(wanted, at.msecs / 1000);
    X509_VERIFY_PARAM_set_purpose(wanted, purpose);
    const int verdict = X509_verify_cert(context.get());
    ERR_clear_error();
    if (verdict == 1)
        return {CertificateTrust::Trusted, {}};
    return {CertificateTrust::Untrusted,
            QString::fromLatin1(X509_verify_cert_error_string(X509_STORE_CTX_get_error(context.get())))};
}

} // namespace sohoa
