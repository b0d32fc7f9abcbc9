// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ocr/tesseract_engine.h"
#include "tests/support/catch.h"
#include "tests/unit/imaging/sample_pages.h"

using namespace sohoa;
using namespace Qt::StringLiterals;

TEST_CASE("Vietnamese print is read with words, lines and boxes", "[ocr]")
{
    TesseractEngine engine(u"vie"_s);
    const auto text = engine.read(test::samplePage(), test::sampleDpi, {}, {});
    REQUIRE_OK(text);
    CHECK(text->text.contains(u"Họ, chữ đệm, tên: NGUYỄN THỊ HƯỜNG"_s));
    CHECK(text->text.contains(u"Ngày, tháng, năm sinh: 21/03/1975"_s));
    CHECK(text->text.contains(u"Độc lập - Tự do - Hạnh phúc"_s));
    CHECK(text->text == text->text.normalized(QString::NormalizationForm_C));
    CHECK(text->confidence > 0.85);
    CHECK(legibleLetters(*text) > 150);

    const QStringList lines = text->text.split(u'\n');
    for (const Word &word : text->words) {
        CHECK(lines.value(word.line).contains(word.text));
        CHECK(word.box.x >= 0);
        CHECK(word.box.right() <= 1160);
        CHECK(word.box.bottom() <= 820);
        if (word.text == u"21/03/1975"_s) {
            CHECK(word.box.y > 300);
            CHECK(word.box.y < 350);
            CHECK(word.box.x > 350);
        }
    }
    const auto upsideDown = engine.read(test::samplePage().turned(180).value(), test::sampleDpi, {}, {});
    REQUIRE_OK(upsideDown);
    CHECK(legibleLetters(*upsideDown) < legibleLetters(*text) / 5);
}

TEST_CASE("What keeps a page from being read is named", "[ocr]")
{
    const auto codeOf = [](TesseractEngine &engine, const OcrLimits &limits, const std::stop_token &stop) {
        const auto text = engine.read(test::samplePage(), test::sampleDpi, limits, stop);
        REQUIRE_FALSE(text.has_value());
        return text.error().code;
    };
    TesseractEngine engine(u"vie"_s);
    std::stop_source stop;
    stop.request_stop();
    CHECK(codeOf(engine, {}, stop.get_token()) == ErrorCode::Cancelled);
    CHECK(codeOf(engine, {1}, {}) == ErrorCode::PageTimeout);
    CHECK(engine.read(test::samplePage(), test::sampleDpi, {}, {}).has_value()); // Lives on.

    for (const QString &language : {u"xyz"_s, u"../vie"_s, QString(), u"/etc/passwd"_s}) {
        TesseractEngine missing(language);
        CHECK(codeOf(missing, {}, {}) == ErrorCode::OcrUnavailable);
    }
}

TEST_CASE("Ornaments are not text", "[ocr]")
{
    const auto word = [](const QString &text, double confidence, int line) {
        return Word{text, {}, confidence, line};
    };
    std::vector<Word> words{word(u"IIIEOEIIT"_s, 0.05, 0), word(u"LỊLTTTLITITIT"_s, 0.0, 0),
                            word(u"Số:"_s, 0.9, 1),        word(u"12/2023"_s, 0.3, 1),
                            word(u"——"_s, 0.2, 1),         word(u"IDVNM1975985981"_s, 0.8, 2),
                            word(u"~"_s, 0.3, 3)};
    dropNoise(words);
    OcrText text;
    text.words = words;
    completeText(text);
    CHECK(text.text == u"Số: 12/2023\nIDVNM1975985981"_s);
    CHECK(text.confidence == Approx((0.9 + 0.3 + 0.8) / 3));
}
