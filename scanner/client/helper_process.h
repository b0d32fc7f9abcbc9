// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "scanner/client/helper_config.h"
#include "scanner/client/sane_environment.h"
#include "scanner/protocol/messages.h"

#include <QObject>
#include <QProcess>
#include <QTimer>

#include <optional>

namespace sohoa {

/// One helper process, from its start to its end: frames in and out, silence noticed, killed when it does not go.
/// Speaks of nothing but messages; what they mean is for its owner.
/// Threads: lives in one thread with an event loop. Do not delete it from within its signals.
class HelperProcess : public QObject {
    Q_OBJECT
public:
    HelperProcess(const HelperConfig &config, SaneEnvironment environment, QObject *parent = nullptr);
    /// Kills what still runs.
    ~HelperProcess() override;

    void start();
    void send(const scan::Request &request);
    /// From now on the helper must say something within every `limit`; none: it may be silent.
    void watch(std::optional<std::chrono::milliseconds> limit);
    /// No more signals but gone(). The helper is asked to end, then made to.
    void retire();
    bool running() const { return m_process.state() != QProcess::NotRunning; }

Q_SIGNALS:
    /// Mutable so that rows need not be copied.
    void event(sohoa::scan::Event &event);
    /// HelperMissing, HelperCrashed, HelperHung, HelperProtocol. Once, and nothing after it but gone().
    void failed(const sohoa::Error &error);
    /// The process has ended after retire().
    void gone();

private:
    void readEvents();
    void readLog();
    void processEnded(int exitCode, QProcess::ExitStatus status);
    void fail(ErrorCode code, const QString &detail, const QMap<QString, QString> &args = {});
    void silent();
    void escalate();

    SaneEnvironment m_environment;
    QString m_program;
    std::chrono::milliseconds m_grace;
    QProcess m_process;
    FrameReader m_frames;
    QTimer m_silence;
    QTimer m_escalation;
    bool m_watched = false;
    bool m_greeted = false;
    bool m_listening = true; ///< The owner still wants to hear.
    bool m_terminated = false;
};

} // namespace sohoa
