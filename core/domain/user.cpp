// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/user.h"

#include <QRegularExpression>

#include <algorithm>

namespace sohoa {

using namespace Qt::StringLiterals;

QString toString(UserRole role)
{
    switch (role) {
    case UserRole::Clerk:
        return u"clerk"_s;
    case UserRole::Lead:
        return u"lead"_s;
    case UserRole::Administrator:
        return u"administrator"_s;
    }
    Q_UNREACHABLE();
}

std::optional<UserRole> userRoleFromString(const QString &text)
{
    const auto role = std::ranges::find_if(allUserRoles, [&](UserRole one) { return toString(one) == text; });
    return role == allUserRoles.end() ? std::nullopt : std::optional(*role);
}

bool isUserName(const QString &name)
{
    static const QRegularExpression form(u"\\A[\\p{L}\\p{N}][\\p{L}\\p{M}\\p{N} ._-]{0,63}\\z"_s);
    return form.match(name).hasMatch();
}

} // namespace sohoa
