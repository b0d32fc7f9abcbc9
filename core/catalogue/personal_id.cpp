// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/catalogue/personal_id.h"

#include <algorithm>

namespace sohoa {

namespace {

bool isDigits(const QString &text, qsizetype count)
{
    return text.size() == count &&
           std::all_of(text.begin(), text.end(), [](QChar c) { return c >= u'0' && c <= u'9'; });
}

} // namespace

std::optional<PersonalIdParts> parsePersonalId(const QString &digits)
{
    if (!isDigits(digits, 12) || digits[0] != u'0')
        return std::nullopt;
    const int century = digits[3].digitValue();
    return PersonalIdParts{digits.left(3), century % 2 == 0,
                           1900 + 100 * (century / 2) + digits.mid(4, 2).toInt()};
}

bool isOldIdNumber(const QString &digits)
{
    return isDigits(digits, 9);
}

} // namespace sohoa
