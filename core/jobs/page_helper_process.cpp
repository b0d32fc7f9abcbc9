// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/jobs/page_helper_process.h"

#include <QLoggingCategory>
#include <QProcessEnvironment>

#include <utility>

namespace sohoa {

using namespace Qt::StringLiterals;

namespace {
Q_LOGGING_CATEGORY(lcPages, "sohoa.pages", QtWarningMsg)
constexpr int cancelGraceMs = 2000;
constexpr int exitGraceMs = 1000;
} // namespace

PageHelperProcess::PageHelperProcess(QString program, int memoryMb)
    : m_program(std::move(program))
    , m_memoryMb(memoryMb)
{
    m_deadline.setSingleShot(true);
    connect(&m_deadline, &QTimer::timeout, this, [this] {
        dropProcess();
        if (m_cancelling)
            finish(fail(ErrorCode::Cancelled, {}));
        else
            finish(fail(ErrorCode::PageTimeout, u"page helper gave no answer in time"_s));
    });
}

PageHelperProcess::~PageHelperProcess()
{
    dropProcess();
}

void PageHelperProcess::startProcess()
{
    m_reader = FrameReader();
    m_process = std::make_unique<QProcess>();
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    // libgomp reads this when it is loaded: it must stand before the process begins (measured: 4 threads on 2
    // cores quadruple the time of a page).
    environment.insert(u"OMP_THREAD_LIMIT"_s, u"1"_s);
    environment.insert(u"SOHOA_PAGE_MEMORY_MB"_s, QString::number(m_memoryMb));
    m_process->setProcessEnvironment(environment);
    connect(m_process.get(), &QProcess::readyReadStandardOutput, this, &PageHelperProcess::read);
    connect(m_process.get(), &QProcess::readyReadStandardError, this, [this] {
        const QByteArray said = m_process->readAllStandardError();
        qCInfo(lcPages).noquote() << "page helper:" << QString::fromUtf8(said).trimmed();
    });
    connect(m_process.get(), &QProcess::errorOccurred, this, [this](QProcess::ProcessError error) {
        if (error != QProcess::FailedToStart)
            return;
        dropProcess();
        finish(fail(ErrorCode::HelperMissing, m_program, {{u"program"_s, u"sohoa-page-helper"_s}}));
    });
    connect(m_process.get(), &QProcess::finished, this, [this](int code, QProcess::ExitStatus status) {
        read(); // what it said last
        dropProcess();
        finish(fail(ErrorCode::PageHelperCrashed, status == QProcess::CrashExit
                                                      ? u"page helper was killed"_s
                                                      : u"page helper exited with %1"_s.arg(code)));
    });
    m_process->start(m_program, {});
}

void PageHelperProcess::dropProcess()
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

void PageHelperProcess::ask(const PageHelperRequest &request, int deadlineMs, Answer answer)
{
    m_answer = std::move(answer);
    m_cancelling = false;
    const auto message = encodePageMessage(request);
    if (!message) {
        QMetaObject::invokeMethod(
            this, [this, error = message.error()] { finish(fail(error)); }, Qt::QueuedConnection);
        return;
    }
    if (!m_process)
        startProcess();
    m_deadline.start(deadlineMs);
    if (m_process)
        m_process->write(*message);
}

void PageHelperProcess::cancel(quint32 id)
{
    if (!m_answer || !m_process)
        return;
    m_cancelling = true;
    if (const auto message = encodePageMessage(PageHelperRequest(CancelRequest{id})))
        m_process->write(*message);
    m_deadline.start(cancelGraceMs);
}

void PageHelperProcess::read()
{
    m_reader.append(m_process->readAllStandardOutput());
    while (m_process) {
        const auto frame = m_reader.next();
        if (frame && !*frame)
            return;
        auto reply = frame ? decodePageReply(**frame) : Result<PageHelperReply>(fail(frame.error()));
        if (!reply) {
            dropProcess();
            return finish(std::move(reply));
        }
        if (!std::holds_alternative<PageHello>(*reply))
            finish(std::move(reply));
    }
}

void PageHelperProcess::finish(Result<PageHelperReply> reply)
{
    m_deadline.stop();
    // A helper that dies while nobody waits is started anew with the next question.
    if (const Answer answer = std::exchange(m_answer, nullptr))
        answer(std::move(reply));
    else if (!reply)
        qCWarning(lcPages).noquote() << "idle page helper ended:" << logLine(reply.error());
}

} // namespace sohoa
