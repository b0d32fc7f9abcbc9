// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/archive/fidelity.h"

#include <leptonica/allheaders.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>
#include <vector>

namespace sohoa::bench {

namespace {

using Color = std::array<double, 3>;

/// Pixels of a seal: red by so much more than the other channels.
constexpr int leastRedness = 60;
constexpr int fewestSealPixels = 2000;

Color colorAt(const PageImage &image, int x, int y)
{
    l_int32 red = 0;
    l_int32 green = 0;
    l_int32 blue = 0;
    pixGetRGBPixel(image.get(), x, y, &red, &green, &blue);
    return {double(red), double(green), double(blue)};
}

Color around(const PageImage &image, int x, int y)
{
    Color sum{};
    for (int dy = -1; dy <= 1; ++dy)
        for (int dx = -1; dx <= 1; ++dx) {
            const Color color = colorAt(image, x + dx, y + dy);
            for (size_t c = 0; c < 3; ++c)
                sum[c] += color[c] / 9;
        }
    return sum;
}

/// sRGB (IEC 61966-2-1) to CIE L*a*b* under D65.
Color toLab(const Color &color)
{
    Color linear{};
    for (size_t c = 0; c < 3; ++c) {
        const double value = color[c] / 255;
        linear[c] = value <= 0.04045 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4);
    }
    const auto bent = [](double t) { return t > 216.0 / 24389 ? std::cbrt(t) : (24389.0 / 27 * t + 16) / 116; };
    const double x = bent((0.4124564 * linear[0] + 0.3575761 * linear[1] + 0.1804375 * linear[2]) / 0.95047);
    const double y = bent(0.2126729 * linear[0] + 0.7151522 * linear[1] + 0.0721750 * linear[2]);
    const double z = bent((0.0193339 * linear[0] + 0.1191920 * linear[1] + 0.9503041 * linear[2]) / 1.08883);
    return {116 * y - 16, 500 * (x - y), 200 * (y - z)};
}

/// CIEDE2000, by the steps of Sharma, Wu and Dalal (2005).
double deltaE(const Color &first, const Color &second)
{
    constexpr double degree = std::numbers::pi / 180;
    const auto seventh = [](double c) { return std::sqrt(std::pow(c, 7) / (std::pow(c, 7) + std::pow(25.0, 7))); };
    const double meanChroma = (std::hypot(first[1], first[2]) + std::hypot(second[1], second[2])) / 2;
    const double stretch = 1.5 - 0.5 * seventh(meanChroma);
    const double a1 = first[1] * stretch;
    const double a2 = second[1] * stretch;
    const double c1 = std::hypot(a1, first[2]);
    const double c2 = std::hypot(a2, second[2]);
    const auto hue = [](double b, double a) {
        const double angle = a == 0 && b == 0 ? 0 : std::atan2(b, a) / degree;
        return angle < 0 ? angle + 360 : angle;
    };
    const double h1 = hue(first[2], a1);
    const double h2 = hue(second[2], a2);
    double turn = c1 * c2 == 0 ? 0 : h2 - h1;
    turn += turn > 180 ? -360 : turn < -180 ? 360 : 0;
    const double dL = second[0] - first[0];
    const double dC = c2 - c1;
    const double dH = 2 * std::sqrt(c1 * c2) * std::sin(turn / 2 * degree);
    const double L = (first[0] + second[0]) / 2;
    const double C = (c1 + c2) / 2;
    double h = h1 + h2;
    if (c1 * c2 != 0)
        h = std::abs(h1 - h2) <= 180 ? h / 2 : h < 360 ? (h + 360) / 2 : (h - 360) / 2;
    const double t = 1 - 0.17 * std::cos((h - 30) * degree) + 0.24 * std::cos(2 * h * degree) +
                     0.32 * std::cos((3 * h + 6) * degree) - 0.2 * std::cos((4 * h - 63) * degree);
    const double sL = 1 + 0.015 * (L - 50) * (L - 50) / std::sqrt(20 + (L - 50) * (L - 50));
    const double sC = 1 + 0.045 * C;
    const double sH = 1 + 0.015 * C * t;
    const double rT = -std::sin(60 * std::exp(-std::pow((h - 275) / 25, 2)) * degree) * 2 * seventh(C);
    return std::sqrt(std::pow(dL / sL, 2) + std::pow(dC / sC, 2) + std::pow(dH / sH, 2) + rT * dC / sC * dH / sH);
}

double ssim(const PageImage &first, const PageImage &second)
{
    constexpr int side = 8;
    constexpr double c1 = 0.01 * 255 * 0.01 * 255; // Wang et al. (2004)
    constexpr double c2 = 0.03 * 255 * 0.03 * 255;
    double sum = 0;
    int windows = 0;
    for (int top = 0; top + side <= first.height(); top += side)
        for (int left = 0; left + side <= first.width(); left += side) {
            double a = 0;
            double b = 0;
            double aa = 0;
            double bb = 0;
            double ab = 0;
            for (int y = top; y < top + side; ++y)
                for (int x = left; x < left + side; ++x) {
                    const double p = GET_DATA_BYTE(pixGetData(first.get()) + y * pixGetWpl(first.get()), x);
                    const double q = GET_DATA_BYTE(pixGetData(second.get()) + y * pixGetWpl(second.get()), x);
                    a += p;
                    b += q;
                    aa += p * p;
                    bb += q * q;
                    ab += p * q;
                }
            constexpr double n = side * side;
            a /= n;
            b /= n;
            sum += (2 * a * b + c1) * (2 * (ab / n - a * b) + c2) /
                   ((a * a + b * b + c1) * (aa / n - a * a + bb / n - b * b + c2));
            ++windows;
        }
    return windows > 0 ? sum / windows : 0;
}

} // namespace

