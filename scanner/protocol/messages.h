// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/frame.h"
#include "core/domain/page_source.h"
#include "scanner/api/scan_plan.h"

#include <variant>
#include <vector>

/// What Sohoa and sohoa-scan-helper say to each other, each message one frame (core/base/frame.h): requests on the
/// helper's stdin, events on its stdout. Payloads are JSON objects, only rows are raw bytes. Both ends use these
/// functions. Decoding trusts nothing: what is no message gives HelperProtocol.
namespace sohoa::scan {

/// Raised when a message changes its meaning; both ends must have the same.
constexpr int protocolVersion = 2;

// --- requests ---------------------------------------------------------------------------------------------
struct ListDevices {
    bool localOnly = false;
    friend bool operator==(const ListDevices &, const ListDevices &) = default;
};
struct ReadOptions {
    QString device;
    /// Made first, as far as the device takes them: what becomes of the other options.
    std::vector<Setting> after = {};
    friend bool operator==(const ReadOptions &, const ReadOptions &) = default;
};
/// Starts with the first page; then one NextPage a page.
struct StartScan {
    ScanWish wish;
    std::vector<Setting> extra;
};
/// What would become of that StartScan: the settings are made, nothing is scanned. Answered by Planned.
struct PlanScan {
    ScanWish wish;
    std::vector<Setting> extra;
};
struct NextPage {};
struct Cancel {};
struct Quit {};
using Request = std::variant<ListDevices, ReadOptions, StartScan, PlanScan, NextPage, Cancel, Quit>;

// --- events -----------------------------------------------------------------------------------------------
/// The first event of all.
struct Hello {
    int version = protocolVersion;
};
struct DevicesFound {
    std::vector<Device> devices;
};
/// The answer to ReadOptions comes in parts, since long gamma tables would not fit into one frame.
struct OptionsRead {
    std::vector<Option> options;
    bool last = true;
};
struct Adjusted {
    std::vector<Adjustment> adjustments;
};
/// sane_start has succeeded: a side is on its way.
struct SideFed {
    SheetSide side;
};
/// No paper yet; sent again for each look into the feeder.
struct PaperAwaited {};
struct PageStarted {
    PageGeometry geometry;
};
/// Whole tight rows, at most maxFramePayload bytes.
struct Rows {
    QByteArray bytes;
};
struct PageEnded {
    int rowCount = 0;
    bool complete = false;
};
/// The scan is over without a fault.
struct ScanEnded {};
/// The request failed; ends a scan too.
struct Failed {
    Error error;
};
struct Planned {
    ScanPlan plan;
};
using Event = std::variant<Hello, DevicesFound, OptionsRead, Adjusted, SideFed, PaperAwaited, PageStarted, Rows,
                           PageEnded, ScanEnded, Failed, Planned>;

/// The frame of a message. HelperProtocol when it does not fit into one.
Result<QByteArray> encode(const Request &request);
Result<QByteArray> encode(const Event &event);

/// The message of a frame. HelperProtocol for an unknown type, missing or ill-typed members, and numbers out of
/// range (widths from 1 to maxRowPixels, row counts from 0, resolutions from 1).
Result<Request> decodeRequest(const Frame &frame);
Result<Event> decodeEvent(Frame frame);

/// A row of 48-bit colour of this width still fits into a frame.
constexpr int maxRowPixels = static_cast<int>(maxFramePayload / 6);

} // namespace sohoa::scan
