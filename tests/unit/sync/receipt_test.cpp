// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sync/receipt.h"
#include "tests/support/catch.h"

#include <QJsonArray>
#include <QJsonDocument>

using namespace sohoa;
using namespace Qt::StringLiterals;

namespace {

const QString packageText = u"01890a5d-ac96-774b-bcce-b302099a8057"_s;
const QString hashText = QString(64, u'a');

QJsonObject good()
{
    return {{u"package_id"_s, packageText}, {u"sha256"_s, hashText},
            {u"status"_s, u"accepted"_s},   {u"repository_id"_s, u"KHO-2026/17"_s},
            {u"reasons"_s, QJsonArray()},   {u"received_at"_s, u"2026-11-23T09:59:32+07:00"_s}};
}

QByteArray bytes(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

QJsonObject with(const QString &key, const QJsonValue &value)
{
    QJsonObject object = good();
    object.insert(key, value);
    return object;
}

QJsonObject without(const QString &key)
{
    QJsonObject object = good();
    object.remove(key);
    return object;
}

bool refused(const QByteArray &json)
{
    const auto receipt = parseReceipt(json);
    return !receipt && receipt.error().code == ErrorCode::RepositoryProtocol;
}

} // namespace

TEST_CASE("A receipt is read and written as the contract says", "[sync][receipt]")
{
    QJsonObject object = with(u"status"_s, u"rejected"_s);
    object.insert(u"repository_id"_s, QJsonValue::Null);
    object.insert(u"reasons"_s, QJsonArray{QJsonObject{{u"code"_s, u"DATE"_s},
                                                       {u"message"_s, u"Ngày cấp sai"_s},
                                                       {u"field"_s, u"summary.issueDate"_s}}});
    object.insert(u"a later version's key"_s, 1);
    const auto receipt = parseReceipt(bytes(object));
    REQUIRE_OK(receipt);
    CHECK(receipt->package.toString() == packageText);
    CHECK(receipt->status == ReceiptStatus::Rejected);
    REQUIRE(receipt->reasons.size() == 1);
    CHECK(receipt->reasons[0].message == u"Ngày cấp sai"_s);
    CHECK(receipt->receivedAt.toString() == u"2026-11-23T02:59:32.000Z"_s);
    CHECK(parseReceipt(bytes(receiptToJson(*receipt))).value() == *receipt);
}

TEST_CASE("What is no receipt is refused", "[sync][receipt]")
{
    REQUIRE(parseReceipt(bytes(good())));
    for (const auto &key : {u"package_id"_s, u"sha256"_s, u"status"_s, u"reasons"_s, u"received_at"_s}) {
        INFO(key.toStdString());
        CHECK(refused(bytes(without(key))));
        CHECK(refused(bytes(with(key, 17))));
        CHECK(refused(bytes(with(key, QJsonValue::Null))));
        CHECK(refused(bytes(with(key, u""_s))));
    }
    CHECK(refused(bytes(with(u"repository_id"_s, QJsonArray()))));
    CHECK(refused(bytes(with(u"repository_id"_s, u""_s)))); // accepted, but under no number
    CHECK(refused(bytes(with(u"sha256"_s, QString(64, u'A')))));
    CHECK(refused(bytes(with(u"sha256"_s, hashText + u"\n"_s))));
    CHECK(refused(bytes(with(u"sha256"_s, QString(64, QChar(0x0661)))))); // Arabic digits are no hex digits
    CHECK(refused(bytes(with(u"package_id"_s, u"../../etc/passwd"_s))));
    CHECK(refused(bytes(with(u"status"_s, u"ACCEPTED"_s))));
    CHECK(refused(bytes(with(u"status"_s, u"rejected"_s)))); // without a reason
    CHECK(refused(bytes(with(u"received_at"_s, u"2026-11-23"_s))));
    CHECK(refused(bytes(with(u"repository_id"_s, u"a\u001b[2Jb"_s))));
    CHECK(refused(bytes(with(u"repository_id"_s, QString(10'001, u'x')))));
    CHECK(refused(bytes(with(u"reasons"_s, QJsonArray{u"text"_s}))));
    CHECK(refused(bytes(with(u"reasons"_s, QJsonArray{QJsonObject{{u"code"_s, u""_s}}}))));
    CHECK(refused(bytes(with(u"reasons"_s, QJsonArray{QJsonObject{{u"code"_s, u"X"_s}, {u"field"_s, 1}}}))));
}

TEST_CASE("Damaged, deep and endless receipts do no harm", "[sync][receipt]")
{
    const QByteArray whole = bytes(good());
    for (qsizetype length = 0; length < whole.size(); ++length)
        REQUIRE(refused(whole.first(length)));
    for (qsizetype at = 0; at < whole.size(); ++at) {
        QByteArray damaged = whole;
        damaged[at] = static_cast<char>(damaged[at] ^ 0x80);
        parseReceipt(damaged); // whatever comes out, nothing breaks
    }
    CHECK(refused(QByteArray(100'000, '[')));
    CHECK(refused("null"));
    CHECK(refused("[" + whole + "]"));
    CHECK(refused(whole + QByteArray(maxReceiptBytes, ' ')));
    QJsonArray reasons;
    for (int i = 0; i <= 1000; ++i)
        reasons.append(QJsonObject{{u"code"_s, u"X"_s}});
    CHECK(refused(bytes(with(u"reasons"_s, reasons))));
}

TEST_CASE("A receipt counts for our package and our bytes only", "[sync][receipt]")
{
    const Receipt receipt = parseReceipt(bytes(good())).value();
    CHECK(checkReceipt(receipt, receipt.package, hashText));
    CHECK(checkReceipt(receipt, receipt.package, QString(64, u'b')).error().code == ErrorCode::ReceiptMismatch);
    const auto other = *PackageId::fromString(u"01890a5d-ac96-774b-bcce-b302099a8058"_s);
    CHECK(checkReceipt(receipt, other, hashText).error().code == ErrorCode::ReceiptMismatch);
}
