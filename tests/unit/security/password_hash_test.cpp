// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/security/password_hash.h"
#include "tests/unit/security/secret_of.h"

using namespace sohoa;
using namespace sohoa::test;

TEST_CASE("A password fits its own hash and no other", "[security]")
{
    const auto hash = hashPassword(secretOf("mật khẩu của Lan"));
    REQUIRE_OK(hash);
    CHECK(hash->startsWith("$argon2id$"));
    CHECK_FALSE(hash->contains("Lan"));
    CHECK(passwordMatches(*hash, secretOf("mật khẩu của Lan")));
    CHECK_FALSE(passwordMatches(*hash, secretOf("mật khẩu của lan")));
    CHECK_FALSE(passwordMatches(*hash, secretOf("")));
    CHECK(*hash != hashPassword(secretOf("mật khẩu của Lan")).value());
}

TEST_CASE("Letters are counted, not bytes", "[security]")
{
    CHECK(hashPassword(secretOf("ộộộộộộộ")).error().code == ErrorCode::PasswordWeak);
    CHECK(hashPassword(secretOf("ộộộộộộộộ")));
}

TEST_CASE("A hash that somebody altered fits nothing and costs nothing", "[security]")
{
    const auto password = secretOf("mật khẩu");
    const QByteArray good = hashPassword(password).value();
    for (const QByteArray &hash :
         {QByteArray(), QByteArray("mật khẩu"), QByteArray(good).replace("m=65536", "m=4294967295"),
          QByteArray(good).replace("t=2", "t=4294967295"), QByteArray(good).replace("argon2id", "argon2i"),
          good.left(good.size() - 1), good + 'A', good + QByteArray(4096, 'A'),
          QByteArray(good).replace("p=1", "p=2")}) {
        INFO(hash.left(120).toStdString());
        REQUIRE(hash != good);
        CHECK_FALSE(passwordMatches(hash, password));
    }
}
