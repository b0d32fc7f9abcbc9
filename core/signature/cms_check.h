// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/signature/content_digest.h"
#include "core/signature/openssl_handles.h"
#include "core/signature/signature_inspection.h"

#include <QByteArray>

namespace sohoa {

/// Checks one detached CMS, as it stands in /Contents with its padding, and fills what it says of the signer, its
/// integrity, trust and timestamp into `facts` (whose subFilter is set). Only what `content` fails with is an
/// error. Anything below SHA-256 counts as broken.
Result<void> checkCms(const QByteArray &contents, const ContentDigest &content, X509_STORE *anchors, Instant now,
                      SignatureFacts &facts);

} // namespace sohoa
