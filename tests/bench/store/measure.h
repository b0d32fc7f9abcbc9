// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"

#include <QString>

namespace sohoa::bench {

/// Prints what the store in `folder` weighs and how long it makes people wait: start, lists, review, reports,
/// search with `queries` queries of each kind.
Result<void> measureStore(const QString &folder, const QString &resources, int queries);

} // namespace sohoa::bench
