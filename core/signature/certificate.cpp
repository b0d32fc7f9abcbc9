// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/signature/certificate.h"

#include "core/signature/certificate_names.h"

#include <QDateTime>
#include <QTimeZone>

#include <algorithm>

namespace sohoa {

using namespace Qt::StringLiterals;

namespace {

QString nameEntry(const X509_NAME *name, int nid)
{
    // The last one is the most specific one of a name that has several.
    int last = -1;
    for (int at = -1; (at = X509_NAME_get_index_by_NID(name, nid, at)) >= 0;)
        last = at;
    if (last < 0)
        return {};
    unsigned char *utf8 = nullptr;
    const int size = ASN1_STRING_to_UTF8(&utf8, X509_NAME_ENTRY_get_data(X509_NAME_get_entry(name, last)));
    if (size < 0) {
        ERR_clear_error();
        return {};
    }
    const QString text = QString::fromUtf8(reinterpret_cast<const char *>(utf8), size);
    OPENSSL_free(utf8);
    return text.normalized(QString::NormalizationForm_C);
}

} // namespace

std::optional<Instant> instantOf(const ASN1_TIME *time)
{
    tm parts{};
    if (!time || ASN1_TIME_to_tm(time, &parts) != 1) {
        ERR_clear_error();
        return {};
    }
    const QDateTime moment(QDate(parts.tm_year + 1900, parts.tm_mon + 1, parts.tm_mday),
                           QTime(parts.tm_hour, parts.tm_min, std::min(parts.tm_sec, 59)), QTimeZone::utc());
    if (!moment.isValid())
        return {};
    return Instant{moment.toMSecsSinceEpoch()};
}

QString serialOf(const ASN1_INTEGER *serial)
{
    const OpenSslHandle<BIGNUM, BN_free> number(ASN1_INTEGER_to_BN(serial, nullptr));
    if (!number) {
        ERR_clear_error();
        return {};
    }
    char *hex = BN_bn2hex(number.get());
    const QString text = QString::fromLatin1(hex);
    OPENSSL_free(hex);
    return text;
}

std::optional<CertificateFacts> factsOf(X509 *certificate)
{
    const auto from = instantOf(X509_get0_notBefore(certificate));
    const auto until = instantOf(X509_get0_notAfter(certificate));
    if (!from || !until)
        return {};
    CertificateFacts facts;
    facts.commonName = nameEntry(X509_get_subject_name(certificate), NID_commonName);
    facts.organisation = nameEntry(X509_get_subject_name(certificate), NID_organizationName);
    facts.issuer = nameEntry(X509_get_issuer_name(certificate), NID_commonName);
    if (facts.issuer.isEmpty())
        facts.issuer = nameEntry(X509_get_issuer_name(certificate), NID_organizationName);
    facts.serial = serialOf(X509_get0_serialNumber(certificate));
    facts.notBefore = *from;
    facts.notAfter = *until;
    facts.maySign = (X509_get_key_usage(certificate) & (KU_DIGITAL_SIGNATURE | KU_NON_REPUDIATION)) != 0;
    return facts;
}

std::optional<CertificateFacts> certificateFacts(const QByteArray &der)
{
    const auto certificate = fromDer<CertificateHandle>(der, d2i_X509);
    return certificate ? factsOf(certificate.get()) : std::nullopt;
}

Result<void> checkUsable(const CertificateFacts &certificate, Instant at)
{
    const auto day = [](Instant moment) {
        return QMap<QString, QString>{{u"date"_s, moment.vietnamDate().toString(u"dd/MM/yyyy"_s)}};
    };
    if (at > certificate.notAfter)
        return fail(ErrorCode::CertificateExpired, u"certificate "_s + certificate.serial,
                    day(certificate.notAfter));
    if (at < certificate.notBefore)
        return fail(ErrorCode::CertificateNotYet, u"certificate "_s + certificate.serial,
                    day(certificate.notBefore));
    if (!certificate.maySign)
        return fail(ErrorCode::CertificateNoUsage, u"key usage of certificate "_s + certificate.serial);
    return {};
}

} // namespace sohoa
