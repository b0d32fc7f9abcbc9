// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workflow/station_parts.h"

#include <QHash>
#include <QSet>

namespace sohoa {

using namespace Qt::StringLiterals;

DossierSummary summaryOf(const DossierRow &row, const QString &batchName)
{
    return {row.id,       row.batch,       batchName,         row.position,      row.state,
            row.revision, row.dossierCode, row.procedureCode, row.procedureName, row.personName,
            row.number,   row.pages,       row.changedAt};
}

Result<std::vector<DossierSummary>> Station::dossiers(const DossierFilter &filter)
{
    Store &store = *m_parts->context.store;
    const auto rows = store.dossiers().list({filter.batch, filter.state, filter.limit, filter.offset});
    const auto batches = store.batches().all();
    if (!rows || !batches)
        return fail(!rows ? rows.error() : batches.error());
    QHash<BatchId, QString> names;
    for (const Batch &batch : *batches)
        names.insert(batch.id, batch.name);
    std::vector<DossierSummary> summaries;
    for (const DossierRow &row : *rows)
        summaries.push_back(summaryOf(row, names.value(row.batch)));
    return summaries;
}

Result<Dossier> Station::dossier(const DossierId &id)
{
    auto dossier = m_parts->context.store->dossiers().find(id);
    if (dossier)
        dossier->validity = judged(dossier->validity, m_parts->context.today());
    return dossier;
}

Result<std::vector<Page>> Station::pagesOf(const DossierId &id)
{
    return m_parts->context.store->pages().ofDossier(id);
}

Result<std::vector<Page>> Station::pagesOfBatch(const BatchId &id)
{
    return m_parts->context.store->pages().ofBatch(id);
}

Result<Page> Station::page(const PageId &id)
{
    return m_parts->context.store->pages().find(id);
}

QString Station::pictureOf(const Page &page) const
{
    const QString cleaned = m_parts->context.store->pageImagePath(page.id);
    return page.reading && QFileInfo::exists(cleaned) ? cleaned : masterOf(page);
}

QString Station::masterOf(const Page &page) const
{
    return m_parts->context.store->spool().path(page.masterFile);
}

Result<DossierCheck> Station::check(const DossierId &id)
{
    return m_parts->dossiers.check(id);
}

Result<std::vector<Doubt>> Station::doubts(const BatchId &batch)
{
    return m_parts->doubts.doubts(batch);
}

Result<std::vector<Doubt>> Station::doubtsOfDossier(const DossierId &id)
{
    return m_parts->doubts.doubtsOfDossier(id);
}

void Station::readZone(const PageId &page, const PixelBox &box, ZoneKind kind,
                       std::function<void(Result<ZoneText>)> answer)
{
    const auto known = m_parts->context.store->pages().find(page, PageDetail::Light);
    const bool isRead = known && known->reading;
    if (isRead) {
        m_parts->reading.readZone(*known, box, kind, std::move(answer));
        return;
    }
    Error error =
        known ? Error{ErrorCode::NotFound, {{u"what"_s, u"page"_s}, {u"id"_s, page.toString()}}} : known.error();
    QMetaObject::invokeMethod(
        this, [answer = std::move(answer), error = std::move(error)] { answer(fail(error)); },
        Qt::QueuedConnection);
}

Result<std::vector<SearchHit>> Station::search(const QString &query, int limit)
{
    Store &store = *m_parts->context.store;
    const auto found = store.search().search(query, limit);
    if (!found)
        return fail(found.error());
    std::vector<SearchHit> hits;
    for (const TextHit &hit : *found) {
        const auto dossier = this->dossier(hit.dossier);
        if (!dossier)
            return fail(dossier.error());
        const auto batch = store.batches().find(dossier->batch);
        if (!batch)
            return fail(batch.error());
        SearchHit row;
        row.dossier = {dossier->id,
                       dossier->batch,
                       batch->name,
                       dossier->position,
                       dossier->state,
                       dossier->revision,
                       dossier->value(u"dossier_code"_s),
                       dossier->procedure.code,
                       dossier->procedure.name,
                       dossier->value(u"person_name"_s),
                       dossier->value(u"number"_s),
                       static_cast<int>(dossier->pages.size()),
                       dossier->changedAt};
        row.snippet = hit.snippet;
        row.inForce = dossier->validity.status == ValidityStatus::InForce;
        hits.push_back(row);
    }
    return hits;
}

Result<BatchId> Station::batchOf(const DossierId &id)
{
    return m_parts->context.store->dossiers().find(id).map([](const Dossier &dossier) { return dossier.batch; });
}

Result<Dossier> Station::tag(const DossierId &id, const DossierTags &tags)
{
    auto dossier = m_parts->dossiers.tag(id, tags);
    return dossier ? changed(dossier->batch, dossier) : dossier;
}

Result<DossierId> Station::split(const DossierId &id, const PageId &page)
{
    const auto batch = batchOf(id);
    return batch ? changed(*batch, m_parts->dossiers.split(id, page)) : fail(batch.error());
}

Result<void> Station::merge(const DossierId &first, const std::vector<DossierId> &others)
{
    const auto batch = batchOf(first);
    return batch ? changed(*batch, m_parts->dossiers.merge(first, others)) : fail(batch.error());
}

Result<void> Station::movePage(const PageId &page, const DossierId &to, std::optional<int> position)
{
    const auto batch = batchOf(to);
    return batch ? changed(*batch, m_parts->dossiers.movePage(page, to, position)) : fail(batch.error());
}

Result<void> Station::rotatePage(const PageId &page, int degrees)
{
    const auto turned = m_parts->dossiers.rotatePage(page, degrees);
    if (!turned)
        return fail(turned.error());
    Q_EMIT pageChanged(page);
    return {};
}

Result<void> Station::cropPage(const PageId &page, const std::optional<PixelBox> &box)
{
    const auto cropped = m_parts->dossiers.cropPage(page, box);
    if (!cropped)
        return fail(cropped.error());
    Q_EMIT pageChanged(page);
    return {};
}

Result<DossierSnapshot> Station::snapshot(const std::vector<DossierId> &ids)
{
    return m_parts->undo.snapshot(ids);
}

Result<void> Station::restore(const DossierSnapshot &from, const DossierSnapshot &to)
{
    const auto turned = m_parts->undo.restore(from, to);
    if (!turned)
        return fail(turned.error());
    QSet<BatchId> batches;
    for (const Dossier &dossier : to.dossiers)
        batches.insert(dossier.batch);
    for (const BatchId &batch : batches)
        Q_EMIT dossiersChanged(batch);
    for (const PageId &page : *turned)
        Q_EMIT pageChanged(page);
    return {};
}

Result<void> Station::excludePage(const PageId &page, bool excluded)
{
    const auto known = m_parts->context.store->pages().find(page, PageDetail::Light);
    if (!known)
        return fail(known.error());
    auto done = changed(known->batch, m_parts->dossiers.excludePage(page, excluded));
    if (done)
        Q_EMIT pageChanged(page);
    return done;
}

Result<void> Station::settleDoubt(const Doubt &doubt, const QString &answer)
{
    const auto batch = batchOf(doubt.dossier);
    return batch ? changed(*batch, m_parts->doubts.settle(doubt, answer)) : fail(batch.error());
}

} // namespace sohoa
