// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/security/permissions.h"

#include <algorithm>

namespace sohoa {

using namespace Qt::StringLiterals;

namespace {

struct Right {
    Permission permission;
    UserRole least; ///< This role and those above it.
    const char *name;
};

constexpr std::array rights{
    Right{Permission::Approve, UserRole::Clerk, "approve"},
    Right{Permission::Export, UserRole::Clerk, "export"},
    Right{Permission::Overrule, UserRole::Lead, "overrule"},
    Right{Permission::Settings, UserRole::Lead, "settings"},
    Right{Permission::Maintain, UserRole::Administrator, "maintain"},
    Right{Permission::Users, UserRole::Administrator, "users"},
};
static_assert(rights.size() == allPermissions.size());

const Right &rightOf(Permission permission)
{
    return *std::ranges::find(rights, permission, &Right::permission);
}

} // namespace

QString toString(Permission permission)
{
    return QString::fromLatin1(rightOf(permission).name);
}

bool mayDo(UserRole role, Permission permission)
{
    return role >= rightOf(permission).least;
}

} // namespace sohoa
