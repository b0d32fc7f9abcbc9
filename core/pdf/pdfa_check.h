// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/pdf/pdf_inspection.h"

#include <QByteArray>
#include <QString>
#include <qpdf/QPDF.hh>

#include <vector>

namespace sohoa {

/// The first and last bytes of a file, where PDF/A has rules that qpdf's objects no longer show.
struct PdfEnds {
    QByteArray head;
    QByteArray tail;
};

struct PdfaClaim {
    int part = 0;
    QString conformance;
    std::vector<PdfViolation> violations;
};

/// Rules on the file's ends and its objects: header, trailer, catalog, streams, fonts, actions, annotations,
/// output intent; those of the part and level that the file claims, of PDF/A-2u when it claims none. May throw
/// what qpdf throws.
std::vector<PdfViolation> checkStructure(QPDF &pdf, const PdfEnds &ends, const PdfaClaim &claim);

/// What the XMP packet claims, whether it is well formed, and whether it agrees with the Info dictionary. May
/// throw what qpdf throws.
PdfaClaim checkMetadata(QPDF &pdf);

} // namespace sohoa
