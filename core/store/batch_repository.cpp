// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/batch_repository.h"

#include "core/store/audit_trail.h"
#include "core/store/database.h"

#include <QJsonObject>

#include <array>
#include <utility>

namespace sohoa {

using namespace Qt::StringLiterals;

namespace {

Batch batchRow(const SqlRow &row)
{
    Batch batch;
    batch.id = row.id<BatchId>(0);
    batch.name = row.text(1);
    batch.state = row.demand(batchStateFromString(row.text(2)), 2);
    batch.agency = row.text(3);
    batch.place = row.text(4);
    batch.operatorName = row.text(5);
    batch.note = row.text(6);
    batch.expectedPages = row.optionalNumber(7);
    batch.createdAt = row.instant(8);
    return batch;
}

} // namespace

bool mayChange(BatchState from, BatchState to)
{
    using enum BatchState;
    static constexpr std::array<std::pair<BatchState, BatchState>, 6> legal{{{Open, Closed},
                                                                             {Closed, Queued},
                                                                             {Queued, Synced},
                                                                             {Queued, Partial},
                                                                             {Partial, Queued},
                                                                             {Partial, Synced}}};
    for (const auto &step : legal)
        if (step == std::pair(from, to))
            return true;
    return false;
}

Result<void> BatchRepository::create(const Batch &batch)
{
    return m_database.transaction([&]() -> Result<void> {
        auto inserted = m_database.execute(
            "INSERT INTO batch (id, name, state, agency, place, operator_name, note, expected_pages, created_at)"
            " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)",
            {batch.id, batch.name, toString(batch.state), batch.agency, batch.place, batch.operatorName,
             batch.note, batch.expectedPages, batch.createdAt});
        if (!inserted && inserted.error().args.value(u"field"_s) == u"batch.name")
            return fail(ErrorCode::ValueInvalid, u"batch name taken"_s,
                        {{u"field"_s, u"name"_s}, {u"value"_s, batch.name}});
        if (!inserted)
            return fail(std::move(inserted).error());
        return AuditTrail(m_database)
            .append(m_database.actor(), u"batch.create"_s, batch.id.toString(), {},
                    {{u"state"_s, toString(batch.state)}});
    });
}

Result<Batch> BatchRepository::find(const BatchId &id)
{
    std::optional<Batch> batch;
    auto read = m_database.query("SELECT id, name, state, agency, place, operator_name, note, expected_pages,"
                                 " created_at FROM batch WHERE id = ?1",
                                 {id}, [&](const SqlRow &row) { batch = batchRow(row); });
    if (!read)
        return fail(std::move(read).error());
    if (!batch)
        return fail(ErrorCode::NotFound, u"batch"_s, {{u"what"_s, u"batch"_s}, {u"id"_s, id.toString()}});
    return *std::move(batch);
}

Result<std::optional<Batch>> BatchRepository::findByName(const QString &name)
{
    std::optional<Batch> batch;
    auto read = m_database.query("SELECT id, name, state, agency, place, operator_name, note, expected_pages,"
                                 " created_at FROM batch WHERE name = ?1",
                                 {name}, [&](const SqlRow &row) { batch = batchRow(row); });
    if (!read)
        return fail(std::move(read).error());
    return batch;
}

Result<std::vector<Batch>> BatchRepository::all()
{
    std::vector<Batch> batches;
    auto read = m_database.query("SELECT id, name, state, agency, place, operator_name, note, expected_pages,"
                                 " created_at FROM batch ORDER BY created_at, id",
                                 {}, [&](const SqlRow &row) { batches.push_back(batchRow(row)); });
    if (!read)
        return fail(std::move(read).error());
    return batches;
}

Result<void> BatchRepository::setSheet(const Batch &batch)
{
    return m_database.transaction([&]() -> Result<void> {
        const auto known = find(batch.id);
        if (!known)
            return fail(known.error());
        const auto sheet = [](const Batch &of) -> QJsonObject {
            return {{u"agency"_s, of.agency},
                    {u"place"_s, of.place},
                    {u"operator"_s, of.operatorName},
                    {u"note"_s, of.note},
                    {u"expected"_s, of.expectedPages ? QJsonValue(*of.expectedPages) : QJsonValue()}};
        };
        const QJsonObject before = sheet(*known);
        const QJsonObject after = sheet(batch);
        if (before == after)
            return {};
        if (known->state != BatchState::Open)
            return fail(ErrorCode::StateForbids, u"batch sheet"_s,
                        {{u"state"_s, toString(known->state)}, {u"action"_s, u"edit"_s}});
        auto updated = m_database.execute(
            "UPDATE batch SET agency = ?2, place = ?3, operator_name = ?4, note = ?5,"
            " expected_pages = ?6 WHERE id = ?1",
            {batch.id, batch.agency, batch.place, batch.operatorName, batch.note, batch.expectedPages});
        if (!updated)
            return fail(std::move(updated).error());
        return AuditTrail(m_database)
            .append(m_database.actor(), u"batch.sheet"_s, batch.id.toString(), before, after);
    });
}

Result<void> BatchRepository::setState(const BatchId &id, BatchState to)
{
    return m_database.transaction([&]() -> Result<void> {
        const auto batch = find(id);
        if (!batch)
            return fail(batch.error());
        if (batch->state == to)
            return {};
        if (!mayChange(batch->state, to))
            return fail(ErrorCode::StateForbids, u"batch"_s,
                        {{u"state"_s, toString(batch->state)}, {u"action"_s, toString(to)}});
        auto updated = m_database.execute("UPDATE batch SET state = ?2 WHERE id = ?1", {id, toString(to)});
        if (!updated)
            return fail(std::move(updated).error());
        return AuditTrail(m_database)
            .append(m_database.actor(), u"batch.state"_s, id.toString(), {{u"state"_s, toString(batch->state)}},
                    {{u"state"_s, toString(to)}});
    });
}

} // namespace sohoa
