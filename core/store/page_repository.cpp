// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/page_repository.h"

#include "core/domain/clerk_crop.h"
#include "core/store/audit_trail.h"
#include "core/store/database.h"
#include "core/store/json_text.h"
#include "core/store/page_rows.h"

#include <algorithm>

namespace sohoa {

using namespace Qt::StringLiterals;

namespace {

QJsonValue numberOrNull(const std::optional<int> &number)
{
    return number ? QJsonValue(*number) : QJsonValue(QJsonValue::Null);
}

Result<int> nextSequence(Database &database, const BatchId &batch)
{
    int sequence = 0;
    auto read = database.query("SELECT coalesce(max(sequence) + 1, 0) FROM page WHERE batch_id = ?1", {batch},
                               [&](const SqlRow &row) { sequence = row.number(0); });
    if (!read)
        return fail(std::move(read).error());
    return sequence;
}

QJsonObject placeJson(const std::optional<DossierId> &dossier, int position)
{
    if (!dossier)
        return {{u"dossier"_s, QJsonValue::Null}};
    return {{u"dossier"_s, dossier->toString()}, {u"position"_s, position}};
}

/// What of a reading is kept apart from its text and words.
QJsonObject factsJson(const PageReading &reading)
{
    QJsonObject facts = pageReadingToJson(reading);
    facts.remove(u"text"_s);
    facts.remove(u"words"_s);
    return facts;
}

/// The clerk's word on a page of a dossier that has gone on would be a lie to whoever holds the package.
Result<void> requireEditablePage(Database &database, const Page &page, const QString &action)
{
    return page.dossier ? requireEditable(database, *page.dossier, action) : Result<void>();
}

} // namespace

Result<Page> PageRepository::append(const Page &page, std::optional<int> sequence)
{
    return m_database.transaction([&]() -> Result<Page> {
        if (page.state != PageState::Captured || page.reading)
            return fail(ErrorCode::StateForbids, u"a page begins captured"_s,
                        {{u"state"_s, toString(page.state)}, {u"action"_s, u"append"_s}});
        const auto place = sequence ? Result<int>(*sequence) : nextSequence(m_database, page.batch);
        if (!place)
            return fail(place.error());
        auto inserted = m_database.execute(
            "INSERT INTO page (id, batch_id, sequence, position, state, source, master_file, master_sha256, dpi,"
            " width, height, excluded, clerk_rotation, suspect, captured_at)"
            " VALUES (?1, ?2, ?3, 0, 'captured', ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13)",
            {page.id, page.batch, *place, page.source, page.masterFile, page.masterSha256, page.dpi, page.width,
             page.height, page.excluded, page.clerkRotation, jsonText(QJsonArray::fromStringList(page.suspect)),
             page.capturedAt});
        if (!inserted)
            return fail(std::move(inserted).error());
        auto recorded = AuditTrail(m_database)
                            .append(m_database.actor(), u"page.capture"_s, page.id.toString(), {},
                                    {{u"state"_s, toString(page.state)}, {u"sha256"_s, page.masterSha256}});
        if (!recorded)
            return fail(std::move(recorded).error());
        if (page.dossier)
            if (auto assigned = assign(page.id, page.dossier); !assigned)
                return fail(std::move(assigned).error());
        return find(page.id, PageDetail::Light);
    });
}

Result<Page> PageRepository::find(const PageId &id, PageDetail detail)
{
    auto pages = readPages(m_database, detail, "WHERE id = ?1", {id});
    if (!pages)
        return fail(std::move(pages).error());
    if (pages->empty())
        return fail(ErrorCode::NotFound, u"page"_s, {{u"what"_s, u"page"_s}, {u"id"_s, id.toString()}});
    return std::move(pages->front());
}

Result<std::vector<Page>> PageRepository::ofBatch(const BatchId &batch, PageDetail detail)
{
    return readPages(m_database, detail, "WHERE batch_id = ?1 ORDER BY sequence", {batch});
}

Result<std::vector<Page>> PageRepository::ofDossier(const DossierId &dossier, PageDetail detail)
{
    return readPages(m_database, detail, "WHERE dossier_id = ?1 ORDER BY position, sequence", {dossier});
}

Result<std::vector<Page>> PageRepository::unassigned(const BatchId &batch, PageDetail detail)
{
    return readPages(m_database, detail, "WHERE batch_id = ?1 AND dossier_id IS NULL ORDER BY sequence", {batch});
}

Result<std::vector<Page>> PageRepository::pendingPages()
{
    return readPages(m_database, PageDetail::Light, "WHERE state <> 'recognized' ORDER BY id", {});
}

Result<std::vector<Page>> PageRepository::byMasterSha256(const QString &sha256)
{
    return readPages(m_database, PageDetail::Light, "WHERE master_sha256 = ?1 ORDER BY id", {sha256});
}

Result<void> PageRepository::setReading(const PageId &id, const PageReading &reading, PageState state)
{
    return m_database.transaction([&]() -> Result<void> {
        const auto page = find(id, PageDetail::Light);
        if (!page)
            return fail(page.error());
        if (state == PageState::Captured || state < page->state)
            return fail(ErrorCode::StateForbids, u"page"_s,
                        {{u"state"_s, toString(page->state)}, {u"action"_s, toString(state)}});
        const QJsonArray words = pageReadingToJson(reading)[u"words"_s].toArray();
        auto updated = m_database.execute(
            "UPDATE page SET state = ?2, reading_facts = ?3, reading_text = ?4, reading_words = ?5 WHERE id = ?1",
            {id, toString(state), jsonText(factsJson(reading)), reading.text,
             qCompress(jsonText(words).toUtf8())});
        if (!updated)
            return fail(std::move(updated).error());
        if (state == page->state)
            return {};
        return AuditTrail(m_database)
            .append(m_database.actor(), u"page.state"_s, id.toString(), {{u"state"_s, toString(page->state)}},
                    {{u"state"_s, toString(state)}});
    });
}

Result<void> PageRepository::setSuspect(const PageId &id, const QStringList &reasons)
{
    auto updated = m_database.execute("UPDATE page SET suspect = ?2 WHERE id = ?1",
                                      {id, jsonText(QJsonArray::fromStringList(reasons))});
    if (!updated)
        return fail(std::move(updated).error());
    if (*updated == 0)
        return fail(ErrorCode::NotFound, u"page"_s, {{u"what"_s, u"page"_s}, {u"id"_s, id.toString()}});
    return {};
}

Result<void> PageRepository::setExcluded(const PageId &id, bool excluded)
{
    return m_database.transaction([&]() -> Result<void> {
        const auto page = find(id, PageDetail::Light);
        if (!page)
            return fail(page.error());
        if (page->excluded == excluded)
            return {};
        if (auto editable = requireEditablePage(m_database, *page, u"exclude"_s); !editable)
            return editable;
        auto updated = m_database.execute("UPDATE page SET excluded = ?2 WHERE id = ?1", {id, excluded});
        if (!updated)
            return fail(std::move(updated).error());
        return AuditTrail(m_database)
            .append(m_database.actor(), u"page.exclude"_s, id.toString(), {{u"excluded"_s, page->excluded}},
                    {{u"excluded"_s, excluded}});
    });
}

Result<void> PageRepository::setClerkRotation(const PageId &id, std::optional<int> degrees)
{
    return m_database.transaction([&]() -> Result<void> {
        const auto page = find(id, PageDetail::Light);
        if (!page)
            return fail(page.error());
        if (page->clerkRotation == degrees)
            return {};
        if (auto editable = requireEditablePage(m_database, *page, u"rotate"_s); !editable)
            return editable;
        auto updated = m_database.execute("UPDATE page SET clerk_rotation = ?2, state = 'captured' WHERE id = ?1",
                                          {id, degrees});
        if (!updated)
            return fail(std::move(updated).error());
        return AuditTrail(m_database)
            .append(m_database.actor(), u"page.rotate"_s, id.toString(),
                    {{u"rotation"_s, numberOrNull(page->clerkRotation)}, {u"state"_s, toString(page->state)}},
                    {{u"rotation"_s, numberOrNull(degrees)}, {u"state"_s, toString(PageState::Captured)}});
    });
}

Result<void> PageRepository::setClerkCrop(const PageId &id, const std::optional<PixelBox> &crop)
{
    return m_database.transaction([&]() -> Result<void> {
        auto page = find(id, PageDetail::Light);
        if (!page)
            return fail(page.error());
        if (!page->reading)
            return fail(ErrorCode::NothingToDo, u"crop of a page that was not read yet"_s);
        const std::optional<PixelBox> before = clerkCropOf(*page->reading);
        if (before == crop)
            return {};
        if (auto editable = requireEditablePage(m_database, *page, u"crop"_s); !editable)
            return editable;
        sohoa::setClerkCrop(*page->reading, crop);
        auto updated = m_database.execute("UPDATE page SET reading_facts = ?2, state = 'captured' WHERE id = ?1",
                                          {id, jsonText(factsJson(*page->reading))});
        if (!updated)
            return fail(std::move(updated).error());
        const auto boxOrNull = [](const std::optional<PixelBox> &box) {
            return box ? QJsonValue(boxToJson(*box)) : QJsonValue();
        };
        return AuditTrail(m_database)
            .append(m_database.actor(), u"page.crop"_s, id.toString(),
                    {{u"crop"_s, boxOrNull(before)}, {u"state"_s, toString(page->state)}},
                    {{u"crop"_s, boxOrNull(crop)}, {u"state"_s, toString(PageState::Captured)}});
    });
}

Result<void> PageRepository::assign(const PageId &id, const std::optional<DossierId> &dossier,
                                    std::optional<int> position)
{
    return m_database.transaction([&]() -> Result<void> {
        const auto page = find(id, PageDetail::Light);
        if (!page)
            return fail(page.error());
        if (!dossier && !page->dossier)
            return {};
        const DossierId concerned = dossier ? *dossier : *page->dossier;
        auto order = pageOrder(m_database, concerned);
        if (!order)
            return fail(std::move(order).error());
        const std::vector<PageId> before = *order;
        std::erase(*order, id);
        const auto end = static_cast<int>(order->size());
        const int place = std::clamp(position.value_or(end), 0, end);
        if (dossier)
            order->insert(order->begin() + place, id);
        if (*order == before)
            return {};
        if (auto written = writePageOrder(m_database, concerned, *order); !written)
            return written;
        return AuditTrail(m_database)
            .append(m_database.actor(), u"page.assign"_s, id.toString(), placeJson(page->dossier, page->position),
                    placeJson(dossier, place));
    });
}

} // namespace sohoa
