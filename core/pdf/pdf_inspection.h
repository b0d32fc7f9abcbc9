// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"

#include <QString>

#include <vector>

namespace sohoa {

struct PdfPageFacts {
    double width = 0; ///< Points (1/72 inch), of the MediaBox.
    double height = 0;
    bool hasText = false; ///< At least one text showing operator with a string that is not empty.
};

/// One place where the file breaks the PDF/A that it claims.
struct PdfViolation {
    QString rule;   ///< Clause of ISO 19005-2: "6.2.11.4.1"; of another part with its number: "19005-1, 6.4".
    QString detail; ///< For the log and `sohoactl verify`, English: "font /F1 of page 3 is not embedded".
};

enum class PdfSignatureState { None, Signed };

/// What a PDF says about itself, and what we find wrong with it.
struct PdfInspection {
    QString version; ///< "1.7"
    std::vector<PdfPageFacts> pages;
    int claimedPart = 0;        ///< pdfaid:part; 0: claims no PDF/A.
    QString claimedConformance; ///< pdfaid:conformance: "A", "B", "U"; empty: none.
    /// Structural self-check against what is claimed, PDF/A-2u, 2b or 1b. Empty is necessary for conformance, not
    /// proof of it: glyph programs, colours and image data are not looked into.
    std::vector<PdfViolation> violations;
    PdfSignatureState signature = PdfSignatureState::None; ///< Presence only, nothing is verified.
    qint64 bytes = 0;
    QString sha256; ///< Lower-case hex.

    bool hasText() const; ///< At least one page has: blank sides have none.
};

/// Reads a PDF that may be hostile. Errors: FileUnreadable, PdfUnreadable (no PDF, or beyond repair, or content
/// streams that unpack beyond 64 MiB a page), PdfEncrypted; args: path. Thread-safe.
Result<PdfInspection> inspectPdf(const QString &path);

} // namespace sohoa
