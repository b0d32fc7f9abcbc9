// SPDX-License-Identifier: GPL-3.0-or-later
/// What the stages found out about a page, as the facts that are stored with it.
#pragma once

#include "core/domain/page.h"
#include "core/imaging/scan_faults.h"
#include "core/page_helper/straight_page.h"

namespace sohoa {

/// Name of the sheet's size, see PaperSize.
QString paperOf(const StraightPage &page);

struct PageFaults {
    FaultFacts facts;
    QStringList reasons; ///< See faultsOf().
};

/// Measures sharpness, tones and letters of a straight page and holds them against the limits.
Result<PageFaults> findFaults(const MeasuredMaster &master, const StraightPage &page, bool blank);

/// How the page was judged apart from its pixels.
struct PageVerdict {
    bool rotationByClerk = false;
    bool uprightSure = false;
    const std::vector<Barcode> &codes;
    const BlankMeasure &blankness;
    bool blank = false;
    const PageFaults &faults;
};

/// One decision for each stage, in the order in which they ran; those switched off are left out.
std::vector<StageDecision> decisionsOf(const MeasuredMaster &master, const StraightPage &page,
                                       const PageVerdict &verdict, const StageSwitches &switches);

} // namespace sohoa
