// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/frame.h"
#include "core/page_helper/messages.h"

#include <QObject>
#include <QProcess>
#include <QString>
#include <QTimer>

#include <functional>
#include <memory>

namespace sohoa {

/// One sohoa-page-helper: started when it is first asked, started anew after it died. One question at a time.
/// Threads: one thread with an event loop.
class PageHelperProcess : public QObject {
    Q_OBJECT
public:
    PageHelperProcess(QString program, int memoryMb);
    ~PageHelperProcess() override;

    /// Errors: HelperMissing, PageHelperCrashed, HelperProtocol, PageTimeout, Cancelled.
    using Answer = std::function<void(Result<PageHelperReply>)>;

    /// The answer comes exactly once, never from within this call.
    void ask(const PageHelperRequest &request, int deadlineMs, Answer answer);
    /// Asks the running request to stop; a helper that does not within two seconds is killed.
    void cancel(quint32 id);

private:
    void startProcess();
    void dropProcess();
    void read();
    void finish(Result<PageHelperReply> reply);

    const QString m_program;
    const int m_memoryMb;
    std::unique_ptr<QProcess> m_process;
    FrameReader m_reader;
    QTimer m_deadline;
    Answer m_answer; ///< Set while a question waits.
    bool m_cancelling = false;
};

} // namespace sohoa
