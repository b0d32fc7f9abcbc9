// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/durable_file.h"
#include "core/signature/helper/signing_keys.h"
#include "core/signature/openssl_handles.h"

#include <openssl/pkcs12.h>
#include <openssl/provider.h>

namespace sohoa {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 largestKeyFile = qint64{1} << 20;

using Pkcs12Handle = OpenSslHandle<PKCS12, PKCS12_free>;

class KeyFile final : public SigningKeys {
public:
    KeyFile(KeyHandle key, CertificateHandle certificate, CertificateStack chain)
        : m_key(std::move(key))
        , m_certificate(std::move(certificate))
        , m_chain(std::move(chain))
    {
    }

    Result<std::vector<KeyCertificate>> certificates() override
    {
        std::vector<KeyCertificate> all = {{toDer(m_certificate.get(), i2d_X509), 0}};
        for (int i = 0; i < sk_X509_num(m_chain.get()); ++i)
            all.push_back({toDer(sk_X509_value(m_chain.get(), i), i2d_X509), -1});
        return all;
    }

    Result<QByteArray> sign(int, const QByteArray &bytes) override
    {
        const DigestContext context(EVP_MD_CTX_new());
        const auto *data = reinterpret_cast<const unsigned char *>(bytes.constData());
        const auto length = static_cast<size_t>(bytes.size());
        size_t size = 0;
        if (!context || EVP_DigestSignInit(context.get(), nullptr, EVP_sha256(), nullptr, m_key.get()) != 1 ||
            EVP_DigestSign(context.get(), nullptr, &size, data, length) != 1)
            return fail(ErrorCode::Internal, openSslError());
        QByteArray signature(static_cast<qsizetype>(size), '\0');
        if (EVP_DigestSign(context.get(), reinterpret_cast<unsigned char *>(signature.data()), &size, data,
                           length) != 1)
            return fail(ErrorCode::Internal, openSslError());
        signature.truncate(static_cast<qsizetype>(size));
        return signature;
    }

private:
    KeyHandle m_key;
    CertificateHandle m_certificate;
    CertificateStack m_chain;
};

} // namespace

Result<std::unique_ptr<SigningKeys>> openKeyFile(const QString &path, const SecretBytes &password)
{
    const auto bytes = readFile(path, largestKeyFile);
    if (!bytes)
        return fail(bytes.error());
    // Files of the years before 2022 are encrypted with what OpenSSL 3 calls legacy; where that provider is not
    // installed they are refused.
    OSSL_PROVIDER_load(nullptr, "legacy");
    OSSL_PROVIDER_load(nullptr, "default");
    ERR_clear_error();
    const QMap<QString, QString> args = {{u"path"_s, path}};
    const auto file = fromDer<Pkcs12Handle>(*bytes, d2i_PKCS12);
    if (!file)
        return fail(ErrorCode::KeyFileUnreadable, u"no PKCS#12"_s, args);
    const auto secret = password.view();
    if (PKCS12_verify_mac(file.get(), secret.data(), static_cast<int>(secret.size())) != 1)
        return fail(ErrorCode::KeyFilePassword, openSslError(), args);
    EVP_PKEY *key = nullptr;
    X509 *certificate = nullptr;
    STACK_OF(X509) *chain = nullptr;
    const int parsed = PKCS12_parse(file.get(), secret.data(), &key, &certificate, &chain);
    KeyHandle ownKey(key);
    CertificateHandle ownCertificate(certificate);
    CertificateStack ownChain(chain);
    if (parsed != 1)
        return fail(ErrorCode::KeyFileUnreadable, openSslError(), args);
    if (!ownKey || !ownCertificate)
        return fail(ErrorCode::CertificateMissing, u"no key with a certificate in the file"_s, args);
    return std::make_unique<KeyFile>(std::move(ownKey), std::move(ownCertificate), std::move(ownChain));
}

} // namespace sohoa
