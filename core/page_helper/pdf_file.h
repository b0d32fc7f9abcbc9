// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/base/units.h"

#include <QByteArray>
#include <QString>

#include <memory>

namespace sohoa {

/// Whether the file says of itself that it is a PDF.
Result<bool> isPdf(const QString &path);

/// A page of a PDF as a JPEG.
struct PdfPage {
    QByteArray jpeg;
    int width = 0;
    int height = 0;
    Dpi dpi = 0;
};

/// The pages of one PDF as images.
class PdfFile {
public:
    /// PdfUnreadable, PdfEncrypted when a password is needed (args: path).
    static Result<PdfFile> open(const QString &path);
    PdfFile(PdfFile &&other) noexcept;
    PdfFile &operator=(PdfFile &&other) noexcept;
    ~PdfFile();

    int pageCount() const;
    /// Size in pixels at `dpi`.
    Result<PdfPage> measure(int page, Dpi dpi) const;
    /// A scanned page (one image that covers it, perhaps with invisible text) keeps its own resolution, and its
    /// own bytes where they are a plain JPEG; anything else is drawn at `dpi`. ImageTooLarge beyond the limits of
    /// images.
    Result<PdfPage> page(int page, Dpi dpi) const;

private:
    struct Parts;
    explicit PdfFile(std::unique_ptr<Parts> parts);
    std::unique_ptr<Parts> m_parts;
};

} // namespace sohoa
