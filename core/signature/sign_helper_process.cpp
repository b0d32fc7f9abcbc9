// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/signature/sign_helper_process.h"

#include <QLoggingCategory>

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <utility>

namespace sohoa {

using namespace Qt::StringLiterals;

namespace {

Q_LOGGING_CATEGORY(lcSigning, "sohoa.signing", QtWarningMsg)
constexpr int exitGraceMs = 1000;

template <class Wanted> Result<Wanted> only(Result<SignHelperReply> reply)
{
    if (!reply)
        return fail(reply.error());
    if (const auto *failure = std::get_if<SignFailure>(&*reply))
        return fail(failure->error);
    if (auto *wanted = std::get_if<Wanted>(&*reply))
        return std::move(*wanted);
    return fail(ErrorCode::HelperProtocol, u"sign helper: unexpected reply"_s);
}

} // namespace

SignHelperProcess::SignHelperProcess(QString program, int deadlineMs)
    : m_program(std::move(program))
{
    m_deadline.setSingleShot(true);
    m_deadline.setInterval(deadlineMs);
    connect(&m_deadline, &QTimer::timeout, this, [this] {
        m_why = {ErrorCode::SignModuleHung, {}, u"sign helper gave no answer in time"_s};
        drop();
        finish(fail(m_why));
    });
}

SignHelperProcess::~SignHelperProcess()
{
    drop();
}

bool SignHelperProcess::start(const SecretBytes &secret)
{
    int ends[2];
    if (::pipe2(ends, O_CLOEXEC) != 0) {
        m_why = {ErrorCode::Internal, {}, u"pipe2: %1"_s.arg(QString::fromLocal8Bit(std::strerror(errno)))};
        return false;
    }
    // A pipe takes at least 4096 bytes without a reader (POSIX: PIPE_BUF): this does not block.
    const auto bytes = secret.view();
    const bool isWritten = ::write(ends[1], bytes.data(), bytes.size()) == static_cast<ssize_t>(bytes.size());
    ::close(ends[1]);
    m_process = std::make_unique<QProcess>();
    m_process->setChildProcessModifier([from = ends[0]] {
        if (from == secretDescriptor)
            ::fcntl(from, F_SETFD, 0);
        else
            ::dup2(from, secretDescriptor);
    });
    connect(m_process.get(), &QProcess::readyReadStandardOutput, this, &SignHelperProcess::read);
    connect(m_process.get(), &QProcess::readyReadStandardError, this, [this] {
        qCInfo(lcSigning).noquote() << "sign helper:"
                                    << QString::fromUtf8(m_process->readAllStandardError()).trimmed();
    });
    connect(m_process.get(), &QProcess::errorOccurred, this, [this](QProcess::ProcessError error) {
        if (error != QProcess::FailedToStart)
            return;
        m_why = {ErrorCode::HelperMissing, {{u"program"_s, u"sohoa-sign-helper"_s}}, m_program};
        drop();
        finish(fail(m_why));
    });
    connect(m_process.get(), &QProcess::finished, this, [this](int code, QProcess::ExitStatus status) {
        read(); // what it said last
        m_why = {ErrorCode::SignModuleCrashed,
                 {},
                 status == QProcess::CrashExit ? u"sign helper was killed"_s
                                               : u"sign helper exited with %1"_s.arg(code)};
        drop();
        finish(fail(m_why));
    });
    m_process->start(m_program, {});
    ::close(ends[0]);
    if (!isWritten)
        m_why = {ErrorCode::Internal, {}, u"secret not written"_s};
    return isWritten && m_process;
}

void SignHelperProcess::open(const SigningKey &key, SecretBytes secret, Opened answer)
{
    const bool isStarted = start(secret);
    secret.clear();
    if (!isStarted)
        drop();
    ask(OpenKeyRequest{key}, [answer = std::move(answer)](Result<SignHelperReply> reply) {
        answer(only<KeyOpened>(std::move(reply)));
    });
}

void SignHelperProcess::sign(const SignRequest &request, Made answer)
{
    ask(request, [answer = std::move(answer)](Result<SignHelperReply> reply) {
        answer(only<SignatureMade>(std::move(reply)));
    });
}

void SignHelperProcess::ask(const SignHelperRequest &request, Answer answer)
{
    m_answer = std::move(answer);
    if (!m_process) {
        QMetaObject::invokeMethod(
            this, [this] { finish(fail(m_why)); }, Qt::QueuedConnection);
        return;
    }
    m_deadline.start();
    m_process->write(encodeSignMessage(request));
}

void SignHelperProcess::read()
{
    m_reader.append(m_process->readAllStandardOutput());
    while (m_process) {
        const auto frame = m_reader.next();
        if (frame && !*frame)
            return;
        auto reply = frame ? decodeSignReply(**frame) : Result<SignHelperReply>(fail(frame.error()));
        if (!reply) {
            m_why = reply.error();
            drop();
        }
        finish(std::move(reply));
    }
}

void SignHelperProcess::drop()
{
    if (!m_process)
        return;
    m_process->disconnect(this);
    m_process->closeWriteChannel();
    if (m_answer || !m_process->waitForFinished(exitGraceMs)) {
        m_process->kill();
        m_process->waitForFinished(exitGraceMs);
    }
    // It may be the sender of the signal that brought us here.
    m_process.release()->deleteLater();
}

void SignHelperProcess::finish(Result<SignHelperReply> reply)
{
    m_deadline.stop();
    if (const Answer answer = std::exchange(m_answer, nullptr))
        answer(std::move(reply));
    else if (!reply)
        qCWarning(lcSigning).noquote() << "idle sign helper ended:" << logLine(reply.error());
}

} // namespace sohoa
