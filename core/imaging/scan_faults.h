// SPDX-License-Identifier: GPL-3.0-or-later
/// From what was measured on a scan to reasons for scanning it again.
#pragma once

#include "core/imaging/legibility.h"
#include "core/imaging/streaks.h"

#include <QStringList>

namespace sohoa {

/// Beyond these a clerk should look. Sources: own measurement over drawn and scanned office pages, unless said
/// otherwise; the figure in brackets is the worst of the sound pages there.
struct FaultLimits {
    Dpi leastDpi = 150; ///< Letters of 10 points have fewer than 10 pixels below it.
    /// Edges of this width and more are blurred; both must be exceeded, as a coarse scan has wide edges by itself
    /// (0.31 mm and 3.0 pixels).
    double edge = 0.42;
    double edgePixels = 4.0;
    int edges = 300;        ///< Fewer say nothing.
    int paper = 130;        ///< Paper darker than this was lit too little; file covers of brown card have 160.
    double contrast = 0.22; ///< Ink paler than this is lost (faded carbon copies: 0.27).
    double burntOut = 0.6;  ///< Share of burnt-out paper that makes pale ink the scanner's fault …
    double burntContrast = 0.45; ///< … below this contrast.
    double black = 0.4;          ///< Share of black that drowns a page.
    int cutAcross = 3;           ///< Letters cut off by the left or right side (0).
    int cutAlong = 12;           ///< … by the upper or lower side: a whole line (0).
    int letters = 300;           ///< Fewer do not tell the size of print.
    double smallLetters = 1.3;   ///< Millimetres; median of a page of small print on less than A4.
    double largeLetters = 4.2;   ///< … of a page full of letters (2.9).
    double largestSide = 620;    ///< Millimetres; longer than A2.
    double tooLong = 10;         ///< Millimetres by which a sheet of a known width exceeds every known length.
};

struct FaultFacts {
    Dpi dpi = 0;
    int width = 0; ///< Of the sheet, pixels.
    int height = 0;
    Sharpness sharpness;
    Tones tones;
    Letters letters;
    std::vector<Streak> streaks;
    bool bed = false;   ///< Paper was found on a bed: its sides are its own.
    bool blank = false; ///< Nothing is written: nothing can be illegible.
};

/// Stable words, in this order: "dpi" (too coarse), "scale" (resolution in the file does not fit the paper),
/// "streak", "blur", "dark", "light", "cut" (text runs over the side), "length" (perhaps two sheets one behind the
/// other).
QStringList faultsOf(const FaultFacts &facts, const FaultLimits &limits = {});

constexpr auto faultsVersion = "faults/1";

} // namespace sohoa
