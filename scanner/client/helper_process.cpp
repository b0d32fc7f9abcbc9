// SPDX-License-Identifier: GPL-3.0-or-later
#include "scanner/client/helper_process.h"

#include <QFileInfo>
#include <QLoggingCategory>

namespace sohoa {

using namespace Qt::StringLiterals;

namespace {

Q_LOGGING_CATEGORY(helperLog, "sohoa.scanner.helper", QtInfoMsg)

constexpr int killWaitMsecs = 1000;
constexpr qsizetype maxLogLine = 2000; ///< Bytes; a backend's debug output may be endless.

} // namespace

HelperProcess::HelperProcess(const HelperConfig &config, SaneEnvironment environment, QObject *parent)
    : QObject(parent)
    , m_environment(std::move(environment))
    , m_program(config.helperProgram)
    , m_grace(config.grace)
{
    m_process.setProcessEnvironment(m_environment.variables());
    m_process.setWorkingDirectory(u"/"_s);
    m_silence.setSingleShot(true);
    m_escalation.setSingleShot(true);
    connect(&m_process, &QProcess::readyReadStandardOutput, this, &HelperProcess::readEvents);
    connect(&m_process, &QProcess::readyReadStandardError, this, &HelperProcess::readLog);
    connect(&m_process, &QProcess::finished, this, &HelperProcess::processEnded);
    connect(&m_process, &QProcess::errorOccurred, this, [this](QProcess::ProcessError error) {
        if (error != QProcess::FailedToStart)
            return; // Everything else ends in finished() or in silence.
        const bool listening = m_listening;
        fail(ErrorCode::HelperMissing, m_process.errorString(), {{u"program"_s, m_program}});
        if (!listening)
            Q_EMIT gone();
    });
    connect(&m_silence, &QTimer::timeout, this, &HelperProcess::silent);
    connect(&m_escalation, &QTimer::timeout, this, &HelperProcess::escalate);
}

HelperProcess::~HelperProcess()
{
    m_process.disconnect(this);
    if (running()) {
        m_process.kill();
        m_process.waitForFinished(killWaitMsecs);
    }
}

void HelperProcess::start()
{
    m_process.start(m_program, QStringList());
}

void HelperProcess::send(const scan::Request &request)
{
    const auto frame = encode(request);
    if (!frame) {
        fail(frame.error().code, frame.error().detail);
        return;
    }
    m_process.write(*frame);
}

void HelperProcess::watch(std::optional<std::chrono::milliseconds> limit)
{
    m_watched = limit.has_value();
    if (limit)
        m_silence.start(*limit);
    else
        m_silence.stop();
}

void HelperProcess::silent()
{
    // It may have been us who were busy: then its bytes are waiting in the pipe.
    if (!m_process.waitForReadyRead(0))
        fail(ErrorCode::HelperHung, u"not a byte for %1 ms"_s.arg(m_silence.interval()));
    else if (m_watched && m_listening)
        m_silence.start();
}

void HelperProcess::retire()
{
    m_listening = false;
    watch(std::nullopt);
    if (!running()) {
        QMetaObject::invokeMethod(this, &HelperProcess::gone, Qt::QueuedConnection);
        return;
    }
    // The end of its stdin makes the helper cancel, close and go.
    m_process.closeWriteChannel();
    m_escalation.start(m_grace);
}

void HelperProcess::escalate()
{
    if (m_terminated) {
        m_process.kill();
        return;
    }
    m_terminated = true;
    m_process.terminate();
    m_escalation.start(m_grace);
}

void HelperProcess::readEvents()
{
    const QByteArray bytes = m_process.readAllStandardOutput();
    if (!m_listening)
        return;
    if (m_watched)
        m_silence.start();
    m_frames.append(bytes);
    while (m_listening) {
        auto frame = m_frames.next();
        if (!frame) {
            fail(frame.error().code, frame.error().detail);
            return;
        }
        if (!*frame)
            return;
        auto message = scan::decodeEvent(std::move(**frame));
        if (!message) {
            fail(message.error().code, message.error().detail);
            return;
        }
        const auto *hello = std::get_if<scan::Hello>(&*message);
        if ((hello != nullptr) == m_greeted || (hello && hello->version != scan::protocolVersion)) {
            fail(ErrorCode::HelperProtocol, u"greeting missing, repeated, or of another version"_s);
            return;
        }
        m_greeted = true;
        if (!hello)
            Q_EMIT event(*message);
    }
}

void HelperProcess::readLog()
{
    for (const QByteArray &line : m_process.readAllStandardError().split('\n')) {
        if (!line.isEmpty())
            qCDebug(helperLog, "%s", line.left(maxLogLine).constData());
    }
}

void HelperProcess::processEnded(int exitCode, QProcess::ExitStatus status)
{
    m_escalation.stop();
    readEvents();
    readLog();
    if (!m_listening) {
        Q_EMIT gone();
        return;
    }
    if (status == QProcess::CrashExit)
        fail(ErrorCode::HelperCrashed, u"killed by a signal"_s);
    else if (!m_greeted || m_frames.pending() > 0)
        fail(ErrorCode::HelperProtocol, u"ended with %1 in the middle of a message"_s.arg(exitCode));
    else
        fail(ErrorCode::HelperCrashed, u"ended with %1 before its work was done"_s.arg(exitCode));
}

void HelperProcess::fail(ErrorCode code, const QString &detail, const QMap<QString, QString> &args)
{
    if (!m_listening)
        return;
    m_listening = false;
    watch(std::nullopt);
    Q_EMIT failed({code, args, detail});
}

} // namespace sohoa
