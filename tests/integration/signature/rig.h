// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/signature/signing_session.h"
#include "tests/support/catch.h"
#include "tests/unit/signature/signed_pdf.h"

#include <QEventLoop>
#include <QTcpServer>

#include <functional>
#include <optional>

namespace sohoa::test {

constexpr auto rightPin = "1234";

/// Tokens of SoftHSM in a folder of their own, known to this process and those it starts.
class TokenBox {
public:
    TokenBox();
    /// A token with a key and a certificate for it; nothing but the key when `withCertificate` is false.
    void addToken(const QString &label, const Identity &identity, const Authority &authority,
                  bool withCertificate = true);
    void removeTokens();

    static QString softHsm();
    /// SoftHSM behind faults, see faulty_module.cpp.
    static QString faultyModule();

private:
    QTemporaryDir m_folder;
};

/// A variable of the environment as long as it lives.
class Environment {
public:
    Environment(const char *name, const QByteArray &value)
        : m_name(name)
    {
        qputenv(name, value);
    }
    ~Environment() { qunsetenv(m_name); }
    Environment(const Environment &) = delete;
    Environment &operator=(const Environment &) = delete;

private:
    const char *m_name;
};

/// OpenSSL's timestamp service behind HTTP on this machine.
class TimestampServer : public QTcpServer {
public:
    enum class Behaviour { Good, Nonsense, Refuses, ForAnotherQuestion, Silent };

    TimestampServer(const Authority &authority, const QString &folder);
    QString url() const;
    Behaviour behaviour = Behaviour::Good;
    int asked = 0;

private:
    void serve(QTcpSocket *socket);
    TimestampAuthority m_authority;
    QByteArray m_firstAnswer;
};

SecretBytes secret(const char *text);
SigningTools tools(int deadlineMs = 60'000);

/// The answer of something asynchronous.
template <class T> Result<T> await(const std::function<void(std::function<void(Result<T>)>)> &start)
{
    std::optional<Result<T>> answer;
    QEventLoop loop;
    start([&](Result<T> result) {
        answer = std::move(result);
        loop.quit();
    });
    if (!answer)
        loop.exec();
    return std::move(*answer);
}

inline Result<CertificateFacts> open(SigningSession &session, const SigningKey &key, const char *pin = rightPin)
{
    return await<CertificateFacts>([&](SigningSession::Opened done) { session.open(key, secret(pin), done); });
}

inline Result<SignedDocument> sign(SigningSession &session, const SigningOrder &order)
{
    return await<SignedDocument>([&](SigningSession::Done done) { session.sign(order, done); });
}

} // namespace sohoa::test
