// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace sohoa::test {

/// Makes `folder` a store with the first practice stack scanned, read and sorted. The stack is read once in a
/// program; every further call copies.
void copyPreparedStore(const QString &folder);

} // namespace sohoa::test
