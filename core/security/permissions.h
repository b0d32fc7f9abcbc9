// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/user.h"

#include <array>

namespace sohoa {

/// What not everybody may do; everything else (scanning, correcting, searching, sending) every user may.
enum class Permission {
    Approve,  ///< Approve, reopen and sign dossiers.
    Export,   ///< Take PDFs and records out of the store.
    Overrule, ///< Approve although a finding stands.
    Settings, ///< Targets, catalogue, hours, campaign, what was learned, the desk's name.
    Maintain, ///< Repair the store.
    Users,    ///< Add users, change roles and others' passwords.
};

inline constexpr std::array allPermissions{Permission::Approve,  Permission::Export,   Permission::Overrule,
                                           Permission::Settings, Permission::Maintain, Permission::Users};

/// "approve": the argument `action` of the refusal.
QString toString(Permission permission);

bool mayDo(UserRole role, Permission permission);

} // namespace sohoa
