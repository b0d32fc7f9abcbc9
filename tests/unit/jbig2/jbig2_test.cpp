// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/durable_file.h"
#include "core/jbig2/arithmetic_encoder.h"
#include "core/jbig2/generic_region.h"
#include "tests/support/catch.h"
#include "tests/unit/jbig2/bilevel_samples.h"
#include "tests/unit/pdf/samples.h"

#include <QDir>
#include <QTemporaryDir>

using namespace sohoa;
using namespace sohoa::test;
using namespace Qt::StringLiterals;

namespace {

constexpr qint64 anySize = qint64{1} << 30;

void checkSame(const Bilevel &got, const Bilevel &expected)
{
    CAPTURE(expected.what.toStdString(), expected.width, expected.height);
    REQUIRE(got.width == expected.width);
    REQUIRE(got.height == expected.height);
    int different = 0;
    for (int y = 0; y < got.height; ++y)
        for (int x = 0; x < got.width; ++x)
            different += got.at(x, y) != expected.at(x, y) ? 1 : 0;
    CHECK(different == 0);
}

/// One page a picture, a point a pixel, so that a reader that paints at 72 dpi shows every pixel as it is.
QByteArray asPdf(const std::vector<Bilevel> &pictures)
{
    const auto number = [](qsizetype value) { return QByteArray::number(value); };
    QByteArray kids;
    std::vector<QByteArray> objects = {"<< /Type /Catalog /Pages 2 0 R >>", QByteArray()};
    for (const Bilevel &picture : pictures) {
        const auto page = static_cast<qsizetype>(objects.size()) + 1;
        const QByteArray width = number(picture.width);
        const QByteArray height = number(picture.height);
        kids += number(page) + " 0 R ";
        objects.push_back("<< /Type /Page /Parent 2 0 R /MediaBox [0 0 " + width + ' ' + height + "] /Contents " +
                          number(page + 1) + " 0 R /Resources << /XObject << /I " + number(page + 2) +
                          " 0 R >> >> >>");
        objects.push_back(streamObject("", width + " 0 0 " + height + " 0 0 cm /I Do"));
        objects.push_back(
            streamObject("/Type /XObject /Subtype /Image /ColorSpace /DeviceGray /BitsPerComponent 1 "
                         "/Filter /JBIG2Decode /Width " +
                             width + " /Height " + height,
                         encodeJbig2(picture.view())));
    }
    objects[1] = "<< /Type /Pages /Kids [" + kids + "] /Count " + number(qsizetype(pictures.size())) + " >>";
    return handMadePdf(objects);
}

} // namespace

TEST_CASE("The arithmetic encoder codes the standard's own example", "[jbig2]")
{
    // ITU-T T.88, H.2: one context, 256 decisions.
    const QByteArray decisions = QByteArray::fromHex("00020051000000C003528 72AAAAAAAAA82C02000FCD79EF6BF7FED90"
                                                     "4F46A3BF");
    ArithmeticEncoder encoder(1);
    for (const char byte : decisions)
        for (int bit = 7; bit >= 0; --bit)
            encoder.encode(0, static_cast<quint8>(byte) >> bit & 1U);
    CHECK(encoder.finish().toHex(' ').toUpper() ==
          "84 C7 3B FC E1 A1 43 04 02 20 00 00 41 0D BB 86 F4 31 7F FF 88 FF 37 47 1A DB 6A DF FF AC");
}

TEST_CASE("Zeros in a row are coded as one by one", "[jbig2]")
{
    for (const int run : {1, 2, 7, 100, 5000, 300'000}) {
        ArithmeticEncoder one(2);
        ArithmeticEncoder many(2);
        for (int round = 0; round < 3; ++round) {
            for (int i = 0; i < run; ++i)
                one.encode(0, 0);
            many.encodeZeros(0, run);
            for (const unsigned decision : {1U, 1U, 0U, 1U}) {
                one.encode(0, decision);
                many.encode(0, decision);
            }
        }
        CHECK(one.finish() == many.finish());
    }
}

TEST_CASE("jbig2dec finds every pixel", "[jbig2]")
{
    const QTemporaryDir folder(pathTemplate());
    const std::vector<Bilevel> samples = bilevelSamples();
    const auto file = [&folder](size_t i, const QString &ending) {
        return folder.filePath(QString::number(i) + ending);
    };
    for (size_t i = 0; i < samples.size(); ++i)
        REQUIRE_OK(writeDurably(file(i, u".jb2"_s), encodeJbig2(samples[i].view())));
    // A program takes one file; a shell starts it for all, which costs less than starting it from here each time.
    REQUIRE(run(u"sh"_s,
                {u"-c"_s,
                 u"cd \"$1\" && for f in *.jb2; do jbig2dec -q -e -t pbm -o \"$f.pbm\" \"$f\" || exit 1; done"_s,
                 u"sh"_s, folder.path()})
                .exitCode == 0);
    for (size_t i = 0; i < samples.size(); ++i) {
        qsizetype at = 0;
        checkSame(fromNetpbm(readFile(file(i, u".jb2.pbm"_s), anySize).value(), at), samples[i]);
    }
}

TEST_CASE("Poppler, MuPDF and Ghostscript find every pixel", "[jbig2]")
{
    const QTemporaryDir folder(pathTemplate());
    const std::vector<Bilevel> samples = bilevelSamples();
    const QString pdf = folder.filePath(u"a.pdf"_s);
    REQUIRE_OK(writeDurably(pdf, asPdf(samples)));

    SECTION("poppler")
    {
        // Its pixels as decoded: its painter rounds the size of an image up to a pixel more.
        REQUIRE(run(u"pdfimages"_s, {pdf, folder.filePath(u"p"_s)}).exitCode == 0);
        for (size_t i = 0; i < samples.size(); ++i) {
            qsizetype at = 0;
            const QString file = folder.filePath(u"p-%1.pbm"_s.arg(i, 3, 10, QLatin1Char('0')));
            checkSame(fromNetpbm(readFile(file, anySize).value(), at), samples[i]);
        }
    }
    SECTION("mupdf")
    {
        REQUIRE(run(u"mutool"_s, {u"draw"_s, u"-q"_s, u"-A"_s, u"0"_s, u"-r"_s, u"72"_s, u"-c"_s, u"gray"_s,
                                  u"-F"_s, u"pnm"_s, u"-o"_s, folder.filePath(u"m%d.pgm"_s), pdf})
                    .exitCode == 0);
        for (size_t i = 0; i < samples.size(); ++i) {
            qsizetype at = 0;
            const QString painted = folder.filePath(u"m%1.pgm"_s.arg(i + 1));
            checkSame(fromNetpbm(readFile(painted, anySize).value(), at), samples[i]);
        }
    }
    SECTION("ghostscript")
    {
        const QString pattern = folder.filePath(u"%d.pgm"_s);
        REQUIRE(run(u"gs"_s, {u"-q"_s, u"-dBATCH"_s, u"-dNOPAUSE"_s, u"-dSAFER"_s, u"-sDEVICE=pgmraw"_s, u"-r72"_s,
                              u"-o"_s, pattern, pdf})
                    .exitCode == 0);
        for (size_t i = 0; i < samples.size(); ++i) {
            qsizetype at = 0;
            const QString file = folder.filePath(QString::number(i + 1) + u".pgm"_s);
            checkSame(fromNetpbm(readFile(file, anySize).value(), at), samples[i]);
        }
    }
}
