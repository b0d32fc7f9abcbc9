// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/durable_file.h"
#include "core/layers/layer_file.h"
#include "core/layers/layering.h"
#include "core/pdf/pdf_inspection.h"
#include "core/pdf/pdf_writer.h"
#include "tests/support/catch.h"
#include "tests/unit/layers/sample_page.h"
#include "tests/unit/pdf/samples.h"

#include <QTemporaryDir>

#include <leptonica/allheaders.h>

#include <algorithm>
#include <cstdlib>

using namespace sohoa;
using namespace sohoa::test;
using namespace Qt::StringLiterals;

namespace {

constexpr qint64 anySize = qint64{1} << 30;

/// A page as layers, as a PDF and as painted by a reader.
struct Copy {
    QTemporaryDir folder{pathTemplate()};
    PageLayers layers;
    qint64 bytes = 0;
    QString pdf = folder.filePath(u"a.pdf"_s);

    explicit Copy(const SamplePage &page, LayerProfile profile = LayerProfile::Archive)
    {
        const auto made = makeLayerFile(page.image(), sampleDpi, profile, {});
        REQUIRE_OK(made);
        bytes = made->size();
        const QString file = folder.filePath(u"a.layers"_s);
        REQUIRE_OK(writeDurably(file, *made));
        const auto read = readLayerFile(file);
        REQUIRE_OK(read);
        layers = *read;
        const PdfPage sheet{file, page.image().width(), page.image().height(), sampleDpi, {}, {}};
        REQUIRE_OK(writePdf(sampleMetadata(), {sheet}, pdf));
    }

    /// As poppler paints it, a pixel of the page each.
    PageImage painted() const
    {
        const QString stem = folder.filePath(u"p"_s);
        REQUIRE(run(u"pdftoppm"_s, {u"-r"_s, QString::number(sampleDpi), u"-singlefile"_s, pdf, stem}).exitCode ==
                0);
        const QByteArray ppm = readFile(stem + u".ppm"_s, anySize).value();
        return PageImage(
            pixReadMem(reinterpret_cast<const l_uint8 *>(ppm.constData()), static_cast<size_t>(ppm.size())));
    }
};

std::array<int, 3> colorAt(const PageImage &image, int x, int y)
{
    std::array<l_int32, 3> color{};
    pixGetRGBPixel(image.get(), x, y, &color[0], &color[1], &color[2]);
    return {color[0], color[1], color[2]};
}

int distance(const std::array<int, 3> &a, const std::array<int, 3> &b)
{
    int most = 0;
    for (size_t c = 0; c < 3; ++c)
        most = std::max(most, std::abs(a[c] - b[c]));
    return most;
}

/// Share of the pixels with this very colour on the page that are near to it in the picture.
double kept(const SamplePage &page, const PageImage &picture, const std::array<int, 3> &color, int tolerance)
{
    int all = 0;
    int near = 0;
    for (int y = 0; y < page.image().height(); ++y)
        for (int x = 0; x < page.image().width(); ++x)
            if (page.at(x, y) == color) {
                ++all;
                near += distance(colorAt(picture, x, y), color) <= tolerance ? 1 : 0;
            }
    REQUIRE(all > 0);
    return static_cast<double>(near) / all;
}

bool hasMask(const Layer &layer)
{
    return layer.mask.has_value();
}

} // namespace

TEST_CASE("Print, seal and signature keep their places and colours", "[layers]")
{
    SamplePage page;
    page.print({80, 60, 640, 600});
    page.seal(560, 760, 90);
    page.sign({480, 740, 260, 60});
    const Copy copy(page);
    CHECK(copy.layers.coding == PageCoding::Layers);
    CHECK(std::ranges::count_if(copy.layers.layers, hasMask) >= 3);

    const PageImage painted = copy.painted();
    CHECK(kept(page, painted, printGray, 40) > 0.97);
    CHECK(kept(page, painted, sealRed, 30) > 0.9);
    CHECK(kept(page, painted, penBlue, 45) > 0.8);
    // Paper between the lines.
    CHECK(distance(colorAt(painted, 40, 500), {244, 240, 228}) <= 8);
    CHECK(distance(colorAt(painted, 400, 980), {244, 240, 228}) <= 8);
}

