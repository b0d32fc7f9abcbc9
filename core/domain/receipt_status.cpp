// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/receipt_status.h"

namespace sohoa {

using namespace Qt::StringLiterals;

QString toString(ReceiptStatus status)
{
    switch (status) {
    case ReceiptStatus::Accepted:
        return u"accepted"_s;
    case ReceiptStatus::Rejected:
        return u"rejected"_s;
    case ReceiptStatus::Pending:
        return u"pending"_s;
    }
    Q_UNREACHABLE();
}

std::optional<ReceiptStatus> receiptStatusFromString(const QString &text)
{
    for (const auto status : {ReceiptStatus::Accepted, ReceiptStatus::Rejected, ReceiptStatus::Pending})
        if (toString(status) == text)
            return status;
    return std::nullopt;
}

} // namespace sohoa
