// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/unit/layers/sample_page.h"

#include <leptonica/allheaders.h>

#include <algorithm>
#include <cmath>
#include <random>

namespace sohoa::test {

SamplePage::SamplePage(int width, int height)
    : m_image(pixCreate(width, height, 32))
{
    std::mt19937 dice(7);
    std::uniform_int_distribution<int> grain(-5, 5);
    for (int y = 0; y < height; ++y)
        for (int x = 0; x < width; ++x) {
            const int off = grain(dice);
            paint(x, y, 244 + off, 240 + off, 228 + off);
        }
}

void SamplePage::paint(int x, int y, int red, int green, int blue)
{
    pixSetRGBPixel(m_image.get(), x, y, red, green, blue);
}

std::array<int, 3> SamplePage::at(int x, int y) const
{
    std::array<l_int32, 3> color{};
    pixGetRGBPixel(m_image.get(), x, y, &color[0], &color[1], &color[2]);
    return {color[0], color[1], color[2]};
}

void SamplePage::print(const PixelBox &box)
{
    constexpr int lineHeight = 24;
    constexpr int letter = 9;
    for (int y = box.y; y + lineHeight <= box.bottom(); y += lineHeight)
        for (int x = box.x; x + letter <= box.right(); x += letter)
            for (int dy = 4; dy < 16; ++dy)
                for (int dx = 0; dx < letter - 3; ++dx)
                    if (dx < 2 || (dy + x) % 6 < 2) // a stem, and bars that differ from letter to letter
                        paint(x + dx, y + dy, printGray[0], printGray[1], printGray[2]);
}

void SamplePage::seal(int x, int y, int radius)
{
    for (int dy = -radius; dy <= radius; ++dy)
        for (int dx = -radius; dx <= radius; ++dx) {
            const double distance = std::hypot(dx, dy);
            const bool ring = distance <= radius && distance > radius - 4;
            const bool cross = distance < radius * 0.4 && (std::abs(dx) < 5 || std::abs(dy) < 5);
            if (ring || cross)
                paint(x + dx, y + dy, sealRed[0], sealRed[1], sealRed[2]);
        }
}

void SamplePage::sign(const PixelBox &box)
{
    for (int step = 0; step < box.width * 8; ++step) {
        const double along = step / 8.0;
        const double wave = std::abs(std::fmod(along, 40) - 20) / 20 * box.height;
        for (int dy = 0; dy < 3; ++dy)
            for (int dx = 0; dx < 3; ++dx)
                paint(box.x + static_cast<int>(along) + dx, box.y + static_cast<int>(wave) + dy, penBlue[0],
                      penBlue[1], penBlue[2]);
    }
}

void SamplePage::dots(const PixelBox &box)
{
    for (int y = box.y; y < box.y + 2; ++y)
        for (int x = box.x; x < box.right(); ++x)
            if ((x - box.x) % 5 < 2)
                paint(x, y, dotGray[0], dotGray[1], dotGray[2]);
}

void SamplePage::shade()
{
    constexpr int wide = 70;
    constexpr int darkness = 80;
    for (int y = 0; y < m_image.height(); ++y)
        for (int x = 0; x < m_image.width(); ++x) {
            const int edge = std::min({x, y, m_image.width() - 1 - x, m_image.height() - 1 - y});
            if (edge >= wide)
                continue;
            const int off = darkness * (wide - edge) / wide;
            const auto color = at(x, y);
            paint(x, y, color[0] - off, color[1] - off, color[2] - off);
        }
}

void SamplePage::photograph(const PixelBox &box)
{
    for (int y = box.y; y < box.bottom(); ++y)
        for (int x = box.x; x < box.right(); ++x) {
            const double tone = 125 + 45 * std::sin(x / 23.0) * std::cos(y / 31.0);
            paint(x, y, static_cast<int>(tone), static_cast<int>(tone * 0.95), static_cast<int>(tone * 0.9));
        }
}

void SamplePage::pattern()
{
    for (int y = 0; y < m_image.height(); ++y)
        for (int x = 0; x < m_image.width(); ++x)
            if ((x + 3 * y) % 31 == 0)
                paint(x, y, 235, 205, 205);
}

} // namespace sohoa::test
