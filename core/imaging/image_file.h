// SPDX-License-Identifier: GPL-3.0-or-later
/// Image files to pixels and back: JPEG, PNG, TIFF (several frames), PNM, WebP, BMP. Contents decide, not names.
#pragma once

#include "core/imaging/page_image.h"

#include <QByteArray>
#include <QString>

namespace sohoa {

enum class ImageFormat { Jpeg, Png, Tiff, TiffJpeg, Pnm, WebP, Bmp };

struct ImageInfo {
    ImageFormat format = ImageFormat::Jpeg;
    int width = 0; ///< Of the first frame, pixels.
    int height = 0;
    Dpi dpi = 0; ///< As the header says; 0 when it says nothing.
    int frames = 1;
};

/// Reads only headers. FileUnreadable when the file cannot be opened, ImageUnreadable when it is no image of these
/// formats, ImageTooLarge beyond maxImageSide and maxImageArea (args: path).
Result<ImageInfo> readImageInfo(const QString &path);

struct LoadedImage {
    PageImage
        image;   ///< 8 bit gray or 32 bit colour; bilevel, paletted, 16 bit and transparent files are converted.
    Dpi dpi = 0; ///< As the header says; 0 when it says nothing.
};

/// Decodes one frame (counts from 0). Errors as readImageInfo(); also ImageUnreadable for a file that ends early.
/// Fax images whose pixels are not square are stretched.
Result<LoadedImage> readImage(const QString &path, int frame = 0);

/// The resolution to work with: the header's, unless it is missing or a viewer's placeholder (72, 96) that would
/// make the paper larger than A3; then the usual scanner resolution under which the sheet comes closest to A4.
Dpi plausibleDpi(Dpi header, int width, int height);

/// One frame of a TIFF as a file of its own, without loss: G4 for bilevel, LZW otherwise; a frame that was JPEG
/// inside comes back as a JPEG of quality 95. `ending` is set to "tif" or "jpg".
Result<QByteArray> extractTiffFrame(const QString &path, int frame, QString &ending);

/// A baseline JPEG with its resolution in the header. `quality` 1..100.
Result<QByteArray> encodeJpeg(const PageImage &image, Dpi dpi, int quality);

} // namespace sohoa
