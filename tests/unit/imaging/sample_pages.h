// SPDX-License-Identifier: GPL-3.0-or-later
/// Pages for tests: one drawn sheet and what scanners make of it.
#pragma once

#include "core/imaging/image_file.h"
#include "core/imaging/page_image.h"

#include <QFile>
#include <QString>

#include <leptonica/allheaders.h>

namespace sohoa::test {

constexpr Dpi sampleDpi = 200;

inline QString samplePath()
{
    return QStringLiteral(SOHOA_TEST_PAGES "/giay_xac_nhan.jpg");
}

/// 1160 x 820, gray, text on pure white.
inline PageImage samplePage()
{
    return std::move(readImage(samplePath()).value().image);
}

/// The sheet with its brightness mapped from 0…255 to `black`…`white`: faded print, yellowed paper.
inline PageImage faded(const PageImage &page, int black, int white)
{
    PageImage result(pixCopy(nullptr, page.get()));
    pixMultConstantGray(result.get(), static_cast<l_float32>(white - black) / 255.0F);
    pixAddConstantGray(result.get(), black);
    return result;
}

/// The sheet on a bed of gray value `bed`, with this much bed around it.
inline PageImage onBed(const PageImage &page, int bed, int around)
{
    PageImage result(pixCreate(page.width() + 2 * around, page.height() + 2 * around, 8));
    pixSetAllGray(result.get(), bed);
    pixRasterop(result.get(), around, around, page.width(), page.height(), PIX_SRC, page.get(), 0, 0);
    return result;
}

/// Slanted by `degrees` clockwise, same size, corners filled with `fill`.
inline PageImage slanted(const PageImage &page, double degrees, int fill = 255)
{
    return PageImage(pixRotateAMGray(page.get(), static_cast<l_float32>(degrees * 3.14159265 / 180),
                                     static_cast<l_uint8>(fill)));
}

inline QString writeSample(const PageImage &page, const QString &path)
{
    const PageImage shared = page.share();
    pixSetResolution(shared.get(), sampleDpi, sampleDpi);
    pixWrite(QFile::encodeName(path).constData(), shared.get(), IFF_PNG);
    return path;
}

} // namespace sohoa::test
