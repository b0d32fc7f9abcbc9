// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/catch.h"
#include "tests/unit/pdf/samples.h"

#include <QRegularExpression>

#include <cmath>

using namespace sohoa;
using namespace sohoa::test;
using namespace Qt::StringLiterals;

namespace {

const QString vowels = u"àáảãạăằắẳẵặâầấẩẫậèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵđ"_s;

QStringList linesOf(const QByteArray &text)
{
    QStringList lines;
    for (const QString &line : QString::fromUtf8(text).split(QRegularExpression(u"[\\n\\f]"_s)))
        if (!line.trimmed().isEmpty())
            lines += line.trimmed();
    return lines;
}

struct Written {
    QTemporaryDir folder{pathTemplate()};
    QString path = folder.filePath(u"a.pdf"_s);

    explicit Written(std::vector<Word> words)
    {
        PdfPage page = samplePage(folder.filePath(u"1.jpg"_s), {});
        page.words = std::move(words);
        REQUIRE_OK(writePdf(sampleMetadata(), {page}, path));
    }
    QStringList poppler(const QStringList &options = {}) const
    {
        return linesOf(run(u"pdftotext"_s, options + QStringList{u"-enc"_s, u"UTF-8"_s, path, u"-"_s}).out);
    }
    QStringList mupdf() const
    {
        const QString text = folder.filePath(u"a.txt"_s);
        REQUIRE(run(u"mutool"_s, {u"draw"_s, u"-q"_s, u"-F"_s, u"txt"_s, u"-o"_s, text, path}).exitCode == 0);
        QFile file(text);
        REQUIRE(file.open(QIODevice::ReadOnly));
        return linesOf(file.readAll());
    }
};

} // namespace

TEST_CASE("Every Vietnamese letter comes back from the file", "[pdf]")
{
    REQUIRE(vowels.size() == 67);
    QStringList lines;
    for (const QString &letters : {vowels, vowels.toUpper()})
        for (qsizetype at = 0; at < letters.size(); at += 10)
            lines += letters.mid(at, 5) + u' ' + letters.mid(at + 5, 5);
    for (QString &line : lines)
        line = line.trimmed();
    const Written written(wordsOf(lines));
    CHECK(written.poppler() == lines);
    CHECK(written.mupdf() == lines);
}

TEST_CASE("Words and line ends come back in order", "[pdf]")
{
    const QStringList lines = {u"CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"_s, u"Độc lập - Tự do - Hạnh phúc"_s,
                               u"GIẤY KHAI SINH"_s, u"Họ, chữ đệm, tên: Nông Thị Bích Vân"_s,
                               u"Ngày, tháng, năm sinh: 12/08/2023"_s};
    const Written written(wordsOf(lines));
    CHECK(written.poppler() == lines);
    CHECK(written.poppler({u"-layout"_s}).size() == lines.size());
    CHECK(written.mupdf() == lines);
}

TEST_CASE("Words stand where they were read", "[pdf]")
{
    const QStringList lines = {u"Giấy khai sinh số 12/2023"_s, u"Nơi đăng ký: xã Hồng Thái"_s, u"ngày cấp"_s};
    const auto words = wordsOf(lines);
    const Written written(words);
    const QString html = QString::fromUtf8(run(u"pdftotext"_s, {u"-bbox"_s, written.path, u"-"_s}).out);
    const QRegularExpression pattern(
        u"<word xMin=\"([-.\\d]+)\" yMin=\"([-.\\d]+)\" xMax=\"([-.\\d]+)\" yMax=\"([-.\\d]+)\">([^<]*)<"_s);
    size_t found = 0;
    for (auto match = pattern.globalMatch(html); match.hasNext(); ++found) {
        const auto place = match.next();
        REQUIRE(found < words.size());
        const Word &word = words[found];
        CAPTURE(word.text);
        CHECK(place.captured(5) == word.text);
        CHECK(std::abs(place.captured(1).toDouble() - toPoints(word.box.x, 150)) < 0.2);
        CHECK(std::abs(place.captured(3).toDouble() - toPoints(word.box.right(), 150)) < 2);
        CHECK(std::abs(place.captured(2).toDouble() - toPoints(word.box.y, 150)) < 2);
        CHECK(std::abs(place.captured(4).toDouble() - toPoints(word.box.bottom(), 150)) < 2);
    }
    CHECK(found == words.size());
}

TEST_CASE("A slanted line stays one line", "[pdf]")
{
    const QString line = u"Một dòng chữ nằm hơi nghiêng trên trang giấy đã quét vào máy"_s;
    auto words = wordsOf({line, u"dòng sau"_s});
    for (Word &word : words)
        word.box.y += word.box.x / 150;
    const Written written(words);
    CHECK(written.poppler() == QStringList{line, u"dòng sau"_s});
    CHECK(written.mupdf() == QStringList{line, u"dòng sau"_s});
}

TEST_CASE("The columns of a heading are read one after the other", "[pdf]")
{
    // The right column in larger print and a little lower, as typists set it.
    std::vector<Word> words;
    const auto add = [&words](const QString &line, int x, int baseline, int height, int number) {
        for (const QString &text : line.split(u' ')) {
            const int width = height * 3 / 4 * static_cast<int>(text.size());
            words.push_back({text, {x, baseline - height, width, height}, 0.9, number});
            x += width + height / 2;
        }
    };
    const QStringList lines = {u"UBND HUYEN LOC BINH"_s, u"PHONG TU PHAP"_s, u"CONG HOA XA HOI CHU NGHIA"_s,
                               u"Doc lap - Tu do - Hanh phuc"_s, u"TO KHAI DANG KI KHAI SINH"_s};
    add(lines[0], 90, 120, 18, 0);
    add(lines[1], 120, 148, 18, 1);
    add(lines[2], 560, 118, 19, 2);
    add(lines[3], 600, 150, 20, 3);
    add(lines[4], 400, 260, 26, 4);
    const Written written(words);
    CHECK(written.poppler() == lines);
    CHECK(written.mupdf() == lines);
}

TEST_CASE("What a text layer cannot carry is left out", "[pdf]")
{
    auto words = wordsOf({u"một hai ba bốn năm"_s});
    words[0].text = u"m\u00F4\u0323t"_s;                      // not composed
    words[1].text = QString(QChar(0)) + u"ha\u0007i\uFEFF"_s; // controls and a mark of byte order
    words[2].text = u"b\uE000a\uFFFE"_s + QChar(0xD800);      // private use, no character, half a character
    words[3].text = u"𠀋𠂇"_s;                                // beyond the first plane
    words[4].text = u"\u200B"_s;                              // nothing to see
    const Written written(words);
    CHECK(written.poppler() == QStringList{u"một hai ba 𠀋𠂇"_s});
}

TEST_CASE("Overlapping and odd words do not break the page", "[pdf]")
{
    std::vector<Word> words = wordsOf({u"một hai"_s});
    words[1].box.x = words[0].box.right() - 4;
    words.push_back({u"."_s, {600, 600, 1, 1}, 0.1, 1});
    words.push_back({u"rỗng"_s, {0, 0, 0, 10}, 0.1, 2});
    words.push_back({u"ngoài"_s, {-50, 1900, 90, 30}, 0.1, 3});
    const Written written(words);
    CHECK(written.poppler().value(0) == u"một hai"_s);
    CHECK(run(u"qpdf"_s, {u"--check"_s, written.path}).exitCode == 0);
}
