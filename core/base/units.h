// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace sohoa {

/// Pixels per inch.
using Dpi = int;

constexpr double millimetresPerInch = 25.4;

constexpr double toMillimetres(double pixels, Dpi dpi)
{
    return pixels * millimetresPerInch / dpi;
}
constexpr double toPixels(double millimetres, Dpi dpi)
{
    return millimetres * dpi / millimetresPerInch;
}
/// PDF's unit, 1/72 inch.
constexpr double toPoints(double pixels, Dpi dpi)
{
    return pixels * 72.0 / dpi;
}

/// A rectangle of whole pixels, origin top left, y downwards. Empty when width or height is 0.
struct PixelBox {
    int x = 0;
    int y = 0;
    int width = 0;
    int height = 0;

    bool isEmpty() const { return width <= 0 || height <= 0; }
    int right() const { return x + width; }   ///< First column after the box.
    int bottom() const { return y + height; } ///< First row after the box.
    friend bool operator==(const PixelBox &, const PixelBox &) = default;
};

} // namespace sohoa
