// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/page_helper/straight_page.h"

#include "core/imaging/crop.h"
#include "core/imaging/deskew.h"
#include "core/imaging/image_file.h"
#include "core/imaging/reading.h"

#include <leptonica/allheaders.h>

#include <algorithm>
#include <cmath>

namespace sohoa {

using namespace Qt::StringLiterals;

namespace {

/// Letters keep their shape down to here; 300 dpi is halved once.
constexpr Dpi leastMiddleDpi = 130;
/// Paper and bed need no more.
constexpr Dpi leastSmallDpi = 65;

tl::unexpected<Error> cancelled()
{
    return fail(ErrorCode::Cancelled, u"page"_s);
}

/// Halves until another halving would fall below `least`; `factor` is multiplied along.
Result<PageImage> reduced(const PageImage &image, Dpi dpi, Dpi least, int &factor)
{
    PageImage result = image.share();
    while (dpi / factor / 2 >= least) {
        auto half = result.halved();
        if (!half)
            return half;
        result = std::move(*half);
        factor *= 2;
    }
    return result;
}

/// Looks for a photographed sheet in `view`, which is the image reduced by `factor`, and lays the image flat.
Result<void> layFlat(MeasuredMaster &master, const PageImage &view, Dpi headerDpi, int factor)
{
    const auto sheet = findSheet(view, headerDpi);
    if (!sheet)
        return fail(sheet.error());
    if (!*sheet)
        return {};
    const PerspectiveMeasure measure = enlarged(**sheet, factor);
    auto flat = flattened(master.image, measure);
    if (!flat)
        return fail(std::move(flat).error());
    master.image = std::move(*flat);
    master.dpi = measure.dpi;
    master.perspective = measure;
    return {};
}

/// The letters of a coarse scan are enlarged first, see measureOrientation().
Result<OrientationMeasure> orientationOf(const MeasuredMaster &master)
{
    if (master.dpi / master.middleFactor >= leastMiddleDpi)
        return measureOrientation(master.ink);
    const PageImage large(pixScaleGrayLI(master.middle.get(), 2.0F, 2.0F));
    auto ink = large.isEmpty() ? master.ink.copied() : inkOf(large);
    if (!ink)
        return fail(std::move(ink).error());
    return measureOrientation(*ink);
}

/// Slant of the text; of the paper's edges where no text tells.
Result<void> findSlant(const MeasuredMaster &master, int rotation, StraightPage &page)
{
    const DeskewParameters parameters;
    auto ink = master.ink.turned((360 - rotation) % 360);
    if (!ink)
        return fail(std::move(ink).error());
    auto measure = measureSkew(*ink, parameters);
    if (!measure)
        return fail(std::move(measure).error());
    page.deskew = *measure;
    double slant = 0;
    if (measure->sure) {
        slant = measure->skewDeg;
    } else if (master.paper.edgeSlant && std::abs(*master.paper.edgeSlant) < parameters.range) {
        slant = *master.paper.edgeSlant;
        page.skewOfEdges = true;
    }
    page.skewDeg = std::abs(slant) < parameters.least ? 0.0 : slant;
    return {};
}

/// The part of the box that lies on a page of that size.
PixelBox common(int width, int height, const PixelBox &box)
{
    const int left = std::clamp(box.x, 0, width);
    const int top = std::clamp(box.y, 0, height);
    return {left, top, std::clamp(box.right(), left, width) - left, std::clamp(box.bottom(), top, height) - top};
}

/// Ink by colour, and the page as it is to be read.
Result<void> separateInk(StraightPage &page, const StageSwitches &switches)
{
    auto ink = findInk(page.image, page.dpi);
    if (!ink)
        return fail(std::move(ink).error());
    page.ink = std::move(*ink);
    if (!switches.sealColor) {
        page.reading = page.gray.share();
        return {};
    }
    auto reading = grayWithoutSeals(page.image, page.gray, page.ink);
    if (!reading)
        return fail(std::move(reading).error());
    page.reading = std::move(*reading);
    return {};
}

} // namespace

Result<MeasuredMaster> loadMaster(const QString &path, Dpi dpi)
{
    auto loaded = readImage(path);
    if (!loaded)
        return fail(std::move(loaded).error());
    MeasuredMaster master;
    master.image = std::move(loaded->image);
    master.headerDpi = loaded->dpi;
    master.dpi = dpi > 0 ? dpi : plausibleDpi(loaded->dpi, master.image.width(), master.image.height());
    return master;
}

Result<void> measure(MeasuredMaster &master, const StageSwitches &switches, const std::stop_token &stop)
{
    if (stop.stop_requested())
        return cancelled();
    constexpr Dpi leastScan = 100; ///< Scanners write no less; cameras write 72 or nothing.
    const bool camera = master.headerDpi < leastScan;
    if (switches.perspective && camera)
        if (auto done = layFlat(master, master.image, master.headerDpi, 1); !done)
            return fail(std::move(done).error());

    int smallFactor = 1;
    PageImage middle;
    PageImage small;
    const auto reduce = [&]() -> Result<void> {
        master.middleFactor = 1;
        auto halved = reduced(master.image, master.dpi, leastMiddleDpi, master.middleFactor);
        if (halved)
            halved = halved->toGray();
        if (!halved)
            return fail(std::move(halved).error());
        middle = std::move(*halved);
        smallFactor = master.middleFactor;
        auto quartered = reduced(middle, master.dpi, leastSmallDpi, smallFactor);
        if (!quartered)
            return fail(std::move(quartered).error());
        small = std::move(*quartered);
        return {};
    };
    auto ready = reduce();
    if (ready && switches.perspective && !camera) {
        ready = layFlat(master, small, master.headerDpi, smallFactor);
        if (ready && master.perspective)
            ready = reduce();
    }
    if (!ready)
        return fail(std::move(ready).error());
    auto paper = measurePaper(small, smallFactor, master.dpi / smallFactor);
    if (!paper)
        return fail(std::move(paper).error());
    master.paper = std::move(*paper);
    if (master.middleFactor == 1 && master.paper.bed != Bed::None && !master.image.isColor()) {
        auto own = middle.copied(); // Shares the master's pixels, which must stay.
        if (!own)
            return fail(std::move(own).error());
        middle = std::move(*own);
    }
    if (auto done = whitenBed(middle, master.paper, master.middleFactor); !done)
        return fail(std::move(done).error());
    if (stop.stop_requested())
        return cancelled();

    auto ink = inkOf(middle);
    if (!ink)
        return fail(std::move(ink).error());
    if (switches.faults) {
        auto streaks = findStreaks(middle, master.dpi / master.middleFactor);
        if (!streaks)
            return fail(std::move(streaks).error());
        master.streaks = std::move(*streaks);
    }
    master.middle = std::move(middle);
    master.ink = std::move(*ink);
    auto orientation = orientationOf(master);
    if (!orientation)
        return fail(std::move(orientation).error());
    master.orientation = *orientation;
    return {};
}

Result<StraightPage> straighten(MeasuredMaster &master, int rotation, const StageSwitches &switches,
                                const std::optional<PixelBox> &clerkCrop, const std::stop_token &stop)
{
    StraightPage page;
    page.dpi = master.dpi;
    page.rotation = rotation;
    page.bed = master.paper.bed;
    if (switches.deskew)
        if (auto done = findSlant(master, rotation, page); !done)
            return fail(std::move(done).error());
    auto paper = straightened(master.paper, rotation, page.skewDeg);
    if (!paper)
        return fail(std::move(paper).error());
    auto image = master.image.turned((360 - rotation) % 360);
    master.image = PageImage();
    if (image) {
        page.paperWidth = image->width();
        page.paperHeight = image->height();
    }
    if (image && page.skewDeg != 0)
        image = image->rotated(-page.skewDeg);
    if (!image)
        return fail(std::move(image).error());
    if (stop.stop_requested())
        return cancelled();
    page.crop = {0, 0, image->width(), image->height()};
    page.frameWidth = image->width();
    page.frameHeight = image->height();
    if (switches.crop) {
        const auto crop = measureCrop(*paper, image->width(), image->height());
        if (!crop)
            return fail(crop.error());
        page.crop = crop->box;
        page.cropConfidence = crop->confidence;
        if (page.bed != Bed::None) {
            page.paperWidth = crop->box.width;
            page.paperHeight = crop->box.height;
        }
        if (auto done = whitenBed(*image, *paper, 1); !done)
            return fail(std::move(done).error());
    }
    if (const PixelBox wanted = clerkCrop ? common(page.frameWidth, page.frameHeight, *clerkCrop) : PixelBox();
        !wanted.isEmpty()) {
        page.crop = wanted;
        page.cropByClerk = true;
        page.paperWidth = wanted.width;
        page.paperHeight = wanted.height;
    }
    image = image->cropped(page.crop);
    if (!image)
        return fail(std::move(image).error());
    auto gray = image->toGray();
    if (!gray)
        return fail(std::move(gray).error());
    page.image = std::move(*image);
    page.gray = std::move(*gray);
    if (auto done = separateInk(page, switches); !done)
        return fail(std::move(done).error());
    return page;
}

Result<BlankMeasure> measureBlank(const StraightPage &page)
{
    int factor = 1;
    auto middle = reduced(page.gray, page.dpi, leastMiddleDpi, factor);
    if (!middle)
        return fail(std::move(middle).error());
    return measureBlank(*middle, page.dpi / factor);
}

} // namespace sohoa
