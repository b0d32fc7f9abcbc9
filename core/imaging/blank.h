// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/imaging/page_image.h"

namespace sohoa {

/// Whether anything is written on a page. What shows through from the other side, dust, punch holes, feeder
/// streaks and shadows at the margins do not count.
struct BlankParameters {
    double margin = 5;   ///< Millimetres at each side that are not looked at.
    double faint = 0.12; ///< Share of the paper's brightness by which the faintest mark darkens it.
    double weak = 0.25; ///< … by which pencil and faded print darken it; most of what shows through stays below.
    double firm = 0.45; ///< … by which ink on this side darkens it; what shows through stays below.
    double leastMark = 0.6; ///< Millimetres; smaller marks are dust.
    double emptyArea = 1.5; ///< Square millimetres of firm ink below which the page may be empty.
    double bareArea = 3;    ///< Square millimetres of any ink below which there is nothing to be read at all.
};

enum class Blankness {
    Empty,   ///< Nothing at all: need not be read.
    Doubt,   ///< Only faint marks: print in a weak ink, or the other side; reading decides.
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
