// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/security/vault.h"

#include "core/base/durable_file.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QProcess>
#include <QStandardPaths>

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>

namespace sohoa {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 mostKeysBytes = 1 << 20;
constexpr int helperMs = 60'000;
constexpr mode_t ownerOnly = 0700;

tl::unexpected<Error> vaultFailed(const QString &reason, const QString &detail)
{
    return fail(ErrorCode::VaultFailed, detail, {{u"reason"_s, reason}});
}

enum class Mounted { No, Yes, Dead };

/// A folder on which something is mounted lies on another device than the one it is in.
Mounted mountedAt(const QString &folder)
{
    struct stat inside {};
    struct stat outside {};
    if (::stat(QFile::encodeName(folder).constData(), &inside) != 0)
        return errno == ENOTCONN ? Mounted::Dead : Mounted::No;
    if (::stat(QFile::encodeName(QFileInfo(folder).path()).constData(), &outside) != 0)
        return Mounted::No;
    return inside.st_dev == outside.st_dev ? Mounted::No : Mounted::Yes;
}

Result<void> makeFolder(const QString &path)
{
    if (::mkdir(QFile::encodeName(path).constData(), ownerOnly) == 0 || errno == EEXIST)
        return {};
    const int reason = errno;
    return fail(reason == ENOSPC || reason == EDQUOT ? ErrorCode::DiskFull : ErrorCode::FileUnwritable,
                u"mkdir: %1"_s.arg(QString::fromLocal8Bit(std::strerror(reason))), {{u"path"_s, path}});
}

/// Runs a helper to its end; the secret goes through a pipe, never through arguments, environment or a file.
Result<void> runHelper(const QString &program, const QStringList &arguments, const SecretBytes *secret,
                       const QString &reason)
{
    if (QStandardPaths::findExecutable(program).isEmpty())
        return fail(ErrorCode::VaultMissing, program, {{u"program"_s, program}});
    QProcess process;
    // gocryptfs goes on in the background with the same standard error: a pipe of ours would kill it (SIGPIPE) at
    // its first warning once we are gone. Its exit codes say what is needed.
    process.setStandardOutputFile(QProcess::nullDevice());
    process.setStandardErrorFile(QProcess::nullDevice());
    process.start(program, arguments);
    if (!process.waitForStarted(helperMs))
        return fail(ErrorCode::VaultMissing, process.errorString(), {{u"program"_s, program}});
    if (secret) {
        process.write(secret->view().data(), static_cast<qint64>(secret->view().size()));
        process.write("\n");
    }
    process.closeWriteChannel();
    if (!process.waitForFinished(helperMs)) {
        process.kill();
        process.waitForFinished(helperMs);
        return vaultFailed(reason, program + u" does not end"_s);
    }
    if (process.exitStatus() != QProcess::NormalExit || process.exitCode() != 0)
        return vaultFailed(reason, u"%1: exit %2"_s.arg(program).arg(process.exitCode()));
    return {};
}

/// The store's own lock, as Store takes it: nobody works in it meanwhile.
class StoreGuard {
public:
    explicit StoreGuard(const QString &folder)
        : m_fd(::open(QFile::encodeName(folder + u"/lock"_s).constData(), O_RDWR | O_CLOEXEC))
        , m_isFree(m_fd < 0 || ::flock(m_fd, LOCK_EX | LOCK_NB) == 0)
    {
    }
    ~StoreGuard()
    {
        if (m_fd >= 0)
            ::close(m_fd);
    }
    StoreGuard(const StoreGuard &) = delete;
    StoreGuard &operator=(const StoreGuard &) = delete;
    bool isFree() const { return m_isFree; }

private:
    int m_fd;
    bool m_isFree; ///< Also when there is no store yet.
};

} // namespace

Vault::Vault(const QString &storeFolder)
    : m_store(QDir::cleanPath(QFileInfo(storeFolder).absoluteFilePath()))
    , m_vault(m_store + u".vault"_s)
{
}

QString Vault::cipherFolder() const
{
    return m_vault + u"/cipher"_s;
}

QString Vault::keysFile() const
{
    return m_vault + u"/keys.json"_s;
}

