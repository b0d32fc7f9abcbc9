// SPDX-License-Identifier: GPL-3.0-or-later
#include "dossiers.h"

namespace sohoa::practice {
using namespace Qt::StringLiterals;
namespace {

Office officeBefore2025()
{
    return {.name = u"xã Hoa Lâm Thượng"_s,
            .place = u"Hoa Lâm Thượng"_s,
            .above = u"huyện Lâm Khê, tỉnh Lạng Sơn"_s,
            .sealFoot = u"H. LÂM KHÊ - T. LẠNG SƠN"_s,
            .chairman = u"Lương Quốc Hưởng"_s,
            .registrar = u"Nguyễn Thị Thủy Tiên"_s,
            .receptionist = u"Bế Thị Mỹ Duyên"_s};
}

/// After July 2025 a commune stands directly under its province.
Office officeSince2025()
{
    return {.name = u"xã Hoa Lâm"_s,
            .place = u"Hoa Lâm"_s,
            .above = u"tỉnh Lạng Sơn"_s,
            .sealFoot = u"TỈNH LẠNG SƠN"_s,
            .chairman = u"Phùng Đức Thuận"_s,
            .registrar = u"Nguyễn Thị Thủy Tiên"_s,
            .receptionist = u"Bế Thị Mỹ Duyên"_s};
}

} // namespace

BirthCase birthOfNguyen()
{
    BirthCase dossier;
    dossier.office = officeBefore2025();
    dossier.code = u"000.00.16.H37-240513-0007"_s;
    dossier.procedure = u"1.001193"_s;
    dossier.procedureName = u"Thủ tục đăng ký khai sinh"_s;
    dossier.received = QDate(2024, 5, 13);
    dossier.issued = QDate(2024, 5, 13);
    dossier.number = u"31/2024"_s;
    dossier.seed = 11;
    const QString home = u"thôn Nà Phấy, "_s + dossier.office.address();
    dossier.father = {u"Lý Văn Thưởng"_s, u"Nam"_s, QDate(1994, 8, 21), u"Nùng"_s, u"020094000318"_s,
                      QDate(2021, 7, 9),  home};
    dossier.mother = {u"Hoàng Thị Ngọc Ánh"_s, u"Nữ"_s, QDate(1997, 3, 5), u"Tày"_s, u"020197000442"_s,
                      QDate(2021, 7, 9),       home};
    dossier.child = {u"Lý Khánh Nguyên"_s, u"Nữ"_s, QDate(2024, 5, 2), u"Nùng"_s, u"020324000127"_s, {}, {}};
    dossier.applicant = dossier.father;
    dossier.birthPlace = u"Trạm Y tế "_s + dossier.office.address();
    dossier.birthTime = u"05 giờ 20 phút"_s;
    dossier.dateInWords = u"Ngày hai, tháng năm, năm hai nghìn không trăm hai mươi tư"_s;
    dossier.grams = 3150;
    dossier.clinic = u"Trạm Y tế xã Hoa Lâm Thượng"_s;
    dossier.clinicAbove = u"TTYT huyện Lâm Khê"_s;
    dossier.clinicNumber = u"18/GCS"_s;
    dossier.doctor = u"Y sĩ Đàm Thị Quỳnh"_s;
    dossier.midwife = u"Hộ sinh Vy Thị Bưởi"_s;
    return dossier;
}

MaritalCase maritalStatusOfKhai()
{
    MaritalCase dossier;
    dossier.office = officeBefore2025();
    dossier.code = u"000.00.16.H37-240514-0002"_s;
    dossier.procedure = u"1.004873"_s;
    dossier.procedureName = u"Thủ tục cấp Giấy xác nhận tình trạng hôn nhân"_s;
    dossier.received = QDate(2024, 5, 14);
    dossier.issued = QDate(2024, 5, 16);
    dossier.number = u"47/UBND-XNTTHN"_s;
    dossier.seed = 23;
    dossier.person = {u"Nông Đức Khải"_s,
                      u"Nam"_s,
                      QDate(1998, 9, 17),
                      u"Nùng"_s,
                      u"020098000561"_s,
                      QDate(2022, 2, 25),
                      u"thôn Khuổi Vịt, "_s + dossier.office.address()};
    dossier.applicant = dossier.person;
    dossier.status = u"Chưa đăng ký kết hôn với ai"_s;
    dossier.purpose = u"đăng ký kết hôn với chị Mã Thị Hồng Gấm"_s;
    dossier.periodFrom = u"17/09/2018"_s;
    return dossier;
}

DeathCase deathOfSuong()
{
    DeathCase dossier;
    dossier.office = officeBefore2025();
    dossier.code = u"000.00.16.H37-240603-0011"_s;
    dossier.procedure = u"1.000656"_s;
    dossier.procedureName = u"Thủ tục đăng ký khai tử"_s;
    dossier.received = QDate(2024, 6, 3);
    dossier.issued = QDate(2024, 6, 3);
    dossier.number = u"12/TLKT"_s;
    dossier.seed = 37;
    const QString home = u"thôn Pác Cướm, "_s + dossier.office.address();
    dossier.deceased = {u"Đàm Thị Sưởng"_s, u"Nữ"_s, QDate(1941, 11, 30), u"Tày"_s, u"020141000093"_s,
                        QDate(2021, 4, 12), home};
    dossier.applicant = {u"Vi Hữu Phước"_s,  u"Nam"_s, QDate(1966, 1, 8), u"Tày"_s, u"020066000275"_s,
                         QDate(2021, 4, 12), home};
    dossier.diedAt = u"03 giờ 40 phút, ngày 28 tháng 5 năm 2024"_s;
    dossier.dateInWords = u"Ngày hai mươi tám, tháng năm, năm hai nghìn không trăm hai mươi tư"_s;
    dossier.place = u"Tại nhà riêng, thôn Pác Cướm, xã Hoa Lâm Thượng"_s;
    dossier.cause = u"Tuổi già sức yếu"_s;
    dossier.noticeNumber = u"09/GBT-TYT, ngày 29/05/2024"_s;
    dossier.relation = u"Con trai"_s;
    return dossier;
}

BirthCase birthOfLam()
{
    BirthCase dossier;
    dossier.office = officeBefore2025();
    dossier.code = u"000.00.16.H37-240604-0003"_s;
    dossier.procedure = u"1.001193"_s;
    dossier.procedureName = u"Thủ tục đăng ký khai sinh"_s;
    dossier.received = QDate(2024, 6, 4);
    dossier.issued = QDate(2024, 6, 4);
    dossier.number = u"38/2024"_s;
    dossier.seed = 41;
    const QString home = u"thôn Bó Luông, "_s + dossier.office.address();
    dossier.father = {u"Chu Quang Việt"_s, u"Nam"_s, QDate(1990, 12, 2), u"Kinh"_s, u"020090000736"_s,
                      QDate(2022, 8, 15),  home};
    dossier.mother = {u"Triệu Mùi Sểnh"_s, u"Nữ"_s, QDate(1993, 6, 24), u"Dao"_s, u"020193000614"_s,
                      QDate(2022, 8, 15),  home};
    dossier.child = {u"Chu Bảo Lâm"_s, u"Nam"_s, QDate(2024, 5, 19), u"Kinh"_s, u"020224000205"_s, {}, {}};
    dossier.applicant = dossier.father;
    dossier.birthPlace = u"Trạm Y tế "_s + dossier.office.address();
    dossier.birthTime = u"22 giờ 45 phút"_s;
    dossier.dateInWords = u"Ngày mười chín, tháng năm, năm hai nghìn không trăm hai mươi tư"_s;
    dossier.grams = 3400;
    dossier.clinic = u"Trạm Y tế xã Hoa Lâm Thượng"_s;
    dossier.clinicAbove = u"TTYT huyện Lâm Khê"_s;
    dossier.clinicNumber = u"21/GCS"_s;
    dossier.doctor = u"Y sĩ Đàm Thị Quỳnh"_s;
    dossier.midwife = u"Hộ sinh Vy Thị Bưởi"_s;
    return dossier;
}

MaritalCase maritalStatusOfXuyen()
{
    MaritalCase dossier;
    dossier.office = officeSince2025();
    dossier.code = u"000.00.16.H37-250912-0004"_s;
    dossier.procedure = u"1.004873"_s;
    dossier.procedureName = u"Thủ tục cấp Giấy xác nhận tình trạng hôn nhân"_s;
    dossier.received = QDate(2025, 9, 12);
    dossier.issued = QDate(2025, 9, 15);
    dossier.number = u"09/UBND-XNTTHN"_s;
    dossier.seed = 53;
    dossier.person = {u"Lành Thị Xuyến"_s,
                      u"Nữ"_s,
                      QDate(1989, 4, 11),
                      u"Tày"_s,
                      u"020189000827"_s,
                      QDate(2023, 1, 6),
                      u"thôn Tổng Chảo, "_s + dossier.office.address()};
    dossier.applicant = dossier.person;
    dossier.status = u"Đã ly hôn, hiện tại chưa đăng ký kết hôn với ai"_s;
    dossier.purpose = u"làm thủ tục vay vốn ngân hàng"_s;
    dossier.periodFrom = u"20/10/2021"_s;
    return dossier;
}

} // namespace sohoa::practice
