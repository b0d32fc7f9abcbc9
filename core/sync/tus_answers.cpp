// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sync/tus_answers.h"

#include <QList>

#include <algorithm>
#include <utility>

namespace sohoa {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 lockedRetryMs = 2'000;     // the lock of a connection that just broke is freed within seconds
constexpr qint64 longestWishMs = 3'600'000; // a repository may not switch a station off for days
constexpr qint64 largestCount = qint64{1} << 53; // beyond, JSON and JavaScript repositories lose digits

std::optional<qint64> wishOf(const QByteArray &retryAfter)
{
    const auto seconds = byteCount(retryAfter);
    return seconds ? std::optional(std::min(*seconds, longestWishMs / 1000) * 1000) : std::nullopt;
}

} // namespace

Failure failureOfStatus(int status, const QByteArray &retryAfter, const QString &during)
{
    const auto error = [&](ErrorCode code) {
        return Error{code, {{u"status"_s, QString::number(status)}}, u"%1: HTTP %2"_s.arg(during).arg(status)};
    };
    switch (status) {
    case 401:
    case 403:
        return {error(ErrorCode::RepositoryUnauthorized), AfterFailure::StopTarget};
    case 409: // where it may be resolved (PATCH) it never comes here
    case 413:
    case 422:
        return {error(ErrorCode::RepositoryRefused), AfterFailure::BlockPackage};
    case 423:
        return {error(ErrorCode::RepositoryUnreachable), AfterFailure::Retry, lockedRetryMs};
    case 507:
        return {error(ErrorCode::RepositoryFull), AfterFailure::Retry, wishOf(retryAfter)};
    default:
        break;
    }
    if (status == 429 || status >= 500)
        return {error(ErrorCode::RepositoryUnreachable), AfterFailure::Retry, wishOf(retryAfter)};
    return {error(ErrorCode::RepositoryProtocol), AfterFailure::Retry};
}

Failure failureOfConnection(QNetworkReply::NetworkError error, const QString &text, const QString &during)
{
    const ErrorCode code =
        error == QNetworkReply::SslHandshakeFailedError ? ErrorCode::TlsFailed : ErrorCode::RepositoryUnreachable;
    return {Error{code, {}, u"%1: %2"_s.arg(during, text)}};
}

std::optional<qint64> byteCount(const QByteArray &header)
{
    const bool digits = !header.isEmpty() && header.size() <= 16 &&
                        std::all_of(header.cbegin(), header.cend(), [](char c) { return c >= '0' && c <= '9'; });
    const qint64 count = digits ? header.toLongLong() : -1;
    return count >= 0 && count <= largestCount ? std::optional(count) : std::nullopt;
}

QByteArray uploadMetadata(const OutboxItem &item, const QString &station)
{
    const QString package = item.package.toString();
    const QList<std::pair<QByteArray, QString>> pairs{{"filename", package + u".zip"_s},
                                                      {"package-id", package},
                                                      {"sha256", item.sha256},
                                                      {"station", station},
                                                      {"revision", QString::number(item.revision)}};
    QByteArray line;
    for (const auto &[key, value] : pairs)
        line += (line.isEmpty() ? "" : ",") + key + ' ' + value.toUtf8().toBase64();
    return line;
}

QByteArray uploadChecksum(const QByteArray &algorithm, const QByteArray &piece)
{
    const auto method = algorithm == "sha1" ? QCryptographicHash::Sha1 : QCryptographicHash::Sha256;
    return algorithm + ' ' + QCryptographicHash::hash(piece, method).toBase64();
}

TusCapabilities capabilitiesOf(const QNetworkReply &reply)
{
    const auto list = [&](const char *header) {
        QList<QByteArray> words = reply.rawHeader(header).toLower().split(',');
        for (QByteArray &word : words)
            word = word.trimmed();
        return words;
    };
    TusCapabilities found;
    const auto extensions = list("Tus-Extension");
    found.termination = extensions.contains("termination");
    if (extensions.contains("checksum"))
        for (const QByteArray algorithm : {"sha256", "sha1"})
            if (found.checksum.isEmpty() && list("Tus-Checksum-Algorithm").contains(algorithm))
                found.checksum = algorithm;
    found.maxSize = byteCount(reply.rawHeader("Tus-Max-Size"));
    return found;
}

} // namespace sohoa
