// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/sync/target_config.h"

#include <QByteArray>
#include <QList>
#include <QNetworkAccessManager>
#include <QNetworkRequest>
#include <QUrl>

#include <memory>
#include <optional>

namespace sohoa {

/// What a tus server says it can do (its answer to OPTIONS).
struct TusCapabilities {
    bool termination = false;
    QByteArray checksum;           ///< "sha256" or "sha1"; empty when it checks none we know.
    std::optional<qint64> maxSize; ///< Bytes of one package.
};

/// Connections, credentials and TLS of one repository, shared by the transfers to it. Belongs to the thread that
/// opened it.
class TusEndpoint {
public:
    /// Reads token, authority and client certificate. Errors: RepositoryUnauthorized (readToken()), TlsFailed
    /// (args: reason: "ca_file", "certificate_file", "key_file", "no_tls").
    static Result<std::shared_ptr<TusEndpoint>> open(const TargetConfig &target, int timeoutMs);

    QNetworkAccessManager &manager() { return m_manager; }
    /// A request with everything that all requests have: Tus-Resumable, token, TLS, timeout. Redirects are not
    /// followed and the token goes to this origin only.
    QNetworkRequest request(const QUrl &url) const;
    const QUrl &base() const { return m_base; }
    QUrl receiptUrl(const QString &package) const;
    /// `location` (relative or absolute) as an address on our origin; RepositoryProtocol for any other.
    Result<QUrl> resolve(const QByteArray &location) const;

    /// The token that requests carry.
    const QByteArray &token() const { return m_token; }
    /// `Date` of an answer that has just come.
    void noteDate(const QByteArray &date);
    /// How far the repository's clock is ahead of this machine's, as its last answer said, in milliseconds. To the
    /// second at best; nothing when it told no date.
    std::optional<qint64> clockAheadMs() const { return m_clockAheadMs; }

    const std::optional<TusCapabilities> &capabilities() const { return m_capabilities; }
    void setCapabilities(const TusCapabilities &capabilities) { m_capabilities = capabilities; }

private:
    TusEndpoint() = default;

    QNetworkAccessManager m_manager;
    QNetworkRequest m_prototype;
    QUrl m_base;
    QByteArray m_token;
    std::optional<qint64> m_clockAheadMs;
    std::optional<TusCapabilities> m_capabilities;
};

} // namespace sohoa
