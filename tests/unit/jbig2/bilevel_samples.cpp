// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/unit/jbig2/bilevel_samples.h"

#include "core/imaging/image_file.h"
#include "tests/support/catch.h"

#include <leptonica/allheaders.h>

#include <random>
#include <utility>

namespace sohoa::test {

using namespace Qt::StringLiterals;

namespace {

Bilevel noise(int width, int height, double density, bool smooth)
{
    std::mt19937 dice(static_cast<unsigned>(width * 31 + height));
    std::bernoulli_distribution black(density);
    Bilevel picture(u"noise %1 x %2 of %3"_s.arg(width).arg(height).arg(density), width, height);
    for (int y = 0; y < height; ++y)
        for (int x = 0; x < width; ++x)
            if (smooth && y > 0 && x > 0 ? picture.at(x - 1, y - 1) != black(dice) : black(dice))
                picture.set(x, y);
    return picture;
}

/// A page as the scanner delivers it, thresholded.
Bilevel scannedPage()
{
    const QString path = QStringLiteral(SOHOA_TEST_PAGES) + u"/giay_xac_nhan.jpg"_s;
    auto image = readImage(path);
    REQUIRE_OK(image);
    const auto gray = image->image.toGray();
    REQUIRE_OK(gray);
    Bilevel picture(u"scanned page"_s, gray->width(), gray->height());
    for (int y = 0; y < picture.height; ++y)
        for (int x = 0; x < picture.width; ++x) {
            l_uint32 value = 0;
            pixGetPixel(gray->get(), x, y, &value);
            if (value < 128)
                picture.set(x, y);
        }
    return picture;
}

} // namespace

Bilevel::Bilevel(QString name, int w, int h)
    : what(std::move(name))
    , width(w)
    , height(h)
    , rows(qsizetype{(w + 7) / 8} * h, '\0')
{
}

bool Bilevel::at(int x, int y) const
{
    return (static_cast<quint8>(rows[y * stride() + x / 8]) >> (7 - x % 8) & 1) != 0;
}

void Bilevel::set(int x, int y)
{
    char &byte = rows[y * stride() + x / 8];
    byte = static_cast<char>(static_cast<quint8>(byte) | 0x80U >> x % 8);
}

BilevelView Bilevel::view() const
{
    return {reinterpret_cast<const quint8 *>(rows.constData()), stride(), width, height};
}

std::vector<Bilevel> bilevelSamples()
{
    std::vector<Bilevel> samples;
    for (const auto &[width, height] : {std::pair{1, 1}, {3, 2}, {8, 1}, {1, 9}, {37, 41}, {640, 200}}) {
        samples.emplace_back(u"empty"_s, width, height);
        Bilevel full(u"full"_s, width, height);
        for (int y = 0; y < height; ++y)
            for (int x = 0; x < width; ++x)
                full.set(x, y);
        samples.push_back(full);
    }
    for (const int width : {2, 5, 7, 9, 15, 16, 17, 31, 33, 63, 65, 255, 1001})
        samples.push_back(noise(width, 50, 0.5, false));
    for (const double density : {0.001, 0.02, 0.2, 0.8, 0.98, 0.999})
        samples.push_back(noise(403, 300, density, false));
    samples.push_back(noise(500, 400, 0.02, true));
    Bilevel rules(u"rules at the borders"_s, 333, 222);
    for (int x = 0; x < rules.width; ++x)
        for (const int y : {0, 1, 100, 221})
            rules.set(x, y);
    for (int y = 0; y < rules.height; ++y)
        for (const int x : {0, 1, 160, 332})
            rules.set(x, y);
    samples.push_back(rules);
    samples.push_back(scannedPage());
    return samples;
}

Bilevel fromNetpbm(const QByteArray &bytes, qsizetype &at)
{
    const bool packed = bytes.mid(at, 2) == "P4";
    REQUIRE((packed || bytes.mid(at, 2) == "P5"));
    QByteArrayList numbers;
    at = bytes.indexOf('\n', at);
    while (numbers.size() < (packed ? 2 : 3)) {
        const qsizetype end = bytes.indexOf('\n', at + 1);
        const QByteArray line = bytes.mid(at, end - at).trimmed();
        if (!line.startsWith('#') && !line.isEmpty())
            numbers += line.split(' ');
        at = end;
    }
    ++at;
    Bilevel picture(u"read"_s, numbers[0].toInt(), numbers[1].toInt());
    const qsizetype stride = packed ? picture.stride() : picture.width;
    REQUIRE(at + stride * picture.height <= bytes.size());
    for (int y = 0; y < picture.height; ++y, at += stride)
        for (int x = 0; x < picture.width; ++x)
            if (packed ? (static_cast<quint8>(bytes[at + x / 8]) >> (7 - x % 8) & 1) != 0
                       : static_cast<quint8>(bytes[at + x]) < 128)
                picture.set(x, y);
    return picture;
}

} // namespace sohoa::test
