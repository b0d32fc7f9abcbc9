// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "scanner/virtual/stack.h"

#include <leptonica/allheaders.h>

#include <cstdint>
#include <memory>
#include <optional>

namespace sohoa::virtual_scanner {

struct PixDeleter {
    void operator()(PIX *pix) const { pixDestroy(&pix); }
};
using PixPtr = std::unique_ptr<PIX, PixDeleter>;

/// What a side is taken for when its file does not say: most office scans are made at it.
constexpr int DefaultDpi = 300;
/// Resolutions outside are not believed: 72 and 96 are what programs write when they do not know.
constexpr int MinFileDpi = 100;
constexpr int MaxFileDpi = 2400;
/// Larger images are refused before they are decoded: at 4 bytes a pixel they are 1.6 GB.
constexpr int MaxSidePixels = 40'000;
constexpr std::int64_t MaxPixels = 400'000'000;
constexpr std::uintmax_t MaxFileBytes = std::uintmax_t{512} * 1024 * 1024;

/// A decoded side, as it lies in the file (any depth Leptonica has, no alpha), and its resolution in dots an inch.
struct SideImage {
    PixPtr pix;
    int xDpi = DefaultDpi;
    int yDpi = DefaultDpi;

    int width() const { return pixGetWidth(pix.get()); }
    int height() const { return pixGetHeight(pix.get()); }
};

/// Decodes JPEG, PNG, TIFF and PNM, told apart by their contents. nullopt (and a debug line) when the file is
/// missing, of another kind, damaged (a JPEG that ends early too) or too large.
std::optional<SideImage> loadSide(const Side &side);

/// A white side as large as `front`.
SideImage blankLike(const SideImage &front);

} // namespace sohoa::virtual_scanner
