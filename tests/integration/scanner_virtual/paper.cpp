// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/integration/scanner_virtual/paper.h"

#include "tests/support/catch.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

namespace sohoa::test {
using namespace Qt::StringLiterals;

PixPtr patternImage(int width, int height, int depth, unsigned seed, int dpi)
{
    PixPtr pix(pixCreate(width, height, depth));
    unsigned state = seed * 2654435761U + 1;
    for (int y = 0; y < height; ++y) {
        for (int x = 0; x < width; ++x) {
            state = state * 1664525U + 1013904223U;
            const l_uint32 value = depth == 32 ? (state >> 8) << 8 : state >> (32 - depth);
            pixSetPixel(pix.get(), x, y, value);
        }
    }
    pixSetResolution(pix.get(), dpi, dpi);
    return pix;
}

PixPtr barImage(int width, int height, int dpi)
{
    PixPtr pix(pixCreate(width, height, 8));
    pixSetAllGray(pix.get(), 255);
    BOX *bar = boxCreate(0, 0, width, height / 4);
    pixClearInRect(pix.get(), bar);
    boxDestroy(&bar);
    pixSetResolution(pix.get(), dpi, dpi);
    return pix;
}

void writeImage(PIX *pix, const QString &file)
{
    const QString suffix = QFileInfo(file).suffix().toLower();
    int format = IFF_PNM;
    if (suffix == u"png"_s)
        format = IFF_PNG;
    else if (suffix == u"jpg"_s || suffix == u"jpeg"_s)
        format = IFF_JFIF_JPEG;
    else if (suffix == u"tif"_s || suffix == u"tiff"_s)
        format = IFF_TIFF_ZIP;
    REQUIRE(pixWrite(QFile::encodeName(file).constData(), pix, format) == 0);
}

void appendTiff(PIX *pix, const QString &file, bool first)
{
    REQUIRE(pixWriteTiff(QFile::encodeName(file).constData(), pix, IFF_TIFF_LZW, first ? "w" : "a") == 0);
}

void writeText(const QString &file, const QByteArray &text)
{
    QFile out(file);
    REQUIRE(out.open(QIODevice::WriteOnly));
    REQUIRE(out.write(text) == text.size());
}

PixPtr readImage(const QString &file)
{
    PixPtr pix(pixRead(QFile::encodeName(file).constData()));
    REQUIRE(pix);
    return pix;
}

bool sameImage(PIX *left, PIX *right)
{
    const PixPtr first(pixConvertTo32(left));
    const PixPtr second(pixConvertTo32(right));
    l_int32 same = 0;
    return first && second && pixEqual(first.get(), second.get(), &same) == 0 && same == 1;
}

double meanGray(PIX *pix)
{
    const PixPtr gray(pixConvertTo8(pix, 0));
    l_float32 mean = -1;
    REQUIRE(pixGetAverageMasked(gray.get(), nullptr, 0, 0, 1, L_MEAN_ABSVAL, &mean) == 0);
    return static_cast<double>(mean);
}

PaperFolder::PaperFolder()
    : m_folder(QDir::tempPath() + u"/chồng giấy XXXXXX"_s)
{
    REQUIRE(m_folder.isValid());
}

QString PaperFolder::path(const QString &name) const
{
    return name.isEmpty() ? m_folder.path() : m_folder.filePath(name);
}

} // namespace sohoa::test
