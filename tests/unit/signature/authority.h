// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/dates.h"
#include "core/signature/openssl_handles.h"

#include <QByteArray>
#include <QString>

#include <memory>
#include <optional>

namespace sohoa::test {

enum class KeyKind { Rsa2048, P256 };

/// What a certificate is to be like; the rest is as a signing certificate of today is.
struct CertificateWish {
    QString commonName = QStringLiteral("Nguyễn Thị Hoa");
    QString organisation = QStringLiteral("UBND xã Hồng Thái");
    KeyKind key = KeyKind::P256;
    QString keyUsage = QStringLiteral("critical,digitalSignature,nonRepudiation");
    QString extendedUsage = {}; ///< "critical,timeStamping"
    qint64 fromDays = -30;      ///< Days from now.
    qint64 untilDays = 365;
};

/// A key with its certificate. Keys are made once a program and kind: what differs is the certificate.
struct Identity {
    EVP_PKEY *key = nullptr; ///< Lives as long as the program.
    CertificateHandle certificate;

    QByteArray der() const { return toDer(certificate.get(), i2d_X509); }
    QByteArray pem() const;
    QByteArray keyPem() const;
    /// The signature of the key over these bytes, as a token would give it.
    QByteArray sign(const QByteArray &bytes) const;
    /// A PKCS#12 with the key, the certificate and that of the authority.
    QByteArray pkcs12(const QByteArray &password, X509 *authority = nullptr) const;
};

/// A certificate authority of its own.
class Authority {
public:
    explicit Authority(const QString &name = QStringLiteral("Tổ chức chứng thực thử nghiệm"));
    Identity issue(const CertificateWish &wish = {}) const;
    /// The certificate of a key that somebody else holds (a token).
    CertificateHandle certify(EVP_PKEY *publicKey, const CertificateWish &wish) const;
    const Identity &root() const { return m_root; }
    /// The root in a PEM file in that folder; its path.
    QString writeTo(const QString &folder) const;

private:
    Identity m_root;
};

/// The one key of that kind that this program uses; `which` tells several apart.
EVP_PKEY *keyOf(KeyKind kind, int which = 0);

/// A timestamp service as OpenSSL's own program plays it ("openssl ts -reply").
class TimestampAuthority {
public:
    /// Works in `folder`, which stays the caller's.
    TimestampAuthority(const Authority &authority, const QString &folder);
    /// The answer to one question, DER; empty when OpenSSL refuses.
    QByteArray answer(const QByteArray &request) const;

private:
    QString m_folder;
};

/// Moments around now, for inspection.
Instant now();

} // namespace sohoa::test
