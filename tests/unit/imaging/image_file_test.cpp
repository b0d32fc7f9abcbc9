// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/durable_file.h"
#include "core/imaging/image_file.h"
#include "tests/support/catch.h"
#include "tests/unit/imaging/sample_pages.h"

#include <QDir>
#include <QTemporaryDir>

using namespace sohoa;
using namespace Qt::StringLiterals;

namespace {

QByteArray bytesOf(const QString &path)
{
    return readFile(path, 1 << 22).value();
}

ErrorCode errorOf(const QString &path)
{
    const auto result = readImage(path);
    REQUIRE_FALSE(result.has_value());
    CHECK(result.error().args.value(u"path"_s) == path);
    return result.error().code;
}

} // namespace

TEST_CASE("Images are read with their resolution", "[imaging]")
{
    const QTemporaryDir folder(QDir::tempPath() + u"/ảnh quét XXXXXX"_s);
    const auto info = readImageInfo(test::samplePath());
    REQUIRE_OK(info);
    CHECK(info->width == 1160);
    CHECK(info->height == 820);
    CHECK(info->dpi == 200);
    CHECK(info->frames == 1);

    const PageImage page = test::samplePage();
    const QByteArray stem = QFile::encodeName(folder.filePath(u"tờ 1"_s));
    for (const int format : {IFF_PNG, IFF_TIFF_LZW, IFF_PNM, IFF_WEBP}) {
        const QByteArray path = stem + QByteArray::number(format);
        REQUIRE(pixWrite(path.constData(), page.get(), format) == 0);
        const auto loaded = readImage(QFile::decodeName(path));
        REQUIRE_OK(loaded);
        CHECK(loaded->image.width() == 1160);
        CHECK((loaded->image.depth() == 8 || format == IFF_WEBP));
    }
}

TEST_CASE("Bilevel and transparent images become gray and colour", "[imaging]")
{
    const QTemporaryDir folder;
    const PageImage bilevel(pixThresholdToBinary(test::samplePage().get(), 128));
    const auto gray = readImage(test::writeSample(bilevel, folder.filePath(u"1bit.png"_s)));
    REQUIRE_OK(gray);
    CHECK(gray->image.depth() == 8);
    l_uint32 corner = 0;
    pixGetPixel(gray->image.get(), 0, 0, &corner);
    CHECK(corner == 255);

    const PageImage colour(pixConvertTo32(test::samplePage().get()));
    pixSetSpp(colour.get(), 4);
    const auto opaque = readImage(test::writeSample(colour, folder.filePath(u"alpha.png"_s)));
    REQUIRE_OK(opaque);
    CHECK(opaque->image.isColor());
    CHECK(pixGetSpp(opaque->image.get()) == 3);
}

