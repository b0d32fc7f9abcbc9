// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/durable_file.h"
#include "core/layers/layer_file.h"
#include "core/layers/layer_profile.h"
#include "core/pdf/pdf_writer.h"
#include "tests/support/catch.h"
#include "tests/unit/pdf/samples.h"

#include <QTemporaryDir>

#include <random>

using namespace sohoa;
using namespace sohoa::test;
using namespace Qt::StringLiterals;

namespace {

QByteArray sampleFile()
{
    LayerFileBuilder builder({400, 300, 150, PageCoding::Layers, {}});
    const QByteArray jpeg = toJpeg(samplePicture(100, 75, 3));
    const LayerPicture picture = builder.add({LayerCoding::Jpeg, 100, 75, 3}, jpeg);
    builder.addLayer({.box = {0, 0, 400, 300}, .picture = picture});
    const LayerPicture mask = builder.add({LayerCoding::Fax, 50, 40, 1}, QByteArray(30, '\x55'));
    builder.addLayer({.box = {10, 20, 50, 40}, .color = {1, 2, 3}, .mask = mask});
    return builder.bytes();
}

} // namespace

TEST_CASE("A layer file comes back as it was", "[layers]")
{
    const QTemporaryDir folder(pathTemplate());
    const QString path = folder.filePath(u"a.layers"_s);
    REQUIRE_OK(writeDurably(path, sampleFile()));
    CHECK(isLayerFile(path));
    const auto page = readLayerFile(path);
    REQUIRE_OK(page);
    CHECK(page->width == 400);
    CHECK(page->dpi == 150);
    REQUIRE(page->layers.size() == 2);
    CHECK(page->layers[0].picture->components == 3);
    CHECK(page->layers[1].color == LayerColor{1, 2, 3});
    REQUIRE(page->layers[1].mask);
    const QByteArray bytes = sampleFile();
    CHECK(bytes.mid(page->layers[1].mask->offset, page->layers[1].mask->size) == QByteArray(30, '\x55'));
    CHECK(bytes.mid(page->layers[0].picture->offset, 2) == QByteArray("\xFF\xD8"));
}

TEST_CASE("A layer file that lies is refused", "[layers]")
{
    const QTemporaryDir folder(pathTemplate());
    const QString path = folder.filePath(u"a.layers"_s);
    const QByteArray good = sampleFile();
    const auto refused = [&](QByteArray bytes, const QByteArray &from, const QByteArray &to) {
        REQUIRE(bytes.contains(from));
        REQUIRE(from.size() == to.size());
        REQUIRE_OK(writeDurably(path, bytes.replace(from, to)));
        const auto page = readLayerFile(path);
        return !page && page.error().code == ErrorCode::ImageUnreadable;
    };
    CHECK(refused(good, "\"box\":[10,20,50,40]", "\"box\":[10,20,50,99]") == false); // inside the page
    CHECK(refused(good, "\"box\":[10,20,50,40]", "\"box\":[10,20,50,00]"));
    CHECK(refused(good, "\"box\":[0,0,400,300]", "\"box\":[0,1,400,300]"));
    CHECK(refused(good, "\"width\":400", "\"width\":0.5"));
    CHECK(refused(good, "\"size\":30", "\"size\":31"));
    CHECK(refused(good, "\"offset\":0,", "\"offset\":-,"));
    CHECK(refused(good, "\"coding\":\"fax\"", "\"coding\":\"fox\""));
    CHECK(refused(good, "\"components\":3", "\"components\":2"));
    CHECK(refused(good, "SOHOA-LAYERS 1", "SOHOA-LAYERS 2"));
    REQUIRE_OK(writeDurably(path, good.left(40)));
    CHECK_FALSE(readLayerFile(path).has_value());
    CHECK_FALSE(readLayerFile(folder.filePath(u"missing"_s)).has_value());
}

TEST_CASE("No damaged layer file brings the writer down", "[layers]")
{
    const QTemporaryDir folder(pathTemplate());
    const QString path = folder.filePath(u"a.layers"_s);
    const QByteArray good = sampleFile();
    std::mt19937 dice(11);
    const PdfPage page{path, 400, 300, 150, {}, {}};
    for (int round = 0; round < 300; ++round) {
        QByteArray bytes = good;
        for (int changes = 0; changes < 3; ++changes)
            bytes[static_cast<qsizetype>(dice() % static_cast<unsigned>(std::min<qsizetype>(bytes.size(), 900)))] =
                static_cast<char>(dice());
        REQUIRE_OK(writeDurably(path, bytes));
        const auto written = writePdf(sampleMetadata(), {page}, folder.filePath(u"a.pdf"_s));
        CHECK((written.has_value() || written.error().code == ErrorCode::ImageUnreadable));
    }
}

TEST_CASE("Profiles have names", "[layers]")
{
    for (const auto *name : {"archive", "compact", "bilevel", "master"}) {
        const QString text = QString::fromLatin1(name);
        REQUIRE(layerProfileFrom(text));
        CHECK(toString(*layerProfileFrom(text)) == text);
    }
    CHECK_FALSE(layerProfileFrom(u"jbig2"));
}
