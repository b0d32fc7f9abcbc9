// SPDX-License-Identifier: GPL-3.0-or-later
/// Images to put into the feeder, and their comparison with what comes out.
#pragma once

#include "scanner/virtual/side_image.h"

#include <QString>
#include <QTemporaryDir>

namespace sohoa::test {

using virtual_scanner::PixPtr;

/// Every pixel differs from its neighbours and every `seed` from the others, so that a lost row, a swapped channel
/// or a wrong page shows. Depth 1, 8 or 32.
PixPtr patternImage(int width, int height, int depth, unsigned seed, int dpi = 300);
/// White with a black bar across the upper quarter: what resampling must not change.
PixPtr barImage(int width, int height, int dpi);

/// Writes in the format that the suffix of the name says.
void writeImage(PIX *pix, const QString &file);
/// One TIFF page behind those that are in the file already.
void appendTiff(PIX *pix, const QString &file, bool first);
void writeText(const QString &file, const QByteArray &text);
PixPtr readImage(const QString &file);
/// Same size and same pixels, whatever the depths.
bool sameImage(PIX *left, PIX *right);
/// Mean of the gray values, 0…255.
double meanGray(PIX *pix);

/// A folder whose name has a blank and Vietnamese letters.
class PaperFolder {
public:
    PaperFolder();
    QString path(const QString &name = {}) const;

private:
    QTemporaryDir m_folder;
};

} // namespace sohoa::test
