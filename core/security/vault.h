// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/security/vault_keys.h"
#include "core/signature/secret_bytes.h"

#include <QString>
#include <QStringList>

namespace sohoa {

enum class VaultState {
    None,     ///< The store is not protected.
    Closed,   ///< Nothing of it can be read.
    Open,     ///< The store's folder shows what is inside.
    Crashed,  ///< It was open when its process died: open() puts that right.
    HalfMade, ///< The vault is whole, but plain files are left beside it: open() puts that right.
};

/// Protects a store's folder on the disk: everything in it (database, pages, packages, temporary files) lies
/// encrypted by gocryptfs in "<store>.vault/cipher", and shows under the store's own name while the vault is open.
/// "<store>.vault/keys.json" holds the keys, wrapped (VaultKeys). README.md says why it is done so.
///
/// Not thread-safe; calls take up to some seconds (Argon2id, a helper process). Errors: VaultMissing (args:
/// program), VaultFailed (args: reason), VaultPassword, VaultBusy, DiskFull, FileUnwritable, FileUnreadable.
class Vault {
public:
    explicit Vault(const QString &storeFolder);

    VaultState state() const;

    /// Moves what is in the store's folder (there may be nothing) into a new vault and leaves it closed. Each file
    /// is copied, read back and compared before the plain one is taken away; interrupted, it leaves either the
    /// plain store or the vault whole. `recoveryKey` is to be written down: it is shown once. Nobody may have the
    /// store open: StoreBusy. VaultExists when it is protected already.
    Result<void> protect(const QString &name, const SecretBytes &password, QString &recoveryKey);
    Result<void> open(const QString &name, const SecretBytes &password);
    Result<void> openWithRecovery(const SecretBytes &recoveryKey);
    /// VaultBusy when a program still has files in it open: nothing is closed by force.
    Result<void> close();

    QStringList names() const;
    Result<void> changePassword(const QString &name, const SecretBytes &old, const SecretBytes &wanted);
    /// Lets another person open it, or one who forgot the password; `by` and `password` are those of one who can.
    Result<void> addName(const QString &by, const SecretBytes &password, const QString &name,
                         const SecretBytes &wanted);
    /// The same with the recovery key.
    Result<void> addNameByRecovery(const SecretBytes &recoveryKey, const QString &name, const SecretBytes &wanted);
    Result<void> removeName(const QString &name);
    Result<QString> renewRecovery(const QString &by, const SecretBytes &password);

private:
    QString cipherFolder() const;
    QString keysFile() const;
    Result<VaultKeys> readKeys() const;
    Result<void> writeKeys(const VaultKeys &keys, const QString &file) const;
    Result<void> mount(const QString &cipher, const QString &folder, const SecretBytes &vaultKey) const;
    Result<void> unmount(const QString &folder) const;
    Result<void> openWith(const Result<SecretBytes> &vaultKey);
    Result<void> finishMove(const SecretBytes &vaultKey) const;
    Result<void> makeBesideStore(const QString &name, const SecretBytes &password, QString &recoveryKey) const;

    QString m_store;
    QString m_vault; ///< "<store>.vault"
};

/// Copies a tree durably, each file read back and compared; symbolic links and other oddities are refused.
Result<void> copyTreeChecked(const QString &from, const QString &to);
/// Takes away from the tree `plain` what lies with the same bytes in `copy`. Whatever does not stays where it is:
/// VaultFailed (args: reason "plain").
Result<void> removeCopied(const QString &plain, const QString &copy);

} // namespace sohoa
