// SPDX-License-Identifier: GPL-3.0-or-later
#include "scanner/helper/cancel_gate.h"

namespace sohoa::scan {

void CancelGate::cancel()
{
    m_cancelled = true;
    const std::scoped_lock lock(m_mutex);
    if (m_handle && !m_told) {
        m_told = true;
        sane_cancel(m_handle);
    }
}

bool CancelGate::enter(SANE_Handle handle)
{
    const std::scoped_lock lock(m_mutex);
    if (m_cancelled)
        return false;
    m_handle = handle;
    return true;
}

void CancelGate::leave()
{
    const std::scoped_lock lock(m_mutex);
    m_handle = nullptr;
}

void CancelGate::finish(SANE_Handle handle)
{
    const std::scoped_lock lock(m_mutex);
    m_handle = nullptr;
    if (!m_told)
        sane_cancel(handle);
    m_told = true;
}

} // namespace sohoa::scan
