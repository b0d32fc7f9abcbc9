// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/dates.h"

#include <QString>

#include <array>
#include <optional>

namespace sohoa {

/// What a person does at this station. The text forms are part of the store and of the command line.
enum class UserRole { Clerk, Lead, Administrator };

inline constexpr std::array allUserRoles{UserRole::Clerk, UserRole::Lead, UserRole::Administrator};

QString toString(UserRole role);
std::optional<UserRole> userRoleFromString(const QString &text);

/// A person who signs in at this station. Users are never deleted, for the audit trail names them.
struct User {
    QString name; ///< As isUserName() allows; the audit trail's "who".
    UserRole role = UserRole::Clerk;
    bool active = true; ///< Those who are not cannot sign in.
    Instant createdAt;
    Instant changedAt;
};

/// 1 to 64 letters, digits, blanks, dots, dashes and low lines, a letter or digit first: what a vault's slot
/// takes.
bool isUserName(const QString &name);

} // namespace sohoa
