// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sync/transfer_rate.h"

#include <algorithm>
#include <numeric>

namespace sohoa {

namespace {

constexpr qint64 leastMs = 1'000;
constexpr double msASecond = 1000;

} // namespace

void TransferRate::note(const PackageId &package, qint64 sent, qint64 nowMs)
{
    const auto [known, isNew] = m_highest.try_emplace(package, sent);
    if (isNew) { // What was there when this run began says nothing about the line.
        if (!m_begin)
            m_begin = nowMs;
        return;
    }
    if (sent <= known->second)
        return;
    // A line that lay idle for longer than the window is measured from now on.
    if (!m_steps.empty() && nowMs - m_steps.back().at > windowMs) {
        m_steps.clear();
        m_begin = nowMs;
    }
    m_steps.push_back({nowMs, sent - known->second});
    known->second = sent;
    while (m_steps.front().at < nowMs - windowMs)
        m_steps.pop_front();
}

std::optional<double> TransferRate::perSecond(qint64 nowMs) const
{
    if (m_steps.empty() || !m_begin)
        return std::nullopt;
    const qint64 from = std::max(*m_begin, nowMs - windowMs);
    const qint64 passed = nowMs - from;
    if (passed < leastMs)
        return std::nullopt;
    const qint64 bytes =
        std::accumulate(m_steps.cbegin(), m_steps.cend(), qint64{0},
                        [from](qint64 sum, const Step &step) { return sum + (step.at >= from ? step.bytes : 0); });
    if (bytes == 0)
        return std::nullopt;
    return static_cast<double>(bytes) * msASecond / static_cast<double>(passed);
}

} // namespace sohoa
