// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/durable_file.h"
#include "core/pdf/invisible_font.h"
#include "core/pdf/jpeg_header.h"
#include "core/pdf/pdf_text.h"
#include "core/pdf/srgb_profile.h"
#include "core/pdf/text_layer.h"
#include "tests/support/catch.h"
#include "tests/unit/pdf/samples.h"

#include <QtEndian>

#include <lcms2.h>

#include <array>
#include <cstdlib>

using namespace sohoa;
using namespace sohoa::test;
using namespace Qt::StringLiterals;

TEST_CASE("Only the JPEGs that PDF takes as gray or RGB are let through", "[pdf]")
{
    const QTemporaryDir folder(pathTemplate());
    const QString path = folder.filePath(u"x.jpg"_s);
    const auto header = [&path](const QByteArray &bytes) {
        REQUIRE_OK(writeDurably(path, bytes));
        return readJpegHeader(path);
    };
    const QByteArray colour = toJpeg(samplePicture(40, 30, 3));
    const QByteArray gray = toJpeg(samplePicture(40, 30, 1));
    REQUIRE_OK(header(colour));
    CHECK(header(colour)->width == 40);
    CHECK(header(colour)->height == 30);
    CHECK(header(colour)->components == 3);
    CHECK(header(gray)->components == 1);

    const qsizetype frame = colour.indexOf("\xFF\xC0");
    REQUIRE(frame > 0);
    const auto changed = [&](qsizetype offset, char value) {
        QByteArray bytes = colour;
        bytes[frame + offset] = value;
        return header(bytes);
    };
    CHECK_FALSE(changed(1, '\xC9')); // arithmetic coding
    CHECK_FALSE(changed(1, '\xC3')); // lossless
    CHECK_FALSE(changed(4, 12));     // bits
    CHECK_FALSE(changed(9, 4));      // CMYK
    CHECK(changed(1, '\xC2'));       // progressive
    for (qsizetype size = 0; size < colour.size(); size += 7)
        CHECK_FALSE(header(colour.left(size)));
    CHECK_FALSE(header("GIF89a"));
    CHECK(header(QByteArray(2000, '\xFF')).error().code == ErrorCode::ImageUnreadable);
}

TEST_CASE("The invisible font keeps the sums of its tables", "[pdf]")
{
    const QByteArray font = invisible_font::program();
    CHECK(font == invisible_font::program());
    CHECK(font.size() < 600);
    quint32 whole = 0;
    for (qsizetype at = 0; at < font.size(); at += 4)
        whole += qFromBigEndian<quint32>(font.constData() + at);
    CHECK(whole == 0xB1B0AFBA);
    const int tables = qFromBigEndian<quint16>(font.constData() + 4);
    CHECK(tables == 8);
    for (int i = 0; i < tables; ++i) {
        const char *entry = font.constData() + 12 + 16 * i;
        const auto offset = qFromBigEndian<quint32>(entry + 8);
        const auto size = qFromBigEndian<quint32>(entry + 12);
        CAPTURE(QByteArray(entry, 4));
        CHECK(offset % 4 == 0);
        CHECK(offset + size <= static_cast<quint32>(font.size()));
    }
}

TEST_CASE("The profile compiled in is sRGB", "[pdf]")
{
    const std::string_view bytes = srgbProfile();
    const cmsHPROFILE ours = cmsOpenProfileFromMem(bytes.data(), static_cast<cmsUInt32Number>(bytes.size()));
    REQUIRE(ours != nullptr);
    CHECK(cmsGetColorSpace(ours) == cmsSigRgbData);
    CHECK(cmsGetDeviceClass(ours) == cmsSigDisplayClass);
    CHECK(cmsGetProfileVersion(ours) == Approx(2.1));
    const cmsHPROFILE theirs = cmsCreate_sRGBProfile();
    const cmsHTRANSFORM transform = cmsCreateTransform(ours, TYPE_RGB_8, theirs, TYPE_RGB_8,
                                                       INTENT_RELATIVE_COLORIMETRIC, cmsFLAGS_NOOPTIMIZE);
    for (int step = 0; step < 256; step += 5) {
        const auto value = static_cast<quint8>(step);
        const std::array<quint8, 3> from = {value, static_cast<quint8>(255 - step), 128};
        std::array<quint8, 3> to = {};
        cmsDoTransform(transform, from.data(), to.data(), 1);
        for (size_t i = 0; i < from.size(); ++i)
            CHECK(std::abs(from[i] - to[i]) <= 1);
    }
    cmsDeleteTransform(transform);
    cmsCloseProfile(ours);
    cmsCloseProfile(theirs);
}

TEST_CASE("Numbers are written as PDF reads them", "[pdf]")
{
    CHECK(pdfNumber(595.2) == "595.2");
    CHECK(pdfNumber(12) == "12");
    CHECK(pdfNumber(-0.001) == "0");
    CHECK(pdfNumber(1e-9) == "0");
    CHECK(pdfNumber(120) == "120");
}

TEST_CASE("Text is cleaned of what neither PDF/A-2u nor XML can carry", "[pdf]")
{
    CHECK(printableText(u"  a\tb\u00A0c\n"_s) == u"a b c"_s);
    CHECK(printableText(u"e\u0302\u0301"_s) == u"ế"_s);
    CHECK(printableText(u"a\u00ADb\u200Ec"_s) == u"abc"_s);
    CHECK(printableText(QString(QChar(0xDC00)) + u"x"_s + QChar(0xD800)) == u"x"_s);
    CHECK(printableText(u"😀"_s) == u"😀"_s);
    CHECK(printableText(u"\uFDD0\uFFFF"_s).isEmpty());
}

TEST_CASE("Characters are numbered in the order of their code points", "[pdf]")
{
    PdfPage page;
    page.words = wordsOf({u"cab"_s});
    const CharacterSet characters({page});
    CHECK(characters.size() == 4);
    CHECK(characters.encode(U" abc") == "0001000200030004");
    CHECK(characters.glyphMap() == QByteArray("\0\0\0\1\0\1\0\1\0\1", 10));
    CHECK(characters.toUnicode().contains("4 beginbfchar\n<0001> <0020>\n<0002> <0061>"));

    for (char32_t letter = 0x4E00; letter < 0x4E00 + 150; ++letter)
        page.words[0].text += QString::fromUcs4(&letter, 1);
    const QByteArray map = CharacterSet({page}).toUnicode();
    CHECK(map.contains("100 beginbfchar"));
    CHECK(map.contains("54 beginbfchar"));
    CHECK(map.count("endbfchar") == 2);
}
