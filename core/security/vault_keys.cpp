// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/security/vault_keys.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>

#include <sodium.h>

#include <algorithm>
#include <array>
#include <cstring>
#include <string_view>

namespace sohoa {

using namespace Qt::StringLiterals;

namespace {

constexpr auto format = "sohoa-vault-1"_L1;
// libsodium's "moderate": some 0.7 s and 256 MiB, once at sign-in. A guess at a stolen laptop costs as much.
constexpr quint64 operations = crypto_pwhash_OPSLIMIT_MODERATE;
constexpr quint64 memoryBytes = crypto_pwhash_MEMLIMIT_MODERATE;
// What a keys file may ask of this machine: it may have been altered by whoever took the laptop.
constexpr quint64 mostOperations = 16;
constexpr quint64 mostMemoryBytes = quint64{1} << 30;
constexpr qsizetype mostFileBytes = 1 << 20;
constexpr size_t keyDigits = 64;
constexpr size_t sealedBytes = keyDigits + crypto_aead_xchacha20poly1305_ietf_ABYTES;
// 26 letters are 130 bits; no letter that reads like another one.
constexpr std::string_view recoveryLetters = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789";
constexpr int recoveryLength = 28;
constexpr int recoveryGroup = 4;

using WrappingKey = std::array<unsigned char, crypto_aead_xchacha20poly1305_ietf_KEYBYTES>;

const unsigned char *bytesOf(const QByteArray &bytes)
{
    return reinterpret_cast<const unsigned char *>(bytes.constData());
}

QByteArray randomBytes(size_t size)
{
    QByteArray bytes(static_cast<qsizetype>(size), Qt::Uninitialized);
    randombytes_buf(bytes.data(), size);
    return bytes;
}

tl::unexpected<Error> keysDamaged(const QString &why)
{
    return fail(ErrorCode::VaultFailed, u"keys file: "_s + why, {{u"reason"_s, u"keys"_s}});
}

/// Letters as a person counts them.
qsizetype lettersOf(const SecretBytes &secret)
{
    const auto view = secret.view();
    return std::ranges::count_if(view, [](char c) { return (static_cast<unsigned char>(c) & 0xc0U) != 0x80U; });
}

SecretBytes normalized(const SecretBytes &recoveryKey)
{
    SecretBytes plain;
    for (const char letter : recoveryKey.view()) {
        const char upper = letter >= 'a' && letter <= 'z' ? static_cast<char>(letter - 'a' + 'A') : letter;
        if (recoveryLetters.find(upper) != std::string_view::npos)
            plain.append(std::span(&upper, 1));
    }
    return plain;
}

bool isName(const QString &name)
{
    static const QRegularExpression form(u"\\A[\\p{L}\\p{N}][\\p{L}\\p{N} ._-]{0,63}\\z"_s);
    return form.match(name).hasMatch();
}

} // namespace

Result<VaultKeys::Slot> VaultKeys::seal(bool isRecovery, const QString &name, const SecretBytes &secret,
                                        const SecretBytes &vaultKey)
{
    Slot slot{isRecovery,
              name,
              operations,
              memoryBytes,
              randomBytes(crypto_pwhash_SALTBYTES),
              randomBytes(crypto_aead_xchacha20poly1305_ietf_NPUBBYTES),
              QByteArray(static_cast<qsizetype>(sealedBytes), Qt::Uninitialized)};
    WrappingKey wrapping{};
    const auto password = secret.view();
    if (crypto_pwhash(wrapping.data(), wrapping.size(), password.data(), password.size(), bytesOf(slot.salt),
                      slot.operations, slot.memoryBytes, crypto_pwhash_ALG_ARGON2ID13) != 0)
        return fail(ErrorCode::VaultFailed, u"crypto_pwhash"_s, {{u"reason"_s, u"memory"_s}});
    const QByteArray bound = (isRecovery ? "recovery:" : "password:") + name.toUtf8();
    const auto key = vaultKey.view();
    crypto_aead_xchacha20poly1305_ietf_encrypt(reinterpret_cast<unsigned char *>(slot.sealed.data()), nullptr,
                                               reinterpret_cast<const unsigned char *>(key.data()), key.size(),
                                               bytesOf(bound), static_cast<quint64>(bound.size()), nullptr,
                                               bytesOf(slot.nonce), wrapping.data());
    sodium_memzero(wrapping.data(), wrapping.size());
    return slot;
}

Result<SecretBytes> VaultKeys::unseal(const Slot &slot, const SecretBytes &secret)
{
    WrappingKey wrapping{};
    const auto password = secret.view();
    if (crypto_pwhash(wrapping.data(), wrapping.size(), password.data(), password.size(), bytesOf(slot.salt),
                      slot.operations, slot.memoryBytes, crypto_pwhash_ALG_ARGON2ID13) != 0)
        return fail(ErrorCode::VaultFailed, u"crypto_pwhash"_s, {{u"reason"_s, u"memory"_s}});
    const QByteArray bound = (slot.isRecovery ? "recovery:" : "password:") + slot.name.toUtf8();
    std::array<char, keyDigits> key{};
    const int opened = crypto_aead_xchacha20poly1305_ietf_decrypt(
        reinterpret_cast<unsigned char *>(key.data()), nullptr, nullptr, bytesOf(slot.sealed),
        static_cast<quint64>(slot.sealed.size()), bytesOf(bound), static_cast<quint64>(bound.size()),
        bytesOf(slot.nonce), wrapping.data());
    sodium_memzero(wrapping.data(), wrapping.size());
    if (opened != 0)
        return fail(ErrorCode::VaultPassword, u"no slot opens"_s);
    SecretBytes vaultKey;
    vaultKey.append(key);
    sodium_memzero(key.data(), key.size());
    return vaultKey;
}

Result<VaultKeys> VaultKeys::create(const QString &name, const SecretBytes &password, QString &recoveryKey)
{
    if (sodium_init() < 0)
        return fail(ErrorCode::VaultFailed, u"sodium_init"_s, {{u"reason"_s, u"sodium"_s}});
    std::array<unsigned char, keyDigits / 2> random{};
    std::array<char, keyDigits + 1> digits{};
    randombytes_buf(random.data(), random.size());
    sodium_bin2hex(digits.data(), digits.size(), random.data(), random.size());
    SecretBytes vaultKey;
    vaultKey.append(std::span(digits).first(keyDigits));
    sodium_memzero(random.data(), random.size());
    sodium_memzero(digits.data(), digits.size());
    VaultKeys keys;
    if (auto set = keys.setPassword(name, password, vaultKey); !set)
        return fail(set.error());
    const auto recovery = keys.renewRecovery(vaultKey);
    if (!recovery)
        return fail(recovery.error());
    recoveryKey = *recovery;
    return keys;
}

Result<SecretBytes> VaultKeys::open(const QString &name, const SecretBytes &password) const
{
    const auto slot =
        std::ranges::find_if(m_slots, [&name](const Slot &one) { return !one.isRecovery && one.name == name; });
    if (slot == m_slots.end())
        return fail(ErrorCode::VaultPassword, u"no slot opens"_s);
    return unseal(*slot, password);
}

Result<SecretBytes> VaultKeys::openWithRecovery(const SecretBytes &recoveryKey) const
{
    const auto slot = std::ranges::find(m_slots, true, &Slot::isRecovery);
    if (slot == m_slots.end())
        return fail(ErrorCode::VaultPassword, u"no recovery slot"_s);
    return unseal(*slot, normalized(recoveryKey));
}

Result<void> VaultKeys::setPassword(const QString &name, const SecretBytes &password, const SecretBytes &vaultKey)
{
    if (!isName(name))
        return fail(ErrorCode::ValueInvalid, u"name"_s, {{u"field"_s, u"user"_s}, {u"value"_s, name.left(64)}});
    if (lettersOf(password) < leastLetters)
        return fail(ErrorCode::PasswordWeak, u"too short"_s, {{u"least"_s, QString::number(leastLetters)}});
    auto slot = seal(false, name, password, vaultKey);
    if (!slot)
        return fail(slot.error());
    std::erase_if(m_slots, [&name](const Slot &one) { return !one.isRecovery && one.name == name; });
    m_slots.push_back(std::move(*slot));
    return {};
}

Result<QString> VaultKeys::renewRecovery(const SecretBytes &vaultKey)
{
    QString shown;
    SecretBytes plain;
    for (int i = 0; i < recoveryLength; ++i) {
        const char letter = recoveryLetters[randombytes_uniform(static_cast<quint32>(recoveryLetters.size()))];
        plain.append(std::span(&letter, 1));
        if (i > 0 && i % recoveryGroup == 0)
            shown += u'-';
        shown += QLatin1Char(letter);
    }
    auto slot = seal(true, {}, plain, vaultKey);
    if (!slot)
        return fail(slot.error());
    std::erase_if(m_slots, [](const Slot &one) { return one.isRecovery; });
    m_slots.push_back(std::move(*slot));
    return shown;
}

Result<void> VaultKeys::remove(const QString &name)
{
    const QStringList known = names();
    if (!known.contains(name))
        return fail(ErrorCode::UserUnknown, u"vault"_s, {{u"user"_s, name}});
    if (known.size() == 1)
        return fail(ErrorCode::StateForbids, u"the last key of the vault"_s,
                    {{u"state"_s, u"last"_s}, {u"action"_s, u"remove key"_s}});
    std::erase_if(m_slots, [&name](const Slot &one) { return !one.isRecovery && one.name == name; });
    return {};
}

QStringList VaultKeys::names() const
{
    QStringList names;
    for (const Slot &slot : m_slots)
        if (!slot.isRecovery)
            names.append(slot.name);
    names.sort();
    return names;
}

QByteArray VaultKeys::toJson() const
{
    QJsonArray slots_;
    for (const Slot &slot : m_slots)
        slots_.append(QJsonObject{{u"kind"_s, slot.isRecovery ? u"recovery"_s : u"password"_s},
                                  {u"name"_s, slot.name},
                                  {u"operations"_s, static_cast<qint64>(slot.operations)},
                                  {u"memory_bytes"_s, static_cast<qint64>(slot.memoryBytes)},
                                  {u"salt"_s, QString::fromLatin1(slot.salt.toBase64())},
                                  {u"nonce"_s, QString::fromLatin1(slot.nonce.toBase64())},
                                  {u"key"_s, QString::fromLatin1(slot.sealed.toBase64())}});
    return QJsonDocument(QJsonObject{{u"format"_s, format}, {u"slots"_s, slots_}}).toJson();
}

Result<VaultKeys> VaultKeys::parse(const QByteArray &json)
{
    if (sodium_init() < 0)
        return fail(ErrorCode::VaultFailed, u"sodium_init"_s, {{u"reason"_s, u"sodium"_s}});
    const QJsonObject object =
        json.size() <= mostFileBytes ? QJsonDocument::fromJson(json).object() : QJsonObject();
    if (object.value(u"format"_s).toString() != format)
        return keysDamaged(u"format"_s);
    VaultKeys keys;
    const QJsonArray list = object.value(u"slots"_s).toArray();
    for (const auto &entry : list) {
        const auto bytes = [&entry](QLatin1StringView key) {
            return QByteArray::fromBase64(entry[key].toString().toLatin1());
        };
        const QString kind = entry[u"kind"_s].toString();
        Slot slot{kind == u"recovery",
                  entry[u"name"_s].toString(),
                  static_cast<quint64>(std::max<qint64>(0, entry[u"operations"_s].toInteger())),
                  static_cast<quint64>(std::max<qint64>(0, entry[u"memory_bytes"_s].toInteger())),
                  bytes("salt"_L1),
                  bytes("nonce"_L1),
                  bytes("key"_L1)};
        const bool sizes = slot.salt.size() == qsizetype{crypto_pwhash_SALTBYTES} &&
                           slot.nonce.size() == qsizetype{crypto_aead_xchacha20poly1305_ietf_NPUBBYTES} &&
                           slot.sealed.size() == static_cast<qsizetype>(sealedBytes);
        const bool costs = slot.operations >= crypto_pwhash_OPSLIMIT_MIN && slot.operations <= mostOperations &&
                           slot.memoryBytes >= crypto_pwhash_MEMLIMIT_MIN && slot.memoryBytes <= mostMemoryBytes;
        const bool named = slot.isRecovery ? slot.name.isEmpty() : kind == u"password" && isName(slot.name);
        if (!sizes || !costs || !named)
            return keysDamaged(u"a slot is damaged"_s);
        keys.m_slots.push_back(std::move(slot));
    }
    if (keys.names().isEmpty())
        return keysDamaged(u"no slots"_s);
    return keys;
}

} // namespace sohoa
