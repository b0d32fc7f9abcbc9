// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ocr/tesseract_engine.h"
#include "tests/support/catch.h"
#include "tests/unit/imaging/sample_pages.h"

#include <algorithm>

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
                            word(u"~"_s, 0.3, 3),          word(u"~T—"_s, 0.5, 4),
                            word(u"2"_s, 0.96, 4),         word(u"2"_s, 0.96, 5)};
    dropNoise(words);
    OcrText text;
    text.words = words;
    completeText(text);
    CHECK(text.text == u"Số: 12/2023\nIDVNM1975985981\n2"_s);
    CHECK(text.confidence == Approx((0.9 + 0.3 + 0.8 + 0.96) / 4));
}

TEST_CASE("An ornamental frame is not text, row numbers are", "[ocr]")
{
    std::vector<Word> words;
    for (int row = 0; row < 5; ++row) {
        const int y = 100 + 70 * row;
        words.push_back({QString::number(row + 1), {100, y, 20, 30}, 0.95, row});
        words.push_back({u"dòng"_s, {200, y, 90, 30}, 0.95, row});
        words.push_back({row % 2 == 0 ? u"In"_s : u"I1"_s, {2330, y, 40, 45}, 0.93, row});
    }
    words.push_back({u"T"_s, {2332, 900, 40, 45}, 0.6, 5}); // A line of its own.
    words.push_back({u"hết"_s, {200, 1000, 60, 30}, 0.95, 6});
    dropFrames(words);
    OcrText text;
    text.words = words;
    completeText(text);
    CHECK(text.text == u"1 dòng\n2 dòng\n3 dòng\n4 dòng\n5 dòng\nhết"_s);

    std::vector<Word> answers{{u"x"_s, {900, 100, 20, 20}, 0.9, 0}, {u"x"_s, {900, 200, 20, 20}, 0.9, 1}};
    dropFrames(answers);
    CHECK(answers.size() == 2);
}

TEST_CASE("A zone is read as what is expected in it", "[ocr]")
{
    TesseractEngine engine(u"vie"_s);
    const PageImage page = test::samplePage();
    const auto whole = engine.read(page, test::sampleDpi, {}, {});
    REQUIRE_OK(whole);
    const auto found = std::find_if(whole->words.begin(), whole->words.end(),
                                    [](const Word &word) { return word.text == u"21/03/1975"_s; });
    REQUIRE(found != whole->words.end());
    const PixelBox box{found->box.x - 10, found->box.y - 10, found->box.width + 20, found->box.height + 20};
    const auto part = page.cropped(box);
    REQUIRE_OK(part);
    const auto read = [&](ZoneKind kind) {
        const auto text = engine.readZone(*part, test::sampleDpi, kind, {}, {});
        REQUIRE_OK(text);
        return text->text;
    };
    CHECK(read(ZoneKind::Date) == u"21/03/1975"_s);
    CHECK(read(ZoneKind::Line) == u"21/03/1975"_s);
    const QString digits = read(ZoneKind::Digits);
    CHECK_FALSE(digits.isEmpty());
    for (const QChar c : digits)
        CHECK((c.isDigit() || c.isSpace()));
    // The page is read as before: no setting stays behind.
    const auto again = engine.read(page, test::sampleDpi, {}, {});
    REQUIRE_OK(again);
    CHECK(again->text == whole->text);
}
