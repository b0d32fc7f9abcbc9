// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/codes/page_look.h"

#include <leptonica/allheaders.h>

namespace sohoa {

std::optional<quint64> lookOf(const PageImage &gray)
{
    constexpr int rows = 8;
    constexpr int columns = 9;
    if (gray.isEmpty() || gray.width() < columns || gray.height() < rows)
        return std::nullopt;
    // Means over whole fields, so that a shift by a millimetre changes them little.
    const PageImage fields(pixScaleAreaMap(gray.get(),
                                           static_cast<float>(columns) / static_cast<float>(gray.width()),
                                           static_cast<float>(rows) / static_cast<float>(gray.height())));
    const PageImage grid(fields.isEmpty() ? nullptr : pixScaleToSize(fields.get(), columns, rows));
    if (grid.isEmpty())
        return std::nullopt;
    quint64 look = 0;
    for (int y = 0; y < rows; ++y) {
        for (int x = 0; x + 1 < columns; ++x) {
            l_uint32 left = 0;
            l_uint32 right = 0;
            pixGetPixel(grid.get(), x, y, &left);
            pixGetPixel(grid.get(), x + 1, y, &right);
            look = look << 1 | (left < right ? 1U : 0U);
        }
    }
    return look;
}

} // namespace sohoa