Result<Fidelity> compare(const PageImage &master, const PageImage &shown)
{
    auto scaled = PageImage::own(pixScaleToSize(shown.get(), master.width(), master.height()), "scale");
    if (!scaled)
        return fail(scaled.error());
    const auto first = master.toGray();
    const auto second = scaled->toGray();
    if (!first || !second)
        return fail(!first ? first.error() : second.error());
    Fidelity fidelity;
    fidelity.ssim = ssim(*first, *second);
    if (!master.isColor() || !scaled->isColor())
        return fidelity;
    double sum = 0;
    int pixels = 0;
    Color masterSum{};
    Color shownSum{};
    for (int y = 1; y + 1 < master.height(); ++y)
        for (int x = 1; x + 1 < master.width(); ++x) {
            const Color own = colorAt(master, x, y);
            if (own[0] - std::max(own[1], own[2]) < leastRedness)
                continue;
            const Color wanted = around(master, x, y);
            const Color got = around(*scaled, x, y);
            sum += deltaE(toLab(wanted), toLab(got));
            const Color gotOwn = colorAt(*scaled, x, y);
            for (size_t c = 0; c < 3; ++c) {
                masterSum[c] += own[c];
                shownSum[c] += gotOwn[c];
            }
            ++pixels;
        }
    if (pixels < fewestSealPixels)
        return fidelity;
    for (size_t c = 0; c < 3; ++c) {
        masterSum[c] /= pixels;
        shownSum[c] /= pixels;
    }
    fidelity.sealPixels = sum / pixels;
    fidelity.sealMean = deltaE(toLab(masterSum), toLab(shownSum));
    return fidelity;
}

double characterErrors(const QString &expected, const QString &got)
{
    std::vector<int> row(static_cast<size_t>(got.size()) + 1);
    for (size_t i = 0; i < row.size(); ++i)
        row[i] = static_cast<int>(i);
    for (const QChar wanted : expected) {
        int diagonal = row[0]++;
        for (size_t i = 1; i < row.size(); ++i) {
            const int replaced = diagonal + (got[static_cast<qsizetype>(i) - 1] == wanted ? 0 : 1);
            diagonal = row[i];
            row[i] = std::min({row[i - 1] + 1, row[i] + 1, replaced});
        }
    }
    return expected.isEmpty() ? 0 : static_cast<double>(row.back()) / static_cast<double>(expected.size());
}

} // namespace sohoa::bench
