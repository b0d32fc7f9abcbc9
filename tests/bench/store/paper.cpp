// SPDX-License-Identifier: GPL-3.0-or-later
#include "paper.h"

#include <QJsonArray>

#include <algorithm>

namespace sohoa::bench {

using namespace Qt::StringLiterals;

namespace {

QString spoken(const QDate &date)
{
    return u"ngày %1 tháng %2 năm %3"_s.arg(date.day(), 2, 10, QChar(u'0'))
        .arg(date.month(), 2, 10, QChar(u'0'))
        .arg(date.year());
}

QString written(const QDate &date)
{
    return date.toString(u"dd/MM/yyyy");
}

QStringList head(const Matter &matter)
{
    return {matter.agency.toUpper(), u"CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"_s, u"Độc lập - Tự do - Hạnh phúc"_s};
}

QStringList aboutPerson(const QString &role, const Person &person)
{
    return {
        u"Họ, chữ đệm, tên %1: %2"_s.arg(role, person.name),
        u"Ngày, tháng, năm sinh: %1  Giới tính: %2"_s.arg(written(person.born), person.woman ? u"Nữ"_s : u"Nam"_s),
        u"Dân tộc: Nùng  Quốc tịch: Việt Nam"_s, u"Nơi cư trú: %1"_s.arg(person.address),
        u"Giấy tờ tùy thân: CCCD số %1 do Cục Cảnh sát cấp"_s.arg(person.id)};
}

QStringList receipt(const Matter &matter, Dice &dice)
{
    return head(matter) +
           QStringList{
               u"Mã hồ sơ: "_s + matter.code,
               u"GIẤY TIẾP NHẬN HỒ SƠ VÀ HẸN TRẢ KẾT QUẢ"_s,
               u"Tiếp nhận hồ sơ của: "_s + matter.person.name,
               u"Địa chỉ: "_s + matter.person.address,
               u"Số điện thoại: 09"_s + dice.digits(8),
               u"Nội dung yêu cầu giải quyết: "_s + matter.procedure,
               u"Thành phần hồ sơ nộp gồm: 1. Tờ khai theo mẫu; 2. Bản chụp giấy tờ tùy thân"_s,
               u"Số lượng hồ sơ: 01 (bộ)"_s,
               u"Thời gian giải quyết hồ sơ theo quy định là: %1 ngày làm việc"_s.arg(1 + dice.below(20)),
               u"Thời gian nhận hồ sơ: %1 giờ %2 phút, %3"_s.arg(7 + dice.below(10))
                   .arg(dice.below(60))
                   .arg(spoken(matter.received)),
               u"Thời gian trả kết quả: 16 giờ 00 phút, "_s + spoken(matter.issued),
               u"Vào sổ theo dõi hồ sơ, quyển số %1, số thứ tự %2"_s.arg(1 + dice.below(3)).arg(dice.below(900)),
               u"NGƯỜI NỘP HỒ SƠ"_s,
               matter.person.name,
               u"NGƯỜI TIẾP NHẬN HỒ SƠ"_s,
               matter.official};
}

QStringList form(const Matter &matter)
{
    return head(matter).mid(1) + QStringList{u"TỜ KHAI"_s, matter.procedure, u"Kính gửi: "_s + matter.agency} +
           aboutPerson(u"người yêu cầu"_s, matter.person) +
           QStringList{u"Đề nghị cơ quan giải quyết cho người có tên dưới đây theo quy định của pháp luật:"_s} +
           aboutPerson(u"người mẹ"_s, matter.mother) + aboutPerson(u"người cha"_s, matter.father) +
           QStringList{
               u"Tôi cam đoan những nội dung khai trên đây là đúng sự thật và chịu trách nhiệm trước pháp luật về"
               u" cam đoan của mình."_s,
               u"Làm tại: %1, %2"_s.arg(matter.agency, spoken(matter.received)), u"Người yêu cầu"_s,
               matter.person.name};
}

QStringList identityCard(const Matter &matter)
{
    return {u"CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"_s,
            u"CĂN CƯỚC CÔNG DÂN Citizen Identity Card"_s,
            u"Số / No.: "_s + matter.person.id,
            u"Họ và tên / Full name: "_s + matter.person.name.toUpper(),
            u"Ngày sinh / Date of birth: "_s + written(matter.person.born),
            u"Quê quán / Place of origin: "_s + matter.agency,
            u"Nơi thường trú / Place of residence: "_s + matter.person.address,
            u"Có giá trị đến: "_s + written(matter.person.born.addYears(60))};
}

QStringList result(const Matter &matter)
{
    return head(matter) + QStringList{u"Số: "_s + matter.number, matter.result.toUpper()} +
           aboutPerson(u"người được cấp"_s, matter.person) + aboutPerson(u"người mẹ"_s, matter.mother) +
           aboutPerson(u"người cha"_s, matter.father) +
           QStringList{u"Nơi đăng ký: "_s + matter.agency,
                       u"Ngày, tháng, năm đăng ký: "_s + written(matter.issued), u"TM. ỦY BAN NHÂN DÂN CHỦ TỊCH"_s,
                       matter.official};
}

/// Words as free as people write them, out of the syllables of names and places.
QStringList statement(const Matter &matter, Dice &dice)
{
    static const QStringList syllables =
        u"gia đình tôi có thửa đất tại phía đông giáp ruộng ông bà chúng cùng nhau sử dụng từ năm trước đến nay "
        u"không"
        u" tranh chấp với ai đã nộp đủ thuế xin xác nhận để làm thủ tục vay vốn ngân hàng nuôi trâu trồng hồi quế"
        u" lúa ngô khoai nhà cửa cột kèo mái ngói suối đèo mương bờ rào cây mít giếng nước con gái trai út cả thứ "
        u"hai"
        u" ba lấy chồng vợ chuyển khẩu theo học trường lớp nghỉ ốm đau bệnh viện mổ khám thương binh liệt sĩ"_s
            .split(u' ');
    QStringList lines = head(matter).mid(1) + QStringList{u"ĐƠN ĐỀ NGHỊ"_s, u"Kính gửi: "_s + matter.agency,
                                                          u"Tên tôi là: "_s + matter.person.name};
    for (int line = 10 + dice.below(12); line > 0; --line) {
        QStringList words;
        for (int word = 12; word > 0; --word)
            words.append(dice.pick(syllables));
        if (dice.chance(30))
            words[6] = QString::number(1 + dice.below(999));
        lines.append(words.join(u' '));
    }
    return lines + QStringList{u"Tôi xin chân thành cảm ơn./."_s, spoken(matter.received), matter.person.name};
}

QString misread(QString word, Dice &dice)
{
    static const QString letters = u"aáàạăâeêioôơuưynhctmlđ1l0"_s;
    word[dice.below(static_cast<int>(word.size()))] = dice.pick(letters);
    return word;
}

QJsonObject rounded(const QString &key, int thousandths)
{
    return {{key, thousandths / 1000.0}};
}

} // namespace

QStringList linesOf(Paper paper, const Matter &matter, Dice &dice)
{
    QStringList lines;
    switch (paper) {
    case Paper::Receipt:
        lines = receipt(matter, dice);
        break;
    case Paper::Form:
        lines = form(matter);
        break;
    case Paper::IdentityCard:
        lines = identityCard(matter);
        break;
    case Paper::Result:
        lines = result(matter);
        break;
    case Paper::Statement:
        lines = statement(matter, dice);
        break;
    }
    constexpr int slip = 40;
    for (QString &line : lines) {
        QStringList words = line.simplified().split(u' ', Qt::SkipEmptyParts);
        for (QString &word : words)
            if (dice.below(slip) == 0)
                word = misread(word, dice);
        line = words.join(u' ');
    }
    return lines;
}

PageReading readingOf(const QStringList &lines, Dice &dice)
{
    PageReading reading;
    reading.width = 2460 + dice.below(40);
    reading.height = 3490 + dice.below(40);
    reading.dpi = 300;
    reading.skewDeg = (dice.below(400) - 200) / 100.0;
    reading.crop = {dice.below(20), dice.below(20), reading.width, reading.height};
    reading.paper = u"A4"_s;
    reading.text = lines.join(u'\n');
    reading.look = dice.bits();
    reading.version =
        u"perspective/1 orientation/2 paper/2 deskew/1 crop/1 blank/2 codes/1 patch/1 look/1 ink/1 faults/1"
        u" reading/1 layers/1 tesseract-5.3.0/2"_s;
    for (const QString &stage :
         {u"orientation"_s, u"deskew"_s, u"crop"_s, u"seal_color"_s, u"blank"_s, u"faults"_s})
        reading.stages.push_back({stage, stage + u"/1"_s, dice.chance(40), false, dice.below(1000) / 1000.0,
                                  rounded(u"measured"_s, dice.below(9000))});
    int top = 200 + dice.below(60);
    double sum = 0;
    for (int line = 0; line < lines.size(); ++line) {
        int left = 240 + dice.below(30);
        for (const QString &text : lines[line].split(u' ', Qt::SkipEmptyParts)) {
            const int width = static_cast<int>(text.size()) * 23 + dice.below(12);
            const double confidence = (850 + dice.below(150)) / 1000.0;
            reading.words.push_back(
                {text, {left, top + dice.below(5), width, 38 + dice.below(12)}, confidence, line});
            left += width + 12 + dice.below(8);
            sum += confidence;
        }
        top += 66 + dice.below(8);
    }
    reading.confidence = reading.words.empty() ? 0 : sum / static_cast<double>(reading.words.size());
    return reading;
}

} // namespace sohoa::bench
