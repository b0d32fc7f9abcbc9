// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/page_rows.h"

#include "core/store/database.h"
#include "core/store/json_text.h"
#include "core/store/packing.h"

#include <QSet>

#include <string>

namespace sohoa {

using namespace Qt::StringLiterals;

namespace {

std::optional<PageReading> readingFrom(const QByteArray &packedFacts)
{
    const auto facts = unpackBytes(packedFacts);
    auto json = facts ? jsonObject(*facts) : std::nullopt;
    if (!json)
        return std::nullopt;
    json->insert(u"text"_s, QString());
    auto reading = pageReadingFromJson(*json);
    return reading ? std::optional(*std::move(reading)) : std::nullopt;
}

std::optional<QStringList> stringsFrom(const QByteArray &json)
{
    const auto array = jsonArray(json);
    if (!array)
        return std::nullopt;
    QStringList strings;
    for (const auto &value : *array)
        strings.append(value.toString());
    return strings;
}

Page pageRow(const SqlRow &row, PageDetail detail)
{
    Page page;
    page.id = row.id<PageId>(0);
    page.batch = row.id<BatchId>(1);
    page.sequence = row.number(2);
    page.dossier = row.optionalId<DossierId>(3);
    page.position = row.number(4);
    page.state = row.demand(pageStateFromString(row.text(5)), 5);
    page.source = row.text(6);
    page.masterFile = row.text(7);
    page.masterSha256 = row.text(8);
    page.dpi = row.number(9);
    page.width = row.number(10);
    page.height = row.number(11);
    page.excluded = row.flag(12);
    page.clerkRotation = row.optionalNumber(13);
    page.suspect = row.demand(stringsFrom(row.blob(14)), 14);
    page.capturedAt = row.instant(15);
    if (row.isNull(16))
        return page;
    page.reading = row.demand(readingFrom(row.blob(16)), 16);
    if (detail == PageDetail::Whole) {
        page.reading->text = row.demand(unpackText(row.blob(17)), 17);
        page.reading->words = row.demand(unpackWords(row.blob(18), page.reading->text), 18);
    }
    return page;
}

Result<void> place(Database &database, const PageId &page, const std::optional<DossierId> &dossier, int position)
{
    auto updated = database.execute("UPDATE page SET dossier_id = ?2, position = ?3"
                                    " WHERE id = ?1 AND (dossier_id IS NOT ?2 OR position <> ?3)",
                                    {page, dossier, position});
    if (!updated)
        return fail(std::move(updated).error());
    return {};
}

Result<void> renumber(Database &database, const DossierId &dossier, const std::vector<PageId> &pages)
{
    int position = 0;
    for (const PageId &page : pages)
        if (auto placed = place(database, page, dossier, position++); !placed)
            return placed;
    return {};
}

/// Where the page is now, none when it is in no dossier. NotFound (args: what, id).
Result<std::optional<DossierId>> dossierOf(Database &database, const PageId &page)
{
    std::optional<std::optional<DossierId>> found;
    auto read = database.query("SELECT dossier_id FROM page WHERE id = ?1", {page},
                               [&](const SqlRow &row) { found = row.optionalId<DossierId>(0); });
    if (!read)
        return fail(std::move(read).error());
    if (!found)
        return fail(ErrorCode::NotFound, u"page"_s, {{u"what"_s, u"page"_s}, {u"id"_s, page.toString()}});
    return *found;
}

} // namespace

Result<std::vector<Page>> readPages(Database &database, PageDetail detail, const char *rest,
                                    std::initializer_list<SqlValue> values)
{
    std::string sql = "SELECT id, batch_id, sequence, dossier_id, position, state, source, master_file,"
                      " master_sha256, dpi, width, height, excluded, clerk_rotation, suspect, captured_at,"
                      " facts";
    if (detail == PageDetail::Whole)
        sql += ", text, reading_words";
    sql += " FROM page ";
    sql += rest;
    std::vector<Page> pages;
    auto read =
        database.query(sql.c_str(), values, [&](const SqlRow &row) { pages.push_back(pageRow(row, detail)); });
    if (!read)
        return fail(std::move(read).error());
    return pages;
}

Result<std::vector<PageId>> pageOrder(Database &database, const DossierId &dossier)
{
    std::vector<PageId> pages;
    auto read = database.query("SELECT id FROM page WHERE dossier_id = ?1 ORDER BY position, sequence", {dossier},
                               [&](const SqlRow &row) { pages.push_back(row.id<PageId>(0)); });
    if (!read)
        return fail(std::move(read).error());
    return pages;
}

Result<void> writePageOrder(Database &database, const DossierId &dossier, const std::vector<PageId> &pages)
{
    if (auto editable = requireEditable(database, dossier, u"move pages"_s); !editable)
        return editable;
    const auto before = pageOrder(database, dossier);
    if (!before)
        return fail(before.error());
    QSet<PageId> named;
    QSet<DossierId> sources;
    for (const PageId &page : pages) {
        if (named.contains(page))
            return fail(ErrorCode::ValueInvalid, u"page named twice"_s,
                        {{u"field"_s, u"pages"_s}, {u"value"_s, page.toString()}});
        named.insert(page);
        const auto source = dossierOf(database, page);
        if (!source)
            return fail(source.error());
        if (*source && **source != dossier)
            sources.insert(**source);
    }
    for (const PageId &page : *before)
        if (!named.contains(page))
            if (auto released = place(database, page, std::nullopt, 0); !released)
                return released;
    for (const DossierId &source : sources)
        if (auto editable = requireEditable(database, source, u"move pages"_s); !editable)
            return editable;
    if (auto placed = renumber(database, dossier, pages); !placed)
        return placed;
    for (const DossierId &source : sources) {
        const auto left = pageOrder(database, source);
        if (!left)
            return fail(left.error());
        if (auto closed = renumber(database, source, *left); !closed)
            return closed;
    }
    return {};
}

Result<DossierState> stateOf(Database &database, const DossierId &dossier)
{
    std::optional<DossierState> state;
    auto read = database.query("SELECT state FROM dossier WHERE id = ?1", {dossier}, [&](const SqlRow &row) {
        state = row.demand(dossierStateFromString(row.text(0)), 0);
    });
    if (!read)
        return fail(std::move(read).error());
    if (!state)
        return fail(ErrorCode::NotFound, u"dossier"_s, {{u"what"_s, u"dossier"_s}, {u"id"_s, dossier.toString()}});
    return *state;
}

Result<void> requireEditable(Database &database, const DossierId &dossier, const QString &action)
{
    const auto state = stateOf(database, dossier);
    if (!state)
        return fail(state.error());
    if (*state != DossierState::Draft && *state != DossierState::Review)
        return fail(ErrorCode::StateForbids, u"dossier"_s,
                    {{u"state"_s, toString(*state)}, {u"action"_s, action}});
    return {};
}

} // namespace sohoa
