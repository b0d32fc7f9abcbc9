// SPDX-License-Identifier: GPL-3.0-or-later
// How TusTransfer asks and ends; its steps are in tus_transfer.cpp.
#include "core/sync/tus_answers.h"
#include "core/sync/tus_transfer.h"

#include <QSslError>

#include <algorithm>
#include <utility>

namespace sohoa {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 requestProgressMs = 100;

bool isConnectionFailure(QNetworkReply::NetworkError error)
{
    // Below 200 stand the errors of network and proxy; a body that could not be sent again means a broken line
    // too.
    return error != QNetworkReply::NoError && (error < 200 || error == QNetworkReply::ContentReSendError);
}

} // namespace

void TusTransfer::dropReply()
{
    QNetworkReply *const reply = m_reply.data();
    if (!reply)
        return;
    m_reply.clear();
    reply->disconnect(this);
    reply->abort();
    reply->deleteLater();
}

void TusTransfer::watch(QNetworkReply *reply, Handler handler)
{
    m_reply = reply;
    if (m_ended) // cancelled by whom we had just told something
        return dropReply();
    m_tooLong = false;
    connect(reply, &QNetworkReply::readyRead, this, [this, reply] {
        m_tooLong = reply->bytesAvailable() > maxReceiptBytes;
        if (m_tooLong)
            reply->abort();
    });
    connect(reply, &QNetworkReply::sslErrors, this, [this](const QList<QSslError> &errors) {
        m_clockDoubted = std::any_of(errors.cbegin(), errors.cend(), [](const QSslError &error) {
            return error.error() == QSslError::CertificateNotYetValid ||
                   error.error() == QSslError::CertificateExpired;
        });
    });
    connect(reply, &QNetworkReply::finished, this, [this, reply, handler] {
        Answer answer;
        answer.reply = reply;
        answer.error = reply->error();
        answer.errorText = reply->errorString();
        if (!isConnectionFailure(answer.error)) {
            answer.status = reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
            answer.body = reply->read(maxReceiptBytes + 1);
            m_endpoint->noteDate(reply->rawHeader("Date"));
        }
        m_reply.clear();
        reply->deleteLater();
        (this->*handler)(answer);
    });
}

void TusTransfer::tellProgress(qint64 sent)
{
    if (sent < m_item.bytes && m_sinceProgress.isValid() && m_sinceProgress.elapsed() < requestProgressMs)
        return;
    m_sinceProgress.start();
    Q_EMIT progressed(sent, m_item.bytes);
}

void TusTransfer::failWith(const Answer &answer, const QString &during)
{
    if (m_tooLong)
        return end({ErrorCode::RepositoryProtocol, {}, during + u": the answer has no end"_s},
                   AfterFailure::Retry);
    Failure failure = answer.status == 0
                          ? failureOfConnection(answer.error, answer.errorText, during)
                          : failureOfStatus(answer.status, answer.reply->rawHeader("Retry-After"), during);
    if (failure.error.code == ErrorCode::TlsFailed && m_clockDoubted)
        failure.error.args.insert(u"reason"_s, u"clock"_s);
    end(failure.error, failure.after, failure.retryAfterMs);
}

void TusTransfer::end(const Error &error, AfterFailure after, std::optional<qint64> retryAfterMs)
{
    const bool allThere = m_item.sent || (m_item.bytes > 0 && m_offset == m_item.bytes);
    endWith({error, after, retryAfterMs, m_progressed, allThere, std::nullopt});
}

void TusTransfer::endWith(const TransferEnd &end)
{
    if (std::exchange(m_ended, true))
        return;
    dropReply();
    Q_EMIT finished(end);
}

} // namespace sohoa
