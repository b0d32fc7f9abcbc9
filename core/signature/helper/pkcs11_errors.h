// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"

#include <p11-kit/pkcs11.h>

namespace sohoa {

/// What a module's answer means: PinWrong, TokenLocked, TokenGone, or TokenFailed (args: code).
Error tokenError(CK_RV answer, const QString &call);

} // namespace sohoa
