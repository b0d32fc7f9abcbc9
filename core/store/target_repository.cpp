// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/target_repository.h"

#include "core/store/audit_trail.h"
#include "core/store/database.h"
#include "core/store/json_text.h"

#include <optional>

namespace sohoa {

using namespace Qt::StringLiterals;

namespace {

Target targetRow(const SqlRow &row)
{
    return {row.text(0), row.text(1), row.demand(jsonObject(row.blob(2)), 2)};
}

} // namespace

Result<void> TargetRepository::add(const Target &target)
{
    return m_database.transaction([&]() -> Result<void> {
        if (target.name.isEmpty() || target.url.isEmpty())
            return fail(ErrorCode::ValueInvalid, u"target"_s,
                        {{u"field"_s, target.name.isEmpty() ? u"name"_s : u"url"_s}, {u"value"_s, {}}});
        auto inserted = m_database.execute("INSERT INTO target (name, url, options) VALUES (?1, ?2, ?3)"
                                           " ON CONFLICT (name) DO NOTHING",
                                           {target.name, target.url, jsonText(target.options)});
        if (!inserted)
            return fail(std::move(inserted).error());
        if (*inserted == 0)
            return fail(ErrorCode::TargetExists, u"target"_s, {{u"target"_s, target.name}});
        return AuditTrail(m_database)
            .append(m_database.actor(), u"target.add"_s, target.name, {}, {{u"url"_s, target.url}});
    });
}

Result<std::vector<Target>> TargetRepository::list()
{
    std::vector<Target> targets;
    auto read = m_database.query("SELECT name, url, options FROM target ORDER BY name", {},
                                 [&](const SqlRow &row) { targets.push_back(targetRow(row)); });
    if (!read)
        return fail(std::move(read).error());
    return targets;
}

Result<Target> TargetRepository::find(const QString &name)
{
    std::optional<Target> target;
    auto read = m_database.query("SELECT name, url, options FROM target WHERE name = ?1", {name},
                                 [&](const SqlRow &row) { target = targetRow(row); });
    if (!read)
        return fail(std::move(read).error());
    if (!target)
        return fail(ErrorCode::TargetUnknown, u"target"_s, {{u"target"_s, name}});
    return *std::move(target);
}

Result<void> TargetRepository::remove(const QString &name)
{
    return m_database.transaction([&]() -> Result<void> {
        const auto target = find(name);
        if (!target)
            return fail(target.error());
        bool owed = false;
        auto read = m_database.query("SELECT 1 FROM outbox WHERE finished = 0 AND target = ?1 LIMIT 1", {name},
                                     [&](const SqlRow &) { owed = true; });
        if (!read)
            return read;
        if (owed)
            return fail(ErrorCode::StateForbids, u"target"_s,
                        {{u"state"_s, u"queued"_s}, {u"action"_s, u"remove target"_s}});
        auto deleted = m_database.execute("DELETE FROM target WHERE name = ?1", {name});
        if (!deleted)
            return fail(std::move(deleted).error());
        return AuditTrail(m_database)
            .append(m_database.actor(), u"target.remove"_s, name, {{u"url"_s, target->url}}, {});
    });
}

} // namespace sohoa
