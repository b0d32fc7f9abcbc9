// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "scanner/api/option.h"

#include <sane/sane.h>

namespace sohoa::scan {

/// A driver's description of an option as plain values, without its present value. Null pointers and lists that
/// drivers leave out are taken as empty.
Option optionFrom(const SANE_Option_Descriptor &descriptor, int index);

/// A driver's text. Backends that ignore the locale send Latin-1.
QString driverText(const char *text);

/// SANE's 16.16 fixed point.
double fromFixed(SANE_Fixed value);
SANE_Fixed toFixed(double value);

} // namespace sohoa::scan
