// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sohoactl/intake_run.h"

#include "app/sohoactl/interrupt.h"
#include "app/sohoactl/stack_report.h"
#include "ui/errors/sentences.h"

#include <QTextStream>

#include <unistd.h>

#include <algorithm>

namespace sohoa {

using namespace Qt::StringLiterals;

IntakeRun::IntakeRun(CommandLine &line, Station &station)
    : m_line(line)
    , m_station(station)
    , m_answer(STDIN_FILENO, QSocketNotifier::Read)
{
    m_answer.setEnabled(false);
    connect(&m_answer, &QSocketNotifier::activated, this, &IntakeRun::readAnswer);
    connect(&station, &Station::intakeProgress, this, [this](const IntakeProgress &now) { show(now); });
    connect(&station, &Station::pageChanged, this, [this] { show(m_progress); });
    connect(&station, &Station::paperAwaited, this,
            [this] { m_line.console.progress(Text::tr("Waiting for paper in the feeder…")); });
    connect(&station, &Station::nextPageAwaited, this, &IntakeRun::awaitPage);
    connect(&station, &Station::flipAwaited, this, &IntakeRun::awaitFlip);
    connect(&station, &Station::intakeEnded, this, [this](const IntakeSummary &ended) { m_summary = ended; });
    connect(&station, &Station::idle, &m_loop, &QEventLoop::quit);
    connect(&station, &Station::failed, this, [this](const Error &error) {
        m_line.console.failedItem(Text::tr("while reading"), error);
        if (error.code == ErrorCode::HelperMissing)
            m_loop.quit();
    });
    if (const int interrupt = interruptDescriptor(); interrupt >= 0) {
        m_interrupt = std::make_unique<QSocketNotifier>(interrupt, QSocketNotifier::Read);
        connect(m_interrupt.get(), &QSocketNotifier::activated, this, [this] {
            m_interrupt->setEnabled(false);
            m_station.cancelIntake();
        });
    }
}

IntakeRun::~IntakeRun() = default;

ExitStatus IntakeRun::finish(const Result<void> &started)
{
    if (!started)
        return failedWith(m_line, started.error());
    m_loop.exec();
    m_line.console.endProgress();
    return showOutcome();
}

void IntakeRun::show(const IntakeProgress &now)
{
    m_progress = now;
    const int read = m_progress.captured - std::min(m_station.pagesWaiting(), m_progress.captured);
    m_line.console.progress(
        m_progress.total
            ? Text::tr("%1 of %2 pages stored, %3 read").arg(m_progress.captured).arg(*m_progress.total).arg(read)
            : Text::tr("%1 pages stored, %2 read").arg(m_progress.captured).arg(read));
}

void IntakeRun::awaitPage(int pages)
{
    if (pages >= m_glassPages.value_or(1))
        m_station.finishIntake();
    else if (::isatty(STDIN_FILENO) != 0)
        ask(Text::tr("Page %1 is in. Lay the next one on the glass and press Enter (q: that was the last).")
                .arg(pages));
    else
        m_station.continueIntake();
}

void IntakeRun::awaitFlip(int fronts)
{
    ask(Text::tr("%1 fronts are in. Take the stack from the tray, turn it over as it lies, put it back into the "
                 "feeder and press Enter (q: later).")
            .arg(fronts));
}

void IntakeRun::ask(const QString &question)
{
    if (::isatty(STDIN_FILENO) == 0)
        return m_station.finishIntake();
    m_line.console.endProgress();
    m_line.console.warn(question);
    m_answer.setEnabled(true);
}

void IntakeRun::readAnswer()
{
    m_answer.setEnabled(false);
    QTextStream input(stdin);
    const QString answer = input.readLine();
    if (answer.isNull() || answer.trimmed().compare(u"q", Qt::CaseInsensitive) == 0)
        m_station.finishIntake();
    else
        m_station.continueIntake();
}

ExitStatus IntakeRun::showOutcome()
{
    std::vector<DossierId> dossiers;
    for (const PageId &id : m_summary.pages) {
        const auto page = m_station.page(id);
        if (!page) {
            m_line.console.failedItem(id.toString(), page.error());
            continue;
        }
        showPage(m_line, *page);
        if (page->dossier && std::ranges::find(dossiers, *page->dossier) == dossiers.end())
            dossiers.push_back(*page->dossier);
    }
    for (const DossierId &id : dossiers)
        showDossier(m_line, m_station, id);
    for (const FileFailure &failure : m_summary.failures)
        m_line.console.failedItem(failure.path, failure.error);
    const int stored = static_cast<int>(m_summary.pages.size());
    m_line.console.say(Text::tr("%1 pages, %2 dossiers to review.").arg(stored).arg(dossiers.size()));
    if (m_summary.stack)
        reportStack(m_line, *m_summary.stack, m_summary);
    for (const RefedPage &refed : m_summary.refed)
        m_line.console.warn(
            Text::tr("Sheet %1 looks as if it was fed before: page %2 is like page %3. Compare them; "
                     "“sohoactl exclude %2” leaves it out, “sohoactl confirm %2” keeps both.")
                .arg(refed.sheet)
                .arg(refed.page.toString(), refed.like.toString()));
    if (m_summary.error) {
        const ExitStatus status = failedWith(m_line, *m_summary.error);
        const bool begun = m_summary.stack && hasBegun(*m_summary.stack, *m_summary.error);
        return begun || stored > 0 ? ExitStatus::InPart : status;
    }
    if (!m_summary.countsAgree()) {
        const int there = m_summary.stack ? m_summary.stack->ledger.stored : stored;
        m_line.console.warn(
            Text::tr("%1 pages were expected, %2 were stored. Count the sheets and feed what is missing.")
                .arg(*m_summary.expected)
                .arg(there));
        return ExitStatus::InPart;
    }
    if (!m_summary.refed.empty())
        return ExitStatus::InPart;
    if (!m_summary.failures.empty())
        return stored > 0 ? ExitStatus::InPart : ExitStatus::Failed;
    return ExitStatus::Done;
}

} // namespace sohoa
