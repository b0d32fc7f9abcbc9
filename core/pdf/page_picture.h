// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/layers/layer_file.h"
#include "core/pdf/pdf_writer.h"

namespace sohoa {

/// What is painted on a page: the layers of its layer file, or its JPEG as the one layer. Each coded picture is
/// looked at as far as its header. Errors as writePdf() has them.
Result<PageLayers> readPagePicture(const PdfPage &page);

/// True when a picture of the page has colour.
bool hasColor(const PageLayers &layers);

} // namespace sohoa
