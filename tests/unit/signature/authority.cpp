// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/unit/signature/authority.h"

#include "core/base/clock.h"
#include "core/base/durable_file.h"
#include "tests/support/catch.h"

#include <QDir>
#include <QProcess>

#include <openssl/pem.h>
#include <openssl/pkcs12.h>
#include <openssl/x509v3.h>

#include <map>
#include <utility>

namespace sohoa::test {

using namespace Qt::StringLiterals;

namespace {

constexpr long secondsADay = 24 * 3600;

void addExtension(X509 *certificate, X509 *issuer, int nid, const QString &value)
{
    X509V3_CTX context;
    X509V3_set_ctx(&context, issuer, certificate, nullptr, nullptr, 0);
    X509_EXTENSION *extension = X509V3_EXT_conf_nid(nullptr, &context, nid, value.toLatin1().constData());
    REQUIRE(extension);
    REQUIRE(X509_add_ext(certificate, extension, -1) == 1);
    X509_EXTENSION_free(extension);
}

void addName(X509_NAME *name, const char *field, const QString &value)
{
    const QByteArray utf8 = value.toUtf8();
    if (!utf8.isEmpty())
        REQUIRE(X509_NAME_add_entry_by_txt(name, field, MBSTRING_UTF8,
                                           reinterpret_cast<const unsigned char *>(utf8.constData()),
                                           static_cast<int>(utf8.size()), -1, 0) == 1);
}

CertificateHandle makeCertificate(EVP_PKEY *subject, const CertificateWish &wish, X509 *issuer,
                                  EVP_PKEY *issuerKey, bool isAuthority)
{
    static int serial = 0x5400;
    CertificateHandle certificate(X509_new());
    REQUIRE(X509_set_version(certificate.get(), 2) == 1);
    ASN1_INTEGER_set(X509_get_serialNumber(certificate.get()), ++serial);
    X509_gmtime_adj(X509_getm_notBefore(certificate.get()), wish.fromDays * secondsADay);
    X509_gmtime_adj(X509_getm_notAfter(certificate.get()), wish.untilDays * secondsADay);
    X509_NAME *name = X509_get_subject_name(certificate.get());
    addName(name, "C", u"VN"_s);
    addName(name, "O", wish.organisation);
    addName(name, "CN", wish.commonName);
    X509_set_issuer_name(certificate.get(), issuer ? X509_get_subject_name(issuer) : name);
    X509_set_pubkey(certificate.get(), subject);
    X509 *by = issuer ? issuer : certificate.get();
    addExtension(certificate.get(), by, NID_basic_constraints,
                 isAuthority ? u"critical,CA:TRUE"_s : u"CA:FALSE"_s);
    if (!wish.keyUsage.isEmpty())
        addExtension(certificate.get(), by, NID_key_usage, wish.keyUsage);
    if (!wish.extendedUsage.isEmpty())
        addExtension(certificate.get(), by, NID_ext_key_usage, wish.extendedUsage);
    addExtension(certificate.get(), by, NID_subject_key_identifier, u"hash"_s);
    REQUIRE(X509_sign(certificate.get(), issuerKey, EVP_sha256()) > 0);
    return certificate;
}

QByteArray fromMemory(BIO *bio)
{
    char *bytes = nullptr;
    const long size = BIO_get_mem_data(bio, &bytes);
    return {bytes, static_cast<qsizetype>(size)};
}

} // namespace

EVP_PKEY *keyOf(KeyKind kind, int which)
{
    static std::map<std::pair<KeyKind, int>, KeyHandle> keys;
    KeyHandle &key = keys[{kind, which}];
    if (!key)
        key.reset(kind == KeyKind::Rsa2048 ? EVP_RSA_gen(2048) : EVP_EC_gen("P-256"));
    REQUIRE(key);
    return key.get();
}

QByteArray Identity::pem() const
{
    const BioHandle bio(BIO_new(BIO_s_mem()));
    REQUIRE(PEM_write_bio_X509(bio.get(), certificate.get()) == 1);
    return fromMemory(bio.get());
}

QByteArray Identity::keyPem() const
{
    const BioHandle bio(BIO_new(BIO_s_mem()));
    REQUIRE(PEM_write_bio_PrivateKey(bio.get(), key, nullptr, nullptr, 0, nullptr, nullptr) == 1);
    return fromMemory(bio.get());
}

QByteArray Identity::sign(const QByteArray &bytes) const
{
    const DigestContext context(EVP_MD_CTX_new());
    REQUIRE(EVP_DigestSignInit(context.get(), nullptr, EVP_sha256(), nullptr, key) == 1);
    const auto *data = reinterpret_cast<const unsigned char *>(bytes.constData());
    size_t size = 0;
    REQUIRE(EVP_DigestSign(context.get(), nullptr, &size, data, static_cast<size_t>(bytes.size())) == 1);
    QByteArray signature(static_cast<qsizetype>(size), '\0');
    REQUIRE(EVP_DigestSign(context.get(), reinterpret_cast<unsigned char *>(signature.data()), &size, data,
                           static_cast<size_t>(bytes.size())) == 1);
    signature.truncate(static_cast<qsizetype>(size));
    return signature;
}

QByteArray Identity::pkcs12(const QByteArray &password, X509 *authority) const
{
    const CertificateStack others(sk_X509_new_null());
    if (authority) {
        X509_up_ref(authority);
        sk_X509_push(others.get(), authority);
    }
    constexpr int fewRounds = 2; // what is tested is not how long guessing takes
    const OpenSslHandle<PKCS12, PKCS12_free> file(PKCS12_create(
        password.constData(), "ký số", key, certificate.get(), others.get(), 0, 0, fewRounds, fewRounds, 0));
    REQUIRE(file);
    return toDer(file.get(), i2d_PKCS12);
}

Authority::Authority(const QString &name)
{
    static int which = 100;
    m_root.key = keyOf(KeyKind::P256, ++which);
    CertificateWish wish;
    wish.commonName = name;
    wish.organisation = u"Ban Cơ yếu thử nghiệm"_s;
    wish.keyUsage = u"critical,keyCertSign,cRLSign"_s;
    wish.fromDays = -4000;
    wish.untilDays = 4000;
    m_root.certificate = makeCertificate(m_root.key, wish, nullptr, m_root.key, true);
}

Identity Authority::issue(const CertificateWish &wish) const
{
    Identity identity;
    identity.key = keyOf(wish.key);
    identity.certificate = certify(identity.key, wish);
    return identity;
}

CertificateHandle Authority::certify(EVP_PKEY *publicKey, const CertificateWish &wish) const
{
    return makeCertificate(publicKey, wish, m_root.certificate.get(), m_root.key, false);
}

QString Authority::writeTo(const QString &folder) const
{
    const QString path = folder + u"/authorities.pem"_s;
    REQUIRE(writeDurably(path, m_root.pem()));
    return path;
}

TimestampAuthority::TimestampAuthority(const Authority &authority, const QString &folder)
    : m_folder(folder + u"/tsa"_s)
{
    REQUIRE(QDir().mkpath(m_folder));
    CertificateWish wish;
    wish.commonName = u"Dịch vụ dấu thời gian thử nghiệm"_s;
    wish.extendedUsage = u"critical,timeStamping"_s;
    wish.key = KeyKind::Rsa2048;
    const Identity identity = authority.issue(wish);
    REQUIRE(writeDurably(m_folder + u"/signer.pem"_s, identity.pem()));
    REQUIRE(writeDurably(m_folder + u"/key.pem"_s, identity.keyPem()));
    REQUIRE(writeDurably(m_folder + u"/serial"_s, "01\n"));
    REQUIRE(writeDurably(m_folder + u"/tsa.cnf"_s, "[tsa]\ndefault_tsa = config\n[config]\nserial = serial\n"
                                                   "signer_cert = signer.pem\nsigner_key = key.pem\n"
                                                   "signer_digest = sha256\ndefault_policy = 1.2.3.4.1\n"
                                                   "digests = sha256, sha384, sha512\naccuracy = secs:1\n"
                                                   "ess_cert_id_alg = sha256\n"));
}

QByteArray TimestampAuthority::answer(const QByteArray &request) const
{
    REQUIRE(writeDurably(m_folder + u"/request.tsq"_s, request));
    QProcess openssl;
    openssl.setWorkingDirectory(m_folder);
    openssl.start(u"openssl"_s, {u"ts"_s, u"-reply"_s, u"-config"_s, u"tsa.cnf"_s, u"-queryfile"_s,
                                 u"request.tsq"_s, u"-out"_s, u"answer.tsr"_s});
    REQUIRE(openssl.waitForFinished());
    if (openssl.exitCode() != 0)
        return {};
    return readFile(m_folder + u"/answer.tsr"_s, 1 << 20).value();
}

Instant now()
{
    return SystemClock().now();
}

} // namespace sohoa::test