VaultState Vault::state() const
{
    if (!QFileInfo::exists(keysFile()))
        return VaultState::None;
    switch (mountedAt(m_store)) {
    case Mounted::Yes:
        return VaultState::Open;
    case Mounted::Dead:
        return VaultState::Crashed;
    case Mounted::No:
        break;
    }
    return QDir(m_store).isEmpty(QDir::AllEntries | QDir::Hidden | QDir::System | QDir::NoDotAndDotDot)
               ? VaultState::Closed
               : VaultState::HalfMade;
}

Result<VaultKeys> Vault::readKeys() const
{
    const auto bytes = readFile(keysFile(), mostKeysBytes);
    if (!bytes)
        return fail(bytes.error());
    return VaultKeys::parse(*bytes);
}

Result<void> Vault::writeKeys(const VaultKeys &keys, const QString &file) const
{
    return writeDurably(file, keys.toJson());
}

Result<void> Vault::mount(const QString &cipher, const QString &folder, const SecretBytes &vaultKey) const
{
    if (!QFileInfo::exists(u"/dev/fuse"_s))
        return fail(ErrorCode::VaultMissing, u"/dev/fuse"_s, {{u"program"_s, u"fuse"_s}});
    if (auto made = makeFolder(folder); !made)
        return made;
    return runHelper(u"gocryptfs"_s, {u"-q"_s, u"-nosyslog"_s, u"-noprealloc"_s, u"--"_s, cipher, folder},
                     &vaultKey, u"open"_s);
}

Result<void> Vault::unmount(const QString &folder) const
{
    if (mountedAt(folder) == Mounted::No)
        return {};
    const bool isDead = mountedAt(folder) == Mounted::Dead;
    const auto done =
        runHelper(u"fusermount3"_s, isDead ? QStringList{u"-u"_s, u"-z"_s, folder} : QStringList{u"-u"_s, folder},
                  nullptr, u"close"_s);
    if (!done && done.error().code == ErrorCode::VaultFailed && mountedAt(folder) == Mounted::Yes)
        return fail(ErrorCode::VaultBusy, done.error().detail);
    return done;
}

Result<void> Vault::openWith(const Result<SecretBytes> &vaultKey)
{
    if (!vaultKey)
        return fail(vaultKey.error());
    switch (state()) {
    case VaultState::Open:
        return {};
    case VaultState::Crashed:
        if (auto done = unmount(m_store); !done)
            return done;
        break;
    case VaultState::HalfMade:
        if (auto finished = finishMove(*vaultKey); !finished)
            return finished;
        break;
    case VaultState::None:
    case VaultState::Closed:
        break;
    }
    return mount(cipherFolder(), m_store, *vaultKey);
}

Result<void> Vault::finishMove(const SecretBytes &vaultKey) const
{
    const QString inside = m_vault + u"/open"_s;
    if (auto closed = unmount(inside); !closed)
        return closed;
    if (auto opened = mount(cipherFolder(), inside, vaultKey); !opened)
        return opened;
    const auto removed = removeCopied(m_store, inside);
    if (auto closed = unmount(inside); !closed)
        return closed;
    ::rmdir(QFile::encodeName(inside).constData());
    return removed;
}

Result<void> Vault::open(const QString &name, const SecretBytes &password)
{
    const auto keys = readKeys();
    return keys ? openWith(keys->open(name, password)) : fail(keys.error());
}

Result<void> Vault::openWithRecovery(const SecretBytes &recoveryKey)
{
    const auto keys = readKeys();
    return keys ? openWith(keys->openWithRecovery(recoveryKey)) : fail(keys.error());
}

Result<void> Vault::close()
{
    return unmount(m_store);
}

Result<void> Vault::protect(const QString &name, const SecretBytes &password, QString &recoveryKey)
{
    if (state() != VaultState::None)
        return fail(ErrorCode::VaultExists, m_vault);
    const StoreGuard guard(m_store);
    if (!guard.isFree())
        return fail(ErrorCode::StoreBusy, u"protect"_s);
    if (auto made = makeFolder(m_store); !made)
        return made;
    if (auto made = makeBesideStore(name, password, recoveryKey); !made)
        return made;
    // From here on the vault is what counts: it bears its name and holds everything.
    const auto keys = readKeys();
    const auto vaultKey = keys ? keys->open(name, password) : Result<SecretBytes>(fail(keys.error()));
    return vaultKey ? finishMove(*vaultKey) : fail(vaultKey.error());
}

