// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/integration/signature/rig.h"

#include "core/base/durable_file.h"
#include "core/base/installation.h"
#include "tests/unit/pdf/samples.h"

#include <QDir>
#include <QTcpSocket>

#include <cstring>

namespace sohoa::test {

using namespace Qt::StringLiterals;

TokenBox::TokenBox()
    : m_folder(pathTemplate())
{
    REQUIRE(QDir(m_folder.path()).mkdir(u"tokens"_s));
    const QString config = m_folder.filePath(u"softhsm2.conf"_s);
    REQUIRE(writeDurably(config, "directories.tokendir = " + m_folder.filePath(u"tokens"_s).toUtf8() +
                                     "\nobjectstore.backend = file\nlog.level = ERROR\n"));
    qputenv("SOFTHSM2_CONF", config.toUtf8());
}

void TokenBox::addToken(const QString &label, const Identity &identity, const Authority &authority,
                        bool withCertificate)
{
    const QString key = m_folder.filePath(u"key.pem"_s);
    REQUIRE(writeDurably(key, identity.keyPem()));
    const QString pin = QString::fromLatin1(rightPin);
    REQUIRE(run(u"softhsm2-util"_s, {u"--init-token"_s, u"--free"_s, u"--label"_s, label, u"--pin"_s, pin,
                                     u"--so-pin"_s, u"87654321"_s})
                .exitCode == 0);
    REQUIRE(run(u"softhsm2-util"_s, {u"--import"_s, key, u"--token"_s, label, u"--label"_s, u"canbo"_s, u"--id"_s,
                                     u"01"_s, u"--pin"_s, pin})
                .exitCode == 0);
    if (!withCertificate)
        return;
    const std::pair<QByteArray, QString> certificates[] = {{identity.der(), u"01"_s},
                                                           {authority.root().der(), u"ff"_s}};
    for (const auto &[der, id] : certificates) {
        const QString file = m_folder.filePath(u"certificate.der"_s);
        REQUIRE(writeDurably(file, der));
        REQUIRE(
            run(u"pkcs11-tool"_s, {u"--module"_s, softHsm(), u"--token-label"_s, label, u"--login"_s, u"--pin"_s,
                                   pin, u"--write-object"_s, file, u"--type"_s, u"cert"_s, u"--id"_s, id})
                .exitCode == 0);
    }
}

void TokenBox::removeTokens()
{
    REQUIRE(QDir(m_folder.filePath(u"tokens"_s)).removeRecursively());
}

QString TokenBox::softHsm()
{
    return QStringLiteral(SOHOA_SOFTHSM);
}

QString TokenBox::faultyModule()
{
    return QStringLiteral(SOHOA_FAULTY_MODULE);
}

TimestampServer::TimestampServer(const Authority &authority, const QString &folder)
    : m_authority(authority, folder)
{
    REQUIRE(listen(QHostAddress::LocalHost));
    connect(this, &QTcpServer::newConnection, this, [this] {
        QTcpSocket *socket = nextPendingConnection();
        connect(socket, &QTcpSocket::readyRead, this, [this, socket] { serve(socket); });
        connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
    });
}

QString TimestampServer::url() const
{
    return u"http://127.0.0.1:%1/tsa"_s.arg(serverPort());
}

void TimestampServer::serve(QTcpSocket *socket)
{
    const QByteArray request = socket->peek(1 << 16);
    const qsizetype head = request.indexOf("\r\n\r\n");
    const qsizetype length = request.toLower().indexOf("content-length:");
    if (head < 0 || length < 0)
        return;
    const qsizetype lineEnd = request.indexOf('\r', length);
    const qsizetype size = request.mid(length + 15, lineEnd - length - 15).trimmed().toLongLong();
    const QByteArray body = request.mid(head + 4);
    if (body.size() < size)
        return;
    socket->readAll();
    ++asked;
    if (behaviour == Behaviour::Silent)
        return;
    QByteArray answer = "<html>Bảo trì hệ thống</html>";
    QByteArray status = "200 OK";
    if (behaviour == Behaviour::Refuses)
        status = "503 Service Unavailable";
    if (behaviour == Behaviour::Good)
        answer = m_authority.answer(body);
    if (behaviour == Behaviour::ForAnotherQuestion)
        answer = m_firstAnswer;
    if (m_firstAnswer.isEmpty())
        m_firstAnswer = answer;
    socket->write("HTTP/1.1 " + status + "\r\nContent-Type: application/timestamp-reply\r\nContent-Length: " +
                  QByteArray::number(answer.size()) + "\r\nConnection: close\r\n\r\n" + answer);
    socket->disconnectFromHost();
}

SecretBytes secret(const char *text)
{
    SecretBytes bytes;
    REQUIRE(bytes.append({text, std::strlen(text)}));
    return bytes;
}

SigningTools tools(int deadlineMs)
{
    return {.helperProgram = programPath(u"sohoa-sign-helper"_s), .deadlineMs = deadlineMs};
}

} // namespace sohoa::test
