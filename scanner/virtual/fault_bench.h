// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "scanner/virtual/feeder_state.h"
#include "scanner/virtual/scenario.h"

#include <optional>

namespace sohoa::virtual_scanner {

/// How a page differs from what it should be.
struct PageShape {
    std::optional<double> cutAt; ///< The frame ends after this part of its bytes.
    int extraRows = 0;           ///< Rows beyond those announced.
    int dpi = 0;                 ///< The page comes at this resolution; 0 = as asked.
    bool unknownLength = false;
    bool threePass = false;
    int waitMs = 0;    ///< The page stands still so long …
    double waitAt = 0; ///< … after this part of it.
};

/// A scenario at work on one stack: which fault is due, how often it has been, and where the paper is. Whatever
/// changes is in the state file before the call returns: the next thing may be abort().
class FaultBench {
public:
    /// The device of a stack without a scenario: nothing goes wrong and nothing is kept.
    FaultBench() = default;
    /// nullopt when the scenario has a line that is not understood. Without a file at `scenario`: as FaultBench().
    static std::optional<FaultBench> load(const std::filesystem::path &scenario);

    /// True when there is a scenario: then the feeder keeps its paper from one opening to the next.
    bool keepsPaper() const { return m_keeps; }
    const Scenario &scenario() const { return m_scenario; }
    std::size_t position() const { return m_state.position; }
    /// The name since the last replug; empty: as configured.
    const std::string &name() const { return m_state.name; }

    /// Asked once a listing or opening: is the device plugged in?
    bool isPresent();
    /// The stop that is due at sane_open.
    const Rule *openingStop();
    /// The stop that is due on this page (counted from 1).
    const Rule *dueStop(int page) const;
    const Rule *dueDoubleFeed(int page) const;
    PageShape shapeOf(int page) const;

    /// The rule happens to this page now. Gone and Rename take effect with it.
    void happens(const Rule &rule, int page);
    /// The sides up to `position` have left the scanner whole.
    void delivered(std::size_t position);
    /// The paper is used up: the next opening finds the stack loaded anew and the scenario from its beginning.
    void ranEmpty();

private:
    bool isDue(std::size_t rule, int page) const;
    template <class Accept> const Rule *firstDue(int page, Accept accept) const;
    void keep() const;

    bool m_keeps = false;
    Scenario m_scenario;
    std::filesystem::path m_stateFile;
    FeederState m_state;
};

/// A driver in an endless wait, deaf to sane_cancel.
[[noreturn]] void hang();

} // namespace sohoa::virtual_scanner
