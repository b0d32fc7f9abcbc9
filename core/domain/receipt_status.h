// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <optional>

namespace sohoa {

/// What a repository says about a package. Accepted and rejected are final.
enum class ReceiptStatus { Accepted, Rejected, Pending };

/// "accepted", "rejected", "pending".
QString toString(ReceiptStatus status);
std::optional<ReceiptStatus> receiptStatusFromString(const QString &text);

} // namespace sohoa
