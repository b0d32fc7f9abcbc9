// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/base/error.h"
#include "core/store/sql.h"

#include <QString>

#include <functional>
#include <initializer_list>
#include <memory>
#include <string>
#include <unordered_map>
#include <utility>

struct sqlite3;

namespace SQLite {
class Database;
class Statement;
} // namespace SQLite

namespace sohoa {

/// One connection to the store's SQLite file: WAL, synchronous=FULL, foreign_keys=ON, tokenizer "vi" registered.
///
/// Threads: belongs to one thread, with everything that was made from it.
/// Errors, by SQLite's extended result code: DiskFull; StoreBusy; StoreCorrupt (also "not a database");
/// FileUnwritable (args: path; read-only disk or file); StateForbids (a trigger refused); ValueInvalid (a CHECK,
/// NOT NULL or UNIQUE refused; args: field, value); NotFound (a row that another one names is missing; args: what,
/// id); StoreFailed for everything else. No exception leaves.
class Database {
public:
    /// Opens the file, makes it (0600) when it is missing. The clock must outlive the connection.
    static Result<std::unique_ptr<Database>> open(const QString &path, const Clock &clock);
    /// A further connection for reading, for example on another thread; the file must exist.
    static Result<std::unique_ptr<Database>> openReadOnly(const QString &path, const Clock &clock);

    /// An empty one that is gone with the connection.
    static Result<std::unique_ptr<Database>> openInMemory(const Clock &clock);

    Database(const Database &) = delete;
    Database &operator=(const Database &) = delete;
    ~Database();

    /// Runs `work`, which returns a Result, as one transaction (IMMEDIATE: the lock is taken at once, so it cannot
    /// fail half way for another writer). A failed `work` leaves nothing behind; success is given back only after
    /// the commit has succeeded. Inside another transaction it is a part of that one that fails or succeeds
    /// alone.
    template <class Work> auto transaction(Work work) -> decltype(work())
    {
        if (auto begun = begin(); !begun)
            return fail(std::move(begun).error());
        Unfinished unfinished(*this);
        auto result = work();
        if (!result)
            return result;
        if (auto committed = unfinished.commit(); !committed)
            return fail(std::move(committed).error());
        return result;
    }

    /// Runs one statement without result rows; gives the number of rows it changed.
    Result<int> execute(const char *sql, std::initializer_list<SqlValue> values = {});
    /// Runs one statement and shows each of its rows to `row`.
    Result<void> query(const char *sql, std::initializer_list<SqlValue> values,
                       const std::function<void(const SqlRow &)> &row);
    /// Several statements, as in a migration.
    Result<void> executeScript(const char *sql);

    /// Who is at the desk: written into audit rows of changes that name nobody themselves. "system" until set.
    void setActor(const QString &actor) { m_actor = actor; }
    const QString &actor() const { return m_actor; }
    Instant now() const { return m_clock.now(); }
    const Clock &clock() const { return m_clock; }
    const QString &path() const { return m_path; }
    /// SQLite's own handle, for backup, integrity checks and tests.
    sqlite3 *handle() const;

private:
    /// Rolls back in its destructor what was not committed.
    class Unfinished {
    public:
        explicit Unfinished(Database &database)
            : m_database(&database)
        {
        }
        Unfinished(const Unfinished &) = delete;
        Unfinished &operator=(const Unfinished &) = delete;
        ~Unfinished()
        {
            if (m_database)
                m_database->rollback();
        }
        Result<void> commit()
        {
            auto committed = m_database->commit();
            if (committed)
                m_database = nullptr;
            return committed;
        }

    private:
        Database *m_database;
    };

    Database(QString path, std::unique_ptr<SQLite::Database> connection, const Clock &clock);
    enum class Kind { Store, Reader, Memory };
    static Result<std::unique_ptr<Database>> openConnection(const QString &path, Kind kind, const Clock &clock);
    Result<void> prepareConnection(Kind kind);
    /// Gives the statement to `work`, from the cache when it is there, and translates what is thrown.
    template <class Work> auto withStatement(const char *sql, Work work)
        -> decltype(work(std::declval<SQLite::Statement &>()));
    Result<void> begin();
    Result<void> commit();
    void rollback();
    Result<void> control(const char *sql);
    Result<void> checkUsable() const;
    tl::unexpected<Error> translated(int extendedCode, const char *message) const;

    QString m_path;
    QString m_actor;
    const Clock &m_clock;
    std::unique_ptr<SQLite::Database> m_connection;
    std::unordered_map<std::string, std::unique_ptr<SQLite::Statement>> m_statements;
    int m_depth = 0;
    bool m_isDoomed = false; ///< A part could not be undone alone: the transaction must not be committed.
    bool m_broken = false;   ///< A rollback failed: what is in the connection's cache cannot be trusted.
};

} // namespace sohoa
