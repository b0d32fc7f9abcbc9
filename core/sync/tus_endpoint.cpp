// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sync/tus_endpoint.h"

#include "core/base/durable_file.h"

#include <QDateTime>
#include <QFile>
#include <QLocale>
#include <QSslCertificate>
#include <QSslConfiguration>
#include <QSslKey>
#include <QSslSocket>
#include <QTimeZone>

namespace sohoa {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 maxPemBytes = qint64{4} << 20; // a whole system's bundle of authorities is a quarter of a MiB

tl::unexpected<Error> badTls(const QString &reason, const QString &detail)
{
    return fail(ErrorCode::TlsFailed, detail, {{u"reason"_s, reason}});
}

Result<QList<QSslCertificate>> readCertificates(const QString &path, const QString &reason)
{
    const auto pem = readFile(path, maxPemBytes);
    if (!pem)
        return badTls(reason, pem.error().detail);
    QList<QSslCertificate> certificates = QSslCertificate::fromData(*pem, QSsl::Pem);
    if (certificates.isEmpty())
        return badTls(reason, u"no certificate in the file"_s);
    return certificates;
}

Result<QSslKey> readKey(const QString &path)
{
    const auto pem = readFile(path, maxPemBytes);
    if (!pem)
        return badTls(u"key_file"_s, pem.error().detail);
    constexpr auto others = QFileDevice::ReadGroup | QFileDevice::ReadOther;
    if (QFile::permissions(path) & others)
        return badTls(u"key_file"_s, u"the key must be readable by its owner only (chmod 600)"_s);
    for (const auto algorithm : {QSsl::Rsa, QSsl::Ec}) {
        QSslKey key(*pem, algorithm);
        if (!key.isNull())
            return key;
    }
    return badTls(u"key_file"_s, u"no RSA or EC key in the file"_s);
}

Result<QSslConfiguration> tlsOf(const TargetConfig &target)
{
    if (!QSslSocket::supportsSsl())
        return badTls(u"no_tls"_s, u"Qt has no TLS here"_s);
    QSslConfiguration tls = QSslConfiguration::defaultConfiguration();
    tls.setPeerVerifyMode(QSslSocket::VerifyPeer);
    tls.setProtocol(QSsl::TlsV1_2OrLater);
    if (!target.caFile.isEmpty()) {
        const auto authorities = readCertificates(target.caFile, u"ca_file"_s);
        if (!authorities)
            return fail(authorities.error());
        tls.setCaCertificates(*authorities);
    }
    if (!target.certificateFile.isEmpty()) {
        const auto chain = readCertificates(target.certificateFile, u"certificate_file"_s);
        if (!chain)
            return fail(chain.error());
        const auto key = readKey(target.keyFile);
        if (!key)
            return fail(key.error());
        tls.setLocalCertificateChain(*chain);
        tls.setPrivateKey(*key);
    }
    return tls;
}

int portOf(const QUrl &url)
{
    return url.port(url.scheme() == u"https"_s ? 443 : 80);
}

} // namespace

Result<std::shared_ptr<TusEndpoint>> TusEndpoint::open(const TargetConfig &target, int timeoutMs)
{
    std::shared_ptr<TusEndpoint> endpoint(new TusEndpoint);
    endpoint->m_base = target.url;
    QNetworkRequest &prototype = endpoint->m_prototype;
    if (target.url.scheme() == u"https"_s) {
        const auto tls = tlsOf(target);
        if (!tls)
            return fail(tls.error());
        prototype.setSslConfiguration(*tls);
    }
    if (!target.tokenFile.isEmpty()) {
        const auto token = readToken(target.tokenFile);
        if (!token)
            return fail(token.error());
        prototype.setRawHeader("Authorization", "Bearer " + *token);
        endpoint->m_token = *token;
    }
    prototype.setRawHeader("Tus-Resumable", "1.0.0");
    prototype.setRawHeader("Accept-Encoding", "identity");
    prototype.setTransferTimeout(timeoutMs);
    prototype.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
    prototype.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    prototype.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    prototype.setAttribute(QNetworkRequest::AuthenticationReuseAttribute, QNetworkRequest::Manual);
    prototype.setAttribute(QNetworkRequest::CacheLoadControlAttribute, QNetworkRequest::AlwaysNetwork);
    // One connection a request: a cut concerns one package, not all that share the line.
    prototype.setAttribute(QNetworkRequest::Http2AllowedAttribute, false);
    return endpoint;
}

QNetworkRequest TusEndpoint::request(const QUrl &url) const
{
    QNetworkRequest request(m_prototype);
    request.setUrl(url);
    return request;
}

void TusEndpoint::noteDate(const QByteArray &date)
{
    QDateTime told = QLocale::c().toDateTime(QString::fromLatin1(date), u"ddd, dd MMM yyyy hh:mm:ss 'GMT'"_s);
    told.setTimeZone(QTimeZone::utc());
    if (told.isValid())
        m_clockAheadMs = told.toMSecsSinceEpoch() - QDateTime::currentMSecsSinceEpoch();
}

QUrl TusEndpoint::receiptUrl(const QString &package) const
{
    QUrl url = m_base;
    url.setPath(m_base.path(QUrl::FullyEncoded) + u"/receipts/"_s + package, QUrl::StrictMode);
    return url;
}

Result<QUrl> TusEndpoint::resolve(const QByteArray &location) const
{
    const QUrl given = QUrl::fromEncoded(location, QUrl::StrictMode);
    const QUrl url = m_base.resolved(given);
    const bool ours = url.isValid() && url.scheme() == m_base.scheme() && url.host() == m_base.host() &&
                      portOf(url) == portOf(m_base) && url.userInfo().isEmpty();
    if (location.isEmpty() || !given.isValid() || !ours)
        return fail(ErrorCode::RepositoryProtocol, u"the upload's address is none of this repository"_s);
    return url;
}

} // namespace sohoa
