// SPDX-License-Identifier: GPL-3.0-or-later
// What changes dossiers; dossier_repository.cpp only reads.
#include "core/store/audit_trail.h"
#include "core/store/database.h"
#include "core/store/dossier_repository.h"
#include "core/store/dossier_rows.h"
#include "core/store/page_rows.h"

#include <QJsonArray>
#include <QJsonObject>

namespace sohoa {

using namespace Qt::StringLiterals;

namespace {

tl::unexpected<Error> forbids(DossierState state, const QString &action)
{
    return fail(ErrorCode::StateForbids, u"dossier"_s, {{u"state"_s, toString(state)}, {u"action"_s, action}});
}

QJsonObject pagesJson(const std::vector<PageId> &pages)
{
    QJsonArray ids;
    for (const PageId &page : pages)
        ids.append(page.toString());
    return {{u"pages"_s, ids}};
}

QJsonObject stateJson(DossierState state, int revision, const std::optional<PackageId> &package)
{
    QJsonObject json{{u"state"_s, toString(state)}, {u"revision"_s, revision}};
    if (package)
        json[u"package"_s] = package->toString();
    return json;
}

struct Standing {
    DossierState state;
    int revision;
    std::optional<PackageId> package;
};

Result<Standing> standingOf(Database &database, const DossierId &id)
{
    std::optional<Standing> standing;
    auto read = database.query("SELECT state, revision, package_id FROM dossier WHERE id = ?1", {id},
                               [&](const SqlRow &row) {
                                   standing = Standing{row.demand(dossierStateFromString(row.text(0)), 0),
                                                       row.number(1), row.optionalId<PackageId>(2)};
                               });
    if (!read)
        return fail(std::move(read).error());
    if (!standing)
        return fail(ErrorCode::NotFound, u"dossier"_s, {{u"what"_s, u"dossier"_s}, {u"id"_s, id.toString()}});
    return *standing;
}

} // namespace

Result<void> DossierRepository::insert(const Dossier &dossier)
{
    return m_database.transaction([&]() -> Result<void> {
        if (dossier.state != DossierState::Draft || dossier.revision != 1 || dossier.package)
            return forbids(dossier.state, u"insert"_s);
        if (auto inserted = insertDossierRow(m_database, dossier); !inserted)
            return inserted;
        if (auto placed = writePageOrder(m_database, dossier.id, dossier.pages); !placed)
            return placed;
        if (auto written = replaceContents(m_database, dossier); !written)
            return written;
        QJsonObject after = decisionsOf(dossier);
        after[u"state"_s] = toString(dossier.state);
        after[u"pages"_s] = static_cast<qint64>(dossier.pages.size());
        return AuditTrail(m_database)
            .append(m_database.actor(), u"dossier.create"_s, dossier.id.toString(), {}, after);
    });
}

Result<void> DossierRepository::update(const Dossier &dossier)
{
    return m_database.transaction([&]() -> Result<void> {
        if (auto editable = requireEditable(m_database, dossier.id, u"edit"_s); !editable)
            return editable;
        const auto old = readDossier(m_database, dossier.id);
        if (!old)
            return fail(old.error());
        if (auto updated = updateDossierRow(m_database, dossier); !updated)
            return updated;
        if (auto written = replaceContents(m_database, dossier); !written)
            return written;
        const QJsonObject before = decisionsOf(*old);
        const QJsonObject after = decisionsOf(dossier);
        if (before == after)
            return {};
        return AuditTrail(m_database)
            .append(m_database.actor(), u"dossier.edit"_s, dossier.id.toString(), before, after);
    });
}

Result<void> DossierRepository::setPages(const DossierId &id, const std::vector<PageId> &pages)
{
    return m_database.transaction([&]() -> Result<void> {
        const auto before = pageOrder(m_database, id);
        if (!before)
            return fail(before.error());
        if (auto written = writePageOrder(m_database, id, pages); !written)
            return written;
        if (*before == pages)
            return {};
        return AuditTrail(m_database)
            .append(m_database.actor(), u"dossier.pages"_s, id.toString(), pagesJson(*before), pagesJson(pages));
    });
}

Result<std::optional<PackageId>> DossierRepository::changeState(const DossierId &id, DossierState to,
                                                                const QString &actor, const QString &reason)
{
    return m_database.transaction([&]() -> Result<std::optional<PackageId>> {
        const auto old = standingOf(m_database, id);
        if (!old)
            return fail(old.error());
        if (!mayChange(old->state, to))
            return forbids(old->state, toString(to));
        Standing next{to, old->revision, old->package};
        if (to == DossierState::Approved)
            next.package = PackageId::make(m_database.clock());
        if (to == DossierState::Review)
            next.package.reset();
        if (old->state == DossierState::Rejected)
            ++next.revision;
        auto updated = m_database.execute(
            "UPDATE dossier SET state = ?2, revision = ?3, package_id = ?4, changed_at = ?5 WHERE id = ?1",
            {id, toString(to), next.revision, next.package, m_database.now()});
        if (updated && to == DossierState::Approved)
            updated = m_database.execute(
                "UPDATE dossier SET approved_at = ?2, approved_by = ?3, approved_pages ="
                " (SELECT count(*) FROM page WHERE dossier_id = ?1 AND excluded = 0) WHERE id = ?1",
                {id, m_database.now(), actor});
        if (updated && to == DossierState::Review)
            updated = m_database.execute("UPDATE dossier SET approved_at = NULL, approved_by = '',"
                                         " approved_pages = 0 WHERE id = ?1 AND approved_at IS NOT NULL",
                                         {id});
        if (!updated)
            return fail(std::move(updated).error());
        QJsonObject after = stateJson(to, next.revision, next.package);
        if (!reason.isEmpty())
            after[u"reason"_s] = reason;
        auto recorded = AuditTrail(m_database)
                            .append(actor, u"dossier.state"_s, id.toString(),
                                    stateJson(old->state, old->revision, old->package), after);
        if (!recorded)
            return fail(std::move(recorded).error());
        return next.package;
    });
}

Result<void> DossierRepository::remove(const DossierId &id)
{
    return m_database.transaction([&]() -> Result<void> {
        const auto state = stateOf(m_database, id);
        if (!state)
            return fail(state.error());
        const auto pages = pageOrder(m_database, id);
        if (!pages)
            return fail(pages.error());
        const bool emptied = *state == DossierState::Review && pages->empty();
        if (*state != DossierState::Draft && !emptied)
            return forbids(*state, u"remove"_s);
        if (auto released = writePageOrder(m_database, id, {}); !released)
            return released;
        auto deleted = m_database.execute("DELETE FROM dossier WHERE id = ?1", {id});
        if (!deleted)
            return fail(std::move(deleted).error());
        QJsonObject before = pagesJson(*pages);
        before[u"state"_s] = toString(*state);
        return AuditTrail(m_database).append(m_database.actor(), u"dossier.remove"_s, id.toString(), before, {});
    });
}

} // namespace sohoa
