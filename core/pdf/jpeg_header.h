// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"

#include <QString>

namespace sohoa {

struct JpegHeader {
    int width = 0;
    int height = 0;
    int components = 0; ///< 1 gray, 3 colour.
};

/// Reads the markers of the JPEG that fills `size` bytes of a file from `offset` on (-1: to the file's end), up to
/// its scan, and looks whether it ends as it should. Only what PDF's DCTDecode takes as gray or RGB is let
/// through: 8 bits, 1 or 3 components, Huffman coded, sequential or progressive. ImageUnreadable (args: path) for
/// anything else.
Result<JpegHeader> readJpegHeader(const QString &path, qint64 offset = 0, qint64 size = -1);

} // namespace sohoa
