// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <sane/sane.h>

#include <atomic>
#include <mutex>

namespace sohoa::scan {

/// Lets the thread that reads requests reach sane_cancel while the other thread sits in sane_start or sane_read:
/// the one call that SANE allows from elsewhere. Once cancelled, it stays so: a helper scans once.
///
/// Drivers may end a cancelled page like a good one (with EOF), so that after cancel() no page is to be believed.
class CancelGate {
public:
    /// From any thread. Returns when the driver's sane_cancel has.
    void cancel();
    bool cancelled() const { return m_cancelled; }

    /// From now on cancel() reaches this handle. False when it is cancelled already.
    bool enter(SANE_Handle handle);
    /// The driver is no longer scanning, or about to be closed. Waits for a sane_cancel that is on its way.
    void leave();
    /// Ends the scan at the driver unless cancel() has done so since enter().
    void finish(SANE_Handle handle);

private:
    std::mutex m_mutex;
    SANE_Handle m_handle = nullptr;
    bool m_told = false;
    std::atomic<bool> m_cancelled = false;
};

} // namespace sohoa::scan
