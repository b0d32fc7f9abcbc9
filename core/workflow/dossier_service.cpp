// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workflow/dossier_service.h"

#include "core/base/text.h"
#include "core/domain/clerk_crop.h"
#include "core/quality/check.h"
#include "core/workflow/duplicate_check.h"

#include <algorithm>

namespace sohoa {

using namespace Qt::StringLiterals;

namespace {

bool isKnownField(const Catalogue &catalogue, const QString &field)
{
    if (summaryFields().contains(field))
        return true;
    return std::ranges::any_of(catalogue.documentTypes(),
                               [&field](const DocumentType &type) { return type.fields.contains(field); });
}

bool isDateField(const QString &field)
{
    return field.endsWith(u"_date");
}

std::optional<QDate> issueDate(const Dossier &dossier)
{
    const auto date = PartialDate::parse(dossier.value(u"issue_date"_s));
    return date ? date->date() : std::nullopt;
}

} // namespace

DossierService::DossierService(StationContext &context, ReadingService &reading, SortingService &sorting)
    : m_context(context)
    , m_reading(reading)
    , m_sorting(sorting)
{
}

Result<Dossier> DossierService::editable(const DossierId &id, const QString &action)
{
    auto dossier = m_context.store->dossiers().find(id);
    if (dossier && dossier->state != DossierState::Review)
        return fail(ErrorCode::StateForbids, u"dossier %1"_s.arg(id.toString()),
                    {{u"state"_s, toString(dossier->state)}, {u"action"_s, action}});
    return dossier;
}

Result<Dossier> DossierService::tag(const DossierId &id, const DossierTags &tags)
{
    Store &store = *m_context.store;
    return store.database().transaction([&]() -> Result<Dossier> {
        auto dossier = editable(id, u"tag"_s);
        if (!dossier)
            return dossier;
        if (tags.procedureCode) {
            if (auto set = setProcedure(*dossier, *tags.procedureCode); !set)
                return fail(set.error());
            // Which paper is the result, and so what the summary says, hangs on it.
            if (auto updated = store.dossiers().update(*dossier); !updated)
                return fail(updated.error());
            dossier = m_sorting.proposeAnew(id);
            if (!dossier)
                return dossier;
        }
        for (auto it = tags.fields.cbegin(); it != tags.fields.cend(); ++it)
            if (auto set = setField(*dossier, it.key(), it.value(), tags.places.value(it.key())); !set)
                return fail(set.error());
        if (tags.validity) {
            auto validity = parseValidity(*tags.validity, issueDate(*dossier), m_context.today());
            if (!validity)
                return fail(validity.error());
            dossier->validity = *validity;
            dossier->validityByClerk = true;
        } else if (!dossier->validityByClerk) {
            proposeValidityAnew(*dossier);
        }
        dossier->changedAt = m_context.clock.now();
        if (auto updated = store.dossiers().update(*dossier); !updated)
            return fail(updated.error());
        const auto pages = store.pages().ofDossier(id);
        if (!pages)
            return fail(pages.error());
        if (auto indexed = store.search().update(id, searchTextOf(*dossier, *pages)); !indexed)
            return fail(indexed.error());
        return store.dossiers().find(id);
    });
}

Result<void> DossierService::setProcedure(Dossier &dossier, const QString &code) const
{
    const Procedure *procedure = m_context.catalogue.procedure(code.trimmed());
    if (!procedure)
        return fail(ErrorCode::ProcedureUnknown, u"tag"_s, {{u"code"_s, code}});
    dossier.procedure = {procedure->code, procedure->name, 1.0, FieldOrigin::Clerk};
    return {};
}

Result<void> DossierService::setField(Dossier &dossier, const QString &field, const QString &value,
                                      const FieldPlace &place) const
{
    if (!isKnownField(m_context.catalogue, field))
        return fail(ErrorCode::FieldUnknown, u"tag"_s, {{u"field"_s, field}});
    QString text = collapseBlanks(toNfc(value));
    if (text.isEmpty()) {
        dossier.fields.remove(field);
        return {};
    }
    if (isDateField(field)) {
        const auto date = PartialDate::parse(text);
        if (!date)
            return fail(ErrorCode::ValueInvalid, u"tag"_s, {{u"field"_s, field}, {u"value"_s, value}});
        text = date->toIso();
    }
    FieldValue &known = dossier.fields[field];
    if (known.value != text || !place.page.isNull()) { // confirmed as read: the place on the page stays known
        known.page = place.page;
        known.box = place.box;
    }
    known.value = text;
    known.read.clear();
    known.confidence = 1;
    known.origin = FieldOrigin::Clerk;
    return {};
}

void DossierService::proposeValidityAnew(Dossier &dossier) const
{
    if (const Procedure *procedure = m_context.catalogue.procedure(dossier.procedure.code))
        dossier.validity = proposeValidity(procedure->validityRule, issueDate(dossier), dossier.validity.until,
                                           m_context.today());
}

Result<DossierId> DossierService::split(const DossierId &id, const PageId &page)
{
    Store &store = *m_context.store;
    return store.database().transaction([&]() -> Result<DossierId> {
        const auto dossier = editable(id, u"split"_s);
        if (!dossier)
            return fail(dossier.error());
        const auto at = std::ranges::find(dossier->pages, page);
        if (at == dossier->pages.end() || at == dossier->pages.begin())
            return fail(ErrorCode::ValueInvalid, u"split"_s,
                        {{u"field"_s, u"page"_s}, {u"value"_s, page.toString()}});
        Dossier fresh;
        fresh.id = DossierId::make(m_context.clock);
        fresh.batch = dossier->batch;
        fresh.position = dossier->position + 1;
        fresh.boundary = u"clerk"_s;
        fresh.pages.assign(at, dossier->pages.end());
        fresh.createdAt = fresh.changedAt = m_context.clock.now();
        if (auto inserted = store.dossiers().insert(fresh); !inserted)
            return fail(inserted.error());
        for (const DossierId &changed : {fresh.id, id})
            if (auto proposed = m_sorting.proposeAnew(changed); !proposed)
                return fail(proposed.error());
        if (auto moved = store.dossiers().changeState(fresh.id, DossierState::Review, m_context.config.actor);
            !moved)
            return fail(moved.error());
        return fresh.id;
    });
}

Result<void> DossierService::merge(const DossierId &first, const std::vector<DossierId> &others)
{
    Store &store = *m_context.store;
    return store.database().transaction([&]() -> Result<void> {
        auto into = editable(first, u"merge"_s);
        if (!into)
            return fail(into.error());
        std::vector<PageId> pages = into->pages;
        for (const DossierId &id : others) {
            const auto other = editable(id, u"merge"_s);
            if (!other)
                return fail(other.error());
            if (id == first)
                return fail(ErrorCode::UsageError, u"a dossier merged with itself"_s,
                            {{u"reason"_s, id.toString()}});
            pages.insert(pages.end(), other->pages.begin(), other->pages.end());
            // What the clerk set on the other still holds where the first says nothing by the clerk.
            for (auto it = other->fields.cbegin(); it != other->fields.cend(); ++it)
                if (it->origin == FieldOrigin::Clerk && into->fields.value(it.key()).origin != FieldOrigin::Clerk)
                    into->fields[it.key()] = *it;
        }
        if (auto set = store.dossiers().setPages(first, pages); !set)
            return set;
        if (auto updated = store.dossiers().update(*into); !updated)
            return updated;
        for (const DossierId &id : others)
            if (auto removed = store.dossiers().remove(id); !removed)
                return removed;
        if (auto proposed = m_sorting.proposeAnew(first); !proposed)
            return fail(proposed.error());
        return {};
    });
}

Result<void> DossierService::movePage(const PageId &id, const DossierId &to, std::optional<int> position)
{
    Store &store = *m_context.store;
    return store.database().transaction([&]() -> Result<void> {
        const auto page = store.pages().find(id, PageDetail::Light);
        if (!page)
            return fail(page.error());
        const auto target = editable(to, u"move"_s);
        if (!target)
            return fail(target.error());
        if (page->dossier) {
            if (const auto source = editable(*page->dossier, u"move"_s); !source)
                return fail(source.error());
        }
        if (auto assigned = store.pages().assign(id, to, position); !assigned)
            return assigned;
        if (auto proposed = m_sorting.proposeAnew(to); !proposed)
            return fail(proposed.error());
        if (!page->dossier || *page->dossier == to)
            return {};
        const auto left = store.pages().ofDossier(*page->dossier, PageDetail::Light);
        if (!left)
            return fail(left.error());
        if (left->empty())
            return store.dossiers().remove(*page->dossier);
        if (auto proposed = m_sorting.proposeAnew(*page->dossier); !proposed)
            return fail(proposed.error());
        return {};
    });
}

Result<Page> DossierService::rotatePage(const PageId &id, int degrees)
{
    if (degrees != 90 && degrees != 180 && degrees != 270)
        return fail(ErrorCode::ValueInvalid, u"rotate"_s,
                    {{u"field"_s, u"rotation"_s}, {u"value"_s, QString::number(degrees)}});
    const auto page = m_context.store->pages().find(id, PageDetail::Light);
    if (!page)
        return fail(page.error());
    const int now = page->clerkRotation.value_or(page->reading ? page->reading->rotation : 0);
    // `rotation` says how far the content lies turned clockwise in the master; turning the picture clockwise by as
    // much again means that it lay turned that much less.
    PageRepository pages = m_context.store->pages();
    const auto set = m_context.store->database().transaction([&]() -> Result<void> {
        const auto crop = page->reading ? clerkCropOf(*page->reading) : std::nullopt;
        if (crop)
            if (auto turned = pages.setClerkCrop(
                    id, turnedBox(*crop, cropFrameOf(*page->reading, page->clerkRotation), degrees));
                !turned)
                return turned;
        return pages.setClerkRotation(id, (now - degrees + 360) % 360);
    });
    return set ? readAnew(id) : fail(set.error());
}

Result<Page> DossierService::cropPage(const PageId &id, const std::optional<PixelBox> &box)
{
    PageRepository pages = m_context.store->pages();
    const auto page = pages.find(id, PageDetail::Light);
    if (!page)
        return fail(page.error());
    if (!page->reading)
        return fail(ErrorCode::NothingToDo, u"crop"_s);
    const CropFrame frame = cropFrameOf(*page->reading, page->clerkRotation);
    if (box &&
        (box->isEmpty() || box->x < 0 || box->y < 0 || box->right() > frame.width || box->bottom() > frame.height))
        return fail(ErrorCode::ValueInvalid, u"crop"_s,
                    {{u"field"_s, u"crop"_s},
                     {u"value"_s, u"%1,%2 %3x%4"_s.arg(box->x).arg(box->y).arg(box->width).arg(box->height)}});
    const auto set = m_context.store->database().transaction([&]() -> Result<void> {
        // A box fits one way of lying only: the one that the clerk sees.
        if (box)
            if (auto turned = pages.setClerkRotation(id, page->clerkRotation.value_or(page->reading->rotation));
                !turned)
                return turned;
        return pages.setClerkCrop(id, box);
    });
    return set ? readAnew(id) : fail(set.error());
}

Result<Page> DossierService::readAnew(const PageId &id)
{
    auto page = m_context.store->pages().find(id, PageDetail::Light);
    if (page)
        m_reading.read(*page, Urgency::OnScreen);
    return page;
}

Result<void> DossierService::excludePage(const PageId &id, bool excluded)
{
    Store &store = *m_context.store;
    return store.database().transaction([&]() -> Result<void> {
        const auto page = store.pages().find(id, PageDetail::Light);
        if (!page)
            return fail(page.error());
        if (auto set = store.pages().setExcluded(id, excluded); !set || !page->dossier)
            return set;
        if (auto proposed = m_sorting.proposeAnew(*page->dossier); !proposed)
            return fail(proposed.error());
        return {};
    });
}

Result<void> DossierService::edit(const DossierId &id, const QString &action,
                                  const std::function<Result<void>(Dossier &)> &change)
{
    Store &store = *m_context.store;
    return store.database().transaction([&]() -> Result<void> {
        auto dossier = editable(id, action);
        if (!dossier)
            return fail(dossier.error());
        if (auto changed = change(*dossier); !changed)
            return changed;
        dossier->changedAt = m_context.clock.now();
        return store.dossiers().update(*dossier);
    });
}

Result<void> DossierService::confirmBoundary(const DossierId &id)
{
    return edit(id, u"tag"_s, [](Dossier &dossier) -> Result<void> {
        dossier.boundaryConfidence = 1;
        return {};
    });
}

Result<void> DossierService::overrule(const DossierId &id, const QString &rule, const QString &reason)
{
    return edit(id, u"tag"_s, [&](Dossier &dossier) -> Result<void> {
        dossier.overrides.insert(rule, reason);
        return {};
    });
}

Result<void> DossierService::setType(const DossierId &id, const DocumentId &document, const QString &typeId)
{
    const DocumentType *type = m_context.catalogue.documentType(typeId);
    if (!type)
        return fail(ErrorCode::ValueInvalid, u"type"_s, {{u"field"_s, u"document_type"_s}, {u"value"_s, typeId}});
    Store &store = *m_context.store;
    return store.database().transaction([&]() -> Result<void> {
        auto set = edit(id, u"tag"_s, [&](Dossier &dossier) -> Result<void> {
            const auto paper = std::ranges::find(dossier.documents, document, &Document::id);
            if (paper == dossier.documents.end())
                return fail(ErrorCode::NotFound, u"document"_s,
                            {{u"what"_s, u"document"_s}, {u"id"_s, document.toString()}});
            paper->typeId = type->id;
            paper->kind = type->kind;
            paper->title = type->title;
            paper->confidence = 1;
            return {};
        });
        if (!set)
            return set;
        // Another kind has other values, and may be the result.
        const auto proposed = m_sorting.proposeAnew(id);
        return proposed ? Result<void>() : fail(proposed.error());
    });
}

Result<DossierCheck> DossierService::check(const DossierId &id)
{
    const auto dossier = m_context.store->dossiers().find(id);
    if (!dossier)
        return fail(dossier.error());
    const auto pages = m_context.store->pages().ofDossier(id);
    if (!pages)
        return fail(pages.error());
    DossierCheck result;
    result.findings = sohoa::check(*dossier, *pages, m_context.catalogue, m_context.today());
    auto others = checkAgainstStore(*m_context.store, *dossier, *pages);
    if (!others)
        return fail(others.error());
    for (Finding &finding : *others) {
        finding.overrideReason = dossier->overrides.value(finding.rule).trimmed();
        result.findings.push_back(std::move(finding));
    }
    std::ranges::stable_sort(result.findings, std::greater(), &Finding::severity);
    result.lights = lights(result.findings);
    result.components = componentsOf(*dossier, m_context.catalogue);
    return result;
}

} // namespace sohoa
