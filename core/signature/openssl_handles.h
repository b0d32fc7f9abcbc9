// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>
#include <QStringList>

#include <openssl/bio.h>
#include <openssl/cms.h>
#include <openssl/err.h>
#include <openssl/evp.h>
#include <openssl/pkcs7.h>
#include <openssl/ts.h>
#include <openssl/x509.h>

#include <memory>

namespace sohoa {

/// OpenSSL's objects with an owner.
template <auto Free> struct OpenSslDeleter {
    template <class T> void operator()(T *object) const { Free(object); }
};
template <class T, auto Free> using OpenSslHandle = std::unique_ptr<T, OpenSslDeleter<Free>>;

using BioHandle = OpenSslHandle<BIO, BIO_free_all>;
using CmsHandle = OpenSslHandle<CMS_ContentInfo, CMS_ContentInfo_free>;
using DigestContext = OpenSslHandle<EVP_MD_CTX, EVP_MD_CTX_free>;
using KeyHandle = OpenSslHandle<EVP_PKEY, EVP_PKEY_free>;
using Pkcs7Handle = OpenSslHandle<PKCS7, PKCS7_free>;
using CertificateHandle = OpenSslHandle<X509, X509_free>;
using StoreHandle = OpenSslHandle<X509_STORE, X509_STORE_free>;
using StoreContext = OpenSslHandle<X509_STORE_CTX, X509_STORE_CTX_free>;

struct CertificateStackDeleter {
    void operator()(STACK_OF(X509) * stack) const { sk_X509_pop_free(stack, X509_free); }
};
using CertificateStack = std::unique_ptr<STACK_OF(X509), CertificateStackDeleter>;

struct RevocationListsDeleter {
    void operator()(STACK_OF(X509_CRL) * stack) const { sk_X509_CRL_pop_free(stack, X509_CRL_free); }
};
using RevocationLists = std::unique_ptr<STACK_OF(X509_CRL), RevocationListsDeleter>;

/// What OpenSSL's queue of this thread holds, for the log; the queue is empty afterwards.
inline QString openSslError()
{
    QStringList lines;
    while (const unsigned long code = ERR_get_error()) {
        char text[256];
        ERR_error_string_n(code, text, sizeof text);
        lines.append(QString::fromLatin1(text));
    }
    return lines.isEmpty() ? QStringLiteral("OpenSSL gives no reason") : lines.join(QStringLiteral("; "));
}

/// The DER form that one of OpenSSL's i2d functions gives; empty when it fails.
template <class T, class Encode> QByteArray toDer(T *object, Encode encode)
{
    unsigned char *bytes = nullptr;
    const int size = encode(object, &bytes);
    if (size <= 0)
        return {};
    QByteArray der(reinterpret_cast<const char *>(bytes), size);
    OPENSSL_free(bytes);
    return der;
}

/// Decodes DER that must fill `der` whole; null when it does not.
template <class Handle, class Decode> Handle fromDer(const QByteArray &der, Decode decode)
{
    const auto *at = reinterpret_cast<const unsigned char *>(der.constData());
    const unsigned char *end = at + der.size();
    Handle object(decode(nullptr, &at, static_cast<long>(der.size())));
    if (!object || at != end) {
        ERR_clear_error();
        return {};
    }
    return object;
}

/// The octets of a string, a number or a bit string of ASN.1.
inline QByteArray bytesOf(const ASN1_STRING *text)
{
    return {reinterpret_cast<const char *>(ASN1_STRING_get0_data(text)), ASN1_STRING_length(text)};
}

/// The one element at the front of `bytes`, without what stands behind it: /Contents is padded with zeros.
inline QByteArray firstElement(const QByteArray &bytes)
{
    const auto *at = reinterpret_cast<const unsigned char *>(bytes.constData());
    const unsigned char *start = at;
    long size = 0;
    int tag = 0;
    int kind = 0;
    const int form = ASN1_get_object(&at, &size, &tag, &kind, static_cast<long>(bytes.size()));
    ERR_clear_error();
    constexpr int badOrOpenEnded = 0x80 | 0x01;
    return (form & badOrOpenEnded) != 0 ? QByteArray() : bytes.first(at - start + size);
}

} // namespace sohoa
