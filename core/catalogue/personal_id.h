// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <optional>

namespace sohoa {

/// What a personal number (số định danh cá nhân, 12 digits) says: PPP C YY SSSSSS. There is no check digit.
/// Source: domain handbook 3.1 (Decree 137/2015, Circular 59/2021/TT-BCA).
struct PersonalIdParts {
    QString province; ///< First three digits.
    bool male = false;
    int birthYear = 0; ///< 1900..2399
};

/// Nothing when `digits` is not twelve digits beginning with 0.
std::optional<PersonalIdParts> parsePersonalId(const QString &digits);

/// Nine digits: the old identity card (CMND).
bool isOldIdNumber(const QString &digits);

} // namespace sohoa
