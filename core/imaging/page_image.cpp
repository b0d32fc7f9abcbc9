// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/imaging/page_image.h"

#include <leptonica/allheaders.h>

#include <cmath>
#include <numbers>
#include <utility>

namespace sohoa {

using namespace Qt::StringLiterals;

PageImage::PageImage(PageImage &&other) noexcept
    : m_pix(std::exchange(other.m_pix, nullptr))
{
}

PageImage &PageImage::operator=(PageImage &&other) noexcept
{
    if (this != &other) {
        pixDestroy(&m_pix);
        m_pix = std::exchange(other.m_pix, nullptr);
    }
    return *this;
}

PageImage::~PageImage()
{
    pixDestroy(&m_pix);
}

Result<PageImage> PageImage::own(Pix *pix, const char *what)
{
    if (!pix)
        return fail(ErrorCode::ImageTooLarge, QString::fromLatin1(what) + u" failed"_s);
    return PageImage(pix);
}

Result<PageImage> PageImage::blankGray(int width, int height)
{
    auto image = own(pixCreate(width, height, 8), "pixCreate");
    if (image)
        pixSetAll(image->get());
    return image;
}

int PageImage::width() const
{
    return m_pix ? pixGetWidth(m_pix) : 0;
}

int PageImage::height() const
{
    return m_pix ? pixGetHeight(m_pix) : 0;
}

int PageImage::depth() const
{
    return m_pix ? pixGetDepth(m_pix) : 0;
}

PageImage PageImage::share() const
{
    return PageImage(m_pix ? pixClone(m_pix) : nullptr);
}

Result<PageImage> PageImage::copied() const
{
    return own(pixCopy(nullptr, m_pix), "pixCopy");
}

Result<PageImage> PageImage::mirrored() const
{
    return own(pixFlipLR(nullptr, m_pix), "pixFlipLR");
}

Result<PageImage> PageImage::toGray() const
{
    return own(pixConvertTo8(m_pix, 0), "pixConvertTo8");
}

Result<PageImage> PageImage::halved() const
{
    if (width() < 2 || height() < 2)
        return share();
    return own(depth() == 1 ? pixReduceRankBinary2(m_pix, 2, nullptr) : pixScaleAreaMap2(m_pix), "halve");
}

Result<PageImage> PageImage::turned(int degrees) const
{
    if (degrees == 0)
        return share();
    return own(pixRotateOrth(m_pix, degrees / 90), "pixRotateOrth");
}

Result<PageImage> PageImage::rotated(double degrees) const
{
    const double radians = degrees * std::numbers::pi / 180.0;
    const int how = depth() == 1 ? L_ROTATE_SAMPLING : L_ROTATE_AREA_MAP;
    return own(pixRotate(m_pix, static_cast<l_float32>(radians), how, L_BRING_IN_WHITE, width(), height()),
               "pixRotate");
}

Result<PageImage> PageImage::cropped(const PixelBox &box) const
{
    if (box == PixelBox{0, 0, width(), height()})
        return share();
    BOX *area = boxCreate(box.x, box.y, box.width, box.height);
    PIX *part = pixClipRectangle(m_pix, area, nullptr);
    boxDestroy(&area);
    return own(part, "pixClipRectangle");
}

} // namespace sohoa
