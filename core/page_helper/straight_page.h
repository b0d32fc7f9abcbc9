// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/page_stages.h"
#include "core/imaging/blank.h"
#include "core/imaging/deskew.h"
#include "core/imaging/ink_mask.h"
#include "core/imaging/legibility.h"
#include "core/imaging/orientation.h"
#include "core/imaging/paper.h"
#include "core/imaging/perspective.h"
#include "core/imaging/streaks.h"

#include <stop_token>

namespace sohoa {

/// A decoded master and what was measured on reduced copies of it.
struct MeasuredMaster {
    PageImage image; ///< Full size, as scanned or laid flat; empty once it was straightened.
    Dpi dpi = 0;
    Dpi headerDpi = 0;                             ///< As the file says; 0 when it says nothing.
    std::optional<PerspectiveMeasure> perspective; ///< Of a photograph that was laid flat.
    PageImage middle;                              ///< Gray, roughly 150 dpi, bed painted white.
    int middleFactor = 1;                          ///< Reduction of `middle`.
    PageImage ink;                                 ///< Bilevel form of `middle`.
    PaperMeasure paper;
    OrientationMeasure orientation;
    std::vector<Streak> streaks;
};

/// A page upright, straight and cropped.
struct StraightPage {
    PageImage image;   ///< Gray or colour.
    PageImage gray;    ///< What is written, for emptiness and codes.
    PageImage reading; ///< What is to be read: `gray` without the colour of seals.
    Dpi dpi = 0;
    int rotation = 0;
    double skewDeg = 0;
    PixelBox crop;
    int frameWidth = 0; ///< Of the turned and deskewed master, in which `crop` lies.
    int frameHeight = 0;
    bool cropByClerk = false;
    int paperWidth = 0; ///< Of the sheet, pixels: without what turning by skewDeg added at the corners.
    int paperHeight = 0;
    Bed bed = Bed::None;
    double cropConfidence = 0; ///< 0: no bed was found.
    DeskewMeasure deskew;      ///< As measured; skewDeg is what was taken out.
    bool skewOfEdges = false;  ///< The paper's edges told the slant, not the text.
    InkMask ink;               ///< In pixels of `image`.
};

/// Decodes a file: image and resolution only. `dpi` 0: the file's own.
Result<MeasuredMaster> loadMaster(const QString &path, Dpi dpi);

/// Measures paper, orientation and streaks of a loaded master.
Result<void> measure(MeasuredMaster &master, const StageSwitches &switches, const std::stop_token &stop);

/// Uses up `master.image`. `clerkCrop` beats the crop that is found, as far as it lies on the page.
Result<StraightPage> straighten(MeasuredMaster &master, int rotation, const StageSwitches &switches,
                                const std::optional<PixelBox> &clerkCrop, const std::stop_token &stop);

/// Emptiness of a straight page; `page.gray` is reduced for it.
Result<BlankMeasure> measureBlank(const StraightPage &page);

} // namespace sohoa
