// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "scanner/helper/event_writer.h"
#include "scanner/helper/row_assembler.h"
#include "scanner/helper/sane_device.h"

#include <chrono>
#include <optional>

namespace sohoa::scan {

/// Reads one page and sends it: SideFed once the driver has it, PageStarted with the first row, then Rows. What
/// ended it is the caller's to send.
class PageReader {
public:
    struct Sheet {
        int number = 1; ///< From 1.
        SheetSide side;
        Dpi dpi = 0;
    };

    PageReader(SaneDevice &device, EventWriter &events, Sheet sheet)
        : m_device(device)
        , m_events(events)
        , m_sheet(sheet)
    {
    }

    /// The page's end; nothing when the feeder is empty and this is not the first sheet.
    /// Errors: each status by its code, Cancelled once the gate is cancelled, PageIncomplete (sheet) for a page
    /// without a row, DeviceUnsupported for pixels that nobody here can read.
    Result<std::optional<PageEnded>> read();

private:
    /// How the bytes of one pass become rows.
    struct Layout {
        PageGeometry geometry;
        qsizetype lineBytes = 0; ///< As the driver sends them.
        qsizetype sampleRow = 0; ///< Of these, pixels.
        int sampleBytes = 1;
        bool packedColor = false; ///< One bit a sample, three channels.
        bool singleChannel = false;
    };
    /// How a pass ended.
    struct Pass {
        QByteArray plane;
        bool whole = false;
        SANE_Status status = SANE_STATUS_GOOD;
    };

    Result<Layout> layoutOf(const SANE_Parameters &parameters) const;
    Result<std::optional<PageEnded>> stopped(const char *call, SANE_Status status) const;
    template <class Take> Pass readPass(const Layout &layout, RowAssembler &rows, Take take);
    Result<std::optional<PageEnded>> readInterleaved(const Layout &layout);
    Result<std::optional<PageEnded>> readPlanes(SANE_Parameters parameters, const Layout &layout);
    void sendRows(const Layout &layout, const QByteArray &rows);
    Result<std::optional<PageEnded>> conclude(const Layout &layout, bool whole) const;

    SaneDevice &m_device;
    EventWriter &m_events;
    Sheet m_sheet;
    bool m_fed = false;      ///< The driver has taken a side in.
    bool m_received = false; ///< … and has given rows of it.
    int m_sent = 0;          ///< Rows of this page.
};

} // namespace sohoa::scan
