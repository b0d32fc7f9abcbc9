// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/imaging/reading.h"

#include <leptonica/allheaders.h>

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

Result<ReadingImage> prepareForReading(const PageImage &gray, const std::stop_token &stop,
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
