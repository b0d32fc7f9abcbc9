// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/dates.h"
#include "core/base/error.h"
#include "core/domain/ids.h"
#include "core/domain/receipt_status.h"

#include <QByteArray>
#include <QJsonObject>
#include <QString>

#include <optional>
#include <vector>

namespace sohoa {

/// Why a repository rejected a package: shown to the clerk beside the field it names.
struct ReceiptReason {
    QString code;
    QString message; ///< The repository's own words, plain text; may be long, never markup.
    QString field;   ///< Field of dossier.json ("summary.issueDate"); empty when the whole package is meant.
    friend bool operator==(const ReceiptReason &, const ReceiptReason &) = default;
};

/// What the repository says about one package.
struct Receipt {
    PackageId package;
    QString sha256; ///< 64 lower-case hexadecimal digits: of the bytes the repository holds.
    ReceiptStatus status = ReceiptStatus::Pending;
    QString repositoryId;               ///< The repository's own number; set when accepted, else maybe empty.
    std::vector<ReceiptReason> reasons; ///< At least one when rejected.
    Instant receivedAt;
    friend bool operator==(const Receipt &, const Receipt &) = default;
};

/// Longest receipt that is read, in bytes.
constexpr qsizetype maxReceiptBytes = qsizetype{1} << 20;

/// Reads a receipt; the bytes are not trusted. RepositoryProtocol when they are no receipt: too long, no JSON
/// object, a key missing or of another type, an id that is no UUID, a hash that is none, an unknown status, a time
/// without zone, more than 1000 reasons, an accepted one without the repository's id, a rejected one without a
/// reason, control characters. Unknown keys are allowed.
Result<Receipt> parseReceipt(const QByteArray &json);

/// The receipt counts for our package only when both its package id and its hash are ours; else ReceiptMismatch.
Result<void> checkReceipt(const Receipt &receipt, const PackageId &package, const QString &sha256);

/// The object of the contracts.
QJsonObject receiptToJson(const Receipt &receipt);

} // namespace sohoa
