// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/pdf/pdf_writer.h"

#include <QByteArray>

namespace sohoa {

/// Our own properties in XMP; described in each file by a PDF/A extension schema.
inline constexpr auto sohoaNamespace = "https://sohoa.invalid/ns/dossier/1.0/";

/// How the pages were scanned, over all of them.
struct ScanFacts {
    Dpi leastDpi = 0;
    bool allColor = false;
    bool anyColor = false;
};

/// The XMP packet of a PDF/A. `metadata` must hold only printableText().
QByteArray xmpPacket(const PdfMetadata &metadata, const ScanFacts &scan);

} // namespace sohoa
