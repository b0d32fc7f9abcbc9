// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workflow/undo_service.h"

#include "core/domain/clerk_crop.h"
#include "core/workflow/sorting_service.h"

#include <QSet>

#include <algorithm>

namespace sohoa {

using namespace Qt::StringLiterals;

namespace {

tl::unexpected<Error> changedMeanwhile(const DossierId &id)
{
    return fail(ErrorCode::StateForbids, u"dossier %1 is not as it was remembered"_s.arg(id.toString()),
                {{u"state"_s, u"changed"_s}, {u"action"_s, u"undo"_s}});
}

bool holds(const DossierSnapshot &snapshot, const DossierId &id)
{
    return std::ranges::find(snapshot.dossiers, id, &Dossier::id) != snapshot.dossiers.end();
}

QSet<PageId> pagesIn(const DossierSnapshot &snapshot)
{
    QSet<PageId> pages;
    for (const Dossier &dossier : snapshot.dossiers)
        for (const PageId &page : dossier.pages)
            pages.insert(page);
    return pages;
}

} // namespace

UndoService::UndoService(StationContext &context, ReadingService &reading)
    : m_context(context)
    , m_reading(reading)
{
}

Result<DossierSnapshot> UndoService::snapshot(const std::vector<DossierId> &ids)
{
    Store &store = *m_context.store;
    DossierSnapshot snapshot;
    for (const DossierId &id : ids) {
        auto dossier = store.dossiers().find(id);
        if (!dossier && dossier.error().code == ErrorCode::NotFound)
            continue;
        if (!dossier)
            return fail(dossier.error());
        const auto pages = store.pages().ofDossier(id, PageDetail::Light);
        if (!pages)
            return fail(pages.error());
        for (const Page &page : *pages)
            snapshot.pages.push_back({page.id, page.excluded, page.clerkRotation,
                                      page.reading ? clerkCropOf(*page.reading) : std::nullopt});
        snapshot.dossiers.push_back(std::move(*dossier));
    }
    return snapshot;
}

Result<void> UndoService::requireUnchanged(const DossierSnapshot &from, const DossierSnapshot &to)
{
    QSet<PageId> present;
    for (const Dossier &remembered : from.dossiers) {
        const auto now = m_context.store->dossiers().find(remembered.id);
        if (!now)
            return now.error().code == ErrorCode::NotFound ? changedMeanwhile(remembered.id) : fail(now.error());
        if (now->state != DossierState::Review)
            return fail(ErrorCode::StateForbids, u"undo"_s,
                        {{u"state"_s, toString(now->state)}, {u"action"_s, u"undo"_s}});
        for (const PageId &page : now->pages)
            present.insert(page);
    }
    // A page that came or went meanwhile (a rescan, an import) would be lost from its dossier.
    if (present != pagesIn(to))
        return changedMeanwhile(from.dossiers.empty() ? DossierId() : from.dossiers.front().id);
    return {};
}

Result<void> UndoService::restoreDossiers(const DossierSnapshot &from, const DossierSnapshot &to)
{
    DossierRepository dossiers = m_context.store->dossiers();
    for (const Dossier &dossier : to.dossiers) {
        if (holds(from, dossier.id))
            continue;
        Dossier fresh = dossier;
        fresh.state = DossierState::Draft;
        fresh.pages.clear();
        fresh.documents.clear();
        if (auto inserted = dossiers.insert(fresh); !inserted)
            return inserted;
    }
    for (const Dossier &dossier : to.dossiers)
        if (auto placed = dossiers.setPages(dossier.id, dossier.pages); !placed)
            return placed;
    for (const Dossier &dossier : to.dossiers) {
        Dossier again = dossier;
        again.changedAt = m_context.clock.now();
        if (auto updated = dossiers.update(again); !updated)
            return updated;
        if (!holds(from, dossier.id))
            if (auto moved = dossiers.changeState(dossier.id, DossierState::Review, m_context.config.actor);
                !moved)
                return fail(moved.error());
    }
    for (const Dossier &dossier : from.dossiers)
        if (!holds(to, dossier.id))
            if (auto removed = dossiers.remove(dossier.id); !removed)
                return removed;
    return {};
}

Result<std::vector<Page>> UndoService::restorePages(const DossierSnapshot &to)
{
    PageRepository pages = m_context.store->pages();
    std::vector<Page> turned;
    for (const PageStanding &standing : to.pages) {
        const auto page = pages.find(standing.page, PageDetail::Light);
        if (!page)
            return fail(page.error());
        if (page->excluded != standing.excluded)
            if (auto set = pages.setExcluded(standing.page, standing.excluded); !set)
                return fail(set.error());
        const auto crop = page->reading ? clerkCropOf(*page->reading) : std::nullopt;
        const bool isCropSame = crop == standing.clerkCrop;
        if (page->clerkRotation == standing.clerkRotation && isCropSame)
            continue;
        if (auto set = pages.setClerkRotation(standing.page, standing.clerkRotation); !set)
            return fail(set.error());
        if (!isCropSame)
            if (auto set = pages.setClerkCrop(standing.page, standing.clerkCrop); !set)
                return fail(set.error());
        auto again = pages.find(standing.page, PageDetail::Light);
        if (!again)
            return fail(again.error());
        turned.push_back(std::move(*again));
    }
    return turned;
}

Result<std::vector<PageId>> UndoService::restore(const DossierSnapshot &from, const DossierSnapshot &to)
{
    Store &store = *m_context.store;
    const auto turned = store.database().transaction([&]() -> Result<std::vector<Page>> {
        if (auto unchanged = requireUnchanged(from, to); !unchanged)
            return fail(unchanged.error());
        if (auto restored = restoreDossiers(from, to); !restored)
            return fail(restored.error());
        auto pages = restorePages(to);
        if (!pages)
            return pages;
        for (const Dossier &dossier : to.dossiers) {
            const auto whole = store.pages().ofDossier(dossier.id);
            if (!whole)
                return fail(whole.error());
            if (auto indexed = store.search().update(dossier.id, searchTextOf(dossier, *whole)); !indexed)
                return fail(indexed.error());
        }
        return pages;
    });
    if (!turned)
        return fail(turned.error());
    std::vector<PageId> ids;
    for (const Page &page : *turned) {
        m_reading.read(page, Urgency::OnScreen);
        ids.push_back(page.id);
    }
    return ids;
}

} // namespace sohoa
