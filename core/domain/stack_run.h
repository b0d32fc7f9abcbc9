// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/dates.h"
#include "core/base/error.h"
#include "core/domain/ids.h"

#include <QString>

#include <optional>

namespace sohoa {

/// What went where, each number counted by somebody else: the feeder by what the helper says at each sheet's
/// start, scanned by what it says at each page's end, stored by the rows that are durable. Sides of sheets, as
/// pages are.
struct Ledger {
    int fed = 0;
    int scanned = 0;
    int stored = 0;
    std::optional<int> expected; ///< Pages that the operator counted.

    /// Nothing is missing and nothing is there twice.
    bool balances() const { return fed == scanned && scanned == stored && stored == expected.value_or(stored); }
    friend bool operator==(const Ledger &, const Ledger &) = default;
};

enum class StackState {
    Running, ///< Pages are coming; found at a start of the program: it was interrupted.
    Stopped, ///< A fault or the clerk ended it early; it can be resumed at `nextSheet`.
    Flip,    ///< Two passes: the fronts are in, the stack is to be turned over.
    Done,
};

/// In which order the turned stack gives its sheets in the second pass.
enum class PassOrder {
    Reversed,  ///< The last sheet comes first: the stack was turned over as it lay.
    SameOrder, ///< The stack was put in order again.
};

/// One stack of paper on its way through a scanner, over as many starts as it takes.
struct StackRun {
    StackRunId id;
    BatchId batch;
    std::optional<DossierId> dossier; ///< All its pages go into this one.
    QString device;
    StackState state = StackState::Running;
    bool duplex = false;
    bool twoPass = false;
    PassOrder backOrder = PassOrder::Reversed;
    int pass = 1;
    int nextSheet = 1; ///< The sheet to put back first, counted from 1 in this pass.
    Ledger ledger;
    std::optional<ErrorCode> error; ///< Why it is stopped; none: it was interrupted.
    Instant startedAt;

    bool isOpen() const { return state != StackState::Done; }
};

QString toString(StackState state);
QString toString(PassOrder order);
std::optional<StackState> stackStateFromString(const QString &text);
std::optional<PassOrder> passOrderFromString(const QString &text);

} // namespace sohoa
