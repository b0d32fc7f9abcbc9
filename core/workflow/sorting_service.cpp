// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workflow/sorting_service.h"

#include "core/recognition/learned.h"
#include "core/recognition/proposal.h"
#include "core/recognition/separation.h"
#include "core/workflow/duplicate_check.h"

#include <algorithm>

namespace sohoa {

using namespace Qt::StringLiterals;

namespace {
const QString &machine()
{
    static const QString name = u"sohoa"_s;
    return name;
}
/// A clerk has decided something about it.
bool isTouched(const Dossier &dossier)
{
    const bool byHand = std::ranges::any_of(
        dossier.fields, [](const FieldValue &field) { return field.origin == FieldOrigin::Clerk; });
    return byHand || dossier.state != DossierState::Review || dossier.revision > 1 || dossier.validityByClerk ||
           dossier.procedure.origin == FieldOrigin::Clerk || !dossier.overrides.isEmpty() ||
           dossier.boundary == u"clerk";
}

} // namespace

Result<bool> SortingService::sort(const BatchId &batch)
{
    Store &store = *m_context.store;
    return store.database().transaction([&]() -> Result<bool> {
        const auto drafts = store.dossiers().list({.batch = batch, .state = DossierState::Draft});
        if (!drafts)
            return fail(drafts.error());
        for (const DossierRow &row : *drafts) {
            auto draft = store.dossiers().find(row.id);
            auto pages = store.pages().ofDossier(row.id);
            if (!draft || !pages)
                return fail(!draft ? draft.error() : pages.error());
            if (auto done = toReview(std::move(*draft), *pages, {}, {}); !done)
                return fail(done.error());
        }
        auto pages = store.pages().unassigned(batch);
        if (!pages)
            return fail(pages.error());
        std::erase_if(*pages, [](const Page &page) { return page.excluded; });
        if (pages->empty())
            return !drafts->empty();
        if (auto made = makeDossiers(batch, *pages); !made)
            return fail(made.error());
        return true;
    });
}

Result<bool> SortingService::reopenTail(const PageId &lastPage)
{
    Store &store = *m_context.store;
    return store.database().transaction([&]() -> Result<bool> {
        const auto page = store.pages().find(lastPage, PageDetail::Light);
        if (!page)
            return fail(page.error());
        if (!page->dossier)
            return false;
        const auto dossier = store.dossiers().find(*page->dossier);
        const auto pages = store.pages().ofDossier(*page->dossier, PageDetail::Light);
        if (!dossier || !pages)
            return fail(!dossier ? dossier.error() : pages.error());
        if (isTouched(*dossier) || pages->back().id != lastPage)
            return false;
        for (const Page &each : *pages) {
            // Blank sides were put aside by us; in the dossier to come they are looked at again.
            if (each.excluded && each.reading && each.reading->blank)
                if (auto back = store.pages().setExcluded(each.id, false); !back)
                    return fail(back.error());
            if (auto freed = store.pages().assign(each.id, std::nullopt); !freed)
                return fail(freed.error());
        }
        if (auto removed = store.dossiers().remove(dossier->id); !removed)
            return fail(removed.error());
        return true;
    });
}

Result<void> SortingService::makeDossiers(const BatchId &batch, const std::vector<Page> &pages)
{
    Store &store = *m_context.store;
    auto count = store.dossiers().count({.batch = batch});
    if (!count)
        return fail(count.error());
    for (const DossierCut &cut : separate(m_context.catalogue, pages)) {
        Dossier dossier;
        dossier.id = DossierId::make(m_context.clock);
        dossier.batch = batch;
        dossier.position = (*count)++;
        dossier.pages = cut.pages;
        dossier.boundary = toString(cut.reason);
        dossier.boundaryConfidence = cut.confidence;
        dossier.createdAt = dossier.changedAt = m_context.clock.now();
        if (auto inserted = store.dossiers().insert(dossier); !inserted)
            return inserted;
        auto own = store.pages().ofDossier(dossier.id);
        if (!own)
            return fail(own.error());
        if (auto done = toReview(std::move(dossier), *own, cut.dossierCode, cut.procedureCode); !done)
            return done;
    }
    std::vector<Page> separators;
    std::copy_if(pages.begin(), pages.end(), std::back_inserter(separators),
                 [](const Page &page) { return page.reading && page.reading->separator; });
    return putAside(separators);
}

Result<void> SortingService::useLearned(DossierProposal &proposal)
{
    const auto rows = m_context.store->learned().all();
    if (!rows)
        return fail(rows.error());
    std::vector<LearnedValue> learned;
    for (const LearnedRow &row : *rows) {
        if (const auto kind = learnedKindFromString(row.kind))
            learned.push_back({*kind, row.value, row.context, row.confirmed});
    }
    applyLearned(proposal, learned);
    return {};
}

Result<void> SortingService::putAside(const std::vector<Page> &pages)
{
    for (const Page &page : pages)
        if (auto set = m_context.store->pages().setExcluded(page.id, true); !set)
            return set;
    return {};
}

Result<void> SortingService::toReview(Dossier dossier, const std::vector<Page> &pages, const QString &dossierCode,
                                      const QString &procedureCode)
{
    Store &store = *m_context.store;
    std::vector<Page> blanks;
    std::vector<Page> kept;
    for (const Page &page : pages)
        (page.reading && page.reading->blank ? blanks : kept).push_back(page);
    // A dossier of nothing but blank sides is shown as it is: somebody must look at it.
    if (kept.empty())
        kept = std::exchange(blanks, {});
    if (auto aside = putAside(blanks); !aside)
        return aside;
    DossierProposal proposal = propose(m_context.catalogue, kept, m_context.today(), {dossierCode, procedureCode});
    if (auto improved = useLearned(proposal); !improved)
        return improved;
    mergeProposal(dossier, proposal, m_context.clock);
    if (auto noted = noteFirstPage(store, kept); !noted)
        return noted;
    if (auto updated = store.dossiers().update(dossier); !updated)
        return updated;
    if (auto moved = store.dossiers().changeState(dossier.id, DossierState::Review, machine()); !moved)
        return fail(moved.error());
    return store.search().update(dossier.id, searchTextOf(dossier, kept));
}

Result<Dossier> SortingService::proposeAnew(const DossierId &id)
{
    Store &store = *m_context.store;
    auto dossier = store.dossiers().find(id);
    auto pages = store.pages().ofDossier(id);
    if (!dossier || !pages)
        return fail(!dossier ? dossier.error() : pages.error());
    std::erase_if(*pages, [](const Page &page) { return page.excluded; });
    DossierProposal proposal = propose(m_context.catalogue, *pages, m_context.today(), hintsOf(*dossier));
    if (auto improved = useLearned(proposal); !improved)
        return fail(improved.error());
    mergeProposal(*dossier, proposal, m_context.clock);
    if (auto noted = noteFirstPage(store, *pages); !noted)
        return fail(noted.error());
    if (auto updated = store.dossiers().update(*dossier); !updated)
        return fail(updated.error());
    if (auto indexed = store.search().update(id, searchTextOf(*dossier, *pages)); !indexed)
        return fail(indexed.error());
    return store.dossiers().find(id);
}

} // namespace sohoa
