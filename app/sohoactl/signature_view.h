// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/signature/signature_inspection.h"

#include <QJsonArray>
#include <QStringList>

namespace sohoa {

/// Signatures as `verify` tells them: objects, and a line for each with what is wrong with it.
QJsonArray signaturesToJson(const std::vector<SignatureFacts> &signatures);
QStringList signatureLines(const std::vector<SignatureFacts> &signatures);

/// Every one holds, and nobody is untrusted as far as that was asked.
bool areSound(const std::vector<SignatureFacts> &signatures);

} // namespace sohoa
