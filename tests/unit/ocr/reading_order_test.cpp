// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ocr/ocr_engine.h"
#include "core/ocr/reading_order.h"
#include "tests/support/catch.h"

#include <QStringList>

using namespace sohoa;
using namespace Qt::StringLiterals;

namespace {

constexpr int height = 30; ///< Of every word, pixels.
constexpr int letterWidth = 20;
constexpr int space = 15;

enum class Place { From, Around };

/// Words of one of Tesseract's lines, as a page of a given layout yields them.
class Paper {
public:
    /// `text` starts at `x`, or has its middle there; several calls with the same line number make one line.
    Paper &put(int line, int y, Place place, int x, const QString &text, double confidence = 0.95)
    {
        int left = place == Place::From ? x : x - widthOf(text) / 2;
        for (const QString &word : text.split(u' ')) {
            const int width = static_cast<int>(word.size()) * letterWidth;
            m_words.push_back({word, {left, y, width, height}, confidence, line});
            left += width + space;
        }
        return *this;
    }
    QStringList read()
    {
        OcrText text;
        text.words = m_words;
        orderForReading(text.words);
        REQUIRE(text.words.size() == m_words.size());
        completeText(text);
        return text.text.split(u'\n');
    }

private:
    static int widthOf(const QString &text) { return static_cast<int>(text.size()) * letterWidth; }

    std::vector<Word> m_words;
};

} // namespace

TEST_CASE("The two columns of a head are read one after the other", "[ocr]")
{
    Paper paper;
    // As layout analysis often has it: straight across.
    paper.put(0, 100, Place::Around, 500, u"ỦY BAN NHÂN DÂN"_s)
        .put(0, 100, Place::Around, 1500, u"CỘNG HÒA XÃ HỘI CHỦ NGHĨA"_s)
        .put(1, 150, Place::Around, 500, u"XÃ HỒNG KHÊ"_s)
        .put(1, 152, Place::Around, 1500, u"Độc lập - Tự do"_s)
        .put(2, 220, Place::Around, 500, u"Số: 15/GKS"_s)
        .put(2, 224, Place::Around, 1500, u"Hồng Khê, ngày 5"_s)
        .put(3, 320, Place::Around, 1000, u"QUYẾT ĐỊNH CỦA CHỦ TỊCH VỀ VIỆC NÀY"_s);
    CHECK(paper.read() == QStringList{u"ỦY BAN NHÂN DÂN"_s, u"XÃ HỒNG KHÊ"_s, u"Số: 15/GKS"_s,
                                      u"CỘNG HÒA XÃ HỘI CHỦ NGHĨA"_s, u"Độc lập - Tự do"_s, u"Hồng Khê, ngày 5"_s,
                                      u"QUYẾT ĐỊNH CỦA CHỦ TỊCH VỀ VIỆC NÀY"_s});
}

TEST_CASE("Receivers stand beside the signature, whatever the seal was read as", "[ocr]")
{
    Paper paper;
    paper.put(0, 100, Place::From, 200, u"Nơi nhận:"_s)
        .put(0, 100, Place::Around, 1500, u"TM. ỦY BAN NHÂN DÂN"_s)
        .put(1, 150, Place::From, 200, u"- Như Điều 3;"_s)
        .put(1, 150, Place::Around, 1500, u"CHỦ TỊCH"_s)
        .put(2, 200, Place::From, 200, u"- Phòng LĐ-TB&XH và các đoàn thể;"_s)
        .put(2, 195, Place::From, 1250, u"/ƒ"_s, 0.3)
        .put(3, 250, Place::From, 200, u"- Lưu: VT."_s)
        .put(4, 300, Place::From, 900, u"`>— l"_s, 0.2)
        .put(5, 350, Place::Around, 1500, u"Bùi Văn Luận"_s);
    const QStringList lines = paper.read();
    CHECK(lines.mid(0, 4).filter(u"CHỦ TỊCH"_s).isEmpty());
    CHECK(lines.indexOf(u"- Lưu: VT."_s) < lines.indexOf(u"TM. ỦY BAN NHÂN DÂN"_s));
    CHECK(lines.last() == u"Bùi Văn Luận"_s);
}

