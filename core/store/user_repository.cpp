// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/user_repository.h"

#include "core/store/audit_trail.h"
#include "core/store/database.h"

#include <QJsonObject>

namespace sohoa {

using namespace Qt::StringLiterals;

namespace {

User userOf(const SqlRow &row)
{
    return {row.text(0), row.demand(userRoleFromString(row.text(1)), 1), row.flag(2), row.instant(3),
            row.instant(4)};
}

/// Triggers keep the last administrator; here it gets its own words.
Result<void> keptAdministrator(Result<int> written)
{
    if (written)
        return {};
    if (written.error().code == ErrorCode::StateForbids)
        return fail(ErrorCode::StateForbids, written.error().detail,
                    {{u"state"_s, u"no_administrator"_s}, {u"action"_s, u"user"_s}});
    return fail(std::move(written).error());
}

} // namespace

Result<std::vector<User>> UserRepository::all()
{
    std::vector<User> users;
    auto read = m_database.query("SELECT name, role, active, created_at, changed_at FROM user ORDER BY name", {},
                                 [&](const SqlRow &row) { users.push_back(userOf(row)); });
    if (!read)
        return fail(std::move(read).error());
    return users;
}

Result<UserLogin> UserRepository::find(const QString &name)
{
    std::optional<UserLogin> found;
    auto read = m_database.query(
        "SELECT name, role, active, created_at, changed_at, password, failures, failed_at FROM user"
        " WHERE name = ?1",
        {name}, [&](const SqlRow &row) {
            found = UserLogin{userOf(row), row.text(5).toLatin1(), row.number(6), row.optionalInstant(7)};
        });
    if (!read)
        return fail(std::move(read).error());
    if (!found)
        return fail(ErrorCode::UserUnknown, u"store"_s, {{u"user"_s, name.left(64)}});
    return *std::move(found);
}

Result<void> UserRepository::record(const QString &actor, const char *what, const QString &name,
                                    const QJsonObject &before, const QJsonObject &after)
{
    return AuditTrail(m_database).append(actor, QString::fromLatin1(what), name, before, after);
}

Result<void> UserRepository::add(const QString &name, UserRole role, const QByteArray &passwordHash)
{
    if (!isUserName(name))
        return fail(ErrorCode::ValueInvalid, u"name"_s, {{u"field"_s, u"user"_s}, {u"value"_s, name.left(64)}});
    return m_database.transaction([&]() -> Result<void> {
        const auto known = find(name);
        if (known)
            return fail(ErrorCode::StateForbids, u"user"_s,
                        {{u"state"_s, u"user_exists"_s}, {u"action"_s, u"user"_s}, {u"user"_s, name}});
        if (known.error().code != ErrorCode::UserUnknown)
            return fail(known.error());
        auto written = keptAdministrator(m_database.execute(
            "INSERT INTO user (name, role, password, created_at, changed_at) VALUES (?1, ?2, ?3, ?4, ?4)",
            {name, toString(role), QString::fromLatin1(passwordHash), m_database.now()}));
        if (!written)
            return written;
        return record(m_database.actor(), "user.create", name, {}, {{u"role"_s, toString(role)}});
    });
}

Result<void> UserRepository::setRole(const QString &name, UserRole role)
{
    return m_database.transaction([&]() -> Result<void> {
        const auto known = find(name);
        if (!known)
            return fail(known.error());
        if (known->user.role == role)
            return {};
        auto written =
            keptAdministrator(m_database.execute("UPDATE user SET role = ?2, changed_at = ?3 WHERE name = ?1",
                                                 {name, toString(role), m_database.now()}));
        if (!written)
            return written;
        return record(m_database.actor(), "user.role", name, {{u"role"_s, toString(known->user.role)}},
                      {{u"role"_s, toString(role)}});
    });
}

Result<void> UserRepository::setActive(const QString &name, bool active)
{
    return m_database.transaction([&]() -> Result<void> {
        const auto known = find(name);
        if (!known)
            return fail(known.error());
        if (known->user.active == active)
            return {};
        auto written =
            keptAdministrator(m_database.execute("UPDATE user SET active = ?2, changed_at = ?3 WHERE name = ?1",
                                                 {name, active ? 1 : 0, m_database.now()}));
        if (!written)
            return written;
        return record(m_database.actor(), "user.active", name, {{u"active"_s, known->user.active}},
                      {{u"active"_s, active}});
    });
}

Result<void> UserRepository::setPassword(const QString &name, const QByteArray &passwordHash)
{
    return m_database.transaction([&]() -> Result<void> {
        const auto written =
            m_database.execute("UPDATE user SET password = ?2, changed_at = ?3, failures = 0, failed_at = NULL"
                               " WHERE name = ?1",
                               {name, QString::fromLatin1(passwordHash), m_database.now()});
        if (!written)
            return fail(written.error());
        if (*written == 0)
            return fail(ErrorCode::UserUnknown, u"store"_s, {{u"user"_s, name.left(64)}});
        return record(m_database.actor(), "user.password", name, {}, {});
    });
}

Result<void> UserRepository::noteSignIn(const QString &name)
{
    return m_database.transaction([&]() -> Result<void> {
        const auto written =
            m_database.execute("UPDATE user SET failures = 0, failed_at = NULL WHERE name = ?1", {name});
        if (!written)
            return fail(written.error());
        return record(name, "user.sign_in", name, {}, {});
    });
}

Result<void> UserRepository::noteFailure(const QString &name)
{
    return m_database.transaction([&]() -> Result<void> {
        const auto written = m_database.execute(
            "UPDATE user SET failures = failures + 1, failed_at = ?2 WHERE name = ?1", {name, m_database.now()});
        if (!written)
            return fail(written.error());
        return record(m_database.actor(), "user.sign_in_failed", name, {}, {});
    });
}

Result<void> UserRepository::noteStranger()
{
    return m_database.transaction(
        [&]() { return record(m_database.actor(), "user.sign_in_failed", u"?"_s, {}, {}); });
}

Result<void> UserRepository::noteLock(const QString &name)
{
    return m_database.transaction([&]() { return record(name, "user.lock", name, {}, {}); });
}

} // namespace sohoa
