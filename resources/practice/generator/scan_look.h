// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QImage>
#include <QString>

namespace sohoa::practice {

/// What scanning does to a printed page.
struct ScanLook {
    unsigned seed = 1;
    double skewDegrees = 0; ///< positive = turned clockwise
    int dpi = 300;
    bool gray = false;
    bool upsideDown = false;
    bool fold = false; ///< the crease of a sheet that was folded once
    QColor paper = QColor(250, 249, 245);
};

/// The page as a scanner delivers it: A4 at `look.dpi`, the paper's edges showing where it lay askew.
QImage scanned(const QImage &page, const ScanLook &look);
/// What the empty back of `front` looks like: the print shines through.
QImage backOf(const QImage &front);
/// Writes a JPEG that knows its resolution. False: the file cannot be written.
bool saveScan(const QImage &scan, const QString &file);

} // namespace sohoa::practice
