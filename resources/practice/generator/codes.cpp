// SPDX-License-Identifier: GPL-3.0-or-later
#include "codes.h"

#include <ZXing/BarcodeFormat.h>
#include <ZXing/BitMatrix.h>
#include <ZXing/MultiFormatWriter.h>

namespace sohoa::practice {
namespace {

QImage imageOf(const ZXing::BitMatrix &bits)
{
    QImage image(bits.width(), bits.height(), QImage::Format_Grayscale8);
    for (int y = 0; y < bits.height(); ++y) {
        uchar *row = image.scanLine(y);
        for (int x = 0; x < bits.width(); ++x)
            row[x] = bits.get(x, y) ? 0 : 255;
    }
    return image;
}

} // namespace

QImage qrCode(const QString &payload)
{
    constexpr int MediumCorrection = 4;
    return imageOf(ZXing::MultiFormatWriter(ZXing::BarcodeFormat::QRCode)
                       .setMargin(0)
                       .setEccLevel(MediumCorrection)
                       .encode(payload.toStdString(), 0, 0));
}

QImage code128(const QString &payload)
{
    return imageOf(
        ZXing::MultiFormatWriter(ZXing::BarcodeFormat::Code128).setMargin(0).encode(payload.toStdString(), 0, 1));
}

} // namespace sohoa::practice