TEST_CASE("Cells of a table row and halves of a form's line stay on one line", "[ocr]")
{
    SECTION("cells that layout analysis took for lines of their own")
    {
        Paper paper;
        paper.put(0, 100, Place::From, 100, u"STT"_s)
            .put(1, 100, Place::From, 600, u"Tên ngành"_s)
            .put(2, 100, Place::From, 1500, u"Mã ngành"_s)
            .put(3, 160, Place::From, 110, u"1"_s)
            .put(4, 160, Place::From, 300, u"Bán lẻ hàng hóa khác"_s)
            .put(5, 162, Place::From, 1530, u"4773"_s)
            .put(6, 220, Place::From, 1530, u"9521"_s)
            .put(7, 221, Place::From, 110, u"2 Sửa chữa thiết bị"_s);
        CHECK(paper.read() == QStringList{u"STT Tên ngành Mã ngành"_s, u"1 Bán lẻ hàng hóa khác 4773"_s,
                                          u"2 Sửa chữa thiết bị 9521"_s});
    }
    SECTION("text beside numbers")
    {
        Paper paper;
        for (int row = 0; row < 4; ++row)
            paper.put(row, 100 + 60 * row, Place::From, 200, u"Lệ phí hồ sơ số %1"_s.arg(row))
                .put(row, 100 + 60 * row, Place::Around, 1600, u"45.000"_s);
        CHECK(paper.read().constFirst() == u"Lệ phí hồ sơ số 0 45.000"_s);
    }
    SECTION("a form with two fields on a line")
    {
        Paper paper;
        paper.put(0, 100, Place::From, 200, u"Họ và tên: LÒ VĂN MINH"_s)
            .put(0, 100, Place::From, 1200, u"Giới tính: Nam"_s)
            .put(1, 160, Place::From, 200, u"Ngày sinh: 24/05/1985."_s)
            .put(1, 160, Place::From, 1230, u"Dân tộc: Tày"_s)
            .put(2, 220, Place::From, 200, u"Nơi thường trú: thôn Pò Cạu, xã Hồng Khê, huyện Bình Lãng"_s);
        CHECK(paper.read() == QStringList{u"Họ và tên: LÒ VĂN MINH Giới tính: Nam"_s,
                                          u"Ngày sinh: 24/05/1985. Dân tộc: Tày"_s,
                                          u"Nơi thường trú: thôn Pò Cạu, xã Hồng Khê, huyện Bình Lãng"_s});
    }
}

TEST_CASE("Two columns of running lines are read one after the other", "[ocr]")
{
    Paper paper;
    QStringList left;
    QStringList right;
    for (int row = 0; row < 5; ++row) {
        left.append(u"dòng chữ bên trái số %1"_s.arg(row));
        right.append(u"bên phải cũng vậy %1"_s.arg(row));
        paper.put(row, 100 + 50 * row, Place::From, 200, left.last())
            .put(row, 100 + 50 * row, Place::From, 1000, right.last());
    }
    CHECK(paper.read() == left + right);
}

TEST_CASE("Plain lines keep their order, nothing is lost", "[ocr]")
{
    Paper paper;
    paper.put(0, 300, Place::From, 100, u"dòng thứ ba"_s)
        .put(1, 100, Place::From, 100, u"dòng thứ nhất"_s)
        .put(2, 200, Place::From, 100, u"dòng thứ hai"_s);
    CHECK(paper.read() == QStringList{u"dòng thứ nhất"_s, u"dòng thứ hai"_s, u"dòng thứ ba"_s});
    std::vector<Word> none;
    orderForReading(none);
    CHECK(none.empty());
}
