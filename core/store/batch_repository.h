// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/domain/batch.h"

#include <optional>
#include <vector>

namespace sohoa {

class Database;

/// open → closed → queued → synced or partial; partial → queued (corrected dossiers go again) or synced.
bool mayChange(BatchState from, BatchState to);

/// Batches in the store. Each change is one transaction with one audit row. Threads: the Database's.
class BatchRepository {
public:
    explicit BatchRepository(Database &database)
        : m_database(database)
    {
    }

    /// Stores a new batch, which must be open. ValueInvalid (args: field "name") when the name is taken or empty.
    Result<void> create(const Batch &batch);
    /// NotFound (args: what, id) when there is none.
    Result<Batch> find(const BatchId &id);
    Result<std::optional<Batch>> findByName(const QString &name);
    /// Oldest first.
    Result<std::vector<Batch>> all();
    /// Agency, place, operator, note and expected pages as in `batch`, which must be open (StateForbids
    /// otherwise).
    Result<void> setSheet(const Batch &batch);
    /// StateForbids (args: state, action) when the transition is not legal. The state it already has: nothing
    /// happens.
    Result<void> setState(const BatchId &id, BatchState to);

private:
    Database &m_database;
};

} // namespace sohoa
