// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/security/vault_keys.h"
#include "tests/support/catch.h"
#include "tests/unit/security/secret_of.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

using namespace sohoa;
using namespace Qt::StringLiterals;
using sohoa::test::secretOf;

namespace {

bool same(const SecretBytes &one, const SecretBytes &other)
{
    return std::ranges::equal(one.view(), other.view());
}

QJsonObject firstSlot(const QJsonObject &keys)
{
    return keys[u"slots"_s][0].toObject();
}

QByteArray withFirstSlot(QJsonObject keys, const QJsonObject &slot)
{
    QJsonArray list = keys[u"slots"_s].toArray();
    list[0] = slot;
    keys[u"slots"_s] = list;
    return QJsonDocument(keys).toJson();
}

} // namespace

TEST_CASE("Each password and the recovery key open the same vault, nothing else does", "[security]")
{
    const SecretBytes lan = secretOf("mật khẩu dài của Lan");
    QString recovery;
    auto keys = VaultKeys::create(u"Lan"_s, lan, recovery);
    REQUIRE_OK(keys);
    const auto key = keys->open(u"Lan"_s, lan);
    REQUIRE_OK(key);
    CHECK(key->view().size() == 64);
    CHECK(recovery.remove(u'-').size() == 28);
    CHECK(same(*key, keys->openWithRecovery(secretOf(recovery.toLower().toLatin1() + " \t")).value()));
    CHECK(keys->open(u"Lan"_s, secretOf("mật khẩu dài của lan")).error().code == ErrorCode::VaultPassword);
    CHECK(keys->open(u"Hoa"_s, lan).error().code == ErrorCode::VaultPassword);

    // Another person, another password, another recovery key: the same vault.
    REQUIRE_OK(keys->setPassword(u"Hoa"_s, secretOf("12345678"), *key));
    const auto renewed = keys->renewRecovery(*key);
    REQUIRE_OK(renewed);
    const auto read = VaultKeys::parse(keys->toJson());
    REQUIRE_OK(read);
    CHECK(same(*key, read->open(u"Hoa"_s, secretOf("12345678")).value()));
    CHECK(read->openWithRecovery(secretOf(recovery.toLatin1())).error().code == ErrorCode::VaultPassword);
    CHECK(read->names() == QStringList{u"Hoa"_s, u"Lan"_s});
    const QByteArray json = read->toJson();
    CHECK_FALSE(json.contains(QByteArray(key->view().data(), 64)));
    CHECK_FALSE(json.contains("12345678"));
}

TEST_CASE("A name is put away, but never the last one", "[security]")
{
    QString recovery;
    auto keys = VaultKeys::create(u"Lan"_s, secretOf("12345678"), recovery);
    REQUIRE_OK(keys);
    CHECK(keys->remove(u"Lan"_s).error().code == ErrorCode::StateForbids);
    CHECK(keys->remove(u"Hoa"_s).error().code == ErrorCode::UserUnknown);
    const auto key = keys->open(u"Lan"_s, secretOf("12345678"));
    REQUIRE_OK(keys->setPassword(u"Hoa"_s, secretOf("87654321"), *key));
    REQUIRE_OK(keys->remove(u"Lan"_s));
    CHECK(keys->open(u"Lan"_s, secretOf("12345678")).error().code == ErrorCode::VaultPassword);
    // Letters are counted, not bytes: seven Vietnamese ones are too few.
    CHECK(keys->setPassword(u"Hoa"_s, secretOf("ộộộộộộộ"), *key).error().code == ErrorCode::PasswordWeak);
    CHECK(keys->setPassword(u"../x"_s, secretOf("12345678"), *key).error().code == ErrorCode::ValueInvalid);
}

TEST_CASE("A keys file that was tampered with opens nothing and harms nothing", "[security]")
{
    QString recovery;
    const auto keys = VaultKeys::create(u"Lan"_s, secretOf("12345678"), recovery);
    REQUIRE_OK(keys);
    const QJsonObject whole = QJsonDocument::fromJson(keys->toJson()).object();

    QJsonObject slot = firstSlot(whole);
    slot[u"name"_s] = u"Trộm"_s; // a slot under another name
    const auto renamed = VaultKeys::parse(withFirstSlot(whole, slot));
    REQUIRE_OK(renamed);
    CHECK(renamed->open(u"Trộm"_s, secretOf("12345678")).error().code == ErrorCode::VaultPassword);

    const auto refused = [&](const QString &key, const QJsonValue &value) {
        QJsonObject changed = firstSlot(whole);
        changed[key] = value;
        const auto read = VaultKeys::parse(withFirstSlot(whole, changed));
        return !read && read.error().code == ErrorCode::VaultFailed;
    };
    CHECK(refused(u"memory_bytes"_s, 1e15)); // would eat the machine
    CHECK(refused(u"memory_bytes"_s, -1));
    CHECK(refused(u"operations"_s, 1e9));
    CHECK(refused(u"salt"_s, u"AAAA"_s));
    CHECK(refused(u"key"_s, u""_s));
    CHECK(refused(u"kind"_s, u"backdoor"_s));
    for (const QByteArray &bytes : {QByteArray(), QByteArray("{}"), QByteArray("[1]"), QByteArray(3 << 20, '['),
                                    QByteArray("{\"format\":\"sohoa-vault-1\",\"slots\":[]}")})
        CHECK(VaultKeys::parse(bytes).error().code == ErrorCode::VaultFailed);
}
