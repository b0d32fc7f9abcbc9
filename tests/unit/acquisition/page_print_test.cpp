// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/acquisition/page_print.h"
#include "tests/support/catch.h"

#include <QRandomGenerator>

using namespace sohoa;

namespace {

constexpr PageGeometry a4{PixelFormat::Gray8, 1240, 1754, 150, false};

/// A page of lines of words; `seed` chooses the words, `dx`, `dy` and `slope` how it went through the feeder.
QByteArray textPage(quint32 seed, int dx = 0, int dy = 0, double slope = 0, int noise = 0)
{
    QByteArray rows(qsizetype{a4.width} * *a4.height, '\xf0');
    QRandomGenerator words(seed);
    for (int line = 0; line < 40; ++line) {
        for (int x = 120; x < 1080;) {
            const int width = static_cast<int>(words.bounded(20, 110));
            const bool inked = words.bounded(100) < 85;
            for (int y = 0; inked && y < 16; ++y)
                for (int px = x; px < x + width; ++px) {
                    const int row = 120 + line * 38 + y + dy + static_cast<int>(slope * px);
                    const int column = px + dx;
                    if (row >= 0 && row < *a4.height && column >= 0 && column < a4.width && px % 5 < 3)
                        rows[qsizetype{row} * a4.width + column] = '\x20';
                }
            x += width + 14;
        }
    }
    QRandomGenerator grain(seed + 1000 + static_cast<quint32>(dx + dy));
    for (qsizetype i = 0; noise > 0 && i < rows.size(); i += 3)
        rows[i] = static_cast<char>(
            std::clamp(static_cast<uchar>(rows[i]) + int(grain.bounded(2 * noise)) - noise, 0, 255));
    return rows;
}

PagePrint printOf(const QByteArray &rows, const PageGeometry &geometry = a4, qsizetype piece = 100'003)
{
    PagePrintMaker maker(geometry);
    for (qsizetype at = 0; at < rows.size(); at += piece)
        maker.add(rows.mid(at, piece));
    return maker.print();
}

} // namespace

TEST_CASE("The same paper fed again is alike, other paper is not", "[acquisition][print]")
{
    const PagePrint first = printOf(textPage(1));
    CHECK(likeness(first, first) > 0.999);
    // Shifted by two and three millimetres, one degree askew, with grain.
    CHECK(likeness(first, printOf(textPage(1, 12, 18, 0.0, 12))) > samePaper);
    CHECK(likeness(first, printOf(textPage(1, -6, 9, 0.009, 12))) > samePaper);
    for (quint32 other = 2; other < 12; ++other) {
        INFO("page " << other);
        CHECK(likeness(first, printOf(textPage(other))) < samePaper);
    }
}

TEST_CASE("One word that differs makes other paper of a form", "[acquisition][print]")
{
    const QByteArray form = textPage(1);
    QByteArray other = form;
    for (int row = 800; row < 816; ++row) // a name or number of 20 mm
        for (int column = 400; column < 520; ++column) {
            char &pixel = other[qsizetype{row} * a4.width + column];
            pixel = static_cast<char>(pixel == '\x20' ? '\xf0' : '\x20');
        }
    for (int row = 1400; row < 1424; ++row)
        for (int column = 200; column < 300; ++column)
            other[qsizetype{row} * a4.width + column] = '\x20';
    CHECK(likeness(printOf(form), printOf(other)) < samePaper);
    CHECK(likeness(printOf(form), printOf(form)) > samePaper);
}

TEST_CASE("A print does not depend on how the rows were cut, nor much on the pixel format", "[acquisition][print]")
{
    const QByteArray rows = textPage(3);
    const PagePrint whole = printOf(rows, a4, rows.size());
    CHECK(printOf(rows, a4, 777).cells == whole.cells);
    QByteArray colour;
    for (const char sample : rows)
        colour.append(3, sample);
    PageGeometry rgb = a4;
    rgb.format = PixelFormat::Rgb8;
    CHECK(printOf(colour, rgb).cells == whole.cells);
    rgb.height.reset(); // unknown length
    CHECK(printOf(colour, rgb).cells == whole.cells);
}

TEST_CASE("A page without ink is like nothing", "[acquisition][print]")
{
    const PagePrint blank = printOf(QByteArray(qsizetype{a4.width} * *a4.height, '\xf5'));
    CHECK(blank.isPlain());
    CHECK(likeness(blank, blank) == 0);
    CHECK(likeness(blank, printOf(textPage(1))) == 0);
}

TEST_CASE("Another size of paper is other paper", "[acquisition][print]")
{
    const PageGeometry a5{PixelFormat::Gray8, 874, 1240, 150, false};
    const QByteArray rows = textPage(1).first(qsizetype{a5.width} * *a5.height);
    CHECK(likeness(printOf(rows, a5), printOf(textPage(1))) == 0);
}

TEST_CASE("A print survives the store, and what is none gives an empty one", "[acquisition][print]")
{
    const PagePrint print = printOf(textPage(5));
    const PagePrint back = PagePrint::fromBytes(print.toBytes());
    CHECK(back.columns == print.columns);
    CHECK(back.cells == print.cells);
    for (const QByteArray &bytes : {QByteArray(), QByteArray("x"), QByteArray("-3 abc"), QByteArray("7 abc"),
                                    QByteArray(" abc"), QByteArray("99999999999 a")})
        CHECK(PagePrint::fromBytes(bytes).columns == 0);
    CHECK(likeness(PagePrint(), print) == 0);
}

TEST_CASE("Tiny and narrow pages have a print too", "[acquisition][print]")
{
    const PageGeometry tiny{PixelFormat::Bilevel1, 10, 5, 300, false};
    CHECK(printOf(QByteArray(10, '\xaa'), tiny, 3).cells.size() == 50);
    const PageGeometry deep{PixelFormat::Rgb16, 3, 2, 300, false};
    CHECK(printOf(QByteArray(36, '\x55'), deep, 7).cells.size() == 6);
}
