// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/acquisition/refed_watch.h"

#include <algorithm>
#include <utility>

namespace sohoa {

RefedWatch::RefedWatch(FeedPlace place)
    : m_place(std::move(place))
    , m_active(m_place.half || !m_place.recent.empty())
{
}

RefedWatch::Finding RefedWatch::look(const KeptSide &side)
{
    if (!m_active)
        return {};
    if (side.back) {
        const KeptSide *back = m_refedSheet ? findBack(*m_refedSheet) : nullptr;
        return back ? Finding{Kind::Refed, *back} : Finding{};
    }
    m_refedSheet.reset();
    if (!m_mayFollow)
        m_active = false;
    if (!m_active)
        return {};
    if (m_place.half) {
        const bool same = side.sha256 == m_place.half->sha256;
        if (same || likeness(side.print, m_place.half->print) >= samePaper) {
            m_active = false; // What was fed before ends with the half sheet.
            return {same ? Kind::SameFront : Kind::FrontAnew, std::exchange(m_place.half, std::nullopt)};
        }
    }
    if (const KeptSide *front = findFront(side)) {
        m_refedSheet = front->sheet;
        m_mayFollow = front->sheet + 1 < m_place.nextSheet || m_place.half;
        return {Kind::Refed, *front};
    }
    m_active = false;
    return {};
}

const KeptSide *RefedWatch::findFront(const KeptSide &side) const
{
    const KeptSide *best = nullptr;
    double bestLikeness = samePaper;
    for (const KeptSide &kept : m_place.recent) {
        if (kept.back || kept.print.isPlain())
            continue;
        const double alike = kept.sha256 == side.sha256 ? 1 : likeness(kept.print, side.print);
        if (alike >= bestLikeness) {
            best = &kept;
            bestLikeness = alike;
        }
    }
    return best;
}

const KeptSide *RefedWatch::findBack(int sheet) const
{
    const auto back = std::ranges::find_if(
        m_place.recent, [sheet](const KeptSide &kept) { return kept.back && kept.sheet == sheet; });
    return back == m_place.recent.end() ? nullptr : &*back;
}

} // namespace sohoa
