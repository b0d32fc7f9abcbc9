// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdio>
#include <optional>

namespace sohoa {

/// How many frames a TIFF says it has, by following its chain of directories; nothing when the chain is torn,
/// endless or the file is no classic TIFF. libtiff stops at a torn link as if the file ended there, which would
/// lose pages in silence. Leaves `file` at any place.
std::optional<int> countTiffFrames(std::FILE *file);

/// Whether it is a TIFF with 64 bit offsets, which countTiffFrames() does not follow.
bool isBigTiff(std::FILE *file);

} // namespace sohoa