TEST_CASE("Masks are at full resolution and paper is not", "[layers]")
{
    SamplePage page;
    page.print({80, 60, 640, 600});
    const Copy copy(page);
    const auto ink = std::ranges::find_if(copy.layers.layers, hasMask);
    REQUIRE(ink != copy.layers.layers.end());
    CHECK(ink->mask->width == ink->box.width);
    CHECK(ink->mask->height == ink->box.height);
    const auto &paper = copy.layers.layers.front();
    if (paper.picture)
        CHECK(paper.picture->width <= page.image().width());
    CHECK(copy.bytes < 12'000);
}

TEST_CASE("Pale dots beside dark print stay whole", "[layers]")
{
    SamplePage page;
    page.print({80, 60, 640, 48});
    page.dots({80, 104, 640, 2});
    const PageImage painted = Copy(page).painted();
    int all = 0;
    int dark = 0;
    for (int y = 104; y < 106; ++y)
        for (int x = 80; x < 720; ++x)
            if (page.at(x, y) == dotGray) {
                ++all;
                dark += colorAt(painted, x, y)[1] < 170 ? 1 : 0;
            }
    CHECK(dark > all * 0.95);
}

TEST_CASE("Shade around a page makes no photograph of it", "[layers]")
{
    SamplePage page;
    page.print({80, 80, 640, 600});
    page.shade();
    const Copy copy(page);
    CHECK(copy.layers.coding == PageCoding::Layers);
    CHECK(copy.bytes < 20'000);
    const PageImage painted = copy.painted();
    CHECK(kept(page, painted, printGray, 40) > 0.97);
    CHECK(distance(colorAt(painted, 10, 500), page.at(10, 500)) <= 24);
}

TEST_CASE("Ink of one hue at several places is one layer", "[layers]")
{
    SamplePage page;
    page.print({80, 60, 640, 400});
    page.sign({80, 540, 160, 50});
    page.sign({400, 640, 160, 50});
    page.sign({120, 760, 160, 50});
    const Copy copy(page);
    CHECK(std::ranges::count_if(copy.layers.layers, hasMask) == 2);
    CHECK(kept(page, copy.painted(), penBlue, 45) > 0.8);
}

TEST_CASE("A photograph on a page leaves the mask", "[layers]")
{
    SamplePage page;
    page.print({80, 60, 640, 300});
    const PixelBox photo{120, 500, 240, 320};
    page.photograph(photo);
    const Copy copy(page);
    CHECK(copy.layers.coding == PageCoding::Layers);
    const auto covering = std::ranges::find_if(copy.layers.layers, [&](const Layer &layer) {
        const PixelBox &box = layer.box;
        return layer.picture && !layer.mask && box.width < page.image().width() && box.x <= photo.x + 10 &&
               box.y <= photo.y + 10 && box.right() >= photo.right() - 10 && box.bottom() >= photo.bottom() - 10;
    });
    CHECK(covering != copy.layers.layers.end());
    const PageImage painted = copy.painted();
    int far = 0;
    for (int y = photo.y + 10; y < photo.bottom() - 10; ++y)
        for (int x = photo.x + 10; x < photo.right() - 10; ++x)
            far += distance(colorAt(painted, x, y), page.at(x, y)) > 20 ? 1 : 0;
    CHECK(far < photo.width * photo.height / 100);
    CHECK(kept(page, painted, printGray, 40) > 0.97);
}

TEST_CASE("A page that is a photograph becomes one picture", "[layers]")
{
    SamplePage page;
    page.photograph({20, 20, 760, 960});
    const Copy copy(page);
    CHECK(copy.layers.coding == PageCoding::Picture);
    REQUIRE(copy.layers.layers.size() == 1);
    CHECK(copy.layers.layers.front().picture->coding == LayerCoding::Jpeg);
}

TEST_CASE("A pale printed pattern does not turn into black specks", "[layers]")
{
    SamplePage page;
    page.pattern();
    page.print({80, 60, 640, 300});
    const Copy copy(page);
    const PageImage painted = copy.painted();
    int black = 0;
    for (int y = 500; y < 1000; ++y)
        for (int x = 0; x < 800; ++x)
            black += colorAt(painted, x, y)[1] < 120 ? 1 : 0;
    CHECK(black == 0);
}

TEST_CASE("Blank, tiny and one-coloured pages are pages too", "[layers]")
{
    for (const auto &[width, height] : {std::pair{800, 1000}, {1, 1}, {7, 3}, {33, 500}}) {
        const SamplePage page(width, height);
        for (const auto profile :
             {LayerProfile::Archive, LayerProfile::Compact, LayerProfile::Bilevel, LayerProfile::Master}) {
            CAPTURE(width, height, toString(profile).toStdString());
            CHECK(makeLayerFile(page.image(), sampleDpi, profile, {}).has_value());
            const auto gray = page.image().toGray();
            REQUIRE_OK(gray);
            CHECK(makeLayerFile(*gray, sampleDpi, profile, {}).has_value());
        }
    }
    CHECK(makeLayerFile(SamplePage().image(), sampleDpi, LayerProfile::Archive, {})->size() < 6000);
}

TEST_CASE("The profile bilevel is black and white without loss", "[layers]")
{
    SamplePage page;
    page.print({80, 60, 640, 600});
    const Copy copy(page, LayerProfile::Bilevel);
    CHECK(copy.layers.coding == PageCoding::Bilevel);
    const PageImage painted = copy.painted();
    int gray = 0;
    for (int y = 0; y < painted.height(); ++y)
        for (int x = 0; x < painted.width(); ++x) {
            const int green = colorAt(painted, x, y)[1];
            gray += green != 0 && green != 255 ? 1 : 0;
        }
    CHECK(gray == 0);
    CHECK(kept(page, painted, printGray, 46) > 0.97);
}

TEST_CASE("The same page gives the same layers, and a stop is obeyed", "[layers]")
{
    SamplePage page;
    page.print({80, 60, 640, 600});
    page.seal(560, 760, 90);
    CHECK(makeLayerFile(page.image(), sampleDpi, LayerProfile::Archive, {}).value() ==
          makeLayerFile(page.image(), sampleDpi, LayerProfile::Archive, {}).value());
    std::stop_source source;
    source.request_stop();
    CHECK(makeLayerFile(page.image(), sampleDpi, LayerProfile::Archive, source.get_token()).error().code ==
          ErrorCode::Cancelled);
}

TEST_CASE("Each reader paints the layers alike, at every level of PDF/A", "[layers]")
{
    SamplePage page;
    page.print({80, 60, 640, 600});
    page.seal(560, 760, 90);
    page.photograph({120, 700, 200, 260});
    const Copy copy(page);
    const PageImage poppler = copy.painted();
    const QString other = copy.folder.filePath(u"other.ppm"_s);
    const QString dpi = QString::number(sampleDpi);
    const auto likePoppler = [&] {
        const QByteArray ppm = readFile(other, anySize).value();
        const PageImage image(
            pixReadMem(reinterpret_cast<const l_uint8 *>(ppm.constData()), static_cast<size_t>(ppm.size())));
        REQUIRE_FALSE(image.isEmpty());
        CHECK(std::abs(image.width() - poppler.width()) <= 1);
        CHECK(std::abs(image.height() - poppler.height()) <= 1);
        int far = 0;
        for (int y = 2; y < poppler.height() - 2; ++y)
            for (int x = 2; x < poppler.width() - 2; ++x) {
                // Painters round places by up to a pixel: the nearest of the neighbours counts.
                int nearest = 255;
                for (int dy = -1; dy <= 1; ++dy)
                    for (int dx = -1; dx <= 1; ++dx)
                        nearest =
                            std::min(nearest, distance(colorAt(image, x + dx, y + dy), colorAt(poppler, x, y)));
                far += nearest > 24 ? 1 : 0;
            }
        CHECK(far < poppler.width() * poppler.height() / 1000);
    };
    REQUIRE(run(u"mutool"_s, {u"draw"_s, u"-q"_s, u"-r"_s, dpi, u"-F"_s, u"ppm"_s, u"-o"_s, other, copy.pdf})
                .exitCode == 0);
    likePoppler();
    REQUIRE(run(u"gs"_s, {u"-q"_s, u"-dBATCH"_s, u"-dNOPAUSE"_s, u"-dSAFER"_s, u"-sDEVICE=ppmraw"_s, u"-r"_s + dpi,
                          u"-o"_s, other, copy.pdf})
                .exitCode == 0);
    likePoppler();
}
