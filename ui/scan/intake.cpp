// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/scan/intake.h"

#include "ui/shell/desk.h"

namespace sohoa::ui {

using namespace Qt::StringLiterals;

BatchDetails Intake::Sheet::details() const
{
    BatchDetails details;
    details.agency = agency;
    details.operatorName = operatorName;
    details.place = place;
    details.note = note;
    details.expectedPages = expectedPages;
    return details;
}

Intake::Intake(Desk &desk, QObject *parent)
    : QObject(parent)
    , m_desk(desk)
{
    Engine &engine = desk.engine();
    connect(&engine, &Engine::pageCaptured, this, [this] {
        ++m_captured;
        if (m_state == State::AwaitingPaper)
            m_state = State::Scanning;
        Q_EMIT changed();
    });
    connect(&engine, &Engine::intakeProgress, this, [this](const IntakeProgress &progress) {
        m_ledger = progress.ledger;
        if (m_state == State::AwaitingPaper && progress.ledger.fed > 0)
            m_state = State::Scanning;
        Q_EMIT changed();
    });
    connect(&engine, &Engine::paperAwaited, this, [this] {
        if (m_state == State::Starting || m_state == State::Scanning)
            setState(State::AwaitingPaper);
    });
    connect(&engine, &Engine::nextPageAwaited, this, [this](int pages) { await(State::AwaitingPage, pages); });
    connect(&engine, &Engine::flipAwaited, this, [this](int fronts) { await(State::AwaitingFlip, fronts); });
    connect(&desk.engine(), &Engine::intakeEnded, this, &Intake::finish);
}

void Intake::setState(State state)
{
    m_state = state;
    Q_EMIT changed();
}

void Intake::await(State state, int after)
{
    if (!isRunning() || m_state == State::Stopping)
        return;
    m_awaitedAfter = after;
    setState(state);
}

void Intake::goOn()
{
    if (m_state != State::AwaitingPage && m_state != State::AwaitingFlip)
        return;
    if (m_state == State::AwaitingFlip)
        m_fedBefore = -m_captured; // The backs are counted from the first sheet again.
    setState(State::Scanning);
    m_desk.engine().ask(
        this,
        [](Station &station) -> Result<void> {
            station.continueIntake();
            return {};
        },
        [](const Result<void> &) {});
}

void Intake::finishAwaited()
{
    if (m_state != State::AwaitingPage && m_state != State::AwaitingFlip)
        return;
    setState(State::Stopping);
    m_desk.engine().ask(
        this,
        [](Station &station) -> Result<void> {
            station.finishIntake();
            return {};
        },
        [](const Result<void> &) {});
}

void Intake::begin(State state)
{
    m_state = state;
    m_captured = 0;
    m_slept.reset();
    m_summary.reset();
    m_desk.clearReport();
    Q_EMIT changed();
}

void Intake::scan(const ScanOrder &order, const Sheet &sheet)
{
    if (isRunning())
        return;
    m_fedBefore = 0;
    m_ledger = {};
    run(order, sheet, Start::NewStack);
}

void Intake::resumeStack(const ScanOrder &order, const Sheet &sheet, const StackRun &stack)
{
    if (isRunning())
        return;
    m_fedBefore = stack.state == StackState::Flip ? 0 : stack.ledger.stored;
    m_ledger = stack.ledger;
    run(order, sheet, Start::SameStack);
}

void Intake::resume()
{
    if (isRunning())
        return;
    m_fedBefore += m_captured;
    run(m_order, m_sheet, Start::SameStack);
}

void Intake::run(const ScanOrder &order, const Sheet &sheet, Start start)
{
    m_order = order;
    m_sheet = sheet;
    begin(State::Starting);
    m_desk.engine().ask(
        this,
        [make = m_desk.scanners().source(order), order, sheet, start](Station &station) -> Result<Batch> {
            auto batch = station.openBatch(sheet.name, sheet.details());
            if (!batch)
                return batch;
            IntakeOptions options;
            options.oneDossier = sheet.oneDossier;
            options.expectedPages = sheet.expectedPages;
            options.masters = order.masters;
            options.twoPass = order.twoPass;
            options.pageByPage = order.pageByPage;
            if (start == Start::SameStack) {
                auto resumed = station.resumeScan(make(), order.wish, batch->id, options);
                if (resumed)
                    return batch;
                // A scanner that could not even be opened has left no stack to go on with.
                if (resumed.error().code != ErrorCode::NothingToDo)
                    return fail(std::move(resumed).error());
            }
            if (auto begun = station.startScan(make(), order.wish, batch->id, options); !begun)
                return fail(begun.error());
            return batch;
        },
        [this](const Result<Batch> &batch) { started(batch, State::Scanning); });
}

void Intake::import(const QStringList &paths, const Sheet &sheet)
{
    if (isRunning() || paths.isEmpty())
        return;
    m_order = {};
    m_fedBefore = 0;
    m_sheet = sheet;
    m_paths = paths;
    begin(State::Starting);
    m_desk.engine().ask(
        this,
        [paths, sheet](Station &station) -> Result<Batch> {
            auto batch = station.openBatch(sheet.name, sheet.details());
            if (!batch)
                return batch;
            IntakeOptions options;
            options.oneDossier = sheet.oneDossier;
            if (auto begun = station.startImport(paths, batch->id, options); !begun)
                return fail(begun.error());
            return batch;
        },
        [this](const Result<Batch> &batch) { started(batch, State::Importing); });
}

void Intake::started(const Result<Batch> &batch, State state)
{
    if (!batch) {
        m_state = State::Idle;
        m_desk.report(batch.error());
        Q_EMIT changed();
        return;
    }
    m_desk.setBatch(batch->id);
    m_desk.refreshBatches();
    if (m_state == State::Starting) // A very short run may have ended before this answer.
        m_state = state;
    Q_EMIT changed();
}

void Intake::stop()
{
    if (!isRunning())
        return;
    setState(State::Stopping);
    m_desk.engine().ask(
        this,
        [](Station &station) -> Result<bool> {
            station.cancelIntake();
            return true;
        },
        [](const Result<bool> &) {});
}

void Intake::suspend(bool asleep)
{
    const bool wasScan = isRunning() && !m_order.wish.device.isEmpty();
    m_asleep = asleep;
    if (asleep && wasScan) {
        m_slept = Error{ErrorCode::ScanSuspended, {}, u"the computer goes to sleep"_s};
        stop();
    } else if (!asleep && m_summary && m_slept) {
        tellEnd(*m_summary);
    } else if (!asleep && wasScan && !m_slept) {
        // Nobody told before: whatever the driver says now, the scanner has lost its power meanwhile.
        m_slept = Error{ErrorCode::ScanSuspended, {}, u"the computer slept"_s};
        stop();
    }
}

void Intake::finish(const IntakeSummary &summary)
{
    m_state = State::Idle;
    m_summary = summary;
    if (summary.stack)
        m_ledger = summary.stack->ledger;
    if (m_slept)
        m_summary->error = m_slept;
    // To a dark screen nothing is told.
    if (!m_asleep || !m_slept)
        tellEnd(*m_summary);
    Q_EMIT changed();
    Q_EMIT ended(*m_summary);
}

void Intake::tellEnd(const IntakeSummary &summary)
{
    const int nextSheet = summary.stack ? summary.stack->nextSheet : sheet();
    const bool wasScan = !m_order.wish.device.isEmpty();
    m_slept.reset();
    if (summary.error) {
        Error error = *summary.error;
        if (wasScan && !error.args.contains(u"sheet"_s))
            error.args.insert(u"sheet"_s, QString::number(nextSheet));
        m_desk.report(error, wasScan ? std::function<void()>([this, guard = QPointer<Intake>(this)] {
                          if (guard)
                              resume();
                      })
                                     : std::function<void()>());
    } else if (!summary.failures.empty()) {
        m_desk.report(summary.failures.front().error);
    }
}

} // namespace sohoa::ui
