// SPDX-License-Identifier: GPL-3.0-or-later
#include "scanner/virtual/side_image.h"

#include "scanner/virtual/debug_log.h"

#include <fstream>
#include <vector>

namespace sohoa::virtual_scanner {
namespace {

std::optional<std::vector<l_uint8>> readWhole(const std::filesystem::path &file)
{
    std::error_code error;
    if (!std::filesystem::is_regular_file(file, error))
        return std::nullopt;
    const std::uintmax_t size = std::filesystem::file_size(file, error);
    if (error || size == 0 || size > MaxFileBytes)
        return std::nullopt;
    std::vector<l_uint8> bytes(size);
    std::ifstream stream(file, std::ios::binary);
    if (!stream.read(reinterpret_cast<char *>(bytes.data()), static_cast<std::streamsize>(size)))
        return std::nullopt;
    return bytes;
}

bool isWelcome(int format)
{
    return format == IFF_JFIF_JPEG || format == IFF_PNG || format == IFF_PNM || L_FORMAT_IS_TIFF(format);
}

bool sizeIsBounded(const std::vector<l_uint8> &bytes, int format, int page)
{
    int width = 0;
    int height = 0;
    if (L_FORMAT_IS_TIFF(format)) {
        if (readHeaderMemTiff(bytes.data(), bytes.size(), page, &width, &height, nullptr, nullptr, nullptr,
                              nullptr, nullptr) != 0)
            return false;
    } else if (pixReadHeaderMem(bytes.data(), bytes.size(), nullptr, &width, &height, nullptr, nullptr, nullptr) !=
               0) {
        return false;
    }
    return width > 0 && height > 0 && width <= MaxSidePixels && height <= MaxSidePixels &&
           std::int64_t{width} * height <= MaxPixels;
}

PixPtr decode(const std::vector<l_uint8> &bytes, int format, int page)
{
    if (L_FORMAT_IS_TIFF(format))
        return PixPtr(pixReadMemTiff(bytes.data(), bytes.size(), page));
    if (format == IFF_JFIF_JPEG)
        return PixPtr(pixReadMemJpeg(bytes.data(), bytes.size(), 0, 1, nullptr, 0));
    return PixPtr(pixReadMem(bytes.data(), bytes.size()));
}

int believedDpi(int dpi)
{
    return dpi >= MinFileDpi && dpi <= MaxFileDpi ? dpi : DefaultDpi;
}

} // namespace

std::optional<SideImage> loadSide(const Side &side)
{
    const auto bytes = readWhole(side.file);
    if (!bytes) {
        debugLog("a side's file is missing, empty, too large or unreadable");
        return std::nullopt;
    }
    int format = IFF_UNKNOWN;
    // Leptonica looks at the first 12 bytes without asking how many there are.
    if (bytes->size() < 12 || findFileFormatBuffer(bytes->data(), &format) != 0 || !isWelcome(format) ||
        !sizeIsBounded(*bytes, format, side.page)) {
        debugLog("a side's file is not an image of a known kind and size");
        return std::nullopt;
    }
    PixPtr pix = decode(*bytes, format, side.page);
    if (!pix) {
        debugLog("a side's image is damaged");
        return std::nullopt;
    }
    const int xDpi = believedDpi(pixGetXRes(pix.get()));
    const int yDpi = believedDpi(pixGetYRes(pix.get()));
    if (pixGetDepth(pix.get()) == 32 && pixGetSpp(pix.get()) == 4) {
        pix.reset(pixRemoveAlpha(pix.get()));
        if (!pix)
            return std::nullopt;
    }
    return SideImage{std::move(pix), xDpi, yDpi};
}

SideImage blankLike(const SideImage &front)
{
    // In one bit depth, cleared memory is white.
    return {PixPtr(pixCreate(front.width(), front.height(), 1)), front.xDpi, front.yDpi};
}

} // namespace sohoa::virtual_scanner
