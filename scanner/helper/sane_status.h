// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"

#include <sane/sane.h>

namespace sohoa::scan {

/// What a status of SANE means to the person at the desk. INVAL is left to the caller, who knows what was invalid:
/// here it counts as DeviceIoError, since a driver has no cause to find a read or a start invalid.
ErrorCode errorCode(SANE_Status status);

/// "sane_read: Document feeder jammed" under its code.
Error saneError(const char *call, SANE_Status status);

} // namespace sohoa::scan
