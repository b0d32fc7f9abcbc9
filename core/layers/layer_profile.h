// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringView>

#include <optional>

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

} // namespace sohoa
