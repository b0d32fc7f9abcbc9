// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/signature/content_digest.h"
#include "core/signature/openssl_handles.h"
#include "core/signature/signature_inspection.h"

#include <QByteArray>

namespace sohoa {

/// A question to a timestamp service (RFC 3161) about a SHA-256, as DER: application/timestamp-query.
Result<QByteArray> timestampRequest(const QByteArray &sha256, quint64 nonce);

/// The token out of the service's answer, when it was granted, is about this digest and this question, and its own
/// signature holds. The answer comes from outside and is not trusted. TimestampInvalid else.
Result<QByteArray> timestampToken(const QByteArray &answer, const QByteArray &sha256, quint64 nonce);

/// What a token is worth that was taken for the bytes of which `content` gives digests. Only what `content` fails
/// with is an error.
Result<TimestampFacts> inspectTimestamp(const QByteArray &token, const ContentDigest &content,
                                        X509_STORE *anchors);

} // namespace sohoa
