// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sync/timestamp_client.h"

#include <QNetworkReply>
#include <QNetworkRequest>

#include <utility>

namespace sohoa {

using namespace Qt::StringLiterals;

namespace {
constexpr qint64 largestAnswer = qint64{64} << 10; ///< A token with its chain takes some 6 KB.
} // namespace

TimestampClient::TimestampClient(const QUrl &url, int timeoutMs)
    : m_url(url)
{
    m_network.setTransferTimeout(timeoutMs);
    m_network.setRedirectPolicy(QNetworkRequest::NoLessSafeRedirectPolicy);
}

void TimestampClient::ask(const QByteArray &question, std::function<void(Result<QByteArray>)> answer)
{
    QNetworkRequest request(m_url);
    request.setHeader(QNetworkRequest::ContentTypeHeader, u"application/timestamp-query"_s);
    QNetworkReply *reply = m_network.post(request, question);
    connect(reply, &QNetworkReply::readyRead, this, [reply] {
        if (reply->bytesAvailable() <= largestAnswer)
            return;
        reply->setProperty("tooLong", true);
        reply->abort();
    });
    connect(reply, &QNetworkReply::finished, this, [this, reply, answer = std::move(answer)] {
        reply->deleteLater();
        const QMap<QString, QString> args = {{u"url"_s, url()}};
        const QByteArray body = reply->isOpen() ? reply->readAll() : QByteArray();
        if (reply->property("tooLong").toBool() || body.size() > largestAnswer)
            return answer(fail(ErrorCode::TimestampInvalid, u"answer too long"_s, args));
        if (reply->error() != QNetworkReply::NoError)
            return answer(fail(ErrorCode::TimestampUnreachable, reply->errorString(), args));
        answer(body);
    });
}

} // namespace sohoa
