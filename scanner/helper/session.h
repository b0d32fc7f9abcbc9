// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "scanner/helper/event_writer.h"
#include "scanner/helper/request_inbox.h"
#include "scanner/helper/sane_device.h"

namespace sohoa::scan {

/// Answers requests one after the other. The only thread that talks to SANE, sane_cancel apart.
class Session {
public:
    Session(RequestInbox &inbox, EventWriter &events, CancelGate &gate)
        : m_inbox(inbox)
        , m_events(events)
        , m_gate(gate)
    {
    }

    /// Until there are no more requests.
    void run();

private:
    void answer(const ListDevices &request);
    void answer(const ReadOptions &request);
    void answer(const StartScan &request);
    void answer(const PlanScan &request);
    /// Out of place: left over when a scan has ended by itself meanwhile.
    void answer(const NextPage &) {}
    void answer(const Cancel &) {}
    void answer(const Quit &) {}

    /// Why the scan is over: nothing for its normal end.
    std::optional<Error> scan(const StartScan &request);
    std::optional<Error> feed(SaneDevice &device, const ScanPlan &plan, const ScanWish &wish);

    RequestInbox &m_inbox;
    EventWriter &m_events;
    CancelGate &m_gate;
};

} // namespace sohoa::scan
