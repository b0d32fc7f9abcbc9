// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/imaging/image_file.h"

#include "core/imaging/tiff_chain.h"

#include <QFile>

#include <leptonica/allheaders.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <memory>
#include <optional>

namespace sohoa {

using namespace Qt::StringLiterals;

namespace {

constexpr int tiffJpegQuality = 95;

struct CloseFile {
    void operator()(std::FILE *file) const { std::fclose(file); }
};
using File = std::unique_ptr<std::FILE, CloseFile>;

tl::unexpected<Error> unreadable(const QString &path, const QString &detail)
{
    return fail(ErrorCode::ImageUnreadable, detail, {{u"path"_s, path}});
}

Error withPath(Error error, const QString &path)
{
    error.args.insert(u"path"_s, path);
    return error;
}

Result<File> openFile(const QString &path)
{
    File file(std::fopen(QFile::encodeName(path).constData(), "rb"));
    if (!file)
        return fail(ErrorCode::FileUnreadable, u"open image"_s, {{u"path"_s, path}});
    return file;
}

std::optional<ImageFormat> formatOf(int leptonicaFormat)
{
    switch (leptonicaFormat) {
    case IFF_JFIF_JPEG:
        return ImageFormat::Jpeg;
    case IFF_PNG:
        return ImageFormat::Png;
    case IFF_TIFF_JPEG:
        return ImageFormat::TiffJpeg;
    case IFF_PNM:
        return ImageFormat::Pnm;
    case IFF_WEBP:
        return ImageFormat::WebP;
    case IFF_BMP:
        return ImageFormat::Bmp;
    default:
        return L_FORMAT_IS_TIFF(leptonicaFormat) ? std::optional(ImageFormat::Tiff) : std::nullopt;
    }
}

bool isTiff(ImageFormat format)
{
    return format == ImageFormat::Tiff || format == ImageFormat::TiffJpeg;
}

Result<void> checkSize(const QString &path, int width, int height)
{
    if (width < 1 || height < 1)
        return unreadable(path, u"size %1 x %2"_s.arg(width).arg(height));
    if (width > maxImageSide || height > maxImageSide || qint64{width} * height > maxImageArea)
        return fail(ErrorCode::ImageTooLarge, u"size %1 x %2"_s.arg(width).arg(height), {{u"path"_s, path}});
    return {};
}

/// libjpeg fills up what is missing with gray and only warns, so the end of the file is looked at.
bool endsLikeJpeg(std::FILE *file)
{
    constexpr long tail = 4096;
    std::array<char, tail> bytes{};
    if (std::fseek(file, 0, SEEK_END) != 0)
        return false;
    const long size = std::ftell(file);
    if (size < 0 || std::fseek(file, -std::min(size, tail), SEEK_END) != 0)
        return false;
    const auto count = static_cast<qsizetype>(std::fread(bytes.data(), 1, bytes.size(), file));
    return QByteArray::fromRawData(bytes.data(), count).contains(QByteArray("\xff\xd9", 2));
}

Dpi headerDpi(std::FILE *file, ImageFormat format)
{
    int x = 0;
    int y = 0;
    std::rewind(file);
    if (format == ImageFormat::Jpeg)
        fgetJpegResolution(file, &x, &y);
    else if (format == ImageFormat::Png)
        fgetPngResolution(file, &x, &y);
    return std::max({x, y, 0});
}

/// 8 bit gray or 32 bit colour without transparency.
Result<PageImage> normalized(PageImage image)
{
    if (pixGetColormap(image.get())) {
        auto plain = PageImage::own(pixRemoveColormap(image.get(), REMOVE_CMAP_BASED_ON_SRC), "pixRemoveColormap");
        if (!plain)
            return plain;
        image = std::move(*plain);
    }
    if (image.depth() == 32) {
        if (pixGetSpp(image.get()) != 4)
            return image;
        auto opaque = PageImage::own(pixRemoveAlpha(image.get()), "pixRemoveAlpha");
        if (opaque)
            pixSetSpp(opaque->get(), 3);
        return opaque;
    }
    return image.toGray();
}

Result<PageImage> squarePixels(PageImage image, int xDpi, int yDpi)
{
    const double ratio = xDpi > 0 && yDpi > 0 ? double(xDpi) / yDpi : 1.0;
    if (std::abs(ratio - 1.0) < 0.05 || ratio > 4.0 || ratio < 0.25)
        return image;
    const auto x = static_cast<l_float32>(ratio < 1.0 ? 1.0 / ratio : 1.0);
    const auto y = static_cast<l_float32>(ratio < 1.0 ? 1.0 : ratio);
    return PageImage::own(pixScale(image.get(), x, y), "pixScale");
}

QByteArray takeBytes(l_uint8 *data, size_t size)
{
    QByteArray bytes(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size));
    lept_free(data);
    return bytes;
}

Result<QByteArray> encode(const PageImage &image, int format)
{
    l_uint8 *data = nullptr;
    size_t size = 0;
    if (pixWriteMem(&data, &size, image.get(), format) != 0 || !data)
        return fail(ErrorCode::ImageTooLarge, u"encode image"_s);
    return takeBytes(data, size);
}

Result<PageImage> decode(const QString &path, const ImageInfo &info, int frame)
{
    const QByteArray name = QFile::encodeName(path);
    if (info.format == ImageFormat::Jpeg) {
        l_int32 warnings = 0;
        PageImage image(pixReadJpeg(name.constData(), 0, 1, &warnings, 0));
        auto file = openFile(path);
        if (!file)
            return fail(std::move(file).error());
        if (image.isEmpty() || (warnings > 0 && !endsLikeJpeg(file->get())))
            return unreadable(path, u"JPEG ends early or is damaged"_s);
        return image;
    }
    PageImage image(isTiff(info.format) ? pixReadTiff(name.constData(), frame) : pixRead(name.constData()));
    if (image.isEmpty())
        return unreadable(path, u"decoding frame %1 failed"_s.arg(frame));
    if (auto fits = checkSize(path, image.width(), image.height()); !fits)
        return fail(std::move(fits).error());
    return image;
}

/// Every frame may have its own size, so each is checked before it is decoded.
Result<void> checkFrame(const QString &path, const ImageInfo &info, int frame)
{
    if (frame < 0 || frame >= info.frames)
        return unreadable(path, u"no frame %1"_s.arg(frame));
    if (!isTiff(info.format) || frame == 0)
        return {};
    l_int32 width = 0;
    l_int32 height = 0;
    if (readHeaderTiff(QFile::encodeName(path).constData(), frame, &width, &height, nullptr, nullptr, nullptr,
                       nullptr, nullptr) != 0)
        return unreadable(path, u"header of frame %1"_s.arg(frame));
    return checkSize(path, width, height);
}

} // namespace

