// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/imaging/page_image.h"

#include <optional>

namespace sohoa {

/// Where the paper lies on the scanner's bed.
struct PaperParameters {
    int darkest = 80;       ///< Gray values below may be a black bed; printed ink in areas is rarely that large.
    double darkShare = 0.4; ///< … and below this share of the paper's own brightness.
    double minBedShare = 0.003;  ///< Of the image; less is a shadow at the edge.
    int lightContrast = 7;       ///< Gray values by which paper and a light bed must differ.
    double minSolidity = 0.9;    ///< Share of the paper's outline that is paper: text on white paper has far less.
    double minPaperArea = 0.025; ///< Share of the image; an identity card on an A4 bed covers 7 %.
};

enum class Bed { None, Dark, Light };

struct PaperMeasure {
    Bed bed = Bed::None;
    /// 1 = paper, at 1/`reduction` of the image's scale; empty without bed.
    PageImage paper;
    int reduction = 1;
    double confidence = 0;           ///< 0..1: how well the paper fills a rectangle.
    std::optional<double> edgeSlant; ///< Degrees, positive = clockwise; from the paper's straight edges.
};

constexpr auto paperVersion = "paper/2";

/// `gray` is the image reduced to roughly 75 dpi, `reduction` the factor by which it was. `dpi` is that of `gray`.
Result<PaperMeasure> measurePaper(const PageImage &gray, int reduction, Dpi dpi,
                                  const PaperParameters &parameters = {});

/// The paper as it lies after the page was turned back by `rotation` and deskewed by `skewDeg`.
Result<PaperMeasure> straightened(const PaperMeasure &paper, int rotation, double skewDeg);

/// Paints everything beside the paper white. `image` is gray or colour, reduced by `reduction` against the image
/// in which the paper was measured, and was turned and deskewed like it. Nothing happens without a bed.
Result<void> whitenBed(PageImage &image, const PaperMeasure &paper, int reduction);

} // namespace sohoa
