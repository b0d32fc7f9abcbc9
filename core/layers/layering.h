// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/imaging/page_image.h"
#include "core/layers/layer_file.h"

#include <QStringView>

#include <stop_token>

namespace sohoa {

/// How much of a page the archive copy keeps.
enum class LayerProfile {
    Archive, ///< Ink without loss at full resolution, paper at 100 dpi.
    Compact, ///< The same with paper at 75 dpi and coarser.
    Bilevel, ///< Black and white without loss, no paper.
    Master,  ///< One JPEG of high quality with every pixel.
};

/// "archive", "compact", "bilevel", "master"; nothing for any other word.
std::optional<LayerProfile> layerProfileFrom(QStringView name);
QString toString(LayerProfile profile);

/// A cleaned, upright page (8 bit gray or 32 bit colour) as a layer file. Photographs on the page become pictures of
/// their own; a page that is mostly photograph, or that layers would make look otherwise or larger, becomes one JPEG
/// of 200 dpi: both are measured on the page itself. The same page gives the same bytes.
/// Errors: ImageTooLarge (memory), Cancelled. Reentrant.
Result<QByteArray> makeLayerFile(const PageImage &image, Dpi dpi, LayerProfile profile, const std::stop_token &stop);

} // namespace sohoa
