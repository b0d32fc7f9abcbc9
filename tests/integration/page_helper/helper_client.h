// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/page_helper/messages.h"
#include "tests/support/catch.h"

#include <QProcess>
#include <QProcessEnvironment>

namespace sohoa::test {

/// A running sohoa-page-helper.
class HelperClient {
public:
    explicit HelperClient(const QProcessEnvironment &environment = QProcessEnvironment::systemEnvironment())
    {
        m_process.setProcessEnvironment(environment);
        m_process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        m_process.start(qEnvironmentVariable("SOHOA_BIN") + QStringLiteral("/sohoa-page-helper"), {});
        REQUIRE(m_process.waitForStarted());
    }
    ~HelperClient()
    {
        m_process.closeWriteChannel();
        if (!m_process.waitForFinished(patience))
            m_process.kill();
        m_process.waitForFinished();
    }
    HelperClient(const HelperClient &) = delete;
    HelperClient &operator=(const HelperClient &) = delete;

    void send(const PageHelperRequest &request) { sendBytes(encodePageMessage(request).value()); }
    void sendBytes(const QByteArray &bytes) { m_process.write(bytes); }

    PageHelperReply receive()
    {
        while (true) {
            const auto frame = m_frames.next();
            REQUIRE_OK(frame);
            if (*frame) {
                auto reply = decodePageReply(**frame);
                REQUIRE_OK(reply);
                return *reply;
            }
            REQUIRE(m_process.waitForReadyRead(patience));
            m_frames.append(m_process.readAllStandardOutput());
        }
    }
    template <class Reply> Reply receiveA()
    {
        auto reply = receive();
        if (const auto *failure = std::get_if<Failure>(&reply))
            INFO(logLine(failure->error).toStdString());
        REQUIRE(std::holds_alternative<Reply>(reply));
        return std::get<Reply>(std::move(reply));
    }
    template <class Reply> Reply ask(const PageHelperRequest &request)
    {
        send(request);
        return receiveA<Reply>();
    }
    int exitCode()
    {
        m_process.closeWriteChannel();
        REQUIRE(m_process.waitForFinished(patience));
        REQUIRE(m_process.exitStatus() == QProcess::NormalExit);
        return m_process.exitCode();
    }
    qint64 processId() const { return m_process.processId(); }

private:
    static constexpr int patience = 60'000; ///< Milliseconds; sanitizers on a busy machine.
    QProcess m_process;
    FrameReader m_frames;
};

} // namespace sohoa::test
