// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/layers/layering.h"

#include "core/layers/background.h"
#include "core/layers/jpeg_coding.h"
#include "core/layers/layer_file.h"
#include "core/layers/layer_ink.h"
#include "core/layers/mask_coding.h"
#include "core/layers/picture_regions.h"

#include <leptonica/allheaders.h>

#include <algorithm>
#include <array>
#include <cmath>

namespace sohoa {

using namespace Qt::StringLiterals;

namespace {

struct Recipe {
    Dpi paperDpi;
    int paperQuality;
    Dpi photographDpi;
    int photographQuality;
    int inkQuality; ///< Of the colours of coloured ink.
};
constexpr Recipe archiveRecipe{100, 40, 150, 50, 50};
constexpr Recipe compactRecipe{75, 30, 120, 40, 35};

/// Whole pages as one JPEG. The rule for digitized papers asks for at least 200 dpi.
constexpr Dpi wholePageDpi = 200;
constexpr int wholePageQuality = 55;
constexpr int masterQuality = 90;

/// A page of which photographs cover more than this is one.
constexpr double mostlyPhotograph = 0.4;
/// Layers of more bytes a square inch than this are compared with the page as one JPEG (A4: 145 KB).
constexpr double suspiciousBytes = 1500;
/// Distance of ink colours from their mean, 0..255 a channel, up to which one colour stands for them, and the
/// share of the ink that may lie beyond.
constexpr double oneInk = 40;
constexpr double oneColoredInk = 12;
constexpr double otherInk = 0.03;
/// The same for paper: every place this near to the mean.
constexpr int evenPaper = 4;
/// Pixels at 300 dpi around ink that are neither ink nor paper.
constexpr double halo = 2;
/// Less coloured ink than this at one place is none, square inches (300 pixels at 300 dpi).
constexpr double leastColoredArea = 1.0 / 300;
constexpr double boxMargin = 1.0; ///< Millimetres around photographs and coloured ink.
/// Of coloured ink; more are put into one.
constexpr size_t mostBoxes = 100;
/// Ink at two places is one layer when no more than this lies between, square inches: a layer costs a kilobyte by
/// itself, empty places of a mask next to nothing.
constexpr double affordedGap = 12;

int factorFor(Dpi dpi, Dpi wanted)
{
    return std::max(1, static_cast<int>(std::lround(static_cast<double>(dpi) / wanted)));
}

qint64 area(const PixelBox &box)
{
    return qint64{box.width} * box.height;
}

class Layering {
public:
    Layering(const PageImage &image, Dpi dpi, const Recipe &recipe, const std::stop_token &stop)
        : m_image(image)
        , m_dpi(dpi)
        , m_recipe(recipe)
        , m_stop(stop)
        , m_page{0, 0, image.width(), image.height()}
        , m_file({image.width(), image.height(), dpi, PageCoding::Layers, {}})
    {
    }

    /// The layer file; nothing when the page is better as one picture.
    Result<std::optional<QByteArray>> run()
    {
        auto maps = measureInk(m_image, m_dpi, m_stop);
        if (!maps)
            return fail(maps.error());
        m_maps = std::move(*maps);
        auto ink = partInk(m_image, m_maps, m_dpi, m_stop);
        if (!ink)
            return fail(ink.error());
        m_ink = std::move(*ink);
        forColoredInk([this](PageImage &part) { dropAccidentalColor(part); });
        takePhotographs(findPhotographs(m_maps, m_ink));
        if (isMostlyPhotograph())
            return std::nullopt;
        if (auto done = measureColors(); !done)
            return fail(done.error());
        if (const auto harm = findHarm(m_maps, painted()); !harm.empty()) {
            takePhotographs(harm);
            if (isMostlyPhotograph())
                return std::nullopt;
            if (auto done = measureColors(); !done)
                return fail(done.error());
        }
        if (m_stop.stop_requested())
            return fail(ErrorCode::Cancelled, u"layers"_s);
        auto done = addPaper()
                        .and_then([this] { return addPhotographs(); })
                        .and_then([this] { return addColoredInk(); })
                        .and_then([this] { return addDarkInk(); });
        if (!done)
            return fail(done.error());
        return m_file.bytes();
    }

private:
    int margin() const { return static_cast<int>(std::lround(toPixels(boxMargin, m_dpi))); }
    template <class Use> void forColoredInk(Use use)
    {
        for (PageImage &part : m_ink.colored)
            if (!part.isEmpty())
                use(part);
    }

