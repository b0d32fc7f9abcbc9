// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/page_helper/zone_reader.h"

#include "core/imaging/image_file.h"
#include "core/imaging/reading.h"

#include <leptonica/allheaders.h>

#include <algorithm>

namespace sohoa {

using namespace Qt::StringLiterals;

namespace {

/// A clerk's box cuts tone marks off now and then.
constexpr double overhangMm = 0.6;
/// White around the ink, without which the first letter of a line is lost.
constexpr int border = 12;

} // namespace

Result<ZoneResult> readZone(OcrEngine &engine, const ZoneRequest &request, const std::stop_token &stop)
{
    const auto loaded = readImage(request.image);
    if (!loaded)
        return fail(loaded.error());
    const PageImage &image = loaded->image;
    const Dpi dpi = request.dpi > 0 ? request.dpi : plausibleDpi(loaded->dpi, image.width(), image.height());
    const int overhang = static_cast<int>(toPixels(overhangMm, dpi));
    const int left = std::max(0, request.box.x - overhang);
    const int top = std::max(0, request.box.y - overhang);
    const int right = std::min(image.width(), request.box.right() + overhang);
    const int bottom = std::min(image.height(), request.box.bottom() + overhang);
    if (right <= left || bottom <= top)
        return fail(ErrorCode::NotFound, u"zone outside the page"_s);
    const auto part = image.cropped({left, top, right - left, bottom - top});
    if (!part)
        return fail(part.error());
    const auto gray = part->toGray();
    if (!gray)
        return fail(gray.error());
    const auto prepared = prepareForReading(*gray, dpi, stop);
    if (!prepared)
        return fail(prepared.error());
    const auto framed = PageImage::own(
        pixAddBorderGeneral(prepared->gray.get(), border, border, border, border, 255), "pixAddBorderGeneral");
    if (!framed)
        return fail(framed.error());
    auto text = engine.readZone(*framed, dpi, request.kind, {request.deadlineMs}, stop);
    if (!text)
        return fail(std::move(text).error());
    for (Word &word : text->words) {
        word.box.x += left - border;
        word.box.y += top - border;
    }
    return ZoneResult{request.id, std::move(text->text), text->confidence, std::move(text->words)};
}

} // namespace sohoa
