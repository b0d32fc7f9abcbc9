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
    /// The decoded next side, kept until it is taken. nullptr: nothing comes, or its file cannot be used.
    const SideImage *peek();
    /// The next side goes through the scanner; `duplex` when its back is to follow.
    void take(bool duplex);
    /// Drops the back that would come next: the sheet has left the scanner.
    void eject();

private:
    Stack m_stack;
    std::size_t m_position = 0;
    bool m_backIsDue = false;
    bool m_peeked = false;
    std::optional<SideImage> m_image;
    std::optional<SideImage> m_whiteBack;
};

} // namespace sohoa::virtual_scanner
