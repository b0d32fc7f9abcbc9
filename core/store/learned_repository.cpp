// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/learned_repository.h"

#include "core/store/audit_trail.h"
#include "core/store/database.h"

#include <QJsonObject>

namespace sohoa {

using namespace Qt::StringLiterals;

Result<void> LearnedRepository::add(const std::vector<LearnedRow> &rows)
{
    return m_database.transaction([&]() -> Result<void> {
        for (const LearnedRow &row : rows) {
            auto written = m_database.execute(
                "INSERT INTO learned (kind, value, context, confirmed, last_at) VALUES (?1, ?2, ?3, ?4, ?5)"
                " ON CONFLICT (kind, context, value) DO UPDATE SET confirmed = confirmed + excluded.confirmed,"
                " last_at = excluded.last_at",
                {row.kind, row.value, row.context.isNull() ? u""_s : row.context, row.confirmed,
                 m_database.now()});
            if (!written)
                return fail(std::move(written).error());
        }
        return {};
    });
}

Result<std::vector<LearnedRow>> LearnedRepository::all()
{
    std::vector<LearnedRow> rows;
    auto read =
        m_database.query("SELECT kind, value, context, confirmed FROM (SELECT * FROM learned ORDER BY confirmed"
                         " DESC LIMIT 5000) ORDER BY kind, context, value",
                         {}, [&](const SqlRow &row) {
                             rows.push_back({row.text(0), row.text(1), row.text(2), row.number(3)});
                         });
    if (!read)
        return fail(std::move(read).error());
    return rows;
}

Result<int> LearnedRepository::clear(const std::optional<QString> &kind)
{
    return m_database.transaction([&]() -> Result<int> {
        auto deleted = kind ? m_database.execute("DELETE FROM learned WHERE kind = ?1", {*kind})
                            : m_database.execute("DELETE FROM learned");
        if (!deleted)
            return fail(std::move(deleted).error());
        auto recorded = AuditTrail(m_database)
                            .append(m_database.actor(), u"learned.clear"_s, kind.value_or(u"*"_s),
                                    {{u"rows"_s, *deleted}}, {});
        if (!recorded)
            return fail(std::move(recorded).error());
        return *deleted;
    });
}

} // namespace sohoa
