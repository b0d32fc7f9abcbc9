// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "scanner/api/scan_plan.h"
#include "scanner/helper/cancel_gate.h"

#include <memory>

namespace sohoa::scan {

/// An open device. All calls from one thread; only CancelGate::cancel() may come from another.
class SaneDevice final : public OptionAccess {
public:
    /// Errors: DeviceNotFound, DeviceBusy, DeviceAccessDenied and whatever else the driver says.
    static Result<std::unique_ptr<SaneDevice>> open(const QString &name, CancelGate &gate);
    /// Ends a scan that is still on, then closes.
    ~SaneDevice() override;

    /// Every option from number 1 on (number 0 only counts them), groups included, with the values that can be
    /// read.
    Result<std::vector<Option>> read() override;
    Result<Outcome> set(const Option &option, const OptionValue &value) override;

    SANE_Status start();
    SANE_Status parameters(SANE_Parameters &parameters);
    /// At most `capacity` bytes; blocks.
    SANE_Status readBytes(char *bytes, int capacity, int &count);
    /// The page is over; from here to the next start() there is nothing to cancel.
    void pageOver() { m_gate.leave(); }
    bool cancelled() const { return m_gate.cancelled(); }

private:
    SaneDevice(SANE_Handle handle, CancelGate &gate)
        : m_handle(handle)
        , m_gate(gate)
    {
    }
    OptionValue readValue(const Option &option, SANE_Int bytes);

    SANE_Handle m_handle;
    CancelGate &m_gate;
    bool m_started = false;
};

} // namespace sohoa::scan
