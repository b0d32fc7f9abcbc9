// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "scanner/virtual/options.h"
#include "scanner/virtual/side_image.h"

#include <sane/sane.h>

#include <cstddef>
#include <optional>
#include <span>
#include <vector>

namespace sohoa::virtual_scanner {

/// How a side becomes a delivered page, all in pixels.
struct Layout {
    int width = 0; ///< delivered
    int height = 0;
    int sourceX = 0; ///< part of the side's image that is taken; width or height 0: nothing of it
    int sourceY = 0;
    int sourceWidth = 0;
    int sourceHeight = 0;
    int coveredWidth = 0; ///< what that part becomes at the asked resolution; the rest stays white
    int coveredHeight = 0;
};

/// The page that `settings` make of an image of `width` x `height` pixels at `xDpi`, `yDpi`. An image with the
/// asked resolution is not resampled.
Layout layoutFor(const Settings &settings, int width, int height, int xDpi, int yDpi);

/// What sane_get_parameters says of such a page.
SANE_Parameters parametersFor(const Settings &settings, const Layout &layout);

/// A page on its way to the program, handed out as SANE's byte stream.
class Frame {
public:
    /// nullopt: out of memory.
    static std::optional<Frame> render(const Settings &settings, const SideImage &side);

    const SANE_Parameters &parameters() const { return m_parameters; }
    /// Of the page as it comes, whatever the parameters say.
    int rows() const { return m_rows; }
    std::size_t size() const { return m_size; }
    std::size_t position() const { return m_position; }
    bool atEnd() const { return m_position == size(); }
    /// Fills `target` as far as there are bytes left; returns how many were written.
    std::size_t read(std::span<SANE_Byte> target);

    /// The page comes other than it should. Before the first read().
    void hideLength() { m_parameters.lines = -1; }
    void cutAt(double part);
    /// The last row comes `rows` times more.
    void addRows(int rows);
    /// Red, green and blue come one after the other; of a page that is not in colour nothing changes.
    void splitPasses();
    /// Goes on to the next colour. False when there is none.
    bool nextPass();

private:
    Frame(PixPtr pix, const SANE_Parameters &parameters);
    void packRow(int row);

    PixPtr m_pix; ///< 1, 8 or 32 bits a pixel
    SANE_Parameters m_parameters;
    int m_rows = 0;
    std::size_t m_size = 0;
    std::size_t m_position = 0;
    std::vector<SANE_Byte> m_row; ///< the row that m_position is in
    int m_packedRow = -1;
};

} // namespace sohoa::virtual_scanner
