// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/report_repository.h"

#include "core/store/database.h"

namespace sohoa {

Result<void> ReportRepository::eachFinished(Instant from, Instant to,
                                            const std::function<void(const WorkRow &)> &take)
{
    return m_database.query("SELECT d.approved_by, d.approved_at, d.state, d.procedure_code, d.procedure_name,"
                            " b.name, b.agency, d.approved_pages"
                            " FROM dossier d JOIN batch b ON b.id = d.batch_id"
                            " WHERE d.approved_at >= ?1 AND d.approved_at < ?2 ORDER BY d.approved_at, d.rowid",
                            {from, to}, [&](const SqlRow &row) {
                                WorkRow work;
                                work.user = row.text(0);
                                work.approvedAt = row.instant(1);
                                work.state = row.demand(dossierStateFromString(row.text(2)), 2);
                                work.procedureCode = row.text(3);
                                work.procedureName = row.text(4);
                                work.batch = row.text(5);
                                work.agency = row.text(6);
                                work.pages = row.number(7);
                                take(work);
                            });
}

Result<int> ReportRepository::reopened(Instant from, Instant to)
{
    int count = 0;
    auto read = m_database.query("SELECT count(*) FROM audit INDEXED BY audit_reopened"
                                 " WHERE at >= ?1 AND at < ?2 AND what = 'dossier.state'"
                                 " AND json_extract(after, '$.state') = 'review'"
                                 " AND json_extract(before, '$.state') IN ('approved', 'rejected')",
                                 {from, to}, [&](const SqlRow &row) { count = row.number(0); });
    if (!read)
        return fail(std::move(read).error());
    return count;
}

Result<StandingCounts> ReportRepository::standing()
{
    StandingCounts counts;
    auto read = m_database.query("SELECT what, sum(number) FROM tally WHERE what <> 'page' GROUP BY what", {},
                                 [&](const SqlRow &row) {
                                     const int number = row.number(1);
                                     switch (row.demand(dossierStateFromString(row.text(0)), 0)) {
                                     case DossierState::Draft:
                                         break;
                                     case DossierState::Review:
                                         counts.inReview = number;
                                         break;
                                     case DossierState::Approved:
                                         counts.approved = number;
                                         break;
                                     case DossierState::Queued:
                                     case DossierState::Sent:
                                         counts.onTheWay += number;
                                         break;
                                     case DossierState::Accepted:
                                         counts.accepted = number;
                                         break;
                                     case DossierState::Rejected:
                                         counts.rejected = number;
                                         break;
                                     }
                                 });
    if (!read)
        return fail(std::move(read).error());
    return counts;
}

} // namespace sohoa
