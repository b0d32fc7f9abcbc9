// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/integration/sync/repository.h"

#include <QDir>
#include <QEventLoop>
#include <QJsonDocument>
#include <QNetworkAccessManager>
#include <QNetworkReply>

#include <stdexcept>
#include <utility>

namespace sohoa::test {

using namespace Qt::StringLiterals;

namespace {

constexpr int patienceMs = 30'000;

} // namespace

Repository::Repository(QStringList arguments)
    : m_folder(QDir::tempPath() + u"/kho lưu trữ XXXXXX"_s)
    , m_arguments(std::move(arguments))
{
    launch();
}

Repository::~Repository()
{
    m_process.terminate();
    if (!m_process.waitForFinished(patienceMs))
        m_process.kill();
    m_process.waitForFinished(patienceMs);
}

void Repository::launch()
{
    const QString program = qEnvironmentVariable("SOHOA_REPOSITORY") + u"/server.mjs"_s;
    m_process.setProcessChannelMode(QProcess::SeparateChannels);
    m_process.start(u"node"_s,
                    QStringList{program, u"--dir"_s, m_folder.path(), u"--port"_s, QString::number(m_port)} +
                        m_arguments);
    while (m_process.waitForReadyRead(patienceMs) && !m_process.canReadLine()) {
    }
    const QByteArray line = m_process.readLine().trimmed();
    if (!line.startsWith("listening "))
        throw std::runtime_error(
            "The reference repository does not start (node, npm and the test repository_install "
            "are needed): " +
            m_process.readAllStandardError().toStdString());
    m_port = line.mid(10).toInt();
}

void Repository::killNow()
{
    m_process.kill();
    m_process.waitForFinished(patienceMs);
}

void Repository::startAgain()
{
    launch();
}

TargetConfig Repository::target() const
{
    const QString scheme = m_arguments.contains(u"--tls-cert"_s) ? u"https"_s : u"http"_s;
    return parseTarget(u"kho"_s, u"tus+%1://127.0.0.1:%2/files"_s.arg(scheme).arg(m_port)).value();
}

void Repository::fault(const QString &name)
{
    ask("POST", u"/__fault"_s, "{\"name\":\"" + name.toUtf8() + "\"}");
}

QJsonObject Repository::stats()
{
    return QJsonDocument::fromJson(ask("GET", u"/__stats"_s, {})).object();
}

QString Repository::bag(const QString &package) const
{
    return m_folder.filePath(u"bags/"_s + package + u".zip"_s);
}

QByteArray Repository::ask(const QByteArray &verb, const QString &path, const QByteArray &body)
{
    QNetworkAccessManager manager;
    QUrl url = target().url;
    url.setPath(path);
    QNetworkRequest request(url);
    request.setHeader(QNetworkRequest::ContentTypeHeader, u"application/json"_s);
    request.setTransferTimeout(patienceMs);
    QNetworkReply *reply = manager.sendCustomRequest(request, verb, body);
    QEventLoop loop;
    QObject::connect(reply, &QNetworkReply::finished, &loop, &QEventLoop::quit);
    loop.exec();
    if (reply->error() != QNetworkReply::NoError)
        throw std::runtime_error("control of the repository: " + reply->errorString().toStdString());
    return reply->readAll();
}

} // namespace sohoa::test
