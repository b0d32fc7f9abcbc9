// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"

#include <QByteArray>
#include <QString>
#include <QUrl>

namespace sohoa {

enum class TargetKind { Tus, Folder };

/// A place to which packages are handed over.
struct TargetConfig {
    QString name; ///< 1..64 of a-z, A-Z, 0-9, "-", "_", "."; unique among the targets.
    TargetKind kind = TargetKind::Folder;
    QUrl url = {};                ///< Tus: the http(s) base without a trailing slash.
    QString folder = {};          ///< Folder: absolute path.
    bool allowPlainHttp = false;  ///< Tus: http to other hosts than this one. Asked for explicitly, never implied.
    QString tokenFile = {};       ///< Tus: file with the bearer token, readable by its owner only.
    QString caFile = {};          ///< Tus: PEM of a private authority; then the system's authorities are not used.
    QString certificateFile = {}; ///< Tus: PEM of the client's certificate, with keyFile.
    QString keyFile = {};         ///< Tus: PEM of its RSA or EC key, not encrypted, readable by its owner only.
};

/// Reads `tus+https://host/path`, `tus+http://host/path` or `folder:/absolute/path`. Plain http is taken for
/// loopback addresses (localhost, 127.0.0.0/8, ::1) or with `allowPlainHttp`.
/// Errors: ValueInvalid (args: field "name", value), UsageError (args: reason: "scheme", "host", "plain_http",
/// "credentials", "query", "folder"). An address with user, password, query or fragment is refused: addresses are
/// shown and logged, so no secret may hide in them.
Result<TargetConfig> parseTarget(const QString &name, const QString &address, bool allowPlainHttp = false);

/// The address as parseTarget() takes it: for lists and the store.
QString targetAddress(const TargetConfig &target);

/// The token in a file: its text without blanks around it. RepositoryUnauthorized (args: reason: "token_missing",
/// "token_open" when others than the owner may read it, "token_invalid" when it is empty, longer than 8 KiB or not
/// of printable ASCII). The token itself is never part of an error.
Result<QByteArray> readToken(const QString &path);

} // namespace sohoa
