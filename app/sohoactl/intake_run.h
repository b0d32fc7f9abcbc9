// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/sohoactl/command.h"

#include <QEventLoop>
#include <QObject>
#include <QSocketNotifier>

#include <memory>
#include <optional>

namespace sohoa {

/// Waits for an intake until everything is read and sorted, asks what has to be asked when somebody sits at the
/// terminal, and shows what came of it. An interrupt (Ctrl+C) ends the intake in good order.
class IntakeRun : public QObject {
public:
    IntakeRun(CommandLine &line, Station &station);
    ~IntakeRun() override;

    /// So many pages from the glass, one after the other.
    void setGlassPages(int pages) { m_glassPages = pages; }
    /// `started` is the answer of Station's start call.
    ExitStatus finish(const Result<void> &started);

private:
    void show(const IntakeProgress &now);
    void awaitPage(int pages);
    void awaitFlip(int fronts);
    /// Continues the intake at the next Enter, ends it at "q" or at the end of the input. Ends it at once when no
    /// one sits there.
    void ask(const QString &question);
    void readAnswer();
    ExitStatus showOutcome();

    CommandLine &m_line;
    Station &m_station;
    QEventLoop m_loop;
    IntakeProgress m_progress;
    IntakeSummary m_summary;
    std::optional<int> m_glassPages;
    QSocketNotifier m_answer;
    std::unique_ptr<QSocketNotifier> m_interrupt;
};

} // namespace sohoa
