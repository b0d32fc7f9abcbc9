// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/dossier_repository.h"

#include "core/store/database.h"
#include "core/store/dossier_rows.h"

#include <string>

namespace sohoa {

using namespace Qt::StringLiterals;

namespace {

/// Bound always: ?1 batch, ?2 state, ?3 limit, ?4 offset. Terms are left out when not asked for, because
/// "?1 IS NULL OR …" would keep SQLite from using an index.
std::string whereClause(const DossierRowFilter &filter)
{
    std::string where = " WHERE 1";
    if (filter.batch)
        where += " AND batch_id = ?1";
    if (filter.state)
        where += " AND state = ?2";
    return where;
}

constexpr const char *selectRow =
    "SELECT d.id, d.batch_id, d.position, d.revision, d.state, d.procedure_code, d.procedure_name,"
    " d.document_type_id, d.changed_at,"
    " (SELECT value FROM dossier_field WHERE dossier_id = d.id AND name = 'number'),"
    " (SELECT value FROM dossier_field WHERE dossier_id = d.id AND name = 'issue_date'),"
    " (SELECT value FROM dossier_field WHERE dossier_id = d.id AND name = 'person_name'),"
    " (SELECT value FROM dossier_field WHERE dossier_id = d.id AND name = 'dossier_code'),"
    " (SELECT count(*) FROM page WHERE dossier_id = d.id), d.valid_status, d.valid_until,"
    " (SELECT name FROM batch WHERE id = d.batch_id) FROM dossier d";

SqlValue stateValue(const DossierRowFilter &filter)
{
    return filter.state ? SqlValue(toString(*filter.state)) : SqlValue(std::nullopt);
}

DossierRow listRow(const SqlRow &row)
{
    DossierRow line;
    line.id = row.id<DossierId>(0);
    line.batch = row.id<BatchId>(1);
    line.position = row.number(2);
    line.revision = row.number(3);
    line.state = row.demand(dossierStateFromString(row.text(4)), 4);
    line.procedureCode = row.text(5);
    line.procedureName = row.text(6);
    line.documentTypeId = row.text(7);
    line.changedAt = row.instant(8);
    line.number = row.text(9);
    line.issueDate = row.text(10);
    line.personName = row.text(11);
    line.dossierCode = row.text(12);
    line.pages = row.number(13);
    line.validity.status = row.demand(validityStatusFromString(row.text(14)), 14);
    line.validity.until = row.date(15);
    line.batchName = row.text(16);
    return line;
}

} // namespace

Result<Dossier> DossierRepository::find(const DossierId &id)
{
    return readDossier(m_database, id);
}

Result<std::vector<DossierRow>> DossierRepository::list(const DossierRowFilter &filter)
{
    const std::string sql = std::string(selectRow) + whereClause(filter) +
                            (filter.newestFirst ? " ORDER BY d.changed_at DESC, d.id DESC"
                                                : " ORDER BY d.batch_id, d.position, d.id") +
                            " LIMIT ?3 OFFSET ?4";
    std::vector<DossierRow> rows;
    auto read = m_database.query(sql.c_str(), {filter.batch, stateValue(filter), filter.limit, filter.offset},
                                 [&](const SqlRow &row) { rows.push_back(listRow(row)); });
    if (!read)
        return fail(std::move(read).error());
    return rows;
}

Result<DossierRow> DossierRepository::row(const DossierId &id)
{
    static const std::string sql = std::string(selectRow) + " WHERE d.id = ?1";
    std::optional<DossierRow> found;
    auto read = m_database.query(sql.c_str(), {id}, [&](const SqlRow &row) { found = listRow(row); });
    if (!read)
        return fail(std::move(read).error());
    if (!found)
        return fail(ErrorCode::NotFound, u"dossier"_s, {{u"what"_s, u"dossier"_s}, {u"id"_s, id.toString()}});
    return *std::move(found);
}

Result<std::vector<BatchId>> DossierRepository::unsortedBatches()
{
    std::vector<BatchId> batches;
    auto read = m_database.query("SELECT batch_id FROM page WHERE dossier_id IS NULL AND excluded = 0"
                                 " UNION SELECT batch_id FROM dossier WHERE state = 'draft'",
                                 {}, [&](const SqlRow &row) { batches.push_back(row.id<BatchId>(0)); });
    if (!read)
        return fail(std::move(read).error());
    return batches;
}

Result<int> DossierRepository::count(const DossierRowFilter &filter)
{
    const std::string sql =
        "SELECT count(*) FROM (SELECT 1 FROM dossier" + whereClause(filter) + " LIMIT ?3 OFFSET ?4)";
    int count = 0;
    auto read = m_database.query(sql.c_str(), {filter.batch, stateValue(filter), filter.limit, filter.offset},
                                 [&](const SqlRow &row) { count = row.number(0); });
    if (!read)
        return fail(std::move(read).error());
    return count;
}

} // namespace sohoa
