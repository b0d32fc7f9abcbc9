// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/imaging/mask_measure.h"

#include <leptonica/allheaders.h>

#include <algorithm>
#include <cmath>

namespace sohoa {

int wholePixels(double millimetres, Dpi dpi)
{
    return std::max(1, static_cast<int>(std::lround(toPixels(millimetres, dpi))));
}

qint64 countSet(const PageImage &mask)
{
    l_int32 count = 0;
    pixCountPixels(mask.get(), &count, nullptr);
    return count;
}

double squareMillimetres(const PageImage &mask, Dpi dpi)
{
    return toMillimetres(toMillimetres(double(countSet(mask)), dpi), dpi);
}

bool isSet(const PageImage &mask, int x, int y)
{
    return GET_DATA_BIT(pixGetData(mask.get()) + size_t(y) * size_t(pixGetWpl(mask.get())), x) != 0;
}

} // namespace sohoa
