// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/domain/user.h"

#include <QByteArray>
#include <QJsonObject>

#include <optional>
#include <vector>

namespace sohoa {

class Database;

/// What signing in needs to know of a user.
struct UserLogin {
    User user;
    QByteArray passwordHash; ///< As core/security makes it; never shown, logged or audited.
    int failures = 0;        ///< Wrong passwords since the last right one.
    std::optional<Instant> failedAt;
};

/// Who may work here. A store without users asks nobody to sign in. Each change is one transaction with its audit
/// row ("user.create", "user.role", "user.active", "user.password", "user.sign_in", "user.sign_in_failed",
/// "user.lock"; the target is the name).
/// Errors beside those of the Database: UserUnknown (args: user); StateForbids (args: state "user_exists",
/// "no_administrator" when the store would be left without an active administrator).
/// Threads: the Database's.
class UserRepository {
public:
    explicit UserRepository(Database &database)
        : m_database(database)
    {
    }

    /// Sorted by name, those who are no longer active too.
    Result<std::vector<User>> all();
    Result<UserLogin> find(const QString &name);

    /// ValueInvalid (args: field "user") for a name that isUserName() refuses.
    Result<void> add(const QString &name, UserRole role, const QByteArray &passwordHash);
    Result<void> setRole(const QString &name, UserRole role);
    Result<void> setActive(const QString &name, bool active);
    /// Forgets wrong passwords too.
    Result<void> setPassword(const QString &name, const QByteArray &passwordHash);

    Result<void> noteSignIn(const QString &name);
    Result<void> noteFailure(const QString &name);
    /// Somebody tried a name that nobody has. It is not written down: it may be a password, typed in the wrong
    /// line.
    Result<void> noteStranger();
    Result<void> noteLock(const QString &name);

private:
    Result<void> record(const QString &actor, const char *what, const QString &name, const QJsonObject &before,
                        const QJsonObject &after);

    Database &m_database;
};

} // namespace sohoa
