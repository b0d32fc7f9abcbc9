// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/imaging/page_image.h"

#include <optional>

namespace sohoa::bench {

/// How much a picture of a page differs from its master; both of the same size.
struct Fidelity {
    double ssim = 0; ///< Of luminance, mean over windows of 8 by 8 pixels; 1 is equal.
    /// CIEDE2000 over the pixels of red ink, after averaging 3 by 3 pixels; nothing without a seal.
    std::optional<double> sealPixels;
    /// CIEDE2000 between the mean colours of that ink.
    std::optional<double> sealMean;
};

/// `shown` is scaled to the master's size where they differ.
Result<Fidelity> compare(const PageImage &master, const PageImage &shown);

/// Edits that make one text of the other, for each character of `expected`.
double characterErrors(const QString &expected, const QString &got);

} // namespace sohoa::bench
