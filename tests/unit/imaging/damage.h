// SPDX-License-Identifier: GPL-3.0-or-later
/// What happens to a page between the printer and the file: deterministic damage to gray images.
#pragma once

#include "core/imaging/page_image.h"

#include <leptonica/allheaders.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <random>

namespace sohoa::test {

inline int grayAt(const PageImage &page, int x, int y)
{
    return int(GET_DATA_BYTE(pixGetData(page.get()) + size_t(y) * size_t(pixGetWpl(page.get())), x));
}

inline void setGray(const PageImage &page, int x, int y, double value)
{
    if (x >= 0 && y >= 0 && x < page.width() && y < page.height())
        SET_DATA_BYTE(pixGetData(page.get()) + size_t(y) * size_t(pixGetWpl(page.get())), x,
                      l_uint8(std::clamp(value, 0.0, 255.0)));
}

/// Each pixel of a copy replaced by what `change(x, y, value)` makes of it.
template <class Change> PageImage changed(const PageImage &page, Change change)
{
    PageImage result = page.copied().value();
    for (int y = 0; y < page.height(); ++y)
        for (int x = 0; x < page.width(); ++x)
            setGray(result, x, y, change(x, y, grayAt(page, x, y)));
    return result;
}

/// The grain of paper and sensor.
inline PageImage grainy(const PageImage &page, double strength, unsigned seed = 1)
{
    std::mt19937 random(seed);
    std::normal_distribution<double> noise(0, strength);
    return changed(page, [&](int, int, int value) { return value + noise(random); });
}

/// A line upright in the feeder's way; `depth` > 0 is darker than the paper.
inline PageImage streaked(const PageImage &page, int x, int top, int bottom, int depth, int wide = 1)
{
    return changed(page, [=](int px, int py, int value) {
        return px >= x && px < x + wide && py >= top && py < bottom ? value - depth : value;
    });
}

inline PageImage blurred(const PageImage &page, int radius)
{
    const PageImage once(pixBlockconv(page.get(), radius, radius));
    return PageImage(pixBlockconv(once.get(), radius, radius));
}

/// A lamp at one corner.
inline PageImage unevenlyLit(const PageImage &page, double darkest)
{
    return changed(page, [&](int x, int y, int value) {
        const double away = (double(x) / page.width() + double(y) / page.height()) / 2;
        return value * (1 - (1 - darkest) * away);
    });
}

/// `other`, mirrored and soft, shows through with `strength` (0..1) of its darkness.
inline PageImage shownThrough(const PageImage &page, const PageImage &other, double strength)
{
    const PageImage soft = blurred(other.mirrored().value(), 2);
    return changed(page, [&](int x, int y, int value) {
        return x < soft.width() && y < soft.height() ? value - (255 - grayAt(soft, x, y)) * strength : value;
    });
}

inline PageImage dusty(const PageImage &page, int specks, int size, unsigned seed = 2)
{
    std::mt19937 random(seed);
    PageImage result = page.copied().value();
    for (int i = 0; i < specks; ++i) {
        const int left = int(random() % unsigned(page.width()));
        const int top = int(random() % unsigned(page.height()));
        for (int y = 0; y < size; ++y)
            for (int x = 0; x < size; ++x)
                setGray(result, left + x, top + y, 70);
    }
    return result;
}

inline PageImage punched(const PageImage &page, int x, int y, int radius, int shade = 25)
{
    return changed(
        page, [=](int px, int py, int value) { return std::hypot(px - x, py - y) <= radius ? shade : value; });
}

/// The crease of a sheet folded along row `at`.
inline PageImage folded(const PageImage &page, int at, int depth)
{
    return changed(page, [=](int, int y, int value) {
        const double away = std::abs(y - at);
        return value - depth * std::exp(-away / 4) + 0.4 * depth * std::exp(-std::abs(y - at - 9) / 5.0);
    });
}

} // namespace sohoa::test
