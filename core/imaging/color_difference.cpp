// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/imaging/ink_mask.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace sohoa {

namespace {

struct Lab {
    double l = 0;
    double a = 0;
    double b = 0;
};

double linear(double channel)
{
    const double value = channel / 255;
    return value <= 0.04045 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4);
}

/// sRGB (IEC 61966-2-1) to CIE L*a*b*, white point D65.
Lab toLab(const MeanColor &color)
{
    const double r = linear(color.red);
    const double g = linear(color.green);
    const double b = linear(color.blue);
    const auto f = [](double t) {
        constexpr double limit = 216.0 / 24389;
        return t > limit ? std::cbrt(t) : (24389.0 / 27 * t + 16) / 116;
    };
    const double x = f((0.4124564 * r + 0.3575761 * g + 0.1804375 * b) / 0.95047);
    const double y = f(0.2126729 * r + 0.7151522 * g + 0.0721750 * b);
    const double z = f((0.0193339 * r + 0.1191920 * g + 0.9503041 * b) / 1.08883);
    return {116 * y - 16, 500 * (x - y), 200 * (y - z)};
}

constexpr double degrees = std::numbers::pi / 180;

double hueOf(double a, double b)
{
    if (a == 0 && b == 0)
        return 0;
    const double hue = std::atan2(b, a) / degrees;
    return hue < 0 ? hue + 360 : hue;
}

double seventhRoot(double chroma)
{
    const double seventh = std::pow(chroma, 7);
    return std::sqrt(seventh / (seventh + std::pow(25.0, 7)));
}

} // namespace

/// Source: Sharma, Wu, Dalal, "The CIEDE2000 color-difference formula", 2005.
double colorDifference(const MeanColor &one, const MeanColor &other)
{
    const Lab p = toLab(one);
    const Lab q = toLab(other);
    const double g = 0.5 * (1 - seventhRoot((std::hypot(p.a, p.b) + std::hypot(q.a, q.b)) / 2));
    const double a1 = (1 + g) * p.a;
    const double a2 = (1 + g) * q.a;
    const double c1 = std::hypot(a1, p.b);
    const double c2 = std::hypot(a2, q.b);
    const double h1 = hueOf(a1, p.b);
    const double h2 = hueOf(a2, q.b);
    double turn = 0;
    double hue = h1 + h2;
    if (c1 * c2 != 0) {
        turn = h2 - h1;
        if (std::abs(turn) > 180) {
            turn += turn > 0 ? -360 : 360;
            hue += hue < 360 ? 360 : -360;
        }
        hue /= 2;
    }
    const double dl = q.l - p.l;
    const double dc = c2 - c1;
    const double dh = 2 * std::sqrt(c1 * c2) * std::sin(turn / 2 * degrees);
    const double l = (p.l + q.l) / 2;
    const double c = (c1 + c2) / 2;
    const double t = 1 - 0.17 * std::cos((hue - 30) * degrees) + 0.24 * std::cos(2 * hue * degrees) +
                     0.32 * std::cos((3 * hue + 6) * degrees) - 0.20 * std::cos((4 * hue - 63) * degrees);
    const double middle = (l - 50) * (l - 50);
    const double sl = 1 + 0.015 * middle / std::sqrt(20 + middle);
    const double sc = 1 + 0.045 * c;
    const double sh = 1 + 0.015 * c * t;
    const double bend = 30 * std::exp(-std::pow((hue - 275) / 25, 2));
    const double rt = -2 * seventhRoot(c) * std::sin(2 * bend * degrees);
    const double x = dl / sl;
    const double y = dc / sc;
    const double z = dh / sh;
    return std::sqrt(std::max(0.0, x * x + y * y + z * z + rt * y * z));
}

} // namespace sohoa