    /// Fringes of black print that passed for coloured ink become dark again.
    void dropAccidentalColor(PageImage &colored)
    {
        const auto least = static_cast<int>(leastColoredArea * m_dpi * m_dpi);
        bool left = false;
        for (const PixelBox &box : coloredBoxes(colored)) {
            Box *place = boxCreate(box.x, box.y, box.width, box.height);
            l_int32 pixels = 0;
            pixCountPixelsInRect(colored.get(), place, &pixels, nullptr);
            boxDestroy(&place);
            if (pixels >= least) {
                left = true;
                continue;
            }
            pixRasterop(m_ink.dark.get(), box.x, box.y, box.width, box.height, PIX_SRC | PIX_DST, colored.get(),
                        box.x, box.y);
            pixRasterop(colored.get(), box.x, box.y, box.width, box.height, PIX_CLR, nullptr, 0, 0);
        }
        if (!left)
            colored = PageImage();
    }

    void takePhotographs(const std::vector<PixelBox> &boxes)
    {
        std::vector<PixelBox> all = m_photographs;
        const auto grown = merged(boxes, margin(), m_page.width, m_page.height);
        all.insert(all.end(), grown.begin(), grown.end());
        m_photographs = merged(std::move(all), 0, m_page.width, m_page.height);
        for (const PixelBox &box : m_photographs) {
            pixRasterop(m_ink.dark.get(), box.x, box.y, box.width, box.height, PIX_CLR, nullptr, 0, 0);
            forColoredInk([&box](PageImage &part) {
                pixRasterop(part.get(), box.x, box.y, box.width, box.height, PIX_CLR, nullptr, 0, 0);
            });
        }
    }

    bool isMostlyPhotograph() const
    {
        qint64 covered = 0;
        for (const PixelBox &box : m_photographs)
            covered += area(box);
        return static_cast<double>(covered) > mostlyPhotograph * static_cast<double>(area(m_page));
    }

    /// Everything that is neither ink nor the soft edge of ink.
    Result<PageImage> inkAndHalo()
    {
        auto all = m_ink.dark.copied();
        if (!all)
            return all;
        forColoredInk([&all](PageImage &part) { pixOr(all->get(), all->get(), part.get()); });
        for (const PixelBox &box : m_photographs)
            pixRasterop(all->get(), box.x, box.y, box.width, box.height, PIX_SET, nullptr, 0, 0);
        const int side = 2 * std::max(1, static_cast<int>(std::lround(halo * m_dpi / 300))) + 1;
        return PageImage::own(pixDilateBrick(nullptr, all->get(), side, side), "halo of ink");
    }

    Result<void> measureColors()
    {
        const auto covered = inkAndHalo();
        if (!covered)
            return fail(covered.error());
        const int side = factorFor(m_dpi, m_recipe.paperDpi);
        ColorSums paper = sumColors(m_image, m_page, side, *covered, false);
        paper.forgetBelow(static_cast<quint32>(side * side / 2)); // the last pixels between letters are no paper
        m_paper = paper.filled();
        m_inkColors.clear();
        m_inkColors.push_back(sumColors(m_image, m_page, m_maps.block, m_ink.dark, true));
        forColoredInk([this](PageImage &part) {
            m_inkColors.push_back(sumColors(m_image, m_page, m_maps.block, part, true));
        });
        return {};
    }

    /// What the layers show, one place a block.
    RasterImage painted() const
    {
        const int components = m_paper.components;
        const int wide = m_maps.blocksWide();
        RasterImage result{BytePlane(wide * components, m_maps.blocksHigh()), components};
        const int pixels = m_maps.block * m_maps.block;
        for (int y = 0; y < m_maps.blocksHigh(); ++y) {
            const int paperY = std::min(y * m_paper.height() / m_maps.blocksHigh(), m_paper.height() - 1);
            for (int x = 0; x < wide; ++x) {
                const int paperX = std::min(x * m_paper.width() / wide, m_paper.width() - 1);
                int inked = 0;
                std::array<int, 3> sums{};
                for (const ColorSums &colors : m_inkColors)
                    inked += colors.addTo(sums, x, y);
                for (int c = 0; c < components; ++c) {
                    const int paper = m_paper.samples.at(paperX * components + c, paperY);
                    const int sum = sums[static_cast<size_t>(c)] + std::max(0, pixels - inked) * paper;
                    result.samples.at(x * components + c, y) = static_cast<quint8>(std::min(255, sum / pixels));
                }
            }
        }
        for (const PixelBox &box : m_photographs) // shown as they are
            for (int y = box.y / m_maps.block; y <= (box.bottom() - 1) / m_maps.block; ++y)
                for (int x = box.x / m_maps.block; x <= (box.right() - 1) / m_maps.block; ++x)
                    for (int c = 0; c < components; ++c)
                        result.samples.at(x * components + c, y) = m_maps.color[static_cast<size_t>(c)].at(x, y);
        return result;
    }

