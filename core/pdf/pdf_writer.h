// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/dates.h"
#include "core/base/error.h"
#include "core/base/units.h"
#include "core/domain/page.h"

#include <QString>

#include <optional>
#include <vector>

namespace sohoa {

/// One page of a document: its picture and the words that lie invisibly over it.
struct PdfPage {
    /// A layer file (core/layers/layer_file.h) of the cleaned, upright page, or a JPEG of it, colour (3
    /// components) or gray (1), 8 bits. Goes in byte by byte. A JPEG may have fewer pixels than `width` ×
    /// `height`, in the same proportion.
    QString imageFile;
    int width = 0; ///< Of the cleaned page, pixels: the space of the words' boxes.
    int height = 0;
    Dpi dpi = 0; ///< Makes pixels into the paper's real size.
    std::vector<Word> words;
    QString label; ///< What a reader shows as page number ("1a"); empty: its place in the document.
};

/// The level of PDF/A that a file claims and keeps.
enum class PdfConformance {
    A2u, ///< ISO 19005-2, PDF 1.7, every character with its Unicode.
    A2b, ///< ISO 19005-2, PDF 1.7.
    A1b, ///< ISO 19005-1, PDF 1.4.
};

/// "2u", "2b", "1b"; nothing for any other word.
std::optional<PdfConformance> pdfConformanceFrom(QStringView name);

/// An entry of the outline that readers show beside the pages.
struct PdfBookmark {
    QString title;
    int page = 0; ///< Counts from 0.
};

/// What the file says about itself; empty texts are left out, the title must not be empty.
struct PdfMetadata {
    QString title;         ///< Of the document, as printed.
    QString author;        ///< Who issued the document.
    QString subject;       ///< Its abstract (trích yếu).
    QString dossierCode;   ///< Mã hồ sơ.
    QString number;        ///< Số ký hiệu.
    QString procedureCode; ///< Mã TTHC.
    QString procedureName;
    QString agency;       ///< Cơ quan of the dossier.
    QString documentType; ///< Id of the document type.
    QString issueDate;    ///< ISO, as far as it is known ("1975", "1975-03").
    QString language = QStringLiteral("vi-VN");
    QString producer; ///< "Sohoa 0.1.0".
    PdfConformance conformance = PdfConformance::A2u;
    std::vector<PdfBookmark> bookmarks; ///< Parts of the document, in the order of their pages.
    Instant created; ///< The only time in the file; passed in, so that the same input gives the same bytes.
};

struct PdfFile {
    QString sha256; ///< Lower-case hex.
    qint64 bytes = 0;
};

/// Writes a searchable PDF/A, atomically and durably: `path` appears whole or not at
/// all. The same input gives the same bytes. At most one picture is in memory at a time. Words are NFC afterwards;
/// characters that PDF/A-2u cannot carry (controls, private use, surrogates without partner) are left out.
/// Scale (always 100 %: a page is as large as its paper), resolution and colour of the scans stand in the XMP.
/// Errors: PdfWriteFailed (no pages, no title, side outside 3..14400 pt, words without dpi, bookmark to no page),
/// ImageUnreadable (args: path; neither layers nor JPEG, CMYK, 12 bits, arithmetic coding, other proportions,
/// torn), DiskFull, FileUnwritable. Thread-safe: calls share nothing.
Result<PdfFile> writePdf(const PdfMetadata &metadata, const std::vector<PdfPage> &pages, const QString &path);

} // namespace sohoa
