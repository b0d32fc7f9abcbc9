// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/sync/transfer.h"
#include "core/sync/tus_endpoint.h"

#include <QByteArray>
#include <QCryptographicHash>
#include <QNetworkReply>

#include <optional>

namespace sohoa {

/// What a failed request means.
struct Failure {
    Error error;
    AfterFailure after = AfterFailure::Retry;
    std::optional<qint64> retryAfterMs = {};
};

/// The failure behind an HTTP status that is none of those a step of the protocol expects. `retryAfter` is the
/// header of that name. Errors carry args: status.
Failure failureOfStatus(int status, const QByteArray &retryAfter, const QString &during);

/// The failure behind a connection that gave no whole answer.
Failure failureOfConnection(QNetworkReply::NetworkError error, const QString &text, const QString &during);

/// What the headers of an answer to OPTIONS say.
TusCapabilities capabilitiesOf(const QNetworkReply &reply);

/// A header that is a count of bytes: digits only, no sign, at most 2^53.
std::optional<qint64> byteCount(const QByteArray &header);

/// One line: "filename <base64>,package-id <base64>,…".
QByteArray uploadMetadata(const OutboxItem &item, const QString &station);

/// `Upload-Checksum` of a piece; `algorithm` is "sha256" or "sha1".
QByteArray uploadChecksum(const QByteArray &algorithm, const QByteArray &piece);

} // namespace sohoa