    Result<LayerPicture> picture(const RasterImage &image, int quality, ChromaSampling sampling)
    {
        const auto jpeg = encodeProgressiveJpeg(image, quality, sampling);
        if (!jpeg)
            return fail(jpeg.error());
        return m_file.add({LayerCoding::Jpeg, image.width(), image.height(), image.components}, *jpeg);
    }

    Result<LayerPicture> mask(const PageImage &image)
    {
        const auto coded = encodeMask(image);
        if (!coded)
            return fail(coded.error());
        return m_file.add({coded->coding, image.width(), image.height(), 1}, coded->bytes);
    }

    Result<void> addPaper()
    {
        calmPaper(m_paper);
        m_paper = coarsenedWhereEven(std::move(m_paper));
        Layer layer{.box = m_page};
        std::array<int, 3> mean{};
        bool even = true;
        const auto &samples = m_paper.samples.values();
        const auto components = static_cast<size_t>(m_paper.components);
        for (size_t c = 0; c < components; ++c) {
            qint64 sum = 0;
            for (size_t i = c; i < samples.size(); i += components)
                sum += samples[i];
            mean[c] = static_cast<int>(sum / static_cast<qint64>(samples.size() / components));
            for (size_t i = c; i < samples.size() && even; i += components)
                even = std::abs(samples[i] - mean[c]) <= evenPaper;
        }
        if (even) {
            layer.color =
                components == 1 ? LayerColor{mean[0], mean[0], mean[0]} : LayerColor{mean[0], mean[1], mean[2]};
        } else {
            auto coded = picture(m_paper, m_recipe.paperQuality, ChromaSampling::Halved);
            if (!coded)
                return fail(coded.error());
            layer.picture = *coded;
        }
        m_file.addLayer(layer);
        return {};
    }

    Result<void> addPhotographs()
    {
        const int factor = factorFor(m_dpi, m_recipe.photographDpi);
        for (const PixelBox &box : m_photographs) {
            auto coded =
                picture(reducedPart(m_image, box, factor), m_recipe.photographQuality, ChromaSampling::Halved);
            if (!coded)
                return fail(coded.error());
            m_file.addLayer({.box = box, .picture = *coded});
        }
        return {};
    }

    /// Places of coloured ink, apart from each other where they are.
    std::vector<PixelBox> coloredBoxes(const PageImage &colored) const
    {
        std::vector<PixelBox> boxes;
        Boxa *found = pixConnCompBB(colored.get(), 8);
        for (int i = 0; i < boxaGetCount(found); ++i) {
            PixelBox box;
            boxaGetBoxGeometry(found, i, &box.x, &box.y, &box.width, &box.height);
            boxes.push_back(box);
        }
        boxaDestroy(&found);
        boxes = merged(std::move(boxes), 2 * margin(), m_page.width, m_page.height);
        if (boxes.size() > mostBoxes)
            boxes = merged(std::move(boxes), std::max(m_page.width, m_page.height), m_page.width, m_page.height);
        return gathered(std::move(boxes), static_cast<qint64>(affordedGap * m_dpi * m_dpi));
    }

    /// Colours of ink, a place for `side` pixels. The edges of strokes are mixed with paper: where enough is left
    /// without them (`edge` pixels), the colour is that of the ink alone.
    Result<ColorSums> inkColors(const PixelBox &box, const PageImage &ink, int side, int edge) const
    {
        const auto core = PageImage::own(pixErodeBrick(nullptr, ink.get(), edge, edge), "core of ink");
        if (!core)
            return fail(core.error());
        ColorSums colors = sumColors(m_image, box, side, *core, true);
        if (colors.isEmpty())
            colors = sumColors(m_image, box, side, ink, true);
        return colors.smoothed();
    }

    Result<void> addColoredInk()
    {
        constexpr int edge = 2;
        for (const PageImage &colored : m_ink.colored) {
            if (colored.isEmpty())
                continue;
            for (const PixelBox &box : coloredBoxes(colored)) {
                const auto colors = inkColors(box, colored, 2 * m_maps.block, edge);
                if (!colors)
                    return fail(colors.error());
                if (auto added = addInk(box, colored, *colors, oneColoredInk); !added)
                    return added;
            }
        }
        return {};
    }

    Result<void> addDarkInk()
    {
        constexpr int edge = 3;
        l_int32 empty = 1;
        pixZero(m_ink.dark.get(), &empty);
        if (empty)
            return {};
        const auto colors = inkColors(m_page, m_ink.dark, 4 * m_maps.block, edge);
        if (!colors)
            return fail(colors.error());
        return addInk(m_page, m_ink.dark, *colors, oneInk);
    }

