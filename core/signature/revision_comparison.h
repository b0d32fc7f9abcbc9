// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/signature/signature_inspection.h"

#include <QByteArray>

namespace sohoa {

/// What incremental updates have made of a PDF since its first `end` bytes were the whole of it. SignaturesOnly
/// when they added signature fields, signed empty ones or added validation data (DSS), and touched nothing else.
/// Judged by the cross-reference tables: an object that still stands at its old place is unchanged. Whatever makes
/// no sense counts as Other; nothing is thrown.
LaterChanges changesSince(const QByteArray &file, qint64 end);

} // namespace sohoa
