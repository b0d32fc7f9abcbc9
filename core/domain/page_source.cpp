// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/page_source.h"

namespace sohoa {

qsizetype bytesPerRow(PixelFormat format, int width)
{
    const qsizetype pixels = width;
    switch (format) {
    case PixelFormat::Bilevel1:
        return (pixels + 7) / 8;
    case PixelFormat::Gray8:
        return pixels;
    case PixelFormat::Gray16:
        return 2 * pixels;
    case PixelFormat::Rgb8:
        return 3 * pixels;
    case PixelFormat::Rgb16:
        return 6 * pixels;
    }
    Q_UNREACHABLE();
}

} // namespace sohoa
