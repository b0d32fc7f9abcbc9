// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/acquisition/page_encoder.h"
#include "tests/support/catch.h"

#include <QDir>
#include <QTemporaryDir>

#include <allheaders.h>

#include <memory>

using namespace sohoa;
using namespace Qt::StringLiterals;

namespace {

struct PixDeleter {
    void operator()(Pix *pix) const { pixDestroy(&pix); }
};
using PixPtr = std::unique_ptr<Pix, PixDeleter>;

/// Encodes `rows` in pieces of `piece` bytes and reads the file back.
struct Encoded {
    QTemporaryDir folder{QDir::tempPath() + u"/mã hóa trang XXXXXX"_s};
    int height = 0;
    int rowsSeen = 0;
    PixPtr pix;

    Encoded(const PageGeometry &geometry, const QByteArray &rows, qsizetype piece)
    {
        const QString path = folder.filePath(u"trang."_s + PageEncoder::extension(geometry.format));
        auto file = DurableFile::create(path);
        REQUIRE_OK(file);
        auto encoder = PageEncoder::create(geometry, *file);
        REQUIRE_OK(encoder);
        for (qsizetype at = 0; at < rows.size(); at += piece)
            REQUIRE_OK((*encoder)->write(rows.mid(at, piece)));
        REQUIRE_OK((*encoder)->finish());
        height = (*encoder)->height();
        rowsSeen = (*encoder)->rowsSeen();
        REQUIRE_OK(file->commit());
        l_pngSetReadStrip16To8(0); // Leptonica halves the depth otherwise
        pix.reset(pixRead(path.toUtf8().constData()));
        REQUIRE(pix);
    }
};

QByteArray gradient(qsizetype size)
{
    QByteArray bytes(size, Qt::Uninitialized);
    for (qsizetype i = 0; i < size; ++i)
        bytes[i] = static_cast<char>((i * 7) % 251);
    return bytes;
}

l_uint32 pixelAt(const PixPtr &pix, int x, int y)
{
    l_uint32 value = 0;
    pixGetPixel(pix.get(), x, y, &value);
    return value;
}

} // namespace

TEST_CASE("Black and white and 16 bits lose nothing, however the rows are cut", "[acquisition]")
{
    for (const qsizetype piece : {1, 5, 64, 100'000}) {
        INFO("pieces of " << piece);
        const int width = 37; // not a whole number of bytes
        const QByteArray bits = gradient(bytesPerRow(PixelFormat::Bilevel1, width) * 20);
        const Encoded bilevel({PixelFormat::Bilevel1, width, 20, 300, false}, bits, piece);
        REQUIRE(pixGetDepth(bilevel.pix.get()) == 1);
        for (int y = 0; y < 20; ++y)
            for (int x = 0; x < width; ++x) {
                const int bit = (bits[y * 5 + x / 8] >> (7 - x % 8)) & 1; // 1 = black with SANE and Leptonica
                REQUIRE(int(pixelAt(bilevel.pix, x, y)) == bit);
            }
        const QByteArray wide = gradient(bytesPerRow(PixelFormat::Gray16, width) * 20);
        const Encoded gray({PixelFormat::Gray16, width, 20, 300, false}, wide, piece);
        REQUIRE(pixGetDepth(gray.pix.get()) == 16);
        const auto *samples = reinterpret_cast<const quint16 *>(wide.constData());
        CHECK(pixelAt(gray.pix, 36, 19) == samples[19 * width + 36]);
        CHECK(pixGetXRes(gray.pix.get()) == 300);
    }
}

TEST_CASE("Colour pages keep size, resolution and, near enough, their colours", "[acquisition]")
{
    QByteArray rows;
    for (int y = 0; y < 64; ++y)
        for (int x = 0; x < 48; ++x)
            rows.append(x < 24 ? QByteArray("\xc8\x1e\x1e", 3) : QByteArray("\xff\xff\xff", 3)); // half a seal
    const Encoded page({PixelFormat::Rgb8, 48, 64, 200, false}, rows, 1000);
    CHECK(pixGetWidth(page.pix.get()) == 48);
    CHECK(pixGetHeight(page.pix.get()) == 64);
    CHECK(pixGetXRes(page.pix.get()) == 200);
    int red = 0, green = 0, blue = 0;
    extractRGBValues(pixelAt(page.pix, 8, 32), &red, &green, &blue);
    CHECK(std::abs(red - 0xc8) < 12);
    CHECK(std::abs(green - 0x1e) < 12);
    CHECK(std::abs(blue - 0x1e) < 12);
}

TEST_CASE("A page that ends early is filled with white; rows beyond its end are dropped and counted",
          "[acquisition]")
{
    const QByteArray black(bytesPerRow(PixelFormat::Gray8, 32) * 10, '\0');
    const Encoded torn({PixelFormat::Gray8, 32, 40, 300, false}, black, 100);
    CHECK(torn.height == 40);
    CHECK(torn.rowsSeen == 10);
    CHECK(pixelAt(torn.pix, 16, 2) < 20);
    CHECK(pixelAt(torn.pix, 16, 35) > 235);
    const Encoded longer({PixelFormat::Gray8, 32, 4, 300, false}, black, 100);
    CHECK(longer.height == 4);
    CHECK(longer.rowsSeen == 10);
}

TEST_CASE("A page whose length is not known before its end", "[acquisition]")
{
    const QByteArray rows = gradient(bytesPerRow(PixelFormat::Rgb8, 20) * 33 + 7); // a torn last row is no row
    const Encoded page({PixelFormat::Rgb8, 20, std::nullopt, 300, false}, rows, 77);
    CHECK(page.height == 33);
    CHECK(pixGetHeight(page.pix.get()) == 33);
}

TEST_CASE("What cannot be a page is refused", "[acquisition]")
{
    const QTemporaryDir folder;
    auto file = DurableFile::create(folder.filePath(u"x"_s));
    REQUIRE_OK(file);
    CHECK(PageEncoder::create({PixelFormat::Gray8, 0, 10, 300, false}, *file).error().code ==
          ErrorCode::DeviceUnsupported);
    CHECK(PageEncoder::create({PixelFormat::Gray8, 70'000, 10, 300, false}, *file).error().code ==
          ErrorCode::ImageTooLarge);
    auto encoder = PageEncoder::create({PixelFormat::Gray8, 10, 10, 300, false}, *file);
    REQUIRE_OK(encoder);
    CHECK((*encoder)->finish().error().code == ErrorCode::PageIncomplete);
}
