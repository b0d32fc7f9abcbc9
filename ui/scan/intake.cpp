// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/scan/intake.h"

#include "ui/shell/desk.h"

namespace sohoa::ui {

using namespace Qt::StringLiterals;

BatchDetails Intake::Sheet::details() const
{
    BatchDetails details;
    details.place = place;
    details.note = note;
    details.expectedPages = expectedPages;
    return details;
}

Intake::Intake(Desk &desk, QObject *parent)
    : QObject(parent)
    , m_desk(desk)
{
    connect(&desk.engine(), &Engine::pageCaptured, this, [this] {
        ++m_captured;
        Q_EMIT changed();
    });
    connect(&desk.engine(), &Engine::intakeEnded, this, &Intake::finish);
}

void Intake::begin(State state)
{
    m_state = state;
    m_captured = 0;
    m_summary.reset();
    m_desk.clearReport();
    Q_EMIT changed();
}

void Intake::scan(const ScanOrder &order, const Sheet &sheet)
{
    if (isRunning())
        return;
    m_fedBefore = 0;
    run(order, sheet, Start::NewStack);
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
            BatchDetails details = sheet.details();
            details.agency = station.config().agency;
            auto batch = station.openBatch(sheet.name, details);
            if (!batch)
                return batch;
            IntakeOptions options;
            options.oneDossier = sheet.oneDossier;
            options.expectedPages = sheet.expectedPages;
            options.masters = order.masters;
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
            BatchDetails details = sheet.details();
            details.agency = station.config().agency;
            auto batch = station.openBatch(sheet.name, details);
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
    m_state = State::Stopping;
    Q_EMIT changed();
    m_desk.engine().ask(
        this,
        [](Station &station) -> Result<bool> {
            station.cancelIntake();
            return true;
        },
        [](const Result<bool> &) {});
}

void Intake::finish(const IntakeSummary &summary)
{
    const int sheetAtEnd = sheet();
    const bool wasScan = !m_order.wish.device.isEmpty();
    m_state = State::Idle;
    m_summary = summary;
    if (summary.error) {
        Error error = *summary.error;
        if (wasScan && !error.args.contains(u"sheet"_s))
            error.args.insert(u"sheet"_s, QString::number(sheetAtEnd));
        m_desk.report(error, wasScan ? std::function<void()>([this, guard = QPointer<Intake>(this)] {
                          if (guard)
                              resume();
                      })
                                     : std::function<void()>());
    } else if (!summary.failures.empty()) {
        m_desk.report(summary.failures.front().error);
    }
    Q_EMIT changed();
    Q_EMIT ended(summary);
}

} // namespace sohoa::ui
