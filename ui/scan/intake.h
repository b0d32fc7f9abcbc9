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
    enum class State { Idle, Starting, Scanning, Importing, Stopping };

    /// The batch sheet as the clerk filled it.
    struct Sheet {
        QString name; ///< Empty: today's batch.
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
        return m_order.wish.duplex ? (pages + 1) / 2 : pages;
    }
    const std::optional<IntakeSummary> &lastSummary() const { return m_summary; }

    void scan(const ScanOrder &order, const Sheet &sheet);
    void import(const QStringList &paths, const Sheet &sheet);
    void stop();

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

    Desk &m_desk;
    State m_state = State::Idle;
    int m_captured = 0;
    int m_fedBefore = 0; ///< Pages of this stack that came before the fault.
    ScanOrder m_order;
    Sheet m_sheet;
    QStringList m_paths;
    std::optional<IntakeSummary> m_summary;
};

} // namespace sohoa::ui
