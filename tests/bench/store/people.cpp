// SPDX-License-Identifier: GPL-3.0-or-later
#include "people.h"

#include <array>

namespace sohoa::bench {

using namespace Qt::StringLiterals;

namespace {

struct Weighted {
    const char *text;
    int weight;
};

constexpr std::array surnames{
    Weighted{"Nguyễn", 260}, Weighted{"Hoàng", 150}, Weighted{"Nông", 90},  Weighted{"Trần", 70},
    Weighted{"Lê", 60},      Weighted{"Triệu", 50},  Weighted{"Lý", 50},    Weighted{"Vi", 45},
    Weighted{"Phạm", 40},    Weighted{"Lương", 40},  Weighted{"Đặng", 30},  Weighted{"Dương", 30},
    Weighted{"Hà", 25},      Weighted{"Bế", 22},     Weighted{"Chu", 20},   Weighted{"Vũ", 20},
    Weighted{"Đỗ", 15},      Weighted{"Bùi", 15},    Weighted{"Phùng", 12}, Weighted{"Đàm", 10},
    Weighted{"Hứa", 10},     Weighted{"Mã", 8},      Weighted{"Lành", 6},   Weighted{"Bàn", 6},
    Weighted{"Lộc", 4},      Weighted{"Âu", 2},      Weighted{"Thàng", 1}};
constexpr std::array middlesOfMen{
    Weighted{"Văn", 420}, Weighted{"Đức", 60},  Weighted{"Minh", 60}, Weighted{"Quang", 50}, Weighted{"Xuân", 40},
    Weighted{"Ngọc", 40}, Weighted{"Hữu", 30},  Weighted{"Đình", 30}, Weighted{"Công", 30},  Weighted{"Mạnh", 30},
    Weighted{"Duy", 25},  Weighted{"Quốc", 25}, Weighted{"Gia", 20},  Weighted{"Bảo", 15},   Weighted{"Viết", 8}};
constexpr std::array middlesOfWomen{Weighted{"Thị", 460},     Weighted{"Thị Thu", 50},  Weighted{"Thị Ngọc", 40},
                                    Weighted{"Thị Hồng", 40}, Weighted{"Thị Bích", 25}, Weighted{"Thúy", 25},
                                    Weighted{"Ngọc", 40},     Weighted{"Khánh", 20},    Weighted{"Phương", 20},
                                    Weighted{"Bảo", 15},      Weighted{"Kim", 10},      Weighted{"Diệu", 6}};
constexpr std::array givenOfMen{
    Weighted{"Hùng", 50},  Weighted{"Dũng", 48},  Weighted{"Tuấn", 48},  Weighted{"Cường", 44},
    Weighted{"Anh", 44},   Weighted{"Minh", 40},  Weighted{"Sơn", 40},   Weighted{"Nam", 38},
    Weighted{"Thắng", 36}, Weighted{"Hiếu", 34},  Weighted{"Đạt", 30},   Weighted{"Huy", 30},
    Weighted{"Long", 28},  Weighted{"Phong", 26}, Weighted{"Bình", 26},  Weighted{"Kiên", 24},
    Weighted{"Trung", 24}, Weighted{"Quân", 22},  Weighted{"Tùng", 22},  Weighted{"Hải", 22},
    Weighted{"Đông", 10},  Weighted{"Bằng", 10},  Weighted{"Thịnh", 10}, Weighted{"Khải", 6},
    Weighted{"Lực", 5},    Weighted{"Dền", 2},    Weighted{"Choòng", 1}, Weighted{"Khoằn", 1}};
constexpr std::array givenOfWomen{
    Weighted{"Hương", 50},  Weighted{"Lan", 48},   Weighted{"Hoa", 46},   Weighted{"Thủy", 42},
    Weighted{"Hằng", 40},   Weighted{"Linh", 40},  Weighted{"Trang", 38}, Weighted{"Mai", 36},
    Weighted{"Nga", 34},    Weighted{"Thảo", 32},  Weighted{"Yến", 28},   Weighted{"Huyền", 28},
    Weighted{"Phượng", 22}, Weighted{"Đào", 16},   Weighted{"Loan", 16},  Weighted{"Nhung", 16},
    Weighted{"Oanh", 14},   Weighted{"Quỳnh", 14}, Weighted{"Vân", 12},   Weighted{"Xuyến", 8},
    Weighted{"Mẩy", 4},     Weighted{"Slay", 2},   Weighted{"Ghín", 1}};
constexpr std::array hamlets{"Nà Pàn",   "Bản Khoai",  "Khuổi Lùng", "Pò Mã",       "Tân Lập",   "Nà Chuông",
                             "Cốc Lùng", "Phai Luông", "Đồng Én",    "Quảng Trung", "Khòn Pá",   "Lũng Phầy",
                             "Bó Củng",  "Thâm Mò",    "Nà Hán",     "Yên Thủy",    "Còn Toòng", "Bản Téng"};

template <size_t size> QString pickWeighted(Dice &dice, const std::array<Weighted, size> &list)
{
    int total = 0;
    for (const Weighted &entry : list)
        total += entry.weight;
    int at = dice.below(total);
    for (const Weighted &entry : list) {
        at -= entry.weight;
        if (at < 0)
            return QString::fromUtf8(entry.text);
    }
    return QString::fromUtf8(list.back().text);
}

} // namespace

QString Dice::digits(int count)
{
    QString text;
    for (int i = 0; i < count; ++i)
        text += QChar(u'0' + below(10));
    return text;
}

QDate Dice::between(const QDate &first, const QDate &last)
{
    return first.addDays(below(static_cast<int>(first.daysTo(last)) + 1));
}

Person makePerson(Dice &dice, const QString &commune)
{
    Person person;
    person.woman = dice.chance(50);
    person.name = pickWeighted(dice, surnames) + u' ' +
                  (person.woman ? pickWeighted(dice, middlesOfWomen) : pickWeighted(dice, middlesOfMen)) + u' ' +
                  (person.woman ? pickWeighted(dice, givenOfWomen) : pickWeighted(dice, givenOfMen));
    person.born = dice.between(QDate(1940, 1, 1), QDate(2024, 12, 31));
    const int century = person.born.year() >= 2000 ? 2 : 0;
    person.id = u"020"_s + QString::number(century + (person.woman ? 1 : 0)) + person.born.toString(u"yy") +
                dice.digits(6);
    person.address = u"thôn %1, %2, tỉnh Lạng Sơn"_s.arg(QString::fromUtf8(dice.pick(hamlets)), commune);
    return person;
}

} // namespace sohoa::bench