Result<void> Vault::makeBesideStore(const QString &name, const SecretBytes &password, QString &recoveryKey) const
{
    const QString part = m_vault + u".part"_s;
    const QString inside = part + u"/open"_s;
    if (auto closed = unmount(inside); !closed) // of an attempt that was killed
        return closed;
    if (QFileInfo::exists(part) && !QDir(part).removeRecursively())
        return fail(ErrorCode::FileUnwritable, u"left over"_s, {{u"path"_s, part}});
    const QString cipher = part + u"/cipher"_s;
    for (const QString &folder : {part, cipher})
        if (auto made = makeFolder(folder); !made)
            return made;
    const auto keys = VaultKeys::create(name, password, recoveryKey);
    if (!keys)
        return fail(keys.error());
    const auto vaultKey = keys->open(name, password);
    if (!vaultKey)
        return fail(vaultKey.error());
    // The password that gocryptfs sees is 256 random bits: stretching it once more would only cost time.
    if (auto made = runHelper(u"gocryptfs"_s,
                              {u"-init"_s, u"-q"_s, u"-nosyslog"_s, u"-scryptn"_s, u"10"_s, u"--"_s, cipher},
                              &*vaultKey, u"make"_s);
        !made)
        return made;
    if (auto opened = mount(cipher, inside, *vaultKey); !opened)
        return opened;
    const auto copied = copyTreeChecked(m_store, inside);
    if (auto closed = unmount(inside); !closed)
        return closed;
    if (!copied)
        return copied;
    ::rmdir(QFile::encodeName(inside).constData());
    if (auto written = writeKeys(*keys, part + u"/keys.json"_s); !written)
        return written;
    if (::rename(QFile::encodeName(part).constData(), QFile::encodeName(m_vault).constData()) != 0)
        return fail(ErrorCode::FileUnwritable, u"rename"_s, {{u"path"_s, m_vault}});
    return syncFolder(QFileInfo(m_vault).path());
}

QStringList Vault::names() const
{
    const auto keys = readKeys();
    return keys ? keys->names() : QStringList();
}

Result<void> Vault::changePassword(const QString &name, const SecretBytes &old, const SecretBytes &wanted)
{
    return addName(name, old, name, wanted);
}

Result<void> Vault::addName(const QString &by, const SecretBytes &password, const QString &name,
                            const SecretBytes &wanted)
{
    auto keys = readKeys();
    if (!keys)
        return fail(keys.error());
    const auto vaultKey = keys->open(by, password);
    if (!vaultKey)
        return fail(vaultKey.error());
    if (auto set = keys->setPassword(name, wanted, *vaultKey); !set)
        return set;
    return writeKeys(*keys, keysFile());
}

Result<void> Vault::addNameByRecovery(const SecretBytes &recoveryKey, const QString &name,
                                      const SecretBytes &wanted)
{
    auto keys = readKeys();
    if (!keys)
        return fail(keys.error());
    const auto vaultKey = keys->openWithRecovery(recoveryKey);
    if (!vaultKey)
        return fail(vaultKey.error());
    if (auto set = keys->setPassword(name, wanted, *vaultKey); !set)
        return set;
    return writeKeys(*keys, keysFile());
}

Result<void> Vault::removeName(const QString &name)
{
    auto keys = readKeys();
    if (!keys)
        return fail(keys.error());
    if (auto removed = keys->remove(name); !removed)
        return removed;
    return writeKeys(*keys, keysFile());
}

Result<QString> Vault::renewRecovery(const QString &by, const SecretBytes &password)
{
    auto keys = readKeys();
    if (!keys)
        return fail(keys.error());
    const auto vaultKey = keys->open(by, password);
    if (!vaultKey)
        return fail(vaultKey.error());
    auto recovery = keys->renewRecovery(*vaultKey);
    if (!recovery)
        return recovery;
    if (auto written = writeKeys(*keys, keysFile()); !written)
        return fail(written.error());
    return recovery;
}

} // namespace sohoa
