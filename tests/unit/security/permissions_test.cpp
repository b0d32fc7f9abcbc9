// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/security/permissions.h"
#include "tests/support/catch.h"

#include <QSet>

using namespace sohoa;

TEST_CASE("What each role may do", "[security]")
{
    using enum Permission;
    struct Line {
        Permission permission;
        bool clerk;
        bool lead;
        bool administrator;
    };
    constexpr std::array table{
        Line{Approve, true, true, true},   Line{Export, true, true, true},     Line{Overrule, false, true, true},
        Line{Settings, false, true, true}, Line{Maintain, false, false, true}, Line{Users, false, false, true},
    };
    QSet<QString> names;
    for (const Line &line : table) {
        INFO(toString(line.permission).toStdString());
        CHECK(mayDo(UserRole::Clerk, line.permission) == line.clerk);
        CHECK(mayDo(UserRole::Lead, line.permission) == line.lead);
        CHECK(mayDo(UserRole::Administrator, line.permission) == line.administrator);
        names.insert(toString(line.permission));
    }
    CHECK(names.size() == static_cast<qsizetype>(allPermissions.size()));
}
