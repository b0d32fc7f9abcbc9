// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "scanner/virtual/options.h"
#include "scanner/virtual/side_image.h"
#include "scanner/virtual/stack.h"

#include <cstddef>
#include <optional>

namespace sohoa::virtual_scanner {

/// What the scanner finds when it reaches for the next side.
enum class Coming {
    Nothing, ///< the paper is used up
    Front,   ///< the front of a new sheet
    Back,    ///< the other side of the sheet that is in the scanner
};

/// Turns a stack into sheets. Flatbed and ADF: an image is a sheet. ADF Duplex: two images are front and back of a
/// sheet; where the last image has no partner its back is white, as a real scanner would deliver it.
class Feeder {
public:
    explicit Feeder(Stack stack = {})
        : m_stack(std::move(stack))
    {
    }

    Coming coming() const;
    /// Number of the next side in the stack, from 1; the white back of a last sheet counts on.
    int page() const { return static_cast<int>(m_position) + 1; }
    /// Sides of the sheets that have left the scanner whole.
    std::size_t position() const { return m_backIsDue ? m_sheetBegin : m_position; }
    /// Lays the stack so that the side behind the first `position` comes next.
    void lay(std::size_t position);
    /// Lays the sheet that was taken last on top of the stack again, both sides of it.
    void putBack() { lay(m_sheetBegin); }
    /// True when a second sheet lies under the next one.
    bool hasSheetUnder(bool duplex) const;
    /// The decoded next side, kept until it is taken. nullptr: nothing comes, or its file cannot be used.
    const SideImage *peek();
    /// The next side goes through the scanner; `duplex` when its back is to follow. `doubled`: the sheet under it
    /// sticks to it and goes along, so that of the two one sees the first's front and the second's back.
    void take(bool duplex, bool doubled = false);
    /// Drops the back that would come next: the sheet has left the scanner.
    void eject();

private:
    Stack m_stack;
    std::size_t m_position = 0;
    std::size_t m_sheetBegin = 0;
    bool m_backIsDue = false;
    bool m_peeked = false;
    std::optional<SideImage> m_image;
    std::optional<SideImage> m_whiteBack;
};

} // namespace sohoa::virtual_scanner