    /// Ink inside a box, in one colour where its colours differ by no more than `even`.
    Result<void> addInk(const PixelBox &box, const PageImage &ink, const ColorSums &colors, double even)
    {
        Layer layer{.box = box, .color = colors.mean()};
        if (colors.shareBeyond(layer.color, even) > otherInk) {
            auto coded = picture(colors.filled(), m_recipe.inkQuality, ChromaSampling::Full);
            if (!coded)
                return fail(coded.error());
            layer.picture = *coded;
        }
        Box *clip = boxCreate(box.x, box.y, box.width, box.height);
        auto part = PageImage::own(pixClipRectangle(ink.get(), clip, nullptr), "ink in a box");
        boxDestroy(&clip);
        if (!part)
            return fail(part.error());
        auto shape = mask(*part);
        if (!shape)
            return fail(shape.error());
        layer.mask = *shape;
        m_file.addLayer(layer);
        return {};
    }

    const PageImage &m_image;
    const Dpi m_dpi;
    const Recipe &m_recipe;
    const std::stop_token &m_stop;
    const PixelBox m_page;
    LayerFileBuilder m_file;
    InkMaps m_maps;
    LayerInk m_ink;
    std::vector<PixelBox> m_photographs;
    RasterImage m_paper;
    std::vector<ColorSums> m_inkColors; ///< Of dark and coloured ink, a place a block.
};

/// The page as one JPEG, reduced to `most` dpi where it has more.
Result<QByteArray> wholePicture(const PageImage &image, Dpi dpi, Dpi most, int quality, ChromaSampling sampling)
{
    PageImage scaled = image.share();
    if (dpi * 4 > most * 5) {
        const auto factor = static_cast<float>(most) / static_cast<float>(dpi);
        auto smaller = PageImage::own(pixScaleAreaMap(image.get(), factor, factor), "reduce page");
        if (!smaller)
            return fail(smaller.error());
        scaled = std::move(*smaller);
    }
    const PixelBox whole{0, 0, scaled.width(), scaled.height()};
    const RasterImage pixels = reducedPart(scaled, whole, 1);
    const auto jpeg = encodeProgressiveJpeg(pixels, quality, sampling);
    if (!jpeg)
        return jpeg;
    LayerFileBuilder file({image.width(), image.height(), dpi, PageCoding::Picture, {}});
    const LayerPicture coded =
        file.add({LayerCoding::Jpeg, pixels.width(), pixels.height(), pixels.components}, *jpeg);
    file.addLayer({.box = {0, 0, image.width(), image.height()}, .picture = coded});
    return file.bytes();
}

Result<QByteArray> bilevel(const PageImage &image, Dpi dpi, const std::stop_token &stop)
{
    const auto maps = measureInk(image, dpi, stop);
    if (!maps)
        return fail(maps.error());
    const auto ink = findAllInk(*maps, dpi);
    if (!ink)
        return fail(ink.error());
    const auto coded = encodeMask(*ink);
    if (!coded)
        return fail(coded.error());
    LayerFileBuilder file({image.width(), image.height(), dpi, PageCoding::Bilevel, {}});
    const LayerPicture mask = file.add({coded->coding, ink->width(), ink->height(), 1}, coded->bytes);
    file.addLayer({.box = {0, 0, image.width(), image.height()}, .mask = mask});
    return file.bytes();
}

Result<QByteArray> layered(const PageImage &image, Dpi dpi, const Recipe &recipe, const std::stop_token &stop)
{
    auto layers = Layering(image, dpi, recipe, stop).run();
    if (!layers)
        return fail(layers.error());
    const double inches = static_cast<double>(image.width()) / dpi * image.height() / dpi;
    if (*layers && static_cast<double>((*layers)->size()) <= suspiciousBytes * inches)
        return **layers;
    auto picture = wholePicture(image, dpi, wholePageDpi, wholePageQuality, ChromaSampling::Halved);
    if (picture && *layers && (*layers)->size() <= picture->size())
        return **layers;
    return picture;
}

} // namespace

Result<QByteArray> makeLayerFile(const PageImage &image, Dpi dpi, LayerProfile profile,
                                 const std::stop_token &stop)
{
    switch (profile) {
    case LayerProfile::Archive:
        return layered(image, dpi, archiveRecipe, stop);
    case LayerProfile::Compact:
        return layered(image, dpi, compactRecipe, stop);
    case LayerProfile::Bilevel:
        return bilevel(image, dpi, stop);
    case LayerProfile::Master:
        return wholePicture(image, dpi, dpi, masterQuality, ChromaSampling::Full);
    }
    return fail(ErrorCode::Internal, u"unknown profile"_s);
}

} // namespace sohoa
