// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/recognition/proposal.h"

#include "core/recognition/grouping.h"
#include "core/recognition/identity_card.h"
#include "core/recognition/paper.h"
#include "core/recognition/procedure_choice.h"
#include "core/recognition/slip.h"
#include "core/recognition/summary.h"
#include "core/recognition/value_reader.h"

#include <algorithm>

namespace sohoa {

using namespace Qt::StringLiterals;

namespace {

/// Below this a procedure is offered among the alternatives but not chosen: a wrong one costs more than none.
constexpr double leastChoice = 0.3;

std::optional<FieldValue> dossierCode(const Catalogue &catalogue, const std::vector<Page> &pages,
                                      const ProposalHints &hints)
{
    std::optional<FieldValue> best;
    for (const Page &page : pages) {
        const auto slip = page.excluded ? std::nullopt : readSlip(catalogue, page);
        if (!slip || slip->dossierCode.isEmpty())
            continue;
        const FieldValue value = {slip->dossierCode, slip->confidence, page.id, slip->box,
                                  slip->fromBarcode ? FieldOrigin::Barcode : FieldOrigin::Ocr};
        if (!best || value.confidence > best->confidence)
            best = value;
    }
    if (hints.dossierCode.isEmpty() || (best && best->value == hints.dossierCode))
        return best;
    return FieldValue{hints.dossierCode, symbolConfidence, {}, {}, FieldOrigin::Qr};
}

std::optional<QDate> dayOf(const std::vector<Paper> &papers)
{
    std::optional<QDate> latest;
    for (const Paper &paper : papers) {
        const auto date = PartialDate::parse(paper.document.fields.value(u"issue_date"_s).value);
        const auto day = date ? date->date() : std::nullopt;
        if (day && (!latest || *day > *latest))
            latest = day;
    }
    return latest;
}

void chooseProcedure(const Catalogue &catalogue, const ProposalHints &hints, const std::vector<Paper> &papers,
                     const std::vector<PageText> &texts, DossierProposal &proposal)
{
    std::vector<Document> documents;
    documents.reserve(papers.size());
    for (const Paper &paper : papers)
        documents.push_back(paper.document);
    std::vector<ProcedureChoice> ranked = rankProcedures(catalogue, documents, texts, dayOf(papers));
    if (const Procedure *named = catalogue.procedure(hints.procedureCode)) {
        proposal.procedure = {named->code, named->name, hints.procedureByClerk ? 1 : symbolConfidence,
                              hints.procedureByClerk ? FieldOrigin::Clerk : FieldOrigin::Qr};
    } else if (!ranked.empty() && ranked.front().confidence >= leastChoice) {
        proposal.procedure = ranked.front();
    }
    constexpr size_t mostAlternatives = 3;
    for (const ProcedureChoice &choice : ranked) {
        if (choice.code != proposal.procedure.code && proposal.alternatives.size() < mostAlternatives)
            proposal.alternatives.push_back(choice);
    }
}

/// The clerk's papers, as long as all their pages are there; grouping has what is left.
std::vector<Document> withClerksPapers(std::vector<Document> grouped, const std::vector<Document> &clerks)
{
    for (const Document &paper : clerks) {
        const auto owns = [&paper](const PageId &page) {
            return std::find(paper.pages.begin(), paper.pages.end(), page) != paper.pages.end();
        };
        std::ptrdiff_t found = 0;
        auto place = grouped.end();
        for (auto document = grouped.begin(); document != grouped.end(); ++document) {
            const auto own = std::count_if(document->pages.begin(), document->pages.end(), owns);
            if (own > 0 && place == grouped.end())
                place = document;
            found += own;
        }
        if (paper.pages.empty() || found != std::ssize(paper.pages))
            continue;
        place = grouped.insert(place, paper);
        for (auto document = grouped.begin(); document != grouped.end(); ++document)
            if (document != place)
                document->pages.erase(std::remove_if(document->pages.begin(), document->pages.end(), owns),
                                      document->pages.end());
        std::erase_if(grouped, [](const Document &document) { return document.pages.empty(); });
    }
    return grouped;
}

std::optional<QDate> wholeDate(const FieldValue &value)
{
    const auto date = PartialDate::parse(value.value);
    return date ? date->date() : std::nullopt;
}

} // namespace

ProposalHints hintsOf(const Dossier &dossier)
{
    ProposalHints hints;
    const FieldValue code = dossier.fields.value(u"dossier_code"_s);
    if (code.origin == FieldOrigin::Qr && code.page.isNull())
        hints.dossierCode = code.value;
    const FieldOrigin origin = dossier.procedure.origin;
    if (origin == FieldOrigin::Qr || origin == FieldOrigin::Clerk) {
        hints.procedureCode = dossier.procedure.code;
        hints.procedureByClerk = origin == FieldOrigin::Clerk;
    }
    std::copy_if(dossier.documents.begin(), dossier.documents.end(), std::back_inserter(hints.papers),
                 [](const Document &document) { return document.confidence >= 1; });
    return hints;
}

DossierProposal propose(const Catalogue &catalogue, const std::vector<Page> &pages, const QDate &asOf,
                        const ProposalHints &hints)
{
    DossierProposal proposal;
    proposal.asOf = asOf;
    std::vector<PageText> texts;
    std::vector<IdentityCard> cards;
    for (const Page &page : pages) {
        if (page.excluded)
            continue;
        texts.emplace_back(catalogue, page);
        if (const auto card = identityCardOn(catalogue, page))
            cards.push_back(*card);
    }
    std::vector<Paper> papers =
        readPapers(catalogue, withClerksPapers(groupDocuments(catalogue, pages), hints.papers), texts);
    chooseProcedure(catalogue, hints, papers, texts, proposal);
    const Procedure *procedure = catalogue.procedure(proposal.procedure.code);
    settleResults(catalogue, papers, procedure);
    const Paper *main = mainPaper(papers);

    proposal.fields = summarize(catalogue, papers, main, cards);
    if (const auto code = dossierCode(catalogue, pages, hints))
        proposal.fields.insert(u"dossier_code"_s, *code);
    proposal.documentTypeId = main ? main->document.typeId : QString();
    const ValidityBasisFound basis = validityBasis(catalogue, main, procedure);
    proposal.validityRule = basis.rule;
    proposal.statedEnd = basis.statedEnd;
    proposal.validity =
        proposeValidity(basis.rule, wholeDate(proposal.fields.value(u"issue_date"_s)), basis.statedEnd, asOf);
    // What labels of no kind in particular gave has done its work: it is no value of a paper.
    const auto isWorkingValue = [](const auto &field) { return field.key().startsWith(u"any_"); };
    proposal.fields.removeIf(isWorkingValue);
    for (Paper &paper : papers) {
        paper.document.fields.removeIf(isWorkingValue);
        proposal.documents.push_back(std::move(paper.document));
    }
    return proposal;
}

} // namespace sohoa
