// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sync/receipt.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QRegularExpression>

#include <algorithm>

namespace sohoa {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype maxReasons = 1000;
constexpr qsizetype maxText = 10'000; // a page of explanation; more is an attack or a mistake

tl::unexpected<Error> noReceipt(const QString &why)
{
    return fail(ErrorCode::RepositoryProtocol, u"receipt: "_s + why);
}

bool isPlain(const QString &text)
{
    return text.size() <= maxText && std::none_of(text.cbegin(), text.cend(), [](QChar letter) {
               return letter.category() == QChar::Other_Control && letter != u'\n' && letter != u'\t';
           });
}

/// A string under `key`; nothing when it is there as something else. Null and missing count as "" if allowed.
std::optional<QString> text(const QJsonObject &object, const QString &key, bool needed)
{
    const QJsonValue value = object.value(key);
    if (!needed && (value.isUndefined() || value.isNull()))
        return QString();
    if (!value.isString() || !isPlain(value.toString()))
        return std::nullopt;
    return value.toString();
}

Result<std::vector<ReceiptReason>> readReasons(const QJsonValue &value)
{
    if (!value.isArray() || value.toArray().size() > maxReasons)
        return noReceipt(u"reasons is no list"_s);
    std::vector<ReceiptReason> reasons;
    const QJsonArray list = value.toArray();
    for (const auto &entry : list) {
        const QJsonObject object = entry.toObject();
        const auto code = text(object, u"code"_s, true);
        const auto message = text(object, u"message"_s, false);
        const auto field = text(object, u"field"_s, false);
        if (!code || code->isEmpty() || !message || !field)
            return noReceipt(u"a reason is damaged"_s);
        reasons.push_back({*code, *message, *field});
    }
    return reasons;
}

} // namespace

Result<Receipt> parseReceipt(const QByteArray &json)
{
    if (json.size() > maxReceiptBytes)
        return noReceipt(u"too long"_s);
    const QJsonDocument document = QJsonDocument::fromJson(json);
    if (!document.isObject())
        return noReceipt(u"no JSON object"_s);
    const QJsonObject object = document.object();

    static const QRegularExpression hash(u"\\A[0-9a-f]{64}\\z"_s);
    const auto package = PackageId::fromString(text(object, u"package_id"_s, true).value_or(QString()));
    const QString sha256 = text(object, u"sha256"_s, true).value_or(QString());
    const auto status = receiptStatusFromString(text(object, u"status"_s, true).value_or(QString()));
    const auto repositoryId = text(object, u"repository_id"_s, false);
    const auto receivedAt = Instant::fromString(text(object, u"received_at"_s, true).value_or(QString()));
    if (!package || !hash.match(sha256).hasMatch() || !status || !repositoryId || !receivedAt)
        return noReceipt(u"package_id, sha256, status, repository_id or received_at is missing or wrong"_s);
    auto reasons = readReasons(object.value(u"reasons"_s));
    if (!reasons)
        return fail(reasons.error());
    if (*status == ReceiptStatus::Accepted && repositoryId->isEmpty())
        return noReceipt(u"accepted without repository_id"_s);
    if (*status == ReceiptStatus::Rejected && reasons->empty())
        return noReceipt(u"rejected without a reason"_s);
    return Receipt{*package, sha256, *status, *repositoryId, std::move(*reasons), *receivedAt};
}

Result<void> checkReceipt(const Receipt &receipt, const PackageId &package, const QString &sha256)
{
    if (receipt.package == package && receipt.sha256 == sha256)
        return {};
    return fail(ErrorCode::ReceiptMismatch, receipt.package == package ? u"the receipt names another sha256"_s
                                                                       : u"the receipt names another package"_s);
}

QJsonObject receiptToJson(const Receipt &receipt)
{
    QJsonArray reasons;
    for (const ReceiptReason &reason : receipt.reasons)
        reasons.append(
            QJsonObject{{u"code"_s, reason.code}, {u"message"_s, reason.message}, {u"field"_s, reason.field}});
    return {{u"package_id"_s, receipt.package.toString()},
            {u"sha256"_s, receipt.sha256},
            {u"status"_s, toString(receipt.status)},
            {u"repository_id"_s, receipt.repositoryId},
            {u"reasons"_s, reasons},
            {u"received_at"_s, receipt.receivedAt.toString()}};
}

} // namespace sohoa
