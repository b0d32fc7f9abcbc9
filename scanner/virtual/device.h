// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "scanner/virtual/cancel_signal.h"
#include "scanner/virtual/fault_bench.h"
#include "scanner/virtual/feeder.h"
#include "scanner/virtual/frame.h"
#include "scanner/virtual/options.h"
#include "scanner/virtual/pace.h"

#include <sane/sane.h>

#include <optional>
#include <string>

namespace sohoa::virtual_scanner {

/// An opened virtual scanner: what a SANE_Handle points to. Its functions answer with the statuses of SANE's
/// functions of the same names.
///
/// - The position in the stack belongs to the opened device: every sane_open begins the stack anew, and setting
///   the option `stack` loads the feeder anew. When all is fed, start() gives NO_DOCS, again and again.
/// - The flatbed takes the next image of the stack at each start(), as if the operator had laid the next page on
/// the
///   glass, and gives NO_DOCS when there is none left.
/// - A side whose file is damaged, missing or too large gives IO_ERROR at start(); the next start() goes on behind
/// it.
/// - A page that is cancelled has been fed. In duplex a cancel ejects the sheet, so that its back is not
/// delivered.
///   A start() that is cancelled while it waits for its turn has fed nothing.
/// - With a scenario (fault_bench.h, README.md) the feeder keeps its paper instead: every sane_open goes on where
/// the
///   stack was left, and a sheet that did not come out whole, on both sides in duplex, lies on top of it again.
///
/// All functions belong to one thread, cancel() excepted.
class Device {
public:
    Device(Stack stack, std::string stackPath, int pagesPerMinute, FaultBench bench = {});

    const OptionSet &options() const { return m_options; }
    SANE_Status getOption(SANE_Int index, void *value);
    SANE_Status setOption(SANE_Int index, void *value, SANE_Int &info);
    /// Of the page being read; otherwise of the page that start() would deliver now (an A4 page when there is
    /// none).
    SANE_Parameters parameters();
    SANE_Status start();
    SANE_Status read(SANE_Byte *data, SANE_Int maxLength, SANE_Int &length);
    /// From any thread and from signal handlers; any number of times.
    void cancel() noexcept { m_cancel.raise(); }

private:
    bool isReading() const { return m_frame && (!m_frame->atEnd() || m_stop) && !m_cancel.raised(); }
    SANE_Status loadStack(const char *path, SANE_Int &info);
    SANE_Status loadScenario(const char *path, SANE_Int &info);
    void layStack();
    /// Says what became of the page before, and forgets it.
    void settlePage();
    void noteDelivered();
    SANE_Status begin(const Settings &settings, const PageShape &shape, const SideImage &image);
    SANE_Status happen(const Rule &rule, int page);
    /// Bytes of the page that may be read before something is due.
    std::size_t readable() const;
    SANE_Status waitForRows(std::size_t wanted, std::size_t &passed);

    OptionSet m_options;
    FaultBench m_bench;
    Feeder m_feeder;
    Pace m_pace;
    CancelSignal m_cancel;
    std::optional<Frame> m_frame;
    PassTime m_passTime;
    int m_page = 0;
    const Rule *m_stop = nullptr; ///< What ends this page …
    std::size_t m_stopAt = 0;     ///< … after so many bytes.
    int m_waitMs = 0;             ///< How long this page stands still …
    std::size_t m_waitAt = 0;     ///< … after so many bytes.
    bool m_gone = false;
};

} // namespace sohoa::virtual_scanner
