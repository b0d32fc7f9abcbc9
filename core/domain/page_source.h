// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/base/units.h"

#include <QByteArray>
#include <QObject>
#include <QString>

#include <optional>

namespace sohoa {

/// How the pixels of a raw row lie in memory. Rows are tight: width × channels × depth bits, rounded up to a byte.
enum class PixelFormat {
    Bilevel1, ///< 8 pixels a byte, most significant bit first, 1 = black (as SANE has it)
    Gray8,
    Gray16, ///< host byte order
    Rgb8,   ///< R, G, B
    Rgb16,  ///< host byte order
};

qsizetype bytesPerRow(PixelFormat format, int width);

/// What is known when a page begins.
struct PageGeometry {
    PixelFormat format = PixelFormat::Rgb8;
    int width = 0;
    std::optional<int> height; ///< None: the device does not know until the page has ended.
    Dpi dpi = 0;
    bool back = false; ///< Second side of a sheet fed duplex.
};

/// Which side of a sheet is on its way.
struct SheetSide {
    bool back = false;
    bool duplex = false; ///< A back follows each front.
};

/// The largest sheet of a stack.
struct PaperSize {
    double widthMm = 0;
    double heightMm = 0;
    friend bool operator==(const PaperSize &, const PaperSize &) = default;
};

/// What the clerk wants scanned, before it meets a device.
struct ScanWish {
    QString device; ///< SANE's name; for messages also the port's key.
    /// Device's own word ("ADF Duplex"); "feeder" or "flatbed" for what every device calls otherwise; empty: the
    /// feeder if there is one.
    QString source = {};
    QString mode = QStringLiteral("color"); ///< color, gray, lineart
    Dpi dpi = 300;
    bool duplex = false;
    std::optional<int> maxPages = {};
    bool waitForPaper = false;           ///< An empty feeder is no fault at the start: wait until paper comes.
    std::optional<PaperSize> paper = {}; ///< None: whatever the device takes, up to A3.
    std::optional<int> brightness = {};  ///< -100…100 per cent; none: as the device has it.
    std::optional<int> contrast = {};    ///< -100…100 per cent; none: as the device has it.
    bool stopAtDoubleFeed = false;       ///< Two sheets at once are a jam.
    /// What the device lacks may be done without (an adjustment says what); otherwise a source, both sides or a
    /// setting that it does not have is OptionRefused. For those who look at the adjustments before they start.
    bool yielding = false;
};

/// The port through which pages come, whatever brings them. scanner/client fulfils it; core knows no driver.
///
/// The order is always: sideFed, pageStarted, rows…, pageEnded, then silence until next() is called: the next
/// sheet is not asked for before the core has made the last page safe. ended() comes exactly once after start().
/// Threads: lives in one thread with an event loop; signals come in that thread.
class PageSource : public QObject {
    Q_OBJECT
public:
    using QObject::QObject;

    /// Begins with the first sheet. Only when nothing is running.
    virtual void start(const ScanWish &wish) = 0;
    /// The last page is safe: go on with the next sheet.
    virtual void next() = 0;
    /// Stops within two seconds, whatever the device does; ended() then says Cancelled.
    virtual void cancel() = 0;

Q_SIGNALS:
    /// A side has left the stack, whatever becomes of it: what the ledger counts as fed.
    void sideFed(const sohoa::SheetSide &side);
    /// The feeder is empty and ScanWish::waitForPaper: the source goes on by itself once paper lies in it. Again
    /// and again while it waits.
    void paperAwaited();
    void pageStarted(const sohoa::PageGeometry &geometry);
    /// Whole rows, top to bottom.
    void rows(const QByteArray &bytes);
    /// `rowCount` rows came. `complete` is false when the device had announced more, or sent more than it had
    /// announced (then `rowCount` is the announced height): the page is suspect.
    void pageEnded(int rowCount, bool complete);
    /// No more pages. Without an error the feeder has run empty (or the flatbed's page is done).
    void ended(const std::optional<sohoa::Error> &error);
};

} // namespace sohoa
