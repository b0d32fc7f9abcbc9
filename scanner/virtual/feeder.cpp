// SPDX-License-Identifier: GPL-3.0-or-later
#include "scanner/virtual/feeder.h"

#include <algorithm>
#include <utility>

namespace sohoa::virtual_scanner {

Coming Feeder::coming() const
{
    if (m_backIsDue)
        return Coming::Back;
    return m_position < m_stack.sides().size() ? Coming::Front : Coming::Nothing;
}

const SideImage *Feeder::peek()
{
    if (!m_peeked && coming() != Coming::Nothing) {
        m_image = m_position < m_stack.sides().size() ? loadSide(m_stack.sides()[m_position])
                                                      : std::exchange(m_whiteBack, std::nullopt);
        m_peeked = true;
    }
    return m_image && m_image->pix ? &*m_image : nullptr;
}

void Feeder::lay(std::size_t position)
{
    m_position = std::min(position, m_stack.sides().size());
    m_sheetBegin = m_position;
    m_backIsDue = false;
    m_peeked = false;
    m_image.reset();
    m_whiteBack.reset();
}

bool Feeder::hasSheetUnder(bool duplex) const
{
    return coming() == Coming::Front && m_position + (duplex ? 2 : 1) < m_stack.sides().size();
}

void Feeder::take(bool duplex, bool doubled)
{
    const bool wasFront = coming() == Coming::Front;
    const std::size_t step = !doubled ? 1 : duplex ? 3 : 2;
    if (wasFront)
        m_sheetBegin = m_position;
    m_position = std::min(m_position + step, m_stack.sides().size());
    m_whiteBack.reset();
    const bool hasPartner = m_position < m_stack.sides().size();
    if (wasFront && duplex && !hasPartner && m_image)
        m_whiteBack = blankLike(*m_image);
    m_backIsDue = wasFront && duplex && (hasPartner || m_whiteBack);
    m_image.reset();
    m_peeked = false;
}

void Feeder::eject()
{
    if (m_backIsDue)
        take(false);
}

} // namespace sohoa::virtual_scanner
