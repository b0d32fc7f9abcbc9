// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/imaging/page_image.h"

namespace sohoa {

/// Whether anything is written on a page. What shows through from the other side, dust, punch holes, feeder
/// streaks and shadows at the margins do not count.
struct BlankParameters {
    double margin = 5;       ///< Millimetres at each side that are not looked at.
    double faint = 0.12;     ///< Share of the paper's brightness by which the faintest mark darkens it.
    double weak = 0.30;      ///< … by which pencil and faded print darken it; what shows through stays below.
    double firm = 0.45;      ///< … by which fresh ink darkens it.
    double leastMark = 0.6;  ///< Millimetres; smaller marks are dust.
    double emptyArea = 1.5;  ///< Square millimetres of weak or firm ink that may still be dirt.
    double plentyArea = 300; ///< Square millimetres of firm ink that no dirt amounts to: not looked at closer.
    double bareArea = 3;     ///< Square millimetres of any ink below which there is nothing to be read at all.
};

enum class Blankness {
    Empty,   ///< Nothing at all: need not be read.
    Faint,   ///< Only marks paler than pencil: the other side shows through, or print is all but gone.
    Weak,    ///< Weak ink: faded print, pencil, or a dark other side.
    Written, ///< Firm ink.
};

struct BlankMeasure {
    Blankness blankness = Blankness::Written;
    double firmArea = 0;  ///< Square millimetres of firm ink in marks that count.
    double weakArea = 0;  ///< Square millimetres of ink that is at least weak.
    double faintArea = 0; ///< Square millimetres of any ink in marks that count.
};

constexpr auto blankVersion = "blank/1";

/// `gray` is upright, deskewed, cropped, roughly 150 dpi.
Result<BlankMeasure> measureBlank(const PageImage &gray, Dpi dpi, const BlankParameters &parameters = {});

} // namespace sohoa
