// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/imaging/blank.h"
#include "core/imaging/orientation.h"
#include "core/imaging/paper.h"

#include <stop_token>

namespace sohoa {

/// A decoded master and what was measured on reduced copies of it.
struct MeasuredMaster {
    PageImage image; ///< Full size, as scanned; empty once it was straightened.
    Dpi dpi = 0;
    PageImage middle;     ///< Gray, roughly 150 dpi, bed painted white.
    int middleFactor = 1; ///< Reduction of `middle`.
    PageImage ink;        ///< Bilevel form of `middle`.
    PaperMeasure paper;
    OrientationMeasure orientation;
};

/// A page upright, straight and cropped.
struct StraightPage {
    PageImage image; ///< Gray or colour.
    PageImage gray;
    Dpi dpi = 0;
    int rotation = 0;
    double skewDeg = 0;
    PixelBox crop;
};

struct StraightenWishes {
    bool deskew = true;
    bool crop = true;
};

/// Decodes a file: image and resolution only. `dpi` 0: the file's own.
Result<MeasuredMaster> loadMaster(const QString &path, Dpi dpi);

/// Measures paper and orientation of a loaded master.
Result<void> measure(MeasuredMaster &master, const std::stop_token &stop);

/// Uses up `master.image`.
Result<StraightPage> straighten(MeasuredMaster &master, int rotation, const StraightenWishes &wishes,
                                const std::stop_token &stop);

/// Emptiness of a straight page; `page.gray` is reduced for it.
Result<BlankMeasure> measureBlank(const StraightPage &page);

} // namespace sohoa
