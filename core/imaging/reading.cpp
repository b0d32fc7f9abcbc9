// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/imaging/reading.h"

#include "core/imaging/mask_measure.h"

#include <leptonica/allheaders.h>

#include <algorithm>
#include <cmath>

namespace sohoa {

using namespace Qt::StringLiterals;

namespace {

constexpr int white = 255;

Result<PageImage> evenPaper(const PageImage &gray, const ReadingParameters &p)
{
    // Fails on images smaller than a few tiles; those have no paper of varying brightness either.
    PageImage even(pixBackgroundNorm(gray.get(), nullptr, nullptr, p.tileWidth, p.tileHeight, p.inkBelow,
                                     p.leastPaper, white, p.smooth, p.smooth));
    if (even.isEmpty())
        return PageImage::own(pixCopy(nullptr, gray.get()), "pixCopy");
    return even;
}

Result<PageImage> split(const PageImage &even, const ReadingParameters &p, int &threshold)
{
    PIX *at = nullptr;
    PIX *ink = nullptr;
    pixOtsuAdaptiveThreshold(even.get(), even.width(), even.height(), 0, 0, static_cast<l_float32>(p.otsuScore),
                             &at, &ink);
    l_uint32 value = 0;
    if (at)
        pixGetPixel(at, 0, 0, &value);
    pixDestroy(&at);
    threshold = static_cast<int>(value);
    if (!ink) // Too small for Otsu's tiles.
        return PageImage::own(pixThresholdToBinary(even.get(), white / 2), "pixThresholdToBinary");
    return PageImage(ink);
}

/// Clears rows of dots in `ink`.
Result<void> dropLeaders(PageImage &ink, Dpi dpi, const ReadingParameters &p)
{
    const int dot = wholePixels(p.leaderDot, dpi);
    const auto dots = PageImage::own(
        pixSelectBySize(ink.get(), dot, dot, 8, L_SELECT_IF_BOTH, L_SELECT_IF_LTE, nullptr), "pixSelectBySize");
    if (!dots)
        return fail(dots.error());
    const auto joined = PageImage::own(pixCloseSafeBrick(nullptr, dots->get(), wholePixels(p.leaderGap, dpi), 1),
                                       "pixCloseSafeBrick");
    if (!joined)
        return fail(joined.error());
    const auto runs =
        PageImage::own(pixOpenBrick(nullptr, joined->get(), wholePixels(p.leaderRun, dpi), 1), "pixOpenBrick");
    if (!runs)
        return fail(runs.error());
    const auto rows =
        PageImage::own(pixSeedfillBinary(nullptr, runs->get(), joined->get(), 8), "pixSeedfillBinary");
    if (!rows)
        return fail(rows.error());
    pixAnd(rows->get(), rows->get(), dots->get());
    pixSubtract(ink.get(), ink.get(), rows->get());
    return {};
}

tl::unexpected<Error> cancelled()
{
    return fail(ErrorCode::Cancelled, u"reading"_s);
}

} // namespace

Result<PageImage> inkOf(const PageImage &gray, const ReadingParameters &parameters)
{
    int threshold = 0;
    auto even = evenPaper(gray, parameters);
    return even ? split(*even, parameters, threshold) : std::move(even);
}

Result<ReadingImage> prepareForReading(const PageImage &gray, Dpi dpi, const std::stop_token &stop,
                                       const ReadingParameters &parameters)
{
    auto even = evenPaper(gray, parameters);
    if (!even)
        return fail(std::move(even).error());
    if (stop.stop_requested())
        return cancelled();
    ReadingImage result;
    auto ink = split(*even, parameters, result.threshold);
    if (!ink)
        return fail(std::move(ink).error());
    if (stop.stop_requested())
        return cancelled();
    if (auto done = dropLeaders(*ink, dpi, parameters); !done)
        return fail(std::move(done).error());
    auto paper =
        PageImage::own(pixDilateBrick(nullptr, ink->get(), parameters.halo, parameters.halo), "pixDilateBrick");
    if (!paper)
        return fail(std::move(paper).error());
    pixInvert(paper->get(), paper->get());
    pixGammaTRC(even->get(), even->get(), 1.0F, parameters.blackPoint, parameters.whitePoint);
    pixSetMasked(even->get(), paper->get(), white);
    result.gray = std::move(*even);
    result.ink = std::move(*ink);
    return result;
}

} // namespace sohoa
