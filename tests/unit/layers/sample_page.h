// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/imaging/page_image.h"

#include <array>

namespace sohoa::test {

constexpr Dpi sampleDpi = 150;

/// A made page of 800 x 1000 pixels at 150 dpi on grainy, slightly yellow paper.
class SamplePage {
public:
    explicit SamplePage(int width = 800, int height = 1000);

    /// Strokes like lines of print, dark gray.
    void print(const PixelBox &box);
    /// A red ring with a star-like cross in it.
    void seal(int x, int y, int radius);
    /// A blue zigzag, drawn over what is there.
    void sign(const PixelBox &box);
    /// A dotted line to write on, its dots paler than print.
    void dots(const PixelBox &box);
    /// Shade along all four edges of the page.
    void shade();
    /// Soft tones without edges.
    void photograph(const PixelBox &box);
    /// A pale pink pattern of fine lines over the whole page.
    void pattern();

    const PageImage &image() const { return m_image; }
    /// Red, green, blue.
    std::array<int, 3> at(int x, int y) const;

private:
    void paint(int x, int y, int red, int green, int blue);

    PageImage m_image;
};

constexpr std::array<int, 3> sealRed{200, 40, 55};
constexpr std::array<int, 3> penBlue{60, 70, 165};
constexpr std::array<int, 3> printGray{45, 45, 45};
constexpr std::array<int, 3> dotGray{140, 140, 140};

} // namespace sohoa::test
