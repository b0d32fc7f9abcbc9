// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workflow/station_types.h"
#include "ui/scanners/scanners.h"

#include <QObject>
#include <QStringList>

#include <optional>

namespace sohoa::ui {

class Desk;

/// What the feeder is doing, seen from the window: starts and stops, and knows what to do after a fault.
class Intake final : public QObject {
    Q_OBJECT
public:
    enum class State {
        Idle,
        Starting,
        AwaitingPaper, ///< The feeder is empty; scanning begins by itself when paper lies in it.
        Scanning,
        AwaitingPage, ///< Another page on the glass? goOn() or finishAwaited().
        AwaitingFlip, ///< The fronts are in; goOn() once the stack is turned over, or finishAwaited().
        Importing,
        Stopping,
    };

    /// The batch sheet as the clerk filled it.
    struct Sheet {
        QString name; ///< Empty: today's batch.
        QString agency;
        QString operatorName;
        QString place;
        QString note;
        std::optional<int> expectedPages;
        bool oneDossier = false; ///< All pages of a run belong together, whatever they say.

        BatchDetails details() const;
    };

    explicit Intake(Desk &desk, QObject *parent = nullptr);

    State state() const { return m_state; }
    bool isRunning() const { return m_state != State::Idle; }
    /// Pages safe since this run began.
    int captured() const { return m_captured; }
    const ScanWish &wish() const { return m_order.wish; }
    /// The sheet of the stack that is being fed, from 1; counted on when a run goes on after a fault.
    int sheet() const
    {
        const int pages = m_fedBefore + m_captured;
        return (m_order.wish.duplex ? pages / 2 : pages) + 1;
    }
    /// How many sheets the counted pages are; 0: not counted.
    int sheetsExpected() const
    {
        const int pages = m_sheet.expectedPages.value_or(0);
        return m_order.wish.duplex || m_order.twoPass ? (pages + 1) / 2 : pages;
    }
    const std::optional<IntakeSummary> &lastSummary() const { return m_summary; }
    /// Of the stack that is being scanned, or was last.
    const Ledger &ledger() const { return m_ledger; }
    /// Fronts that are in, in AwaitingFlip; pages from the glass, in AwaitingPage.
    int awaitedAfter() const { return m_awaitedAfter; }

    void scan(const ScanOrder &order, const Sheet &sheet);
    void import(const QStringList &paths, const Sheet &sheet);
    /// Goes on with the stack of that batch which was stopped, or waits to be turned over, be it before the
    /// program was last started.
    void resumeStack(const ScanOrder &order, const Sheet &sheet, const StackRun &stack);
    void goOn();
    void finishAwaited();
    void stop();
    /// The computer goes to sleep (a running scan is stopped in time) or has come back (it is told, and gone on
    /// with by one button).
    void suspend(bool asleep);

Q_SIGNALS:
    void changed();
    /// A run is over, with or without a fault (the desk has been told of it).
    void ended(const sohoa::IntakeSummary &summary);

private:
    enum class Start { NewStack, SameStack };
    void run(const ScanOrder &order, const Sheet &sheet, Start start);
    void resume();
    void begin(State state);
    void started(const Result<Batch> &batch, State state);
    void finish(const IntakeSummary &summary);
    void tellEnd(const IntakeSummary &summary);
    void await(State state, int after);
    void setState(State state);

    Desk &m_desk;
    State m_state = State::Idle;
    int m_captured = 0;
    int m_awaitedAfter = 0;
    Ledger m_ledger;
    std::optional<Error> m_slept; ///< A scan was stopped because the computer goes to sleep; told when it is back.
    bool m_asleep = false;
    int m_fedBefore = 0; ///< Pages of this stack that came before the fault.
    ScanOrder m_order;
    Sheet m_sheet;
    QStringList m_paths;
    std::optional<IntakeSummary> m_summary;
};

} // namespace sohoa::ui
