// SPDX-License-Identifier: GPL-3.0-or-later
#include "scanner/helper/row_assembler.h"
#include "tests/support/catch.h"

using namespace sohoa::scan;

TEST_CASE("Padding is dropped, however the driver cuts its bytes", "[scanner][rows]")
{
    const QByteArray lines = "abcXXdefXXghiXX";
    for (const int piece : {1, 2, 3, 4, 5, 6, 7, 15}) {
        INFO("pieces of " << piece);
        RowAssembler rows(5, 3);
        QByteArray taken;
        for (qsizetype at = 0; at < lines.size(); at += piece) {
            rows.append(lines.constData() + at, std::min<qsizetype>(piece, lines.size() - at));
            taken += rows.take();
        }
        CHECK(taken == "abcdefghi");
        CHECK(rows.rowCount() == 3);
        CHECK_FALSE(rows.midRow());
    }
}

TEST_CASE("A torn row is noticed and not given out", "[scanner][rows]")
{
    RowAssembler rows(4, 4);
    rows.append("abcdef", 6);
    CHECK(rows.take() == "abcd");
    CHECK(rows.midRow());
    CHECK(rows.rowCount() == 1);
}

TEST_CASE("Colour of one bit becomes eight, white where the bits are set", "[scanner][rows]")
{
    // Nine pixels: the first red, the last white, black between.
    const QByteArray row = QByteArray::fromHex("800000"
                                               "808080");
    const QByteArray pixels = expandedBits(row, 9);
    REQUIRE(pixels.size() == 27);
    CHECK(pixels.left(3) == QByteArray::fromHex("ff0000"));
    CHECK(pixels.mid(3, 21) == QByteArray(21, '\0'));
    CHECK(pixels.right(3) == QByteArray::fromHex("ffffff"));
}

TEST_CASE("Three planes become pixels", "[scanner][rows]")
{
    CHECK(interleaved("abcd", "efgh", "ijkl", 1) == "aeibfjcgkdhl");
    CHECK(interleaved("abcd", "efgh", "ijkl", 2) == "abefijcdghkl");
}
