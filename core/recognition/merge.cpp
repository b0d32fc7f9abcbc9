// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/recognition/proposal.h"

#include <QSet>

#include <algorithm>

namespace sohoa {

using namespace Qt::StringLiterals;

namespace {

bool isByClerk(const Document &document)
{
    return document.confidence >= 1;
}

Fields merged(const Fields &kept, const Fields &proposed)
{
    Fields fields = proposed;
    for (auto field = kept.begin(); field != kept.end(); ++field) {
        if (field->origin == FieldOrigin::Clerk)
            fields.insert(field.key(), *field);
    }
    return fields;
}

/// The clerk's papers that are whole still, then the proposed ones of the other pages, in the order of the pages.
std::vector<Document> mergedDocuments(const Dossier &dossier, const DossierProposal &proposal, const Clock &clock)
{
    QSet<PageId> proposedPages;
    QSet<PageId> takenPages;
    for (const Document &document : proposal.documents)
        proposedPages.unite(QSet<PageId>(document.pages.begin(), document.pages.end()));
    std::vector<Document> result;
    for (const Document &document : dossier.documents) {
        const bool whole = std::all_of(document.pages.begin(), document.pages.end(),
                                       [&](const PageId &page) { return proposedPages.contains(page); });
        if (!isByClerk(document) || !whole || document.pages.empty())
            continue;
        // Its kind is the clerk's; what stands on it was read anew for that kind.
        Document kept = document;
        const auto read = std::find_if(proposal.documents.begin(), proposal.documents.end(),
                                       [&](const Document &each) { return each.pages == document.pages; });
        if (read != proposal.documents.end() && read->typeId == document.typeId) {
            kept.kind = read->kind;
            kept.fields = merged(document.fields, read->fields);
        }
        result.push_back(std::move(kept));
        takenPages.unite(QSet<PageId>(document.pages.begin(), document.pages.end()));
    }
    for (Document document : proposal.documents) {
        const auto taken = [&](const PageId &page) { return takenPages.contains(page); };
        document.pages.erase(std::remove_if(document.pages.begin(), document.pages.end(), taken),
                             document.pages.end());
        if (document.pages.empty())
            continue;
        const auto same =
            std::find_if(dossier.documents.begin(), dossier.documents.end(), [&](const Document &before) {
                return !isByClerk(before) && before.pages == document.pages;
            });
        document.id = same == dossier.documents.end() ? DocumentId::make(clock) : same->id;
        if (same != dossier.documents.end())
            document.fields = merged(same->fields, document.fields);
        result.push_back(std::move(document));
    }
    std::vector<PageId> order;
    for (const Document &document : proposal.documents)
        order.insert(order.end(), document.pages.begin(), document.pages.end());
    const auto place = [&](const Document &document) {
        return std::find(order.begin(), order.end(), document.pages.front()) - order.begin();
    };
    std::stable_sort(result.begin(), result.end(),
                     [&](const Document &a, const Document &b) { return place(a) < place(b); });
    return result;
}

/// Of the result among them, or of the first that is neither slip nor card.
QString mainType(const std::vector<Document> &documents)
{
    const Document *first = nullptr;
    const Document *result = nullptr;
    for (const Document &document : documents) {
        if (document.kind == DocumentKind::Result)
            result = &document;
        else if (document.kind == DocumentKind::Component && !first)
            first = &document;
    }
    const Document *main = result ? result : first;
    return main ? main->typeId : QString();
}

} // namespace

void mergeProposal(Dossier &dossier, const DossierProposal &proposal, const Clock &clock)
{
    const bool documentsByClerk = std::any_of(dossier.documents.begin(), dossier.documents.end(), isByClerk);
    dossier.documents = mergedDocuments(dossier, proposal, clock);
    dossier.documentTypeId = documentsByClerk ? mainType(dossier.documents) : proposal.documentTypeId;
    dossier.fields = merged(dossier.fields, proposal.fields);
    if (dossier.procedure.origin != FieldOrigin::Clerk || dossier.procedure.code.isEmpty())
        dossier.procedure = proposal.procedure;
    if (!dossier.validityByClerk) {
        const auto issued = PartialDate::parse(dossier.value(u"issue_date"_s));
        dossier.validity = proposeValidity(proposal.validityRule, issued ? issued->date() : std::nullopt,
                                           proposal.statedEnd, proposal.asOf);
    }
}

} // namespace sohoa
