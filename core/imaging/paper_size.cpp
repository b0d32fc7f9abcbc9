// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/imaging/paper_size.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace sohoa {

using namespace Qt::StringLiterals;

namespace {

constexpr std::array named{PaperSize::A3, PaperSize::A4,     PaperSize::A5,    PaperSize::A6,
                           PaperSize::F4, PaperSize::Letter, PaperSize::Legal, PaperSize::Id1};

} // namespace

Millimetres sizeOf(PaperSize size)
{
    switch (size) {
    case PaperSize::A3:
        return {297, 420};
    case PaperSize::A4:
        return {210, 297};
    case PaperSize::A5:
        return {148, 210};
    case PaperSize::A6:
        return {105, 148};
    case PaperSize::F4:
        return {215, 330};
    case PaperSize::Letter:
        return {215.9, 279.4};
    case PaperSize::Legal:
        return {215.9, 355.6};
    case PaperSize::Id1:
        return {53.98, 85.6};
    case PaperSize::Unknown:
        return {};
    }
    Q_UNREACHABLE();
}

PaperSize paperSizeOf(double width, double height, double play)
{
    const double shorter = std::min(width, height);
    const double longer = std::max(width, height);
    PaperSize best = PaperSize::Unknown;
    double nearest = play;
    for (const PaperSize size : named) {
        const Millimetres sides = sizeOf(size);
        const double off = std::max(std::abs(sides.width - shorter), std::abs(sides.height - longer));
        if (off <= nearest) {
            nearest = off;
            best = size;
        }
    }
    return best;
}

PaperSize paperSizeOf(int width, int height, Dpi dpi)
{
    return dpi > 0 ? paperSizeOf(toMillimetres(width, dpi), toMillimetres(height, dpi)) : PaperSize::Unknown;
}

QString toString(PaperSize size)
{
    switch (size) {
    case PaperSize::A3:
        return u"A3"_s;
    case PaperSize::A4:
        return u"A4"_s;
    case PaperSize::A5:
        return u"A5"_s;
    case PaperSize::A6:
        return u"A6"_s;
    case PaperSize::F4:
        return u"F4"_s;
    case PaperSize::Letter:
        return u"Letter"_s;
    case PaperSize::Legal:
        return u"Legal"_s;
    case PaperSize::Id1:
        return u"ID-1"_s;
    case PaperSize::Unknown:
        return u"unknown"_s;
    }
    Q_UNREACHABLE();
}

} // namespace sohoa
