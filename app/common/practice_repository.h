// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/base/error.h"

#include <QString>

namespace sohoa {

/// The other side of a folder target, for practice: looks at every package that was handed over as a province
/// would (a valid bag, a record that fits the schema) and writes its receipt, accepted or rejected with the
/// reasons. Gives the number of receipts written; packages that have one are left alone. Errors: FileUnwritable
/// (args: path), DiskFull.
Result<int> answerHandOvers(const QString &folder, const QString &packageSchema, const Clock &clock);

} // namespace sohoa
