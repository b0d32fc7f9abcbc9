// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/dossier_rows.h"

#include "core/domain/page.h"
#include "core/store/database.h"
#include "core/store/json_text.h"
#include "core/store/page_rows.h"

namespace sohoa {

using namespace Qt::StringLiterals;

namespace {

QString boxText(const PixelBox &box)
{
    return jsonText(boxToJson(box));
}

QJsonObject fieldsToJson(const Fields &fields)
{
    QJsonObject json;
    for (auto it = fields.cbegin(); it != fields.cend(); ++it) {
        QJsonObject field{{u"v"_s, it->value}, {u"c"_s, it->confidence}, {u"o"_s, toString(it->origin)}};
        if (!it->page.isNull())
            field[u"p"_s] = it->page.toString();
        if (!it->box.isEmpty())
            field[u"b"_s] = boxToJson(it->box);
        if (!it->read.isEmpty())
            field[u"r"_s] = it->read;
        json[it.key()] = field;
    }
    return json;
}

std::optional<Fields> fieldsFromJson(const std::optional<QJsonObject> &json)
{
    if (!json)
        return std::nullopt;
    Fields fields;
    for (auto it = json->constBegin(); it != json->constEnd(); ++it) {
        const QJsonObject object = it->toObject();
        const auto origin = fieldOriginFromString(object[u"o"_s].toString());
        if (!origin)
            return std::nullopt;
        FieldValue field;
        field.value = object[u"v"_s].toString();
        field.confidence = object[u"c"_s].toDouble();
        field.origin = *origin;
        field.read = object[u"r"_s].toString();
        field.page = PageId::fromString(object[u"p"_s].toString()).value_or(PageId());
        field.box = boxFromJson(object[u"b"_s]).value_or(PixelBox());
        fields.insert(it.key(), field);
    }
    return fields;
}

Result<void> readFields(Database &database, Dossier &dossier)
{
    return database.query(
        "SELECT name, value, confidence, page_id, box, origin, read FROM dossier_field WHERE dossier_id = ?1",
        {dossier.id}, [&](const SqlRow &row) {
            FieldValue field;
            field.value = row.text(1);
            field.confidence = row.real(2);
            field.page = row.id<PageId>(3);
            if (!row.isNull(4))
                field.box = row.demand(boxFromJson(jsonArray(row.blob(4)).value_or(QJsonArray())), 4);
            field.origin = row.demand(fieldOriginFromString(row.text(5)), 5);
            field.read = row.text(6);
            dossier.fields.insert(row.text(0), field);
        });
}

Result<void> readDocuments(Database &database, Dossier &dossier)
{
    auto read = database.query("SELECT id, type_id, title, kind, confidence, fields FROM document"
                               " WHERE dossier_id = ?1 ORDER BY ordinal",
                               {dossier.id}, [&](const SqlRow &row) {
                                   Document document;
                                   document.id = row.id<DocumentId>(0);
                                   document.typeId = row.text(1);
                                   document.title = row.text(2);
                                   document.kind = row.demand(documentKindFromString(row.text(3)), 3);
                                   document.confidence = row.real(4);
                                   document.fields = row.demand(fieldsFromJson(jsonObject(row.blob(5))), 5);
                                   dossier.documents.push_back(std::move(document));
                               });
    if (!read)
        return read;
    for (Document &document : dossier.documents) {
        auto pages =
            database.query("SELECT page_id FROM document_page WHERE document_id = ?1 ORDER BY ordinal",
                           {document.id}, [&](const SqlRow &row) { document.pages.push_back(row.id<PageId>(0)); });
        if (!pages)
            return pages;
    }
    return {};
}

Dossier dossierRow(const SqlRow &row)
{
    Dossier dossier;
    dossier.id = row.id<DossierId>(0);
    dossier.batch = row.id<BatchId>(1);
    dossier.position = row.number(2);
    dossier.revision = row.number(3);
    dossier.state = row.demand(dossierStateFromString(row.text(4)), 4);
    dossier.package = row.optionalId<PackageId>(5);
    dossier.procedure = {row.text(6), row.text(7), row.real(8), row.demand(fieldOriginFromString(row.text(9)), 9)};
    dossier.documentTypeId = row.text(10);
    dossier.validity.status = row.demand(validityStatusFromString(row.text(11)), 11);
    dossier.validity.basis = row.demand(validityBasisFromString(row.text(12)), 12);
    dossier.validity.from = row.date(13);
    dossier.validity.until = row.date(14);
    dossier.validity.months = row.number(15);
    dossier.validity.event = row.text(16);
    dossier.validityByClerk = row.flag(17);
    dossier.boundary = row.text(18);
    dossier.createdAt = row.instant(19);
    dossier.changedAt = row.instant(20);
    dossier.boundaryConfidence = row.real(21);
    return dossier;
}

Result<void> insertDocument(Database &database, const DossierId &dossier, const Document &document, int ordinal)
{
    auto inserted =
        database.execute("INSERT INTO document (id, dossier_id, ordinal, type_id, title, kind, confidence, fields)"
                         " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
                         {document.id, dossier, ordinal, document.typeId, document.title, toString(document.kind),
                          document.confidence, jsonText(fieldsToJson(document.fields))});
    int pageOrdinal = 0;
    for (auto page = document.pages.cbegin(); inserted && page != document.pages.cend(); ++page)
        inserted =
            database.execute("INSERT INTO document_page (document_id, ordinal, page_id) VALUES (?1, ?2, ?3)",
                             {document.id, pageOrdinal++, *page});
    if (!inserted)
        return fail(std::move(inserted).error());
    return {};
}

} // namespace

Result<Dossier> readDossier(Database &database, const DossierId &id)
{
    std::optional<Dossier> dossier;
    auto read = database.query(
        "SELECT id, batch_id, position, revision, state, package_id, procedure_code, procedure_name,"
        " procedure_confidence, procedure_origin, document_type_id, valid_status, valid_basis, valid_from,"
        " valid_until, valid_months, valid_event, valid_by_clerk, boundary, created_at, changed_at,"
        " boundary_confidence FROM dossier WHERE id = ?1",
        {id}, [&](const SqlRow &row) { dossier = dossierRow(row); });
    if (read && !dossier)
        return fail(ErrorCode::NotFound, u"dossier"_s, {{u"what"_s, u"dossier"_s}, {u"id"_s, id.toString()}});
    if (read)
        read = readFields(database, *dossier);
    if (read)
        read = readDocuments(database, *dossier);
    if (read)
        read = database.query("SELECT rule, reason FROM dossier_override WHERE dossier_id = ?1", {id},
                              [&](const SqlRow &row) { dossier->overrides.insert(row.text(0), row.text(1)); });
    if (!read)
        return fail(std::move(read).error());
    auto pages = pageOrder(database, id);
    if (!pages)
        return fail(std::move(pages).error());
    dossier->pages = *std::move(pages);
    return *std::move(dossier);
}

Result<void> insertDossierRow(Database &database, const Dossier &dossier)
{
    auto inserted = database.execute(
        "INSERT INTO dossier (id, batch_id, position, revision, state, procedure_code, procedure_name,"
        " procedure_confidence, procedure_origin, document_type_id, valid_status, valid_basis, valid_from,"
        " valid_until, valid_months, valid_event, valid_by_clerk, boundary, created_at, changed_at,"
        " boundary_confidence)"
        " VALUES (?1, ?2, ?3, 1, 'draft', ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?17, "
        "?18)",
        {dossier.id, dossier.batch, dossier.position, dossier.procedure.code, dossier.procedure.name,
         dossier.procedure.confidence, toString(dossier.procedure.origin), dossier.documentTypeId,
         toString(dossier.validity.status), toString(dossier.validity.basis), dossier.validity.from,
         dossier.validity.until, dossier.validity.months, dossier.validity.event, dossier.validityByClerk,
         dossier.boundary, database.now(), dossier.boundaryConfidence});
    if (!inserted)
        return fail(std::move(inserted).error());
    return {};
}

Result<void> updateDossierRow(Database &database, const Dossier &dossier)
{
    auto updated = database.execute(
        "UPDATE dossier SET position = ?2, procedure_code = ?3, procedure_name = ?4, procedure_confidence = ?5,"
        " procedure_origin = ?6, document_type_id = ?7, valid_status = ?8, valid_basis = ?9, valid_from = ?10,"
        " valid_until = ?11, valid_months = ?12, valid_event = ?13, valid_by_clerk = ?14, boundary = ?15,"
        " changed_at = ?16, boundary_confidence = ?17 WHERE id = ?1",
        {dossier.id, dossier.position, dossier.procedure.code, dossier.procedure.name,
         dossier.procedure.confidence, toString(dossier.procedure.origin), dossier.documentTypeId,
         toString(dossier.validity.status), toString(dossier.validity.basis), dossier.validity.from,
         dossier.validity.until, dossier.validity.months, dossier.validity.event, dossier.validityByClerk,
         dossier.boundary, database.now(), dossier.boundaryConfidence});
    if (!updated)
        return fail(std::move(updated).error());
    return {};
}

Result<void> replaceContents(Database &database, const Dossier &dossier)
{
    Result<int> written = database.execute("DELETE FROM dossier_field WHERE dossier_id = ?1", {dossier.id});
    for (auto it = dossier.fields.cbegin(); written && it != dossier.fields.cend(); ++it)
        written = database.execute(
            "INSERT INTO dossier_field (dossier_id, name, value, confidence, page_id, box, origin, read)"
            " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
            {dossier.id, it.key(), it->value, it->confidence, it->page,
             it->box.isEmpty() ? SqlValue(std::nullopt) : SqlValue(boxText(it->box)), toString(it->origin),
             it->read.isNull() ? u""_s : it->read});
    if (written)
        written = database.execute("DELETE FROM dossier_override WHERE dossier_id = ?1", {dossier.id});
    for (auto it = dossier.overrides.cbegin(); written && it != dossier.overrides.cend(); ++it)
        written = database.execute("INSERT INTO dossier_override (dossier_id, rule, reason) VALUES (?1, ?2, ?3)",
                                   {dossier.id, it.key(), it.value()});
    if (written)
        written = database.execute("DELETE FROM document WHERE dossier_id = ?1", {dossier.id});
    if (!written)
        return fail(std::move(written).error());
    int ordinal = 0;
    for (const Document &document : dossier.documents)
        if (auto inserted = insertDocument(database, dossier.id, document, ordinal++); !inserted)
            return inserted;
    return {};
}

QJsonObject decisionsOf(const Dossier &dossier)
{
    QJsonObject decisions;
    QJsonObject fields;
    for (auto it = dossier.fields.cbegin(); it != dossier.fields.cend(); ++it)
        if (it->origin == FieldOrigin::Clerk)
            fields[it.key()] = it->value;
    if (!fields.isEmpty())
        decisions[u"fields"_s] = fields;
    if (dossier.procedure.origin == FieldOrigin::Clerk)
        decisions[u"procedure"_s] = dossier.procedure.code;
    if (dossier.validityByClerk)
        decisions[u"validity"_s] = validityToJson(dossier.validity);
    QJsonObject overrides;
    for (auto it = dossier.overrides.cbegin(); it != dossier.overrides.cend(); ++it)
        overrides[it.key()] = it.value();
    if (!overrides.isEmpty())
        decisions[u"overrides"_s] = overrides;
    return decisions;
}

} // namespace sohoa
