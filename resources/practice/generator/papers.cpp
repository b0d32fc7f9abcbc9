// SPDX-License-Identifier: GPL-3.0-or-later
#include "papers.h"

#include "codes.h"
#include "seal.h"

namespace sohoa::practice {
using namespace Qt::StringLiterals;
namespace {

constexpr double Left = 30;
constexpr double Right = 193;
constexpr double HeadRight = 142;
constexpr double HeadLeft = 62;
constexpr double SignRight = 150;
constexpr double SignLeft = 66;

const Look Bold{.bold = true};
const Look Italic{.italic = true};
const Look Title{.points = 15, .bold = true};
const Look Small{.points = 11, .italic = true};

void placeAndDate(Sheet &sheet, const Office &office, const QDate &date, double y)
{
    sheet.centered(HeadRight, y, office.place + u", "_s + longDate(date), Italic);
}

/// Head of a paper that the People's Committee issues; returns nothing below y = 46.
void committeeHead(Sheet &sheet, const Case &dossier)
{
    sheet.centered(HeadLeft, 24, u"ỦY BAN NHÂN DÂN"_s, {.points = 12, .bold = true});
    sheet.centered(HeadLeft, 29.6, dossier.office.name.toUpper(), {.points = 12, .bold = true});
    sheet.line(HeadLeft - 10, 31.6, HeadLeft + 10);
    sheet.nationalHead(HeadRight, 24);
    sheet.centered(HeadLeft, 39, u"Số: "_s + dossier.number);
    placeAndDate(sheet, dossier.office, dossier.issued, 39);
}

void signedBy(Sheet &sheet, double centre, double y, const QStringList &titles, const QString &name, unsigned seed,
              const QString &hint = u"(Ký, ghi rõ họ, chữ đệm, tên)"_s)
{
    for (const QString &title : titles) {
        sheet.centered(centre, y, title, Bold);
        y += 5.6;
    }
    if (!hint.isEmpty())
        sheet.centered(centre, y, hint, Small);
    sheet.signature(centre - 14, y + 14, seed);
    sheet.centered(centre, y + 28, name, Bold);
}

void committeeSeal(Sheet &sheet, const Office &office, double x, double y, unsigned seed)
{
    const QString name = office.name.section(u' ', 1);
    drawSeal(sheet, x, y, u"U.B.N.D X. "_s + name.toUpper(), office.sealFoot, seed);
}

QString idText(const Person &person)
{
    return u"Căn cước công dân số "_s + person.id + u", cấp ngày "_s + shortDate(person.idIssued);
}

/// Sex, ethnic group and nationality share a line on every form.
void threeFields(Sheet &sheet, double y, const Person &person, bool dots)
{
    sheet.field(Left, 78, y, u"Giới tính:"_s, person.sex, false, dots);
    sheet.field(80, 132, y, u"Dân tộc:"_s, person.ethnicGroup, false, dots);
    sheet.field(134, Right, y, u"Quốc tịch:"_s, u"Việt Nam"_s, false, dots);
}

/// Head of a declaration: returns the baseline of the first field.
double declarationHead(Sheet &sheet, const QString &title, const Office &office)
{
    sheet.nationalHead(105, 24);
    sheet.centered(105, 43, title, Title);
    sheet.centered(105, 52, u"Kính gửi: Ủy ban nhân dân "_s + office.name);
    return 64;
}

double declarationEnd(Sheet &sheet, const Case &dossier, double y, unsigned seed)
{
    y = sheet.paragraph(y, u"Tôi cam đoan những nội dung khai trên đây là đúng sự thật và chịu trách nhiệm trước "
                           "pháp luật về nội dung cam đoan của mình."_s);
    sheet.left(Left, y + 2, u"Làm tại: "_s + dossier.office.place + u", "_s + longDate(dossier.received));
    const QString yes = u"Đề nghị cấp bản sao: Có"_s;
    const QString no = u", Không"_s;
    const double yesBox = Left + sheet.textWidth(yes) + 1.5;
    sheet.left(Left, y + 12, yes);
    sheet.box(yesBox, y + 12);
    sheet.left(yesBox + 4, y + 12, no);
    sheet.box(yesBox + 4 + sheet.textWidth(no) + 1.5, y + 12);
    sheet.left(Left, y + 19, u"Số lượng: ........ bản"_s);
    signedBy(sheet, SignRight, y + 13, {u"Người yêu cầu"_s}, dossier.applicant.name, seed);
    return y;
}

/// Label and value lines of equal distance.
class Form {
public:
    Form(Sheet &sheet, double y, double step, bool dots)
        : m_sheet(sheet)
        , m_y(y)
        , m_step(step)
        , m_dots(dots)
    {
    }
    void line(const QString &label, const QString &value, bool bold = false)
    {
        m_sheet.field(Left, Right, m_y, label, value, bold, m_dots);
        m_y += m_step;
    }
    void two(const QString &label, const QString &value, const QString &label2, const QString &value2)
    {
        m_sheet.field(Left, 98, m_y, label, value, false, m_dots);
        m_sheet.field(100, Right, m_y, label2, value2, false, m_dots);
        m_y += m_step;
    }
    void person(const Person &person)
    {
        threeFields(m_sheet, m_y, person, m_dots);
        m_y += m_step;
    }
    void heading(const QString &text)
    {
        m_sheet.left(Left, m_y, text, Bold);
        m_y += m_step;
    }
    void skip(double millimetres) { m_y += millimetres; }
    double y() const { return m_y; }

private:
    Sheet &m_sheet;
    double m_y;
    double m_step;
    bool m_dots;
};

void parent(Form &form, const QString &who, const Person &person)
{
    form.line(u"Họ, chữ đệm, tên người "_s + who + u':', person.name.toUpper(), true);
    form.two(u"Năm sinh:"_s, QString::number(person.birth.year()), u"Dân tộc:"_s, person.ethnicGroup);
    form.line(u"Nơi cư trú:"_s, person.residence);
}

} // namespace

QString longDate(const QDate &date)
{
    // Official style: days below 10 and the months 1 and 2 have a leading zero.
    const QString month = date.month() < 3 ? u"0%1"_s.arg(date.month()) : QString::number(date.month());
    return u"ngày %1 tháng %2 năm %3"_s.arg(date.day(), 2, 10, QChar(u'0')).arg(month).arg(date.year());
}

QString shortDate(const QDate &date)
{
    return date.toString(u"dd/MM/yyyy"_s);
}

QImage separatorSheet(const Case *dossier)
{
    Sheet sheet;
    const char *const sans = "Liberation Sans";
    sheet.centered(105, 52, u"TỜ NGĂN HỒ SƠ"_s, {.points = 30, .bold = true, .family = sans});
    const QString payload =
        dossier ? u"SOHOA-SEP;v=1;hs=%1;tt=%2"_s.arg(dossier->code, dossier->procedure) : u"SOHOA-SEP;v=1"_s;
    sheet.picture(68, 80, 74, 74, qrCode(payload));
    if (dossier) {
        sheet.centered(105, 176, u"Mã hồ sơ: "_s + dossier->code, {.points = 17, .bold = true, .family = sans});
        sheet.centered(105, 187, u"Mã thủ tục: "_s + dossier->procedure, {.points = 15, .family = sans});
    } else {
        sheet.centered(105, 178, u"Đặt tờ này trước mỗi hồ sơ khi quét"_s, {.points = 16, .family = sans});
    }
    sheet.centered(105, 226, u"Không bỏ tờ này vào kho lưu trữ"_s, {.points = 11, .family = sans});
    return sheet.finish();
}

QImage receiptSlip(const Case &dossier, const QStringList &components, const QString &days, const QDate &due)
{
    Sheet sheet;
    const QString name = u"UBND "_s + dossier.office.name.toUpper();
    sheet.centered(HeadLeft, 24, name, {.points = 12});
    sheet.centered(HeadLeft, 29.4, u"BỘ PHẬN TIẾP NHẬN"_s, {.points = 12, .bold = true});
    sheet.centered(HeadLeft, 34.8, u"VÀ TRẢ KẾT QUẢ"_s, {.points = 12, .bold = true});
    sheet.line(HeadLeft - 10, 36.8, HeadLeft + 10);
    sheet.nationalHead(HeadRight, 24);
    placeAndDate(sheet, dossier.office, dossier.received, 39);
    sheet.centered(HeadLeft, 42, u"Mã hồ sơ:"_s);
    sheet.centered(HeadLeft, 47.4, dossier.code);
    sheet.picture(34, 50.5, 56, 10.5, code128(dossier.code));
    sheet.picture(168, 44, 21, 21, qrCode(dossier.code));
    sheet.centered(105, 76, u"GIẤY TIẾP NHẬN HỒ SƠ VÀ HẸN TRẢ KẾT QUẢ"_s, Title);
    double y = 87;
    const auto line = [&](const QString &text) { y = sheet.paragraph(y, text, {}, 0) + 1.6; };
    line(u"Bộ phận Tiếp nhận và Trả kết quả Ủy ban nhân dân "_s + dossier.office.name);
    sheet.field(Left, Right, y, u"Tiếp nhận hồ sơ của:"_s, dossier.applicant.name, true);
    y += 7.6;
    line(u"Địa chỉ: "_s + dossier.applicant.residence);
    line(u"Nội dung yêu cầu giải quyết: "_s + dossier.procedureName + u" (mã thủ tục "_s + dossier.procedure +
         u")"_s);
    line(u"Thành phần hồ sơ nộp gồm:"_s);
    for (qsizetype i = 0; i < components.size(); ++i)
        line(u"%1. %2"_s.arg(i + 1).arg(components[i]) + (i + 1 < components.size() ? u";"_s : u"."_s));
    line(u"Số lượng hồ sơ: 01 (bộ)"_s);
    line(u"Thời gian giải quyết hồ sơ theo quy định là: "_s + days);
    line(u"Thời gian nhận hồ sơ: 08 giờ 35 phút, "_s + longDate(dossier.received));
    line(u"Thời gian trả kết quả giải quyết hồ sơ: 16 giờ 30 phút, "_s + longDate(due));
    line(u"Đăng ký nhận kết quả tại: Bộ phận Tiếp nhận và Trả kết quả."_s);
    y += 4;
    signedBy(sheet, SignLeft, y, {u"NGƯỜI NỘP HỒ SƠ"_s}, dossier.applicant.name, dossier.seed,
             u"(Ký và ghi rõ họ tên)"_s);
    signedBy(sheet, SignRight, y, {u"NGƯỜI TIẾP NHẬN HỒ SƠ"_s}, dossier.office.receptionist, 400,
             u"(Ký và ghi rõ họ tên)"_s);
    return sheet.finish();
}

QImage birthDeclaration(const BirthCase &dossier)
{
    Sheet sheet;
    Form form(sheet, declarationHead(sheet, u"TỜ KHAI ĐĂNG KÝ KHAI SINH"_s, dossier.office), 7.7, true);
    form.line(u"Họ, chữ đệm, tên người yêu cầu:"_s, dossier.applicant.name);
    form.line(u"Nơi cư trú:"_s, dossier.applicant.residence);
    form.line(u"Giấy tờ tùy thân:"_s, idText(dossier.applicant));
    form.line(u"Quan hệ với người được khai sinh:"_s, u"Cha đẻ"_s);
    form.heading(u"Đề nghị cơ quan đăng ký khai sinh cho người dưới đây:"_s);
    form.line(u"Họ, chữ đệm, tên:"_s, dossier.child.name.toUpper(), true);
    form.line(u"Ngày, tháng, năm sinh:"_s, shortDate(dossier.child.birth));
    form.line(u"Ghi bằng chữ:"_s, dossier.dateInWords);
    form.person(dossier.child);
    form.line(u"Nơi sinh:"_s, dossier.birthPlace);
    form.line(u"Quê quán:"_s, dossier.office.address());
    parent(form, u"mẹ"_s, dossier.mother);
    parent(form, u"cha"_s, dossier.father);
    form.skip(1);
    declarationEnd(sheet, dossier, form.y(), dossier.seed);
    return sheet.finish();
}

QImage liveBirthCertificate(const BirthCase &dossier)
{
    Sheet sheet;
    sheet.centered(HeadLeft, 24, dossier.clinicAbove.toUpper(), {.points = 12});
    sheet.centered(HeadLeft, 29.6, dossier.clinic.toUpper(), {.points = 12, .bold = true});
    sheet.line(HeadLeft - 10, 31.6, HeadLeft + 10);
    sheet.nationalHead(HeadRight, 24);
    sheet.centered(HeadLeft, 39, u"Số: "_s + dossier.clinicNumber);
    sheet.centered(HeadLeft, 45, u"Quyển số: 01"_s);
    sheet.centered(105, 60, u"GIẤY CHỨNG SINH"_s, {.points = 17, .bold = true});
    Form form(sheet, 74, 8.4, false);
    form.line(u"Họ và tên mẹ:"_s, dossier.mother.name.toUpper(), true);
    form.two(u"Năm sinh:"_s, QString::number(dossier.mother.birth.year()), u"Dân tộc:"_s,
             dossier.mother.ethnicGroup);
    form.line(u"Nơi thường trú:"_s, dossier.mother.residence);
    form.line(u"Số định danh cá nhân:"_s, dossier.mother.id);
    form.line(u"Đã sinh con vào lúc:"_s, dossier.birthTime + u", "_s + longDate(dossier.child.birth));
    form.line(u"Tại:"_s, dossier.birthPlace);
    form.two(u"Số lần sinh:"_s, u"01"_s, u"Số con trong lần sinh này:"_s, u"01"_s);
    form.two(u"Giới tính của con:"_s, dossier.child.sex, u"Cân nặng:"_s, u"%1 gam"_s.arg(dossier.grams));
    form.line(u"Dự kiến đặt tên con:"_s, dossier.child.name.toUpper(), true);
    form.line(u"Người đỡ đẻ:"_s, dossier.midwife);
    sheet.left(Left, form.y(), u"Ghi chú: Khai sinh trước 60 ngày tính từ ngày sinh của con."_s, Italic);
    const double y = form.y() + 14;
    sheet.centered(SignRight, y, dossier.office.place + u", "_s + longDate(dossier.child.birth.addDays(1)),
                   Italic);
    signedBy(sheet, SignLeft, y + 7, {u"Mẹ hoặc người nuôi dưỡng"_s}, dossier.mother.name, dossier.seed + 3,
             u"(Ký, ghi rõ họ tên)"_s);
    signedBy(sheet, SignRight, y + 7, {u"THỦ TRƯỞNG CƠ SỞ Y TẾ"_s}, dossier.doctor, 500,
             u"(Ký, ghi rõ họ tên, đóng dấu)"_s);
    drawSeal(sheet, SignRight - 18, y + 26, u"TRẠM Y TẾ "_s + dossier.office.name.section(u' ', 1).toUpper(),
             dossier.office.sealFoot, dossier.seed + 5);
    return sheet.finish();
}

QImage birthCertificate(const BirthCase &dossier)
{
    Sheet sheet;
    drawCertificateGround(sheet);
    sheet.centered(HeadLeft - 6, 25, u"ỦY BAN NHÂN DÂN"_s, {.points = 12, .bold = true});
    sheet.centered(HeadLeft - 6, 30.6, dossier.office.name.toUpper(), {.points = 12, .bold = true});
    sheet.nationalHead(HeadRight, 25);
    sheet.centered(105, 67, u"GIẤY KHAI SINH"_s, {.points = 22, .bold = true, .color = QColor(196, 24, 40)});
    sheet.centered(105, 74.5, u"Số: "_s + dossier.number);
    Form form(sheet, 86, 7.9, false);
    form.line(u"Họ, chữ đệm, tên:"_s, dossier.child.name.toUpper(), true);
    form.line(u"Ngày, tháng, năm sinh:"_s, shortDate(dossier.child.birth));
    form.line(u"Ghi bằng chữ:"_s, dossier.dateInWords);
    form.person(dossier.child);
    form.line(u"Nơi sinh:"_s, dossier.birthPlace);
    form.line(u"Quê quán:"_s, dossier.office.address());
    form.line(u"Số định danh cá nhân:"_s, dossier.child.id);
    parent(form, u"mẹ"_s, dossier.mother);
    parent(form, u"cha"_s, dossier.father);
    form.line(u"Họ, chữ đệm, tên người đi khai sinh:"_s, dossier.applicant.name);
    form.line(u"Giấy tờ tùy thân:"_s, idText(dossier.applicant));
    form.line(u"Nơi đăng ký khai sinh:"_s, u"Ủy ban nhân dân "_s + dossier.office.name);
    form.line(u"Ngày, tháng, năm đăng ký:"_s, shortDate(dossier.issued));
    const double y = form.y() + 3;
    signedBy(sheet, SignLeft, y, {u"CÔNG CHỨC TƯ PHÁP - HỘ TỊCH"_s}, dossier.office.registrar, 600, {});
    signedBy(sheet, SignRight, y, {u"CHỦ TỊCH"_s}, dossier.office.chairman, 700, {});
    committeeSeal(sheet, dossier.office, SignRight - 18, y + 13, dossier.seed + 7);
    return sheet.finish();
}

QImage deathDeclaration(const DeathCase &dossier)
{
    Sheet sheet;
    Form form(sheet, declarationHead(sheet, u"TỜ KHAI ĐĂNG KÝ KHAI TỬ"_s, dossier.office), 8, true);
    form.line(u"Họ, chữ đệm, tên người yêu cầu:"_s, dossier.applicant.name);
    form.line(u"Nơi cư trú:"_s, dossier.applicant.residence);
    form.line(u"Giấy tờ tùy thân:"_s, idText(dossier.applicant));
    form.line(u"Quan hệ với người đã chết:"_s, dossier.relation);
    form.heading(u"Đề nghị cơ quan đăng ký khai tử cho người có tên dưới đây:"_s);
    form.line(u"Họ, chữ đệm, tên:"_s, dossier.deceased.name.toUpper(), true);
    form.line(u"Ngày, tháng, năm sinh:"_s, shortDate(dossier.deceased.birth));
    form.person(dossier.deceased);
    form.line(u"Nơi cư trú cuối cùng:"_s, dossier.deceased.residence);
    form.line(u"Giấy tờ tùy thân:"_s, idText(dossier.deceased));
    form.line(u"Đã chết vào lúc:"_s, dossier.diedAt);
    form.line(u"Nơi chết:"_s, dossier.place);
    form.line(u"Nguyên nhân chết:"_s, dossier.cause);
    form.line(u"Số Giấy báo tử/Giấy tờ thay thế Giấy báo tử:"_s, dossier.noticeNumber);
    form.skip(2);
    declarationEnd(sheet, dossier, form.y(), dossier.seed);
    return sheet.finish();
}

QImage deathExtract(const DeathCase &dossier)
{
    Sheet sheet;
    committeeHead(sheet, dossier);
    sheet.centered(105, 58, u"TRÍCH LỤC KHAI TỬ"_s, {.points = 17, .bold = true});
    Form form(sheet, 73, 8.4, false);
    form.line(u"Họ, chữ đệm, tên:"_s, dossier.deceased.name.toUpper(), true);
    form.line(u"Ngày, tháng, năm sinh:"_s, shortDate(dossier.deceased.birth));
    form.person(dossier.deceased);
    form.line(u"Số định danh cá nhân:"_s, dossier.deceased.id);
    form.line(u"Nơi cư trú cuối cùng:"_s, dossier.deceased.residence);
    form.line(u"Đã chết vào lúc:"_s, dossier.diedAt);
    form.line(u"Ghi bằng chữ:"_s, dossier.dateInWords);
    form.line(u"Nơi chết:"_s, dossier.place);
    form.line(u"Nguyên nhân chết:"_s, dossier.cause);
    form.line(u"Đăng ký khai tử tại:"_s, u"Ủy ban nhân dân "_s + dossier.office.name);
    form.line(u"Họ, chữ đệm, tên người đi khai tử:"_s, dossier.applicant.name);
    form.line(u"Giấy tờ tùy thân:"_s, idText(dossier.applicant));
    const double y = form.y() + 8;
    signedBy(sheet, SignRight, y, {u"NGƯỜI KÝ TRÍCH LỤC"_s, u"CHỦ TỊCH"_s}, dossier.office.chairman, 700, {});
    committeeSeal(sheet, dossier.office, SignRight - 18, y + 18, dossier.seed + 7);
    return sheet.finish();
}

QImage maritalDeclaration(const MaritalCase &dossier)
{
    Sheet sheet;
    Form form(sheet, declarationHead(sheet, u"TỜ KHAI CẤP GIẤY XÁC NHẬN TÌNH TRẠNG HÔN NHÂN"_s, dossier.office), 8,
              true);
    form.line(u"Họ, chữ đệm, tên người yêu cầu:"_s, dossier.applicant.name);
    form.line(u"Nơi cư trú:"_s, dossier.applicant.residence);
    form.line(u"Giấy tờ tùy thân:"_s, idText(dossier.applicant));
    form.line(u"Quan hệ với người được cấp Giấy xác nhận tình trạng hôn nhân:"_s, u"Bản thân"_s);
    form.heading(u"Đề nghị cấp Giấy xác nhận tình trạng hôn nhân cho người có tên dưới đây:"_s);
    form.line(u"Họ, chữ đệm, tên:"_s, dossier.person.name.toUpper(), true);
    form.line(u"Ngày, tháng, năm sinh:"_s, shortDate(dossier.person.birth));
    form.person(dossier.person);
    form.line(u"Nơi cư trú:"_s, dossier.person.residence);
    form.line(u"Giấy tờ tùy thân:"_s, idText(dossier.person));
    form.line(u"Tình trạng hôn nhân:"_s, dossier.status);
    form.line(u"Trong thời gian cư trú tại:"_s, dossier.office.address());
    form.two(u"Từ ngày:"_s, dossier.periodFrom, u"Đến ngày:"_s, shortDate(dossier.received));
    form.line(u"Mục đích sử dụng Giấy xác nhận:"_s, dossier.purpose);
    form.skip(2);
    declarationEnd(sheet, dossier, form.y(), dossier.seed);
    return sheet.finish();
}

QImage maritalCertificate(const MaritalCase &dossier)
{
    Sheet sheet;
    committeeHead(sheet, dossier);
    sheet.centered(105, 57, u"GIẤY XÁC NHẬN TÌNH TRẠNG HÔN NHÂN"_s, Title);
    sheet.centered(105, 67, u"ỦY BAN NHÂN DÂN "_s + dossier.office.name.toUpper(), Bold);
    const double y = sheet.paragraph(76, u"Xét đề nghị của ông/bà "_s + dossier.applicant.name +
                                             u" về việc cấp Giấy xác nhận tình trạng hôn nhân,"_s);
    sheet.centered(105, y + 3, u"XÁC NHẬN:"_s, Bold);
    Form form(sheet, y + 13, 8.2, false);
    form.line(u"Họ, chữ đệm, tên:"_s, dossier.person.name.toUpper(), true);
    form.line(u"Ngày, tháng, năm sinh:"_s, shortDate(dossier.person.birth));
    form.person(dossier.person);
    form.line(u"Giấy tờ tùy thân:"_s, idText(dossier.person));
    form.line(u"Nơi cư trú:"_s, dossier.person.residence);
    form.line(u"Tình trạng hôn nhân:"_s, dossier.status, true);
    double end = sheet.paragraph(form.y(), u"Giấy này được cấp để: "_s + dossier.purpose + u"."_s);
    end = sheet.paragraph(end + 1.5, u"Giấy này có giá trị sử dụng trong thời hạn 6 tháng, kể từ ngày cấp."_s);
    end += 8;
    sheet.left(Left, end, u"Nơi nhận:"_s, {.points = 12, .bold = true, .italic = true});
    sheet.left(Left, end + 5, u"- Như trên;"_s, {.points = 11});
    sheet.left(Left, end + 9.6, u"- Lưu: HT."_s, {.points = 11});
    signedBy(sheet, SignRight, end, {u"TM. ỦY BAN NHÂN DÂN"_s, u"CHỦ TỊCH"_s}, dossier.office.chairman, 700, {});
    committeeSeal(sheet, dossier.office, SignRight - 18, end + 18, dossier.seed + 7);
    return sheet.finish();
}

} // namespace sohoa::practice
