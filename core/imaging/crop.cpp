// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/imaging/crop.h"

#include <leptonica/allheaders.h>

#include <algorithm>
#include <cmath>

namespace sohoa {

Result<CropMeasure> measureCrop(const PaperMeasure &paper, int width, int height)
{
    CropMeasure measure{.box = {0, 0, width, height}};
    if (paper.bed == Bed::None)
        return measure;
    const PageImage &mask = paper.paper;
    BOX *found = nullptr;
    if (pixClipToForeground(mask.get(), nullptr, &found) != 0 || !found)
        return measure;
    l_int32 x = 0;
    l_int32 y = 0;
    l_int32 w = 0;
    l_int32 h = 0;
    boxGetGeometry(found, &x, &y, &w, &h);
    boxDestroy(&found);

    // The middles of both images are the same point; sizes were rounded differently.
    const double scale = paper.reduction;
    const double dx = width / 2.0 - scale * mask.width() / 2.0;
    const double dy = height / 2.0 - scale * mask.height() / 2.0;
    const int left = std::clamp(int(std::floor(x * scale + dx)), 0, width - 1);
    const int top = std::clamp(int(std::floor(y * scale + dy)), 0, height - 1);
    const int right = std::clamp(int(std::ceil((x + w) * scale + dx)), left + 1, width);
    const int bottom = std::clamp(int(std::ceil((y + h) * scale + dy)), top + 1, height);
    measure.box = {left, top, right - left, bottom - top};
    measure.confidence = paper.confidence;
    return measure;
}

} // namespace sohoa
