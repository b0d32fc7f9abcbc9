// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/imaging/scan_faults.h"

#include "core/imaging/paper_size.h"

#include <algorithm>
#include <cmath>

namespace sohoa {

using namespace Qt::StringLiterals;

namespace {

struct Sides {
    double shorter = 0;
    double longer = 0;
};

Sides sidesOf(const FaultFacts &facts)
{
    const double width = toMillimetres(facts.width, facts.dpi);
    const double height = toMillimetres(facts.height, facts.dpi);
    return {std::min(width, height), std::max(width, height)};
}

bool wrongScale(const FaultFacts &facts, const FaultLimits &limits)
{
    const Sides sides = sidesOf(facts);
    if (sides.longer > limits.largestSide)
        return true;
    if (facts.letters.count < limits.letters)
        return false;
    constexpr double underA4 = 230; ///< Millimetres, between A5 and A4.
    const bool small = facts.letters.height < limits.smallLetters && sides.longer < underA4 &&
                       paperSizeOf(sides.shorter, sides.longer) != PaperSize::Id1;
    return small || facts.letters.height > limits.largeLetters;
}

/// A sheet as wide as a known paper, but longer than any paper of that width.
bool tooLong(const FaultFacts &facts, const FaultLimits &limits)
{
    const Sides sides = sidesOf(facts);
    constexpr double play = 4; ///< Millimetres.
    double longest = 0;
    for (const PaperSize size :
         {PaperSize::A3, PaperSize::A4, PaperSize::A5, PaperSize::F4, PaperSize::Letter, PaperSize::Legal}) {
        const Millimetres known = sizeOf(size);
        if (std::abs(known.width - sides.shorter) <= play)
            longest = std::max(longest, known.height);
    }
    // A5 lying sideways is as wide as A4 is; it is shorter then, never longer.
    return longest > 0 && sides.longer > longest + limits.tooLong;
}

} // namespace

QStringList faultsOf(const FaultFacts &facts, const FaultLimits &limits)
{
    QStringList faults;
    const auto add = [&faults](bool is, const QString &reason) {
        if (is)
            faults.append(reason);
    };
    const Tones &tones = facts.tones;
    const bool written = !facts.blank && facts.letters.count > 0;
    const bool burnt = tones.burntOut > limits.burntOut && tones.contrast < limits.burntContrast;
    add(facts.dpi < limits.leastDpi, u"dpi"_s);
    add(!facts.blank && facts.dpi > 0 && wrongScale(facts, limits), u"scale"_s);
    add(!facts.streaks.empty(), u"streak"_s);
    const bool blurred = !facts.blank && facts.sharpness.edges >= limits.edges &&
                         facts.sharpness.edge > limits.edge && facts.sharpness.edgePixels > limits.edgePixels;
    add(blurred, u"blur"_s);
    add(tones.paper < limits.paper || tones.blackShare > limits.black, u"dark"_s);
    // Blur alone makes ink paler.
    add(written && !blurred && (tones.contrast < limits.contrast || burnt), u"light"_s);
    const std::array<int, 4> &cut = facts.letters.cut;
    add(!facts.blank && !facts.bed &&
            (std::max(cut[0], cut[2]) >= limits.cutAcross || std::max(cut[1], cut[3]) >= limits.cutAlong),
        u"cut"_s);
    add(facts.dpi > 0 && tooLong(facts, limits), u"length"_s);
    return faults;
}

} // namespace sohoa
