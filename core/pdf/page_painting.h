// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/layers/layer_file.h"
#include "core/pdf/pdf_writer.h"

#include <QByteArray>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFObjectHandle.hh>

namespace sohoa {

struct PagePainting {
    QPDFObjectHandle images; ///< The XObject dictionary of the page's resources.
    QByteArray operators;    ///< Paint the layers one over the other; coordinates in points.
};

/// Makes the image objects of a page, in the order of its layers; their bytes are read from `page.imageFile` when
/// the PDF is written. Bilevel layers are stencils, so that nothing is transparent (ISO 32000-1, 8.9.6).
PagePainting paintPage(QPDF &pdf, const PdfPage &page, const PageLayers &layers);

/// Writes part of a file to a pipeline; throws ErrorThroughQpdf (ImageUnreadable) when it is not all there.
void pipeFile(Pipeline *to, const QString &path, qint64 offset, qint64 size);

} // namespace sohoa
