// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace sohoa {

/// How the master of a page is kept: a profile's choice. Black and white and 16-bit pages are always lossless.
struct MasterFormat {
    /// Quality 90 keeps text edges free of visible ringing at 300 dpi and costs about 0.8 MB for a colour A4 page.
    static constexpr int defaultQuality = 90;

    bool lossless = false;            ///< PNG for 8-bit pages too: five to ten times the size of the JPEG.
    int jpegQuality = defaultQuality; ///< 1..100, libjpeg's scale.
};

} // namespace sohoa
