// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/frame.h"
#include "core/signature/secret_bytes.h"
#include "core/signature/sign_messages.h"

#include <QObject>
#include <QProcess>
#include <QString>
#include <QTimer>

#include <functional>
#include <memory>

namespace sohoa {

/// One sohoa-sign-helper with one key open: started once, never started anew by itself, since the PIN went to it
/// and is nowhere else. One question at a time. Threads: one thread with an event loop.
class SignHelperProcess : public QObject {
    Q_OBJECT
public:
    SignHelperProcess(QString program, int deadlineMs);
    ~SignHelperProcess() override;

    /// Errors: HelperMissing, SignModuleCrashed, SignModuleHung, HelperProtocol, and what the helper fails with.
    /// A reply that does not fit the question is HelperProtocol.
    using Opened = std::function<void(Result<KeyOpened>)>;
    using Made = std::function<void(Result<SignatureMade>)>;

    /// Starts the helper and gives it the secret, which is wiped here. Answers come exactly once, never from
    /// within the call.
    void open(const SigningKey &key, SecretBytes secret, Opened answer);
    void sign(const SignRequest &request, Made answer);

private:
    using Answer = std::function<void(Result<SignHelperReply>)>;

    bool start(const SecretBytes &secret);
    void ask(const SignHelperRequest &request, Answer answer);
    void read();
    void drop();
    void finish(Result<SignHelperReply> reply);

    const QString m_program;
    std::unique_ptr<QProcess> m_process;
    FrameReader m_reader;
    QTimer m_deadline;
    Answer m_answer;                                   ///< Set while a question waits.
    Error m_why{ErrorCode::SignModuleCrashed, {}, {}}; ///< Why there is no helper (any more).
};

} // namespace sohoa
