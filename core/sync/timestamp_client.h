// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/signature/signing_session.h"

#include <QNetworkAccessManager>
#include <QObject>
#include <QUrl>

namespace sohoa {

/// A timestamp service over HTTP (RFC 3161, 3.4). Threads: one thread with an event loop; destroyed before an
/// answer came, it gives none.
class TimestampClient final : public QObject, public TimestampPort {
    Q_OBJECT
public:
    explicit TimestampClient(const QUrl &url, int timeoutMs = 30'000);

    void ask(const QByteArray &question, std::function<void(Result<QByteArray>)> answer) override;
    QString url() const override { return m_url.toDisplayString(QUrl::RemoveUserInfo | QUrl::RemoveQuery); }

private:
    const QUrl m_url;
    QNetworkAccessManager m_network;
};

} // namespace sohoa
