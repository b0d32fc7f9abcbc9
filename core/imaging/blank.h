// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/imaging/page_image.h"

namespace sohoa {

/// Whether anything is written on a page. What shows through from the other side, dust, punch holes, feeder
/// streaks and shadows at the margins do not count.
struct BlankParameters {
    double margin = 5;        ///< Millimetres at each side that are not looked at.
    double faint = 0.12;      ///< Share of the paper's brightness by which the faintest mark darkens it.
    double weak = 0.30;       ///< … by which pencil and faded print darken it; what shows through stays below.
    double firm = 0.45;       ///< … by which fresh ink darkens it.
    double leastMark = 0.6;   ///< Millimetres; smaller marks are dust.
    double leastLetter = 1.4; ///< Millimetres; digits of 8 points are 1.9 high, dirt is smaller.
    double leastSteepness = 0.3; ///< Of the edges of print; see steepness().
    double letterArea = 0.6; ///< Square millimetres of firm ink in marks of a letter's size: a thin digit of 10
                             ///< points has 0.8.
    double emptyArea = 1.5;  ///< Square millimetres of weak ink that may still be dirt.
    double plentyArea = 300; ///< Square millimetres of firm ink that no dirt amounts to: not looked at closer.
    double bareArea = 3;     ///< Square millimetres of any ink below which there is nothing to be read at all.
};

enum class Blankness {
    Empty,   ///< Nothing at all: need not be read.
    Faint,   ///< Only soft marks paler than pencil: the other side shows through, or print is all but gone.
    Weak,    ///< Weak ink, or pale ink with sharp edges: faded print, pencil, or a dark other side.
    Written, ///< Firm ink.
};

struct BlankMeasure {
    Blankness blankness = Blankness::Written;
    double firmArea = 0;  ///< Square millimetres of firm ink in marks of the size of letters and more.
    double weakArea = 0;  ///< Square millimetres of ink there that is at least weak.
    double faintArea = 0; ///< Square millimetres of any ink in marks that count.
    int marks = 0;        ///< Marks of the size of letters and more.
    int sharpMarks = 0;   ///< … whose edges are those of print, not of print that shines through.
};

constexpr auto blankVersion = "blank/2";

/// `gray` is upright, deskewed, cropped, roughly 150 dpi.
Result<BlankMeasure> measureBlank(const PageImage &gray, Dpi dpi, const BlankParameters &parameters = {});

} // namespace sohoa
