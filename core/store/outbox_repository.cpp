// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/outbox_repository.h"

#include "core/store/database.h"
#include "core/store/json_text.h"

#include <initializer_list>
#include <string>

namespace sohoa {

using namespace Qt::StringLiterals;

namespace {

/// No wait is ever longer than this: a repository's own wish is cut to an hour, and some slack.
constexpr qint64 longestWaitMs = 2 * 3'600'000;

Instant latestAttempt(Instant now)
{
    return {now.msecs + longestWaitMs};
}

constexpr const char *selectEntry =
    "SELECT package_id, target, dossier_id, revision, file, sha256, bytes, enqueued_at, upload_url, "
    "uploaded_bytes,"
    " next_attempt_at, attempts, error_code, sent_at, received_at, receipt_status, repository_id, receipt_reasons,"
    " receipt FROM outbox ";

OutboxEntry entryRow(const SqlRow &row)
{
    OutboxEntry entry;
    entry.package = row.id<PackageId>(0);
    entry.target = row.text(1);
    entry.dossier = row.id<DossierId>(2);
    entry.revision = row.number(3);
    entry.file = row.text(4);
    entry.sha256 = row.text(5);
    entry.bytes = row.integer(6);
    entry.enqueuedAt = row.instant(7);
    entry.uploadUrl = row.text(8);
    entry.offset = row.integer(9);
    entry.nextAttemptAt = row.instant(10);
    entry.attempts = row.number(11);
    if (!row.isNull(12))
        entry.error = static_cast<ErrorCode>(row.number(12));
    entry.sentAt = row.optionalInstant(13);
    entry.receivedAt = row.optionalInstant(14);
    if (!row.isNull(15))
        entry.receipt = StoredReceipt{row.demand(receiptStatusFromString(row.text(15)), 15), row.text(16),
                                      row.demand(jsonArray(row.blob(17)), 17), row.text(18)};
    return entry;
}

Result<std::vector<OutboxEntry>> readEntries(Database &database, const char *rest,
                                             std::initializer_list<SqlValue> values)
{
    const std::string sql = std::string(selectEntry) + rest;
    std::vector<OutboxEntry> entries;
    auto read = database.query(sql.c_str(), values, [&](const SqlRow &row) { entries.push_back(entryRow(row)); });
    if (!read)
        return fail(std::move(read).error());
    return entries;
}

/// One UPDATE of an entry that may still change.
Result<void> change(Database &database, const PackageId &package, const QString &target, const QString &action,
                    const char *sql, std::initializer_list<SqlValue> values)
{
    return database.transaction([&]() -> Result<void> {
        const auto entry = OutboxRepository(database).find(package, target);
        if (!entry)
            return fail(entry.error());
        if (entry->finished())
            return fail(ErrorCode::StateForbids, u"outbox"_s,
                        {{u"state"_s, toString(entry->receipt->status)}, {u"action"_s, action}});
        auto updated = database.execute(sql, values);
        if (!updated)
            return fail(std::move(updated).error());
        return {};
    });
}

} // namespace

Result<void> OutboxRepository::enqueue(const PackageId &package, const DossierId &dossier, int revision,
                                       const QString &target, const QString &file, const QString &sha256,
                                       qint64 bytes, Instant now)
{
    return m_database.transaction([&]() -> Result<void> {
        auto inserted = m_database.execute(
            "INSERT INTO outbox (package_id, target, dossier_id, revision, file, sha256, bytes, enqueued_at,"
            " upload_url, uploaded_bytes, next_attempt_at, attempts)"
            " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, '', 0, ?8, 0) ON CONFLICT (package_id, target) DO NOTHING",
            {package, target, dossier, revision, file, sha256, bytes, now});
        if (!inserted)
            return fail(std::move(inserted).error());
        if (*inserted == 1)
            return {};
        const auto entry = find(package, target);
        if (!entry)
            return fail(entry.error());
        if (entry->sha256 != sha256 || entry->dossier != dossier || entry->revision != revision)
            return fail(ErrorCode::PackageInvalid,
                        u"package %1 is queued with other bytes"_s.arg(package.toString()));
        return {};
    });
}

Result<std::vector<OutboxEntry>> OutboxRepository::due(const QString &target, Instant now, int limit)
{
    return readEntries(m_database,
                       "WHERE finished = 0 AND target = ?1 AND (next_attempt_at <= ?2"
                       " OR (next_attempt_at > ?3 AND next_attempt_at < ?4)) ORDER BY sequence LIMIT ?5",
                       {target, now, latestAttempt(now), OutboxEntry::never, limit});
}

Result<std::optional<Instant>> OutboxRepository::nextDue(const QString &target, Instant now)
{
    std::optional<Instant> next;
    auto read = m_database.query("SELECT min(next_attempt_at) FROM outbox"
                                 " WHERE finished = 0 AND target = ?1 AND next_attempt_at > ?2"
                                 " AND next_attempt_at <= ?3",
                                 {target, now, latestAttempt(now)},
                                 [&](const SqlRow &row) { next = row.optionalInstant(0); });
    if (!read)
        return fail(std::move(read).error());
    return next;
}

Result<OutboxTotals> OutboxRepository::totals(const QString &target)
{
    OutboxTotals totals;
    auto read = m_database.query("SELECT count(*) FILTER (WHERE sent_at IS NULL),"
                                 " coalesce(sum(bytes) FILTER (WHERE sent_at IS NULL), 0),"
                                 " count(sent_at), count(*) FILTER (WHERE next_attempt_at >= ?2)"
                                 " FROM outbox WHERE finished = 0 AND target = ?1",
                                 {target, OutboxEntry::never}, [&](const SqlRow &row) {
                                     totals = {row.number(0), row.integer(1), row.number(2), row.number(3)};
                                 });
    if (!read)
        return fail(std::move(read).error());
    return totals;
}

Result<std::vector<UnboundPackage>> OutboxRepository::unbound(const QString &target, DossierState state, int limit)
{
    std::vector<UnboundPackage> found;
    auto read = m_database.query("SELECT d.package_id, d.id, d.revision FROM dossier d WHERE d.state = ?1"
                                 " AND NOT EXISTS (SELECT 1 FROM outbox o"
                                 " WHERE o.package_id = d.package_id AND o.target = ?2)"
                                 " ORDER BY d.package_id LIMIT ?3",
                                 {toString(state), target, limit}, [&](const SqlRow &row) {
                                     found.push_back({row.id<PackageId>(0), row.id<DossierId>(1), row.number(2)});
                                 });
    if (!read)
        return fail(std::move(read).error());
    return found;
}

Result<std::vector<OutboxEntry>> OutboxRepository::unfinishedOf(const PackageId &package)
{
    return readEntries(m_database, "WHERE finished = 0 AND package_id = ?1 ORDER BY sequence", {package});
}

Result<std::vector<OutboxEntry>> OutboxRepository::pending()
{
    return readEntries(m_database, "WHERE finished = 0 ORDER BY sequence", {});
}

Result<std::vector<OutboxEntry>> OutboxRepository::all(int limit, int offset)
{
    return readEntries(m_database, "ORDER BY sequence LIMIT ?1 OFFSET ?2", {limit, offset});
}

Result<std::vector<OutboxEntry>> OutboxRepository::byDossier(const DossierId &dossier)
{
    return readEntries(m_database, "WHERE dossier_id = ?1 ORDER BY sequence", {dossier});
}

Result<OutboxEntry> OutboxRepository::find(const PackageId &package, const QString &target)
{
    auto entries = readEntries(m_database, "WHERE package_id = ?1 AND target = ?2", {package, target});
    if (!entries)
        return fail(std::move(entries).error());
    if (entries->empty())
        return fail(ErrorCode::NotFound, u"outbox"_s, {{u"what"_s, u"package"_s}, {u"id"_s, package.toString()}});
    return std::move(entries->front());
}

Result<void> OutboxRepository::setUploadUrl(const PackageId &package, const QString &target, const QString &url)
{
    return change(m_database, package, target, u"set upload url"_s,
                  "UPDATE outbox SET upload_url = ?3, uploaded_bytes = 0, sent_at = NULL"
                  " WHERE package_id = ?1 AND target = ?2 AND upload_url <> ?3",
                  {package, target, url});
}

Result<void> OutboxRepository::setOffset(const PackageId &package, const QString &target, qint64 offset)
{
    return change(m_database, package, target, u"set offset"_s,
                  "UPDATE outbox SET uploaded_bytes = ?3, sent_at = CASE WHEN ?3 = bytes THEN sent_at END"
                  " WHERE package_id = ?1 AND target = ?2",
                  {package, target, offset});
}

Result<void> OutboxRepository::postpone(const PackageId &package, const QString &target, Instant nextAttempt,
                                        std::optional<ErrorCode> why, int attempts)
{
    return change(
        m_database, package, target, u"postpone"_s,
        "UPDATE outbox SET next_attempt_at = ?3, error_code = ?4, attempts = ?5"
        " WHERE package_id = ?1 AND target = ?2",
        {package, target, nextAttempt, why ? SqlValue(static_cast<int>(*why)) : SqlValue(std::nullopt), attempts});
}

Result<void> OutboxRepository::markSent(const PackageId &package, const QString &target, Instant now)
{
    return change(m_database, package, target, u"mark sent"_s,
                  "UPDATE outbox SET uploaded_bytes = bytes, sent_at = ?3, next_attempt_at = ?3, attempts = 0,"
                  " error_code = NULL WHERE package_id = ?1 AND target = ?2",
                  {package, target, now});
}

Result<void> OutboxRepository::restart(const PackageId &package, const QString &target, Instant now)
{
    return change(m_database, package, target, u"restart"_s,
                  "UPDATE outbox SET upload_url = '', uploaded_bytes = 0, sent_at = NULL, next_attempt_at = ?3,"
                  " attempts = 0, error_code = NULL, received_at = NULL, receipt_status = NULL,"
                  " repository_id = NULL, receipt_reasons = NULL, receipt = NULL"
                  " WHERE package_id = ?1 AND target = ?2",
                  {package, target, now});
}

Result<void> OutboxRepository::storeReceipt(const PackageId &package, const QString &target,
                                            const StoredReceipt &receipt, Instant now)
{
    // A target that had the package already answers without being sent a byte.
    return change(m_database, package, target, u"store receipt"_s,
                  "UPDATE outbox SET receipt_status = ?3, repository_id = ?4, receipt_reasons = ?5, receipt = ?6,"
                  " received_at = ?7, uploaded_bytes = bytes, sent_at = coalesce(sent_at, ?7), error_code = NULL"
                  " WHERE package_id = ?1 AND target = ?2",
                  {package, target, toString(receipt.status), receipt.repositoryId, jsonText(receipt.reasons),
                   receipt.json, now});
}

} // namespace sohoa
