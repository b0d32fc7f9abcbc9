// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/page_helper/page_facts.h"

#include "core/imaging/crop.h"
#include "core/imaging/paper_size.h"

#include <algorithm>
#include <cmath>

namespace sohoa {

using namespace Qt::StringLiterals;

namespace {

double rounded(double value, double steps = 100)
{
    return std::round(value * steps) / steps;
}

QJsonArray boxesOf(const std::vector<PixelBox> &boxes)
{
    QJsonArray array;
    for (const PixelBox &box : boxes)
        array.append(boxToJson(box));
    return array;
}

QString wordOf(Bed bed)
{
    switch (bed) {
    case Bed::None:
        return u"none"_s;
    case Bed::Dark:
        return u"dark"_s;
    case Bed::Light:
        return u"light"_s;
    }
    Q_UNREACHABLE();
}

QString wordOf(Blankness blankness)
{
    switch (blankness) {
    case Blankness::Empty:
        return u"empty"_s;
    case Blankness::Faint:
        return u"faint"_s;
    case Blankness::Weak:
        return u"weak"_s;
    case Blankness::Written:
        return u"written"_s;
    }
    Q_UNREACHABLE();
}

StageDecision perspectiveOf(const PerspectiveMeasure &sheet)
{
    QJsonArray corners;
    for (const ImagePoint &corner : sheet.corners)
        corners.append(QJsonArray{rounded(corner.x, 10), rounded(corner.y, 10)});
    return {u"perspective"_s,
            QLatin1String(perspectiveVersion),
            true,
            false,
            std::clamp(sheet.confidence, 0.0, 1.0),
            {{u"corners"_s, corners},
             {u"width"_s, sheet.width},
             {u"height"_s, sheet.height},
             {u"dpi"_s, sheet.dpi},
             {u"tilt_deg"_s, rounded(sheet.tilt)},
             {u"paper"_s, toString(sheet.paper)}}};
}

StageDecision orientationOf(const MeasuredMaster &master, const StraightPage &page, const PageVerdict &verdict)
{
    const OrientationMeasure &letters = master.orientation;
    QJsonObject witnesses{{u"letters_up"_s, rounded(letters.upright)},
                          {u"letters_aside"_s, rounded(letters.sideways)},
                          {u"lines"_s, letters.linesAcross   ? u"across"_s
                                       : letters.linesUpDown ? u"up_down"_s
                                                             : u"none"_s}};
    if (!verdict.codes.empty())
        witnesses[u"code_angle"_s] = verdict.codes.front().angle;
    witnesses[u"rotation"_s] = page.rotation;
    const double sure = verdict.uprightSure ? 1.0 : letters.linesAcross || letters.linesUpDown ? 0.5 : 0.25;
    return {u"orientation"_s, QLatin1String(orientationVersion), page.rotation != 0, verdict.rotationByClerk, sure,
            witnesses};
}

StageDecision deskewOf(const MeasuredMaster &master, const StraightPage &page)
{
    const DeskewParameters parameters;
    QJsonObject values{{u"skew_deg"_s, rounded(page.skewDeg)},
                       {u"text_deg"_s, rounded(page.deskew.skewDeg)},
                       {u"score_ratio"_s, rounded(page.deskew.confidence)},
                       {u"least_ratio"_s, parameters.minConfidence},
                       {u"by"_s, page.skewOfEdges ? u"edges"_s : u"text"_s}};
    if (master.paper.edgeSlant)
        values[u"edge_deg"_s] = rounded(*master.paper.edgeSlant);
    // A ratio of twice the least is beyond doubt.
    const double confidence = std::clamp(page.deskew.confidence / (2 * parameters.minConfidence), 0.0, 1.0);
    return {u"deskew"_s,
            QLatin1String(deskewVersion),
            page.skewDeg != 0,
            false,
            page.skewOfEdges ? master.paper.confidence : confidence,
            values};
}

StageDecision cropOf(const StraightPage &page)
{
    return {u"crop"_s,
            QLatin1String(cropVersion),
            page.cropByClerk || page.bed != Bed::None,
            page.cropByClerk,
            page.cropByClerk || page.bed == Bed::None ? 1.0 : std::clamp(page.cropConfidence, 0.0, 1.0),
            {{u"bed"_s, wordOf(page.bed)},
             {u"box"_s, boxToJson(page.crop)},
             {u"frame"_s, QJsonArray{page.frameWidth, page.frameHeight}},
             {u"paper"_s, paperOf(page)}}};
}

StageDecision inkOf(const StraightPage &page, const StageSwitches &switches)
{
    return {u"seal_color"_s,
            QLatin1String(inkMaskVersion),
            switches.sealColor && !page.ink.seals.empty(),
            false,
            1.0,
            {{u"red_mm2"_s, rounded(page.ink.redArea, 1)},
             {u"blue_mm2"_s, rounded(page.ink.blueArea, 1)},
             {u"other_mm2"_s, rounded(page.ink.otherArea, 1)},
             {u"seals"_s, boxesOf(page.ink.seals)}}};
}

StageDecision blankOf(const PageVerdict &verdict)
{
    const BlankMeasure &blank = verdict.blankness;
    const bool plain = blank.blankness == Blankness::Empty || blank.blankness == Blankness::Written;
    return {u"blank"_s,
            QLatin1String(blankVersion),
            verdict.blank,
            false,
            plain ? 1.0 : 0.8,
            {{u"ink"_s, wordOf(blank.blankness)},
             {u"firm_mm2"_s, rounded(blank.firmArea)},
             {u"weak_mm2"_s, rounded(blank.weakArea)},
             {u"faint_mm2"_s, rounded(blank.faintArea)}}};
}

StageDecision faultsDecision(const PageFaults &faults)
{
    const FaultFacts &facts = faults.facts;
    const FaultLimits limits;
    QJsonArray streaks;
    for (const Streak &streak : facts.streaks)
        streaks.append(QJsonObject{{u"x_mm"_s, rounded(streak.position, 10)},
                                   {u"y_mm"_s, rounded(streak.top, 1)},
                                   {u"length_mm"_s, rounded(streak.length, 1)},
                                   {u"depth"_s, rounded(streak.depth, 10)}});
    const std::array<int, 4> &cut = facts.letters.cut;
    return {u"faults"_s,
            QLatin1String(faultsVersion),
            false,
            false,
            1.0,
            {{u"edge_mm"_s, rounded(facts.sharpness.edge, 1000)},
             {u"edge_px"_s, rounded(facts.sharpness.edgePixels)},
             {u"edges"_s, facts.sharpness.edges},
             {u"edge_limit_mm"_s, limits.edge},
             {u"paper"_s, facts.tones.paper},
             {u"ink"_s, facts.tones.ink},
             {u"contrast"_s, rounded(facts.tones.contrast)},
             {u"contrast_limit"_s, limits.contrast},
             {u"letters"_s, facts.letters.count},
             {u"letter_mm"_s, rounded(facts.letters.height)},
             {u"cut"_s, QJsonArray{cut[0], cut[1], cut[2], cut[3]}},
             {u"streaks"_s, streaks}}};
}

} // namespace

QString paperOf(const StraightPage &page)
{
    return toString(paperSizeOf(page.paperWidth, page.paperHeight, page.dpi));
}

Result<PageFaults> findFaults(const MeasuredMaster &master, const StraightPage &page, bool blank)
{
    PageFaults faults;
    FaultFacts &facts = faults.facts;
    facts.dpi = page.dpi;
    facts.width = page.paperWidth;
    facts.height = page.paperHeight;
    facts.sharpness = measureSharpness(page.gray, page.dpi);
    facts.tones = measureTones(master.middle, master.ink);
    auto letters = measureLetters(master.ink, page.dpi / master.middleFactor, page.rotation);
    if (!letters)
        return fail(std::move(letters).error());
    facts.letters = *letters;
    facts.streaks = master.streaks;
    // On a page that lies sideways rows of dots and underlines run the way of the feeder; they end before the
    // margins.
    if (page.rotation % 180 != 0) {
        const double most = toMillimetres(master.middle.height(), page.dpi / master.middleFactor);
        std::erase_if(facts.streaks, [most](const Streak &streak) { return streak.length < 0.9 * most; });
    }
    facts.bed = page.bed != Bed::None;
    facts.blank = blank;
    faults.reasons = faultsOf(facts);
    return faults;
}

std::vector<StageDecision> decisionsOf(const MeasuredMaster &master, const StraightPage &page,
                                       const PageVerdict &verdict, const StageSwitches &switches)
{
    std::vector<StageDecision> decisions;
    if (master.perspective)
        decisions.push_back(perspectiveOf(*master.perspective));
    if (switches.orientation || verdict.rotationByClerk)
        decisions.push_back(orientationOf(master, page, verdict));
    if (switches.deskew)
        decisions.push_back(deskewOf(master, page));
    if (switches.crop || page.cropByClerk)
        decisions.push_back(cropOf(page));
    decisions.push_back(inkOf(page, switches));
    if (switches.blank)
        decisions.push_back(blankOf(verdict));
    if (switches.faults)
        decisions.push_back(faultsDecision(verdict.faults));
    return decisions;
}

} // namespace sohoa
