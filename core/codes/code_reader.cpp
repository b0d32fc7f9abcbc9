// SPDX-License-Identifier: GPL-3.0-or-later
#define ZX_USE_UTF8 1 // ZXing 1: text() in UTF-8, as ZXing 2 has it.

#include "core/codes/code_reader.h"

#include "core/base/text.h"
#include "core/codes/qr_candidates.h"

#include <ZXing/ReadBarcode.h>
#include <leptonica/allheaders.h>
#if __has_include(<ZXing/ReaderOptions.h>)
#include <ZXing/ReaderOptions.h>
#endif

#include <algorithm>
#include <exception>

namespace sohoa {

using namespace Qt::StringLiterals;

namespace {

#if __has_include(<ZXing/ReaderOptions.h>)
using Options = ZXing::ReaderOptions;
#else
using Options = ZXing::DecodeHints;
#endif

/// A symbol as found: `decoded` is false when it was located but its contents could not be made out.
struct Found {
    Barcode code;
    bool decoded = false;
};

PixelBox boxOf(const ZXing::Position &position)
{
    int left = position[0].x;
    int right = left;
    int top = position[0].y;
    int bottom = top;
    for (const auto &corner : position) {
        left = std::min(left, corner.x);
        right = std::max(right, corner.x);
        top = std::min(top, corner.y);
        bottom = std::max(bottom, corner.y);
    }
    return {left, top, std::max(1, right - left), std::max(1, bottom - top)};
}

Options optionsFor(ZXing::BarcodeFormats formats, ZXing::Binarizer binarizer)
{
    Options options;
    options.setFormats(formats);
    options.setTryHarder(true);
    options.setTryRotate(true);
    options.setTryDownscale(false); // ZXing 1.4 aborts on a linear code otherwise (Result.cpp, lineCount() == 1).
    options.setBinarizer(binarizer);
    options.setReturnErrors(true);
    return options;
}

std::vector<Found> scan(const PageImage &gray, const Options &options)
{
    // Leptonica keeps four pixels in one machine word, so bytes lie swapped on little-endian machines.
    const PageImage bytes(pixEndianByteSwapNew(gray.get()));
    std::vector<Found> found;
    if (bytes.isEmpty())
        return found;
    const auto *data = reinterpret_cast<const uint8_t *>(pixGetData(bytes.get()));
    const ZXing::ImageView view(data, bytes.width(), bytes.height(), ZXing::ImageFormat::Lum,
                                pixGetWpl(bytes.get()) * 4);
    for (const auto &result : ZXing::ReadBarcodes(view, options)) {
        Found item;
        item.code.format = QString::fromStdString(ZXing::ToString(result.format()));
        item.decoded = result.isValid();
        item.code.text = toNfc(QString::fromStdString(result.text()));
        item.code.box = boxOf(result.position());
        item.code.angle = ((result.orientation() % 360) + 360) % 360;
        found.push_back(std::move(item));
    }
    return found;
}

/// Few bars are easily seen in the lines of a table.
bool credible(const Found &item)
{
    constexpr qsizetype leastText = 4;
    return item.decoded && (item.code.format == "QRCode"_L1 || item.code.text.size() >= leastText);
}

/// Reads the surroundings of a QR code that was located but not made out once more: enlarged and smoothed, which
/// rounds off the blocks of JPEG and the dots of a copier.
std::optional<Barcode> readCloser(const PageImage &gray, const PixelBox &box)
{
    const int around = std::max(box.width, box.height) / 4;
    const int left = std::max(0, box.x - around);
    const int top = std::max(0, box.y - around);
    const int right = std::min(gray.width(), box.right() + around);
    const int bottom = std::min(gray.height(), box.bottom() + around);
    if (right - left < 8 || bottom - top < 8)
        return std::nullopt;
    auto part = gray.cropped({left, top, right - left, bottom - top});
    if (!part)
        return std::nullopt;
    for (const float scale : {2.0F, 3.0F, 1.5F}) {
        const PageImage large(pixScaleGrayLI(part->get(), scale, scale));
        if (large.isEmpty())
            continue;
        const int kernel = static_cast<int>(scale);
        const PageImage smooth(pixBlockconv(large.get(), kernel, kernel));
        for (const auto binarizer : {ZXing::Binarizer::LocalAverage, ZXing::Binarizer::GlobalHistogram}) {
            for (const PageImage *image : {&large, &smooth}) {
                if (image->isEmpty())
                    continue;
                for (Found &item : scan(*image, optionsFor(ZXing::BarcodeFormat::QRCode, binarizer))) {
                    if (!item.decoded)
                        continue;
                    PixelBox &at = item.code.box;
                    at = {left + int(float(at.x) / scale), top + int(float(at.y) / scale),
                          int(float(at.width) / scale), int(float(at.height) / scale)};
                    return item.code;
                }
            }
        }
    }
    return std::nullopt;
}

} // namespace

Result<std::vector<Barcode>> readCodes(const PageImage &gray)
{
    const auto formats =
        ZXing::BarcodeFormat::QRCode | ZXing::BarcodeFormat::Code128 | ZXing::BarcodeFormat::Code39;
    try {
        std::vector<Barcode> codes;
        std::vector<PixelBox> closerLooks;
        bool qr = false;
        for (Found &item : scan(gray, optionsFor(formats, ZXing::Binarizer::LocalAverage))) {
            const bool isQr = item.code.format == "QRCode"_L1;
            if (!item.decoded && isQr)
                closerLooks.push_back(item.code.box);
            if (!credible(item))
                continue;
            qr = qr || isQr;
            codes.push_back(std::move(item.code));
        }
        if (!qr && closerLooks.empty())
            closerLooks = likelyQrCodes(gray);
        for (const PixelBox &box : closerLooks)
            if (auto closer = readCloser(gray, box))
                codes.push_back(std::move(*closer));
        std::sort(codes.begin(), codes.end(), [](const Barcode &a, const Barcode &b) {
            return std::pair(a.box.y, a.box.x) < std::pair(b.box.y, b.box.x);
        });
        return codes;
    } catch (const std::exception &error) {
        return fail(ErrorCode::ImageTooLarge, u"reading codes: %1"_s.arg(QString::fromLocal8Bit(error.what())));
    }
}

std::optional<SeparatorKind> separatorAmong(const std::vector<Barcode> &codes)
{
    const bool found = std::any_of(codes.begin(), codes.end(), [](const Barcode &code) {
        return code.format == "QRCode"_L1 &&
               (code.text == "SOHOA-SEP;v=1"_L1 || code.text.startsWith("SOHOA-SEP;v=1;"_L1));
    });
    return found ? std::optional(SeparatorKind::Qr) : std::nullopt;
}

} // namespace sohoa
