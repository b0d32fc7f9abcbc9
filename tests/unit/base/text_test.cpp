// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/text.h"
#include "tests/support/catch.h"

using namespace sohoa;
using namespace Qt::StringLiterals;

TEST_CASE("Folding takes every Vietnamese mark away and keeps positions", "[base]")
{
    const QString text = u"Đặng Thị Ngoãn – ÐƯỜNG ƯỚC, hoà/hòa, kỳ, quỷ"_s;
    CHECK(foldMarks(text) == u"dang thi ngoan - duong uoc, hoa/hoa, ky, quy"_s);
    CHECK(foldToCapitals(text) == u"DANG THI NGOAN - DUONG UOC, HOA/HOA, KY, QUY"_s);
    CHECK(foldMarks(text).size() == text.size());
}

TEST_CASE("Every letter of the alphabet folds to a-z", "[base]")
{
    const QString letters =
        u"aàảãáạăằẳẵắặâầẩẫấậbcdđeèẻẽéẹêềểễếệghiìỉĩíịklmnoòỏõóọôồổỗốộơờởỡớợpqrstuùủũúụưừửữứựvxyỳỷỹýỵ"_s;
    for (const QChar letter : foldMarks(letters) + foldMarks(letters.toUpper()))
        CHECK((letter >= u'a' && letter <= u'z'));
}

TEST_CASE("Text is kept composed", "[base]")
{
    const QString decomposed = u"Việt"_s.normalized(QString::NormalizationForm_D);
    CHECK(decomposed.size() == 6);
    CHECK(toNfc(decomposed) == u"Việt"_s);
}