Result<ImageInfo> readImageInfo(const QString &path)
{
    auto file = openFile(path);
    if (!file)
        return fail(std::move(file).error());
    const QByteArray name = QFile::encodeName(path);
    ImageInfo info;
    l_int32 kind = IFF_UNKNOWN;
    if (findFileFormat(name.constData(), &kind) != 0)
        return unreadable(path, u"unknown format"_s);
    const auto format = formatOf(kind);
    if (!format)
        return unreadable(path, u"format %1 is not taken"_s.arg(kind));
    info.format = *format;
    if (pixReadHeader(name.constData(), &kind, &info.width, &info.height, nullptr, nullptr, nullptr) != 0)
        return unreadable(path, u"bad header"_s);
    if (auto fits = checkSize(path, info.width, info.height); !fits)
        return fail(std::move(fits).error());
    if (isTiff(*format)) {
        l_int32 count = 0;
        l_int32 x = 0;
        l_int32 y = 0;
        if (tiffGetCount(file->get(), &count) != 0 || count < 1)
            return unreadable(path, u"no frames"_s);
        if (!isBigTiff(file->get()) && countTiffFrames(file->get()) != count)
            return unreadable(path, u"the chain of frames is torn"_s);
        info.frames = count;
        getTiffResolution(file->get(), &x, &y);
        info.dpi = std::max({x, y, 0});
    } else {
        info.dpi = headerDpi(file->get(), *format);
    }
    return info;
}

Result<LoadedImage> readImage(const QString &path, int frame)
{
    const auto info = readImageInfo(path);
    if (!info)
        return fail(info.error());
    if (auto fits = checkFrame(path, *info, frame); !fits)
        return fail(std::move(fits).error());
    auto image = decode(path, *info, frame);
    if (!image)
        return fail(withPath(std::move(image).error(), path));
    const int xDpi = pixGetXRes(image->get());
    const int yDpi = pixGetYRes(image->get());
    image = normalized(std::move(*image));
    if (image)
        image = squarePixels(std::move(*image), xDpi, yDpi);
    if (!image)
        return fail(withPath(std::move(image).error(), path));
    return LoadedImage{std::move(*image), std::max({xDpi, yDpi, 0})};
}

Dpi plausibleDpi(Dpi header, int width, int height)
{
    constexpr double a4LongInches = 297.0 / millimetresPerInch;
    constexpr double a3LongInches = 420.0 / millimetresPerInch;
    constexpr Dpi slowestScanner = 100;
    constexpr std::array<Dpi, 7> usual{100, 150, 200, 240, 300, 400, 600};
    const int longSide = std::max(width, height);
    if (header >= slowestScanner || (header > 0 && longSide <= header * a3LongInches))
        return header;
    const double wanted = longSide / a4LongInches;
    return *std::min_element(usual.begin(), usual.end(), [wanted](Dpi a, Dpi b) {
        return std::abs(std::log(a / wanted)) < std::abs(std::log(b / wanted));
    });
}

Result<QByteArray> extractTiffFrame(const QString &path, int frame, QString &ending)
{
    const auto info = readImageInfo(path);
    if (!info)
        return fail(info.error());
    if (auto fits = checkFrame(path, *info, frame); !fits)
        return fail(std::move(fits).error());
    auto image = decode(path, *info, frame);
    if (!image)
        return fail(std::move(image).error());
    const bool jpeg = pixGetInputFormat(image->get()) == IFF_TIFF_JPEG && image->depth() >= 8;
    ending = jpeg ? u"jpg"_s : u"tif"_s;
    if (!jpeg)
        return encode(*image, image->depth() == 1 ? IFF_TIFF_G4 : IFF_TIFF_LZW);
    auto plain = normalized(std::move(*image));
    if (!plain)
        return fail(std::move(plain).error());
    return encodeJpeg(*plain, pixGetXRes(plain->get()), tiffJpegQuality);
}

Result<QByteArray> encodeJpeg(const PageImage &image, Dpi dpi, int quality)
{
    const PageImage shared = image.share();
    pixSetResolution(shared.get(), dpi, dpi);
    l_uint8 *data = nullptr;
    size_t size = 0;
    if (pixWriteMemJpeg(&data, &size, shared.get(), quality, 0) != 0 || !data)
        return fail(ErrorCode::ImageTooLarge, u"encode JPEG"_s);
    return takeBytes(data, size);
}

} // namespace sohoa
