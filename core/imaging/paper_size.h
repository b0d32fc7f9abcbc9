// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/units.h"

#include <QString>

namespace sohoa {

/// Papers that offices meet. Sizes: ISO 216, ISO/IEC 7810 (Id1), ANSI (Letter, Legal); F4 as sold in Asia.
enum class PaperSize { Unknown, A3, A4, A5, A6, F4, Letter, Legal, Id1 };

struct Millimetres {
    double width = 0;
    double height = 0;
};

/// Upright: width is the shorter side. Zero for Unknown.
Millimetres sizeOf(PaperSize size);

/// The paper that lies within `play` of these sides, whichever way it lies; the nearest one.
PaperSize paperSizeOf(double width, double height, double play = 5.0);
PaperSize paperSizeOf(int width, int height, Dpi dpi);

/// Stable words: "A3", "A4", "A5", "A6", "F4", "Letter", "Legal", "ID-1", "unknown".
QString toString(PaperSize size);

constexpr auto paperSizeVersion = "size/1";

} // namespace sohoa
