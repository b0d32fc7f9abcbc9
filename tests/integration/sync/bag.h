// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sync/outbox_port.h"

#include <QString>

namespace sohoa::test {

/// Writes the smallest bag of `payload` bytes (content from `seed`) into `folder`, and says how it is queued.
/// Under a new id when none is given.
OutboxItem makePackage(const QString &folder, qint64 payload, unsigned seed = 1, const PackageId &id = {});

} // namespace sohoa::test
