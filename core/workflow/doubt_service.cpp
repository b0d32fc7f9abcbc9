// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workflow/doubt_service.h"

#include "core/quality/check.h"
#include "core/recognition/proposal.h"

#include <algorithm>

namespace sohoa {

using namespace Qt::StringLiterals;

namespace {

tl::unexpected<Error> noAnswer(const Doubt &doubt, const QString &answer)
{
    return fail(ErrorCode::ValueInvalid, u"doubt"_s, {{u"field"_s, toString(doubt.kind)}, {u"value"_s, answer}});
}

/// The middle of the dossiers by length: what the batch's dossiers usually have.
int usualPagesOf(const std::vector<DossierRow> &rows)
{
    constexpr size_t fewest = 3; // of fewer nobody can tell what is usual
    std::vector<int> pages;
    for (const DossierRow &row : rows)
        pages.push_back(row.pages);
    if (pages.size() < fewest)
        return 0;
    std::nth_element(pages.begin(), pages.begin() + static_cast<std::ptrdiff_t>(pages.size() / 2), pages.end());
    return pages[pages.size() / 2];
}

} // namespace

Result<std::vector<Doubt>> DoubtService::doubts(const BatchId &batch)
{
    const auto rows = m_context.store->dossiers().list({.batch = batch});
    if (!rows)
        return fail(rows.error());
    const int usualPages = usualPagesOf(*rows);
    std::vector<Doubt> doubts;
    for (const DossierRow &row : *rows) {
        if (row.state != DossierState::Review)
            continue;
        const auto own = doubtsOfDossier(row.id, usualPages);
        if (!own)
            return own;
        doubts.insert(doubts.end(), own->begin(), own->end());
    }
    orderDoubts(doubts);
    return doubts;
}

Result<std::vector<Doubt>> DoubtService::doubtsOfDossier(const DossierId &id)
{
    const auto dossier = m_context.store->dossiers().find(id);
    if (!dossier)
        return fail(dossier.error());
    const auto rows = m_context.store->dossiers().list({.batch = dossier->batch});
    return rows ? doubtsOfDossier(id, usualPagesOf(*rows)) : fail(rows.error());
}

Result<std::vector<Doubt>> DoubtService::doubtsOfDossier(const DossierId &id, int usualPages)
{
    const auto dossier = m_context.store->dossiers().find(id);
    const auto pages = m_context.store->pages().ofDossier(id);
    if (!dossier || !pages)
        return fail(!dossier ? dossier.error() : pages.error());
    std::vector<Doubt> doubts = doubtsOf(m_context.catalogue, *dossier, *pages,
                                         mandatoryFields(*dossier, m_context.catalogue), usualPages);
    const auto procedure =
        std::ranges::find_if(doubts, [](const Doubt &doubt) { return doubt.kind == DoubtKind::Procedure; });
    if (procedure != doubts.end()) {
        // The next best are not kept with the dossier: what speaks for them is on its pages.
        const DossierProposal proposal =
            propose(m_context.catalogue, *pages, m_context.today(), hintsOf(*dossier));
        for (const ProcedureChoice &choice : proposal.alternatives)
            procedure->alternatives.append(choice.code);
    }
    return doubts;
}

Result<void> DoubtService::settle(const Doubt &doubt, const QString &answer)
{
    const auto done = [](const Result<Dossier> &tagged) { return tagged ? Result<void>() : fail(tagged.error()); };
    switch (doubt.kind) {
    case DoubtKind::Boundary:
        return settleBoundary(doubt, answer);
    case DoubtKind::Separator:
        return settleSeparator(doubt, answer);
    case DoubtKind::Procedure:
        return done(m_dossiers.tag(doubt.dossier, {.procedureCode = answer}));
    case DoubtKind::Type:
        return settleType(doubt, answer);
    case DoubtKind::Field:
        return done(m_dossiers.tag(doubt.dossier, {.fields = {{doubt.field, answer}}}));
    }
    Q_UNREACHABLE();
}

Result<void> DoubtService::settleBoundary(const Doubt &doubt, const QString &answer)
{
    if (answer == u"keep")
        return m_dossiers.confirmBoundary(doubt.dossier);
    if (answer != u"join")
        return noAnswer(doubt, answer);
    const auto dossier = m_context.store->dossiers().find(doubt.dossier);
    if (!dossier)
        return fail(dossier.error());
    const auto rows = m_context.store->dossiers().list({.batch = dossier->batch});
    if (!rows)
        return fail(rows.error());
    const auto own = std::ranges::find(*rows, doubt.dossier, &DossierRow::id);
    if (own == rows->end() || own == rows->begin())
        return noAnswer(doubt, answer);
    return m_dossiers.merge(std::prev(own)->id, {doubt.dossier});
}

Result<void> DoubtService::settleSeparator(const Doubt &doubt, const QString &answer)
{
    if (answer == u"keep")
        return m_dossiers.overrule(doubt.dossier, u"CLEAN-12"_s, answer);
    const auto page = PageId::fromString(answer);
    if (!page)
        return noAnswer(doubt, answer);
    const auto fresh = m_dossiers.split(doubt.dossier, *page);
    return fresh ? Result<void>() : fail(fresh.error());
}

Result<void> DoubtService::settleType(const Doubt &doubt, const QString &answer)
{
    return m_dossiers.setType(doubt.dossier, doubt.document, answer);
}

} // namespace sohoa
