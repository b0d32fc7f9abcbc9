// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/imaging/page_image.h"

#include <vector>

namespace sohoa {

/// Lines that dirt on the glass of a feeder draws along the way of the paper.
struct StreakParameters {
    double leastLength = 80; ///< Millimetres; dirt draws longer lines, strokes of print are shorter.
    double leastDepth = 2.5; ///< Gray values by which a line must differ from the paper beside it, on average over
                             ///< a block. Source: noise of 8 gray values over a block's rows comes to 0.5.
    double block = 5;        ///< Millimetres of rows that are judged together.
    double margin = 6;       ///< Millimetres beside the image's sides: shadow of the paper's edge.
    double widest = 1.2;     ///< Millimetres; wider is a shadow or a fold.
};

/// One line, exactly upright in the image as scanned.
struct Streak {
    double position = 0; ///< Millimetres from the left side of the image as scanned.
    double top = 0;      ///< Millimetres from its upper side.
    double length = 0;   ///< Millimetres.
    double depth = 0;    ///< Gray values, positive = darker than the paper.
};

constexpr auto streakVersion = "streak/1";

/// `gray` is the image as scanned, not turned, 130 to 300 dpi; what lies beside the paper is white. Rulings of
/// tables and frames, which end at lines that cross them, do not count. About 12 ms for A4 at 150 dpi.
Result<std::vector<Streak>> findStreaks(const PageImage &gray, Dpi dpi, const StreakParameters &parameters = {});

/// Positions (millimetres) that are streaked on at least `least` of these pages: dirt that must be wiped off.
/// Pages are sides that passed the same glass.
std::vector<double> recurringStreaks(const std::vector<std::vector<Streak>> &pages, int least = 2);

} // namespace sohoa
