// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/imaging/page_image.h"
#include "core/layers/layer_profile.h"

#include <QByteArray>

#include <stop_token>

namespace sohoa {

/// Version of what makeLayerFile() makes.
constexpr auto layersVersion = "layers/2";

/// A cleaned, upright page (8 bit gray or 32 bit colour) as a layer file. Photographs on the page become pictures
/// of their own; a page that is mostly photograph, or that layers would make look otherwise or larger, becomes one
/// JPEG of 200 dpi: both are measured on the page itself. The same page gives the same bytes. Errors:
/// ImageTooLarge (memory), Cancelled. Reentrant.
Result<QByteArray> makeLayerFile(const PageImage &image, Dpi dpi, LayerProfile profile,
                                 const std::stop_token &stop);

} // namespace sohoa
