// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/signature/signature_inspection.h"

namespace sohoa {

/// Name of the form field that bears the n-th (from 1) signature of a role: "Sohoa-officer-1".
QString fieldName(SignatureRole role, int number);
/// The role that such a name tells; Unknown for any other name.
SignatureRole roleOfField(const QString &name);

} // namespace sohoa
