// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

#include <memory>
#include <optional>

class QPDF;

namespace sohoa {

/// The image that makes up a scanned page.
struct PdfScan {
    int width = 0; ///< Pixels.
    int height = 0;
    double dpi = 0;
    QByteArray jpeg; ///< Its bytes, when they are a JPEG that needs no further treatment; else empty.
};

/// Looks into a PDF for pages that are nothing but one image.
class PdfScanFinder {
public:
    /// Finds nothing on any page when the file cannot be taken apart.
    explicit PdfScanFinder(const QString &path);
    ~PdfScanFinder();
    PdfScanFinder(const PdfScanFinder &) = delete;
    PdfScanFinder &operator=(const PdfScanFinder &) = delete;

    /// Nothing when the page draws anything visible beside the image, or the image turned or only on a part of it.
    std::optional<PdfScan> scanOn(int page) const;

private:
    std::unique_ptr<QPDF> m_pdf;
};

} // namespace sohoa