TEST_CASE("Hostile and broken images are refused", "[imaging]")
{
    const QTemporaryDir folder(QDir::tempPath() + u"/ảnh hỏng XXXXXX"_s);
    const QString path = folder.filePath(u"tờ.jpg"_s);
    setMsgSeverity(L_SEVERITY_NONE);

    SECTION("missing")
    {
        CHECK(errorOf(path) == ErrorCode::FileUnreadable);
    }
    SECTION("no bytes")
    {
        REQUIRE_OK(writeDurably(path, QByteArray()));
        CHECK(errorOf(path) == ErrorCode::ImageUnreadable);
    }
    SECTION("text under an image's name")
    {
        REQUIRE_OK(writeDurably(path, QByteArray("Đây không phải là ảnh.\n").repeated(20)));
        CHECK(errorOf(path) == ErrorCode::ImageUnreadable);
    }
    SECTION("JPEG that ends early")
    {
        const QByteArray whole = bytesOf(test::samplePath());
        for (const qsizetype part : {qsizetype{20}, qsizetype{400}, whole.size() / 2, whole.size() - 600}) {
            REQUIRE_OK(writeDurably(path, whole.left(part)));
            CHECK(errorOf(path) == ErrorCode::ImageUnreadable);
        }
    }
    SECTION("PNG and TIFF that end early")
    {
        for (const int format : {IFF_PNG, IFF_TIFF_LZW, IFF_TIFF_G4}) {
            const PageImage page = format == IFF_TIFF_G4
                                       ? PageImage(pixThresholdToBinary(test::samplePage().get(), 128))
                                       : test::samplePage();
            const QString whole = folder.filePath(u"whole"_s);
            REQUIRE(pixWrite(QFile::encodeName(whole).constData(), page.get(), format) == 0);
            const QByteArray bytes = bytesOf(whole);
            REQUIRE_OK(writeDurably(path, bytes.left(bytes.size() / 2)));
            CHECK(errorOf(path) == ErrorCode::ImageUnreadable);
        }
    }
    SECTION("a header that claims 40 000 x 40 000 pixels")
    {
        const QString small = test::writeSample(test::samplePage(), folder.filePath(u"small.png"_s));
        QByteArray bytes = bytesOf(small);
        bytes.replace(16, 8, QByteArray::fromHex("00009c4000009c40"));
        REQUIRE_OK(writeDurably(path, bytes));
        CHECK(errorOf(path) == ErrorCode::ImageTooLarge);
        REQUIRE_OK(writeDurably(path, "P5\n29000 29000\n255\n"));
        CHECK(errorOf(path) == ErrorCode::ImageTooLarge);
    }
}

TEST_CASE("Frames of a TIFF become files of their own", "[imaging]")
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"hai trang.tif"_s);
    const QByteArray name = QFile::encodeName(path);
    const PageImage page = test::samplePage();
    const PageImage bilevel(pixThresholdToBinary(page.get(), 128));
    pixSetResolution(bilevel.get(), 300, 300);
    REQUIRE(pixWriteTiff(name.constData(), page.get(), IFF_TIFF_LZW, "w") == 0);
    REQUIRE(pixWriteTiff(name.constData(), bilevel.get(), IFF_TIFF_G4, "a") == 0);
    REQUIRE(readImageInfo(path).value().frames == 2);

    QString ending;
    const auto second = extractTiffFrame(path, 1, ending);
    REQUIRE_OK(second);
    CHECK(ending == u"tif"_s);
    REQUIRE_OK(writeDurably(folder.filePath(u"2.tif"_s), *second));
    const auto again = readImage(folder.filePath(u"2.tif"_s));
    REQUIRE_OK(again);
    CHECK(again->dpi == 300);
    l_int32 same = 0;
    const PageImage back(pixThresholdToBinary(again->image.get(), 128));
    pixEqual(back.get(), bilevel.get(), &same);
    CHECK(same == 1);
    CHECK_FALSE(extractTiffFrame(path, 2, ending).has_value());
}

TEST_CASE("A placeholder is not believed as resolution", "[imaging]")
{
    CHECK(plausibleDpi(300, 2480, 3508) == 300);
    CHECK(plausibleDpi(0, 2480, 3508) == 300);
    CHECK(plausibleDpi(72, 2480, 3508) == 300);
    CHECK(plausibleDpi(0, 1654, 2339) == 200);
    CHECK(plausibleDpi(72, 595, 842) == 72);
    CHECK(plausibleDpi(600, 4960, 7016) == 600);
}

TEST_CASE("A JPEG keeps its resolution and what colour it has", "[imaging]")
{
    const QTemporaryDir folder;
    const auto jpeg = encodeJpeg(test::samplePage(), 300, 80);
    REQUIRE_OK(jpeg);
    REQUIRE_OK(writeDurably(folder.filePath(u"a.jpg"_s), *jpeg));
    const auto loaded = readImage(folder.filePath(u"a.jpg"_s));
    REQUIRE_OK(loaded);
    CHECK(loaded->dpi == 300);
    CHECK(loaded->image.depth() == 8);
}
