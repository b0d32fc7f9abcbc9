// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <allheaders.h>

namespace sohoa::test {

/// A small page, 100 dpi, with a few lines of dark bars like text: quick to read, not blank. Number `n` sets the
/// pattern.
inline void writeSmallPage(const QString &path, int n)
{
    Pix *page = pixCreate(413, 583, 8); // 105 × 148 mm: A6
    pixSetAll(page);
    for (int line = 0; line < 10; ++line)
        for (int word = 0; word < 6; ++word) {
            Pix *bar = pixCreate(20 + (line * 7 + word * 13 + n * 5) % 25, 9, 8);
            pixRasterop(page, 50 + word * 52, 60 + line * 45, pixGetWidth(bar), 9, PIX_SRC, bar, 0, 0);
            pixDestroy(&bar);
        }
    pixSetResolution(page, 100, 100);
    pixWrite(path.toUtf8().constData(), page, IFF_PNG);
    pixDestroy(&page);
}

} // namespace sohoa::test
