// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/unit/store/test_store.h"

using namespace sohoa;
using namespace sohoa::test;

namespace {

// The store keeps what core/security makes, and makes none itself.
const QByteArray someHash = "$argon2id$v=19$m=8,t=1,p=1$c2FsdA$aGFzaA";

QStringList trailOf(Store &store, const QString &target)
{
    QStringList trail;
    const auto rows = store.audit().ofTarget(target);
    REQUIRE_OK(rows);
    for (const AuditRow &row : *rows)
        trail.append(row.actor + u' ' + row.what + u' ' + row.before + row.after);
    return trail;
}

} // namespace

TEST_CASE("Users are kept with their roles, and every change is in the trail", "[store]")
{
    TestStore store;
    UserRepository users = store->users();
    CHECK(users.all().value().empty());
    REQUIRE_OK(users.add(u"Hoà"_s, UserRole::Administrator, someHash));
    store->database().setActor(u"Hoà"_s);
    REQUIRE_OK(users.add(u"Lan"_s, UserRole::Clerk, someHash));
    store.clock.advance(1000);
    REQUIRE_OK(users.setRole(u"Lan"_s, UserRole::Lead));
    REQUIRE_OK(users.setPassword(u"Lan"_s, someHash + 'x'));
    REQUIRE_OK(users.noteFailure(u"Lan"_s));
    CHECK(users.find(u"Lan"_s).value().failures == 1);
    REQUIRE_OK(users.noteSignIn(u"Lan"_s));
    REQUIRE_OK(users.noteLock(u"Lan"_s));
    REQUIRE_OK(users.setActive(u"Lan"_s, false));
    store.reopen();

    const auto login = store->users().find(u"Lan"_s);
    REQUIRE_OK(login);
    CHECK(login->user.role == UserRole::Lead);
    CHECK_FALSE(login->user.active);
    CHECK(login->passwordHash == someHash + 'x');
    CHECK(login->failures == 0);
    CHECK(login->user.changedAt.msecs - login->user.createdAt.msecs >= 1000);
    CHECK(trailOf(*store, u"Lan"_s) == QStringList{u"Hoà user.create {\"role\":\"clerk\"}"_s,
                                                   u"Hoà user.role {\"role\":\"clerk\"}{\"role\":\"lead\"}"_s,
                                                   u"Hoà user.password "_s, u"Hoà user.sign_in_failed "_s,
                                                   u"Lan user.sign_in "_s, u"Lan user.lock "_s,
                                                   u"Hoà user.active {\"active\":true}{\"active\":false}"_s});
    CHECK(store.count("SELECT count(*) FROM audit WHERE instr(before || after, 'argon2') > 0") == 0);
    CHECK(fsck(*store).value().empty());
}

TEST_CASE("A store with users always has an administrator who can sign in", "[store]")
{
    TestStore store;
    UserRepository users = store->users();
    const auto first = users.add(u"Lan"_s, UserRole::Clerk, someHash);
    REQUIRE_FALSE(first);
    CHECK(first.error().args.value(u"state"_s) == u"no_administrator");
    CHECK(users.all().value().empty());
    REQUIRE_OK(users.add(u"Hoà"_s, UserRole::Administrator, someHash));
    CHECK(users.setRole(u"Hoà"_s, UserRole::Lead).error().args.value(u"state"_s) == u"no_administrator");
    CHECK(users.setActive(u"Hoà"_s, false).error().args.value(u"state"_s) == u"no_administrator");
    REQUIRE_OK(users.add(u"Lan"_s, UserRole::Administrator, someHash));
    REQUIRE_OK(users.setRole(u"Hoà"_s, UserRole::Lead));
    CHECK(users.setActive(u"Lan"_s, false).error().args.value(u"state"_s) == u"no_administrator");

    CHECK(users.add(u"Lan"_s, UserRole::Clerk, someHash).error().args.value(u"state"_s) == u"user_exists");
    CHECK(users.add(u" Lan"_s, UserRole::Clerk, someHash).error().code == ErrorCode::ValueInvalid);
    CHECK(users.setRole(u"Ai"_s, UserRole::Clerk).error().code == ErrorCode::UserUnknown);
    CHECK(users.setPassword(u"Ai"_s, someHash).error().code == ErrorCode::UserUnknown);
}

TEST_CASE("Who writes past the program cannot write users that make no sense", "[store]")
{
    TestStore store;
    REQUIRE_OK(store->users().add(u"Hoà"_s, UserRole::Administrator, someHash));
    store.close();
    for (const char *sql : {"DELETE FROM user", "UPDATE user SET name = 'x'", "UPDATE user SET role = 'root'",
                            "UPDATE user SET role = 'clerk'", "UPDATE user SET password = 'plain'",
                            "UPDATE user SET active = 0", "UPDATE user SET failures = 1"}) {
        INFO(sql);
        CHECK(writeRaw(store.file(u"sohoa.db"_s), sql) == SQLITE_CONSTRAINT);
    }
}
