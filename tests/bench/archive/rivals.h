// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/imaging/page_image.h"

#include <QString>

namespace sohoa::bench {

/// A file that somebody else makes of a page, and the page as that file shows it.
struct Rival {
    QString name;
    qint64 bytes = 0;
    PageImage shown;
};

/// Runs a program in a folder; FileUnreadable when it is missing or fails.
Result<void> run(const QString &program, const QStringList &arguments);

/// A PDF's first page as poppler paints it.
Result<PageImage> paintPdf(const QString &pdf, Dpi dpi, const QString &folder);

Result<Rival> plainJpeg(const PageImage &page, Dpi dpi, int quality, const QString &folder);
/// `level` as ocrmypdf's -O; no deskewing, so that the page stays comparable.
Result<Rival> ocrmypdf(const QString &master, int level, Dpi dpi, const QString &folder);
/// DjVu's wavelets for the whole page (c44).
Result<Rival> djvu(const PageImage &page, Dpi dpi, const QString &folder);

} // namespace sohoa::bench
