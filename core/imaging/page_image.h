// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/base/units.h"

#include <QString>

struct Pix; // Leptonica

namespace sohoa {

/// The pixels of one page: 1 bit (1 = ink), 8 bit gray (0 = black) or 32 bit colour, never with a colour map.
/// Owns a Leptonica PIX; moved, not copied. share() gives a second handle on the same pixels. Not thread-safe,
/// shared handles included: Leptonica counts its references without locks.
class PageImage {
public:
    PageImage() = default;
    /// Takes the PIX over; null makes an empty image.
    explicit PageImage(Pix *owned)
        : m_pix(owned)
    {
    }
    PageImage(PageImage &&other) noexcept;
    PageImage &operator=(PageImage &&other) noexcept;
    PageImage(const PageImage &) = delete;
    PageImage &operator=(const PageImage &) = delete;
    ~PageImage();

    /// What a Leptonica call returned. Null means that memory ran out: ImageTooLarge, with `what` in the detail.
    static Result<PageImage> own(Pix *pix, const char *what);
    /// A white gray image.
    static Result<PageImage> blankGray(int width, int height);

    bool isEmpty() const { return m_pix == nullptr; }
    int width() const;
    int height() const;
    int depth() const; ///< 1, 8 or 32
    bool isColor() const { return depth() == 32; }
    /// Stays owned by this object.
    Pix *get() const { return m_pix; }
    PageImage share() const;
    /// Pixels of its own.
    Result<PageImage> copied() const;

    /// 8 bit gray (luminance); shares the pixels when it is gray already.
    Result<PageImage> toGray() const;
    /// Left and right exchanged.
    Result<PageImage> mirrored() const;
    /// Half as wide and high, averaged; gray stays gray, colour stays colour.
    Result<PageImage> halved() const;
    /// Turned clockwise by 0 (shares the pixels), 90, 180 or 270 degrees.
    Result<PageImage> turned(int degrees) const;
    /// Turned clockwise by a small angle around the middle; grows so that no corner is lost, new pixels are paper
    /// white.
    Result<PageImage> rotated(double degrees) const;
    /// The box must overlap the image; what lies outside is left out.
    Result<PageImage> cropped(const PixelBox &box) const;

private:
    Pix *m_pix = nullptr;
};

/// No side longer, no area larger is ever decoded: a small file can claim a size that no memory holds.
constexpr int maxImageSide = 30'000;         ///< Pixels.
constexpr qint64 maxImageArea = 300'000'000; ///< Pixels; A1 at 600 dpi is 279 million.

} // namespace sohoa
