// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/packing.h"
#include "tests/support/catch.h"

#include <random>

using namespace sohoa;
using namespace Qt::StringLiterals;

namespace {

std::vector<Word> wordsOf(const QString &text)
{
    std::vector<Word> words;
    int line = 0;
    for (const QString &row : text.split(u'\n')) {
        int left = 120;
        for (const QString &word : row.split(u' ', Qt::SkipEmptyParts)) {
            words.push_back({word, {left, 200 + 60 * line, 30, 41}, 0.93, line});
            left += 45;
        }
        ++line;
    }
    return words;
}

bool areEqual(const std::vector<Word> &one, const std::vector<Word> &other)
{
    return std::equal(one.begin(), one.end(), other.begin(), other.end(), [](const Word &a, const Word &b) {
        return a.text == b.text && a.box == b.box && a.line == b.line &&
               std::abs(a.confidence - b.confidence) < 0.006;
    });
}

} // namespace

TEST_CASE("Texts come back as they were packed", "[store]")
{
    for (const QString &text :
         {QString(), u"a"_s, u"CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập"_s,
          u"không có trong từ điển: \U0001F4DC ︎ \t\r\n"_s, QString(100'000, u'ữ')}) {
        const QByteArray packed = packText(text);
        CHECK(unpackText(packed) == text);
        CHECK(packText(text) == packed);
    }
    const QString usual = u"CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc"_s;
    CHECK(packText(usual).size() * 4 < usual.toUtf8().size());
}

TEST_CASE("Words come back with boxes, lines and confidences", "[store]")
{
    const QString text = u"TỜ KHAI ĐĂNG KÝ\nKính gửi: UBND xã"_s;
    std::vector<Word> words = wordsOf(text);
    const QByteArray packed = packWords(words, text);
    CHECK(areEqual(unpackWords(packed, text).value(), words));

    // Another order or other texts than the page's, boxes anywhere.
    std::swap(words[0], words[3]);
    words[1].text = u"hai từ"_s;
    words[2].box = {-5, 3000, 0, -1};
    words[2].confidence = 0;
    CHECK(areEqual(unpackWords(packWords(words, text), text).value(), words));
    CHECK(areEqual(unpackWords(packWords(words, {}), u"something else"_s).value(), words));
    CHECK(unpackWords(packWords({}, text), text).value().empty());
}

TEST_CASE("Damaged bytes are found out", "[store]")
{
    const QString text = u"Họ, chữ đệm, tên người yêu cầu: Nông Thị Đào"_s;
    const QByteArray packed = packWords(wordsOf(text), text);
    CHECK_FALSE(unpackWords(packed, u"a text with another number of words"_s));
    CHECK_FALSE(unpackBytes("\x02" + packed.mid(1)));
    CHECK_FALSE(unpackBytes(packed.left(packed.size() - 1)));
    CHECK_FALSE(unpackBytes(QByteArray("\x01\xff\xff\xff\xff\xff\xff\xff\xff\xff\x7f", 11)));
    CHECK_FALSE(unpackBytes(QByteArray("\x01\x80", 2)));
    std::mt19937 random(7);
    for (int i = 0; i < 3000; ++i) {
        QByteArray broken = packed;
        for (int n = 0; n < 3; ++n)
            broken[static_cast<qsizetype>(random() % static_cast<unsigned>(broken.size()))] =
                static_cast<char>(random());
        // Never more than is there: whatever it gives, it gives in time and memory.
        if (const auto words = unpackWords(broken, text))
            CHECK(words->size() < 10'000);
        const QByteArray noise = packBytes(broken);
        if (const auto words = unpackWords(noise, text))
            CHECK(words->size() < 10'000);
    }
}
