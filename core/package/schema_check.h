// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"

#include <QJsonObject>
#include <QStringList>

namespace sohoa {

/// What breaks the JSON Schema (draft 7) in `schemaFile`: places and rules, never values. Empty: it fits.
/// FileUnreadable (args: path) when the schema cannot be read or is none. Thread-safe.
Result<QStringList> schemaViolations(const QJsonObject &record, const QString &schemaFile);

} // namespace sohoa
