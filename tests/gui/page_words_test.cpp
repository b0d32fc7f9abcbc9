// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/catch.h"
#include "ui/review/doubts.h"
#include "ui/review/page_words.h"

using namespace sohoa;
using namespace sohoa::ui;
using namespace Qt::StringLiterals;

namespace {

Word word(const QString &text, const PixelBox &box)
{
    Word made;
    made.text = text;
    made.box = box;
    return made;
}

const std::vector<Word> words{word(u"Họ"_s, {100, 50, 40, 20}), word(u"tên:"_s, {150, 50, 50, 20}),
                              word(u"NÔNG"_s, {210, 48, 70, 24}), word(u"KHẢI"_s, {100, 90, 60, 24})};

} // namespace

TEST_CASE("The word under the pointer is found, a little beside it too", "[ui][review]")
{
    CHECK(wordAt(words, {215, 60}) == 2);
    CHECK(wordAt(words, {147, 60}) == 1);
    CHECK(wordAt(words, {400, 60}) == -1);
    CHECK(wordAt({}, {1, 1}) == -1);
}

TEST_CASE("A box takes the words whose middle it holds, in reading order", "[ui][review]")
{
    const TakenText taken = textIn(words, {95, 40, 400, 90});
    CHECK(taken.text == u"Họ tên: NÔNG KHẢI"_s);
    CHECK(taken.box == PixelBox{100, 48, 180, 66});
    CHECK(textIn(words, {205, 40, 80, 40}).text == u"NÔNG"_s);
    CHECK(textIn(words, {0, 0, 20, 20}).isEmpty());
}

TEST_CASE("Doubts: what is little sure or named by an open finding, never what the clerk set", "[ui][review]")
{
    DossierData data;
    data.dossier.procedure = {u"1.001193"_s, u"Khai sinh"_s, 0.97, FieldOrigin::Rule};
    const auto set = [&data](const QString &field, double confidence, FieldOrigin origin) {
        FieldValue value;
        value.value = u"x"_s;
        value.confidence = confidence;
        value.origin = origin;
        data.dossier.fields[field] = value;
    };
    set(u"number"_s, 0.95, FieldOrigin::Ocr);
    set(u"agency"_s, 0.62, FieldOrigin::Ocr);
    set(u"person_name"_s, 1.0, FieldOrigin::Clerk);
    Finding missing;
    missing.rule = u"FULL-06"_s;
    missing.field = u"birth_date"_s;
    Finding overruled = missing;
    overruled.field = u"abstract"_s;
    overruled.overrideReason = u"đã xem"_s;
    Finding ofClerk = missing;
    ofClerk.field = u"person_name"_s;
    data.check.findings = {missing, overruled, ofClerk};

    const auto doubts = formDoubts(data);
    REQUIRE(doubts.size() == 2);
    CHECK(doubts[0] == FormDoubt{FormDoubt::Place::Field, u"agency"_s});
    CHECK(doubts[1] == FormDoubt{FormDoubt::Place::Field, u"birth_date"_s});
    data.dossier.procedure.confidence = 0.5;
    CHECK(formDoubts(data).front().place == FormDoubt::Place::Procedure);
}
