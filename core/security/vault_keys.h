// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/signature/secret_bytes.h"

#include <QByteArray>
#include <QString>
#include <QStringList>

#include <vector>

namespace sohoa {

/// Who can open a vault: its key, wrapped once for each person's password and once for the recovery key. The key
/// itself is 32 random bytes and never changes, so that changing a password costs nothing.
///
/// Wrapping: Argon2id (libsodium's crypto_pwhash; the cost is kept with each slot, so that it can be raised later)
/// makes a key of the password, XChaCha20-Poly1305 seals the vault's key with it; the slot's kind and name are
/// authenticated too. A slot that was altered, or put under another name, opens nothing.
class VaultKeys {
public:
    /// Shortest password that is taken, in letters.
    static constexpr int leastLetters = 8;

    /// A new vault key with a slot for `name`; `recoveryKey` is set to the key to be written down: it is shown
    /// once and kept nowhere. Errors: PasswordWeak (args: least), ValueInvalid (args: field "user").
    static Result<VaultKeys> create(const QString &name, const SecretBytes &password, QString &recoveryKey);
    /// The bytes of a keys file; they are not trusted. VaultFailed (args: reason "keys") when they are none.
    static Result<VaultKeys> parse(const QByteArray &json);
    QByteArray toJson() const;

    /// The vault's key as 64 hexadecimal digits: gocryptfs's password. VaultPassword when nothing opens: which of
    /// name and password is wrong is not told.
    Result<SecretBytes> open(const QString &name, const SecretBytes &password) const;
    /// Blanks, dashes and case do not matter.
    Result<SecretBytes> openWithRecovery(const SecretBytes &recoveryKey) const;

    /// A slot for `name`, new or with another password. `vaultKey` is what open() gave.
    Result<void> setPassword(const QString &name, const SecretBytes &password, const SecretBytes &vaultKey);
    /// The old recovery key opens nothing any more; the new one.
    Result<QString> renewRecovery(const SecretBytes &vaultKey);
    /// UserUnknown (args: user); StateForbids for the last one.
    Result<void> remove(const QString &name);
    QStringList names() const;

private:
    struct Slot {
        bool isRecovery = false;
        QString name; ///< Empty for recovery.
        quint64 operations = 0;
        quint64 memoryBytes = 0;
        QByteArray salt;
        QByteArray nonce;
        QByteArray sealed;
    };

    static Result<Slot> seal(bool isRecovery, const QString &name, const SecretBytes &secret,
                             const SecretBytes &vaultKey);
    static Result<SecretBytes> unseal(const Slot &slot, const SecretBytes &secret);

    std::vector<Slot> m_slots;
};

} // namespace sohoa
