// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "scanner/api/scan_plan.h"

namespace sohoa {

/// What a scanner does otherwise than wished, to the person who is about to start the stack.
QString adjustmentSentence(const Adjustment &adjustment);

} // namespace sohoa
