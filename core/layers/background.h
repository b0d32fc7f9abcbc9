// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/layers/ink_maps.h"
#include "core/layers/jpeg_coding.h"

namespace sohoa {

/// Sums of colours with their number, and what a picture made of them looks like.
class ColorSums {
public:
    ColorSums(int width, int height, int components)
        : m_sums(width * components, height)
        , m_counts(width, height)
        , m_components(components)
    {
    }

    int components() const { return m_components; }
    quint32 *sums(int y) { return m_sums.row(y); }
    quint32 *counts(int y) { return m_counts.row(y); }
    const Plane<quint32> &counts() const { return m_counts; }
    /// No place has a count.
    bool isEmpty() const;
    /// Adds a place's sums to others; its number.
    int addTo(std::array<int, 3> &sums, int x, int y) const;
    /// Mean colour of one place; it must have a count.
    std::array<int, 3> mean(int x, int y) const;
    /// Each place with the sums of the eight around it: what few pixels say is outvoted by their neighbours.
    ColorSums smoothed() const;
    /// Forgets places that fewer pixels than this speak for.
    void forgetBelow(quint32 least);
    /// Mean of all places by their counts; black without any.
    LayerColor mean() const;
    /// Share of the pixels in places whose mean is farther than `distance` (0..255 a channel) from `color`.
    double shareBeyond(const LayerColor &color, double distance) const;
    /// Every place with its mean; places without a count take it from those around them.
    RasterImage filled() const;

private:
    Plane<quint32> m_sums;
    Plane<quint32> m_counts;
    int m_components;
};

/// Colours of the pixels of `image` inside `box`, in squares of `side` pixels counted from the box's corner: of
/// those that are set in `mask`, or with `set` false of those that are not.
ColorSums sumColors(const PageImage &image, const PixelBox &box, int side, const PageImage &mask, bool set);

/// Makes what differs from its surroundings by no more than the grain of paper even, so that it costs nothing.
void calmPaper(RasterImage &paper);

/// The picture at half of its resolution as often as nothing is lost by it but grain: most paper is even.
RasterImage coarsenedWhereEven(RasterImage paper);

/// Pixels of a part of the page, reduced by a whole factor.
RasterImage reducedPart(const PageImage &image, const PixelBox &box, int factor);

} // namespace sohoa
