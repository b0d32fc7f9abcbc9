// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/security/password_hash.h"

#include "core/security/vault_keys.h"

#include <QRegularExpression>

#include <sodium.h>

#include <algorithm>
#include <array>

namespace sohoa {

using namespace Qt::StringLiterals;

namespace {

constexpr quint64 hashOperations = crypto_pwhash_OPSLIMIT_INTERACTIVE;
constexpr size_t hashMemory = crypto_pwhash_MEMLIMIT_INTERACTIVE;
constexpr qulonglong mostHashKibibytes = 1 << 20; // 1 GiB, as for a vault's slot
constexpr qulonglong mostHashPasses = 16;

bool isAffordable(const QByteArray &hash)
{
    static const QRegularExpression form(
        u"\\A\\$argon2id\\$v=19\\$m=(\\d{1,10}),t=(\\d{1,10}),p=1\\$[A-Za-z0-9+/]+\\$[A-Za-z0-9+/]+\\z"_s);
    const auto match = form.match(QString::fromLatin1(hash));
    return match.hasMatch() && match.captured(1).toULongLong() <= mostHashKibibytes &&
           match.captured(2).toULongLong() <= mostHashPasses;
}

} // namespace

Result<QByteArray> hashPassword(const SecretBytes &password)
{
    if (sodium_init() < 0)
        return fail(ErrorCode::VaultFailed, u"sodium_init"_s, {{u"reason"_s, u"sodium"_s}});
    const auto secret = password.view();
    const auto letters =
        std::ranges::count_if(secret, [](char c) { return (static_cast<unsigned char>(c) & 0xc0U) != 0x80U; });
    if (letters < VaultKeys::leastLetters)
        return fail(ErrorCode::PasswordWeak, u"too short"_s,
                    {{u"least"_s, QString::number(VaultKeys::leastLetters)}});
    std::array<char, crypto_pwhash_STRBYTES> hash{};
    if (crypto_pwhash_str_alg(hash.data(), secret.data(), secret.size(), hashOperations, hashMemory,
                              crypto_pwhash_ALG_ARGON2ID13) != 0)
        return fail(ErrorCode::VaultFailed, u"crypto_pwhash_str"_s, {{u"reason"_s, u"memory"_s}});
    return QByteArray(hash.data());
}

bool passwordMatches(const QByteArray &hash, const SecretBytes &password)
{
    if (sodium_init() < 0 || !isAffordable(hash) || hash.size() >= qsizetype{crypto_pwhash_STRBYTES})
        return false;
    std::array<char, crypto_pwhash_STRBYTES> padded{}; // libsodium reads all of it.
    std::ranges::copy(hash, padded.begin());
    const auto secret = password.view();
    return crypto_pwhash_str_verify(padded.data(), secret.data(), secret.size()) == 0;
}

void wastePasswordTime(const SecretBytes &password)
{
    if (sodium_init() < 0)
        return;
    std::array<char, crypto_pwhash_STRBYTES> hash{};
    const auto secret = password.view();
    // What comes out is not wanted; when there is no memory for it, there was none for a real one either.
    [[maybe_unused]] const int made = crypto_pwhash_str_alg(
        hash.data(), secret.data(), secret.size(), hashOperations, hashMemory, crypto_pwhash_ALG_ARGON2ID13);
}

} // namespace sohoa
