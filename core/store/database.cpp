// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/database.h"

#include "core/store/sql_functions.h"
#include "core/store/vi_tokenizer.h"

#include <QFile>
#include <QLoggingCategory>

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Exception.h>
#include <SQLiteCpp/Statement.h>
#include <fcntl.h>
#include <sqlite3.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>

namespace sohoa {

using namespace Qt::StringLiterals;

namespace {

Q_LOGGING_CATEGORY(logDatabase, "sohoa.store")

constexpr int busyTimeoutMsecs = 5000; ///< A reader's checkpoint may hold the lock for a moment.

struct Binder {
    SQLite::Statement &statement;
    int index;

    void operator()(std::monostate) const { statement.bind(index); }
    void operator()(qint64 value) const { statement.bind(index, static_cast<int64_t>(value)); }
    void operator()(double value) const { statement.bind(index, value); }
    void operator()(const QString &text) const { statement.bind(index, text.toStdString()); }
    void operator()(const QByteArray &blob) const
    {
        // A null pointer would be bound as NULL.
        statement.bind(index, static_cast<const void *>(blob.constData()), static_cast<int>(blob.size()));
    }
};

void bindAll(SQLite::Statement &statement, std::initializer_list<SqlValue> values)
{
    int index = 0;
    for (const SqlValue &value : values)
        std::visit(Binder{statement, ++index}, value.content());
}

/// SQLite makes files readable for everybody that the umask lets; the store is for its owner only.
Result<void> makePrivateFile(const QString &path)
{
    const int fd = ::open(QFile::encodeName(path).constData(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
    if (fd < 0) {
        const int reason = errno;
        return fail(reason == ENOSPC || reason == EDQUOT ? ErrorCode::DiskFull : ErrorCode::FileUnwritable,
                    u"open %1: %2"_s.arg(path, QString::fromLocal8Bit(std::strerror(reason))),
                    {{u"path"_s, path}});
    }
    ::close(fd);
    return {};
}

tl::unexpected<Error> constraintFailed(int code, const QString &detail)
{
    // "UNIQUE constraint failed: batch.name"
    const QString place = detail.section(u": "_s, -1);
    switch (code) {
    case SQLITE_CONSTRAINT_TRIGGER:
        if (detail.contains(u"StateForbids"))
            return fail(ErrorCode::StateForbids, detail, {{u"state"_s, {}}, {u"action"_s, place}});
        return fail(ErrorCode::ValueInvalid, detail, {{u"field"_s, place}, {u"value"_s, {}}});
    case SQLITE_CONSTRAINT_FOREIGNKEY:
        return fail(ErrorCode::NotFound, detail, {{u"what"_s, u"row"_s}, {u"id"_s, {}}});
    default:
        return fail(ErrorCode::ValueInvalid, detail, {{u"field"_s, place}, {u"value"_s, {}}});
    }
}

} // namespace

Database::Database(QString path, std::unique_ptr<SQLite::Database> connection, const Clock &clock)
    : m_path(std::move(path))
    , m_actor(u"system"_s)
    , m_clock(clock)
    , m_connection(std::move(connection))
{
}

Database::~Database()
{
    // Statements hold on to the connection.
    m_statements.clear();
}

Result<std::unique_ptr<Database>> Database::open(const QString &path, const Clock &clock)
{
    if (auto made = makePrivateFile(path); !made)
        return fail(std::move(made).error());
    return openConnection(path, Kind::Store, clock);
}

Result<std::unique_ptr<Database>> Database::openReadOnly(const QString &path, const Clock &clock)
{
    if (!QFile::exists(path))
        return fail(ErrorCode::FileUnreadable, u"no such file"_s, {{u"path"_s, path}});
    return openConnection(path, Kind::Reader, clock);
}

Result<std::unique_ptr<Database>> Database::openInMemory(const Clock &clock)
{
    return openConnection(u":memory:"_s, Kind::Memory, clock);
}

Result<std::unique_ptr<Database>> Database::openConnection(const QString &path, Kind kind, const Clock &clock)
{
    std::unique_ptr<Database> database;
    try {
        auto connection = std::make_unique<SQLite::Database>(
            QFile::encodeName(path).toStdString(),
            kind == Kind::Reader ? SQLite::OPEN_READONLY : SQLite::OPEN_READWRITE, busyTimeoutMsecs);
        database.reset(new Database(path, std::move(connection), clock));
    } catch (const SQLite::Exception &exception) {
        return fail(ErrorCode::FileUnwritable, QString::fromUtf8(exception.what()), {{u"path"_s, path}});
    }
    if (auto prepared = database->prepareConnection(kind); !prepared)
        return fail(std::move(prepared).error());
    return database;
}

Result<void> Database::prepareConnection(Kind kind)
{
    sqlite3_extended_result_codes(handle(), 1);
    if (const int code = registerViTokenizer(handle()); code != SQLITE_OK)
        return translated(code, "tokenizer vi");
    if (const int code = registerSqlFunctions(handle()); code != SQLITE_OK)
        return translated(code, "functions");
    if (auto set = executeScript("PRAGMA foreign_keys = ON; PRAGMA synchronous = FULL;"
                                 "PRAGMA cell_size_check = ON; PRAGMA cache_size = -32768;");
        !set)
        return set;
    if (kind == Kind::Reader)
        return executeScript("PRAGMA query_only = ON");
    if (kind == Kind::Memory)
        return {};
    QString mode;
    auto set = query("PRAGMA journal_mode = WAL", {}, [&](const SqlRow &row) { mode = row.text(0); });
    if (set && mode != u"wal")
        return fail(ErrorCode::StoreFailed, u"journal_mode is %1: not a local file system?"_s.arg(mode));
    return set;
}

sqlite3 *Database::handle() const
{
    return m_connection->getHandle();
}

template <class Work> auto Database::withStatement(const char *sql, Work work)
    -> decltype(work(std::declval<SQLite::Statement &>()))
{
    if (auto usable = checkUsable(); !usable)
        return fail(std::move(usable).error());
    try {
        // Taken out of the cache while it is in use: a row's callback may run the same statement.
        auto node = m_statements.extract(sql);
        auto statement = node ? std::move(node.mapped()) : std::make_unique<SQLite::Statement>(*m_connection, sql);
        auto result = work(*statement);
        if (statement->tryReset() == SQLITE_OK) {
            statement->clearBindings();
            m_statements.insert_or_assign(sql, std::move(statement));
        }
        return result;
    } catch (const SQLite::Exception &exception) {
        const int extended = exception.getExtendedErrorCode();
        return translated(extended > 0 ? extended : exception.getErrorCode(), exception.what());
    }
}

Result<int> Database::execute(const char *sql, std::initializer_list<SqlValue> values)
{
    return withStatement(sql, [&](SQLite::Statement &statement) -> Result<int> {
        bindAll(statement, values);
        return statement.exec();
    });
}

Result<void> Database::query(const char *sql, std::initializer_list<SqlValue> values,
                             const std::function<void(const SqlRow &)> &row)
{
    return withStatement(sql, [&](SQLite::Statement &statement) -> Result<void> {
        bindAll(statement, values);
        const SqlRow current(statement);
        while (statement.executeStep())
            row(current);
        return {};
    });
}

Result<void> Database::executeScript(const char *sql)
{
    if (auto usable = checkUsable(); !usable)
        return usable;
    return control(sql);
}

Result<void> Database::control(const char *sql)
{
    if (m_connection->tryExec(sql) != SQLITE_OK)
        return translated(m_connection->getExtendedErrorCode(), m_connection->getErrorMsg());
    return {};
}

Result<void> Database::checkUsable() const
{
    if (m_broken)
        return fail(ErrorCode::StoreFailed, u"an earlier rollback failed"_s);
    if (m_depth > 0 && m_isDoomed)
        return fail(ErrorCode::StoreFailed, u"a part of the transaction could not be undone alone"_s);
    // A full disk makes SQLite roll the whole transaction back by itself: what came after would be written alone.
    if (m_depth > 0 && sqlite3_get_autocommit(handle()) != 0)
        return fail(ErrorCode::StoreFailed, u"the transaction was rolled back after an earlier error"_s);
    return {};
}

Result<void> Database::begin()
{
    if (auto usable = checkUsable(); !usable)
        return usable;
    auto begun = control(m_depth == 0 ? "BEGIN IMMEDIATE" : "SAVEPOINT part");
    if (begun)
        ++m_depth;
    return begun;
}

Result<void> Database::commit()
{
    if (auto usable = checkUsable(); !usable)
        return usable;
    auto committed = control(m_depth == 1 ? "COMMIT" : "RELEASE part");
    if (committed)
        --m_depth;
    return committed;
}

void Database::rollback()
{
    const bool outermost = m_depth == 1;
    --m_depth;
    if (outermost)
        m_isDoomed = false;
    if (sqlite3_get_autocommit(handle()) != 0)
        return;
    const auto done = control(outermost ? "ROLLBACK" : "ROLLBACK TO part; RELEASE part");
    if (done)
        return;
    // An interrupted RELEASE can have taken effect (SQLite 3.46 says so late): then there is no part any more, and
    // only the whole can be undone.
    qCCritical(logDatabase).noquote() << "rollback failed:" << logLine(done.error());
    (outermost ? m_broken : m_isDoomed) = true;
}

tl::unexpected<Error> Database::translated(int extendedCode, const char *message) const
{
    const QString detail = u"SQLite %1: %2"_s.arg(extendedCode).arg(QString::fromUtf8(message));
    const QMap<QString, QString> path{{u"path"_s, m_path}};
    switch (extendedCode & 0xff) {
    case SQLITE_FULL:
        return fail(ErrorCode::DiskFull, detail);
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
        return fail(ErrorCode::StoreBusy, detail);
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
        return fail(ErrorCode::StoreCorrupt, detail);
    case SQLITE_READONLY:
    case SQLITE_CANTOPEN:
    case SQLITE_PERM:
        return fail(ErrorCode::FileUnwritable, detail, path);
    case SQLITE_CONSTRAINT:
        return constraintFailed(extendedCode, QString::fromUtf8(message));
    case SQLITE_IOERR: {
        const int reason = sqlite3_system_errno(handle());
        if (reason == ENOSPC || reason == EDQUOT)
            return fail(ErrorCode::DiskFull, detail);
        return fail(ErrorCode::StoreFailed, detail, path);
    }
    default:
        return fail(ErrorCode::StoreFailed, detail);
    }
}

} // namespace sohoa
