// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/schema.h"

namespace sohoa {

// Whoever writes it, a store with users always has an administrator who can sign in: else nobody could ever add
// one again. Users are kept for good, for the audit trail names them.
const char *const schema5 = R"sql(
CREATE TABLE user (
    name TEXT PRIMARY KEY NOT NULL CHECK (length(name) BETWEEN 1 AND 64),
    role TEXT NOT NULL CHECK (role IN ('clerk', 'lead', 'administrator')),
    password TEXT NOT NULL CHECK (password GLOB '$argon2id$*'),
    active INTEGER NOT NULL DEFAULT 1 CHECK (active IN (0, 1)),
    created_at INTEGER NOT NULL,
    changed_at INTEGER NOT NULL,
    failures INTEGER NOT NULL DEFAULT 0 CHECK (failures >= 0),
    failed_at INTEGER CHECK ((failed_at IS NULL) = (failures = 0))
) STRICT, WITHOUT ROWID;
CREATE TRIGGER user_first AFTER INSERT ON user
WHEN NOT EXISTS (SELECT 1 FROM user WHERE role = 'administrator' AND active = 1)
BEGIN SELECT RAISE(ABORT, 'StateForbids: the first user is an administrator'); END;
CREATE TRIGGER user_last AFTER UPDATE OF role, active ON user
WHEN NOT EXISTS (SELECT 1 FROM user WHERE role = 'administrator' AND active = 1)
BEGIN SELECT RAISE(ABORT, 'StateForbids: the last administrator'); END;
CREATE TRIGGER user_no_delete BEFORE DELETE ON user
BEGIN SELECT RAISE(ABORT, 'StateForbids: users are kept'); END;
CREATE TRIGGER user_no_rename BEFORE UPDATE OF name ON user WHEN NEW.name <> OLD.name
BEGIN SELECT RAISE(ABORT, 'StateForbids: a user keeps the name'); END;
)sql";

} // namespace sohoa
