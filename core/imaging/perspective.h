// SPDX-License-Identifier: GPL-3.0-or-later
/// Photographs of pages: the sheet's four corners, and the sheet laid flat.
#pragma once

#include "core/imaging/page_image.h"
#include "core/imaging/paper_size.h"

#include <array>
#include <optional>

namespace sohoa {

struct ImagePoint {
    double x = 0;
    double y = 0;
};
/// Top left, top right, bottom right, bottom left as the sheet lies in the image (which may be turned).
using Quad = std::array<ImagePoint, 4>;

struct PerspectiveParameters {
    int workSide = 700;        ///< Pixels of the longer side on which the sheet is looked for.
    double leastArea = 0.12;   ///< Of the image; an identity card held too far away has no legible text.
    double mostArea = 0.97;    ///< … beyond which there is nothing around the sheet.
    double leastFill = 0.95;   ///< Share of the quadrilateral that is paper …
    double mostOutside = 0.06; ///< … and share of the paper that lies outside it.
    double leastInliers = 0.7; ///< Of a side's points on its line; a finger may cover the rest.
    double leastTilt = 2.0; ///< Degrees between opposite sides from which an image with a resolution of its own,
                            ///< that is a scan, is taken for a photograph; sheets cut by hand stay below.
};

struct PerspectiveMeasure {
    Quad corners{};        ///< Pixels of the image.
    double tilt = 0;       ///< Degrees by which opposite sides differ at most: 0 is a view from straight above.
    double confidence = 0; ///< 0..1: how well the paper fills the quadrilateral.
    PaperSize paper =
        PaperSize::Unknown; ///< By the ratio of the sides; A5 and A3 have that of A4 and are taken for it.
    int width = 0;          ///< Pixels of the sheet laid flat.
    int height = 0;
    Dpi dpi = 0; ///< Estimated from the paper; of A4 when it is unknown.
};

constexpr auto perspectiveVersion = "perspective/1";

/// The sheet in a photograph (gray or colour), brighter than what it lies on. `headerDpi` is what the file says:
/// scanners write their resolution, cameras 72 or nothing. Nothing when no sheet stands out or the image is a
/// scan. About 15 ms.
Result<std::optional<PerspectiveMeasure>> findSheet(const PageImage &image, Dpi headerDpi,
                                                    const PerspectiveParameters &parameters = {});

/// The same measure in an image `factor` times as large.
PerspectiveMeasure enlarged(const PerspectiveMeasure &measure, int factor);

/// The sheet laid flat, of measure.width x measure.height. About 25 ns a pixel.
Result<PageImage> flattened(const PageImage &image, const PerspectiveMeasure &measure);

} // namespace sohoa
