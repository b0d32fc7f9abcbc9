// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"

#include <QString>

#include <optional>
#include <vector>

namespace sohoa {

class Database;

/// One row of the lists that the desk has learned; core/recognition gives the words their meaning.
struct LearnedRow {
    QString kind; ///< "village", "signer", "agency", "procedure"
    QString value;
    QString context;
    int confirmed = 1;
};

/// Values that were confirmed, and how often. Threads: the Database's.
class LearnedRepository {
public:
    explicit LearnedRepository(Database &database)
        : m_database(database)
    {
    }

    /// Adds `confirmed` to what is known of each.
    Result<void> add(const std::vector<LearnedRow> &rows);
    /// By kind, context and value; at most the 5000 most confirmed.
    Result<std::vector<LearnedRow>> all();
    /// Forgets one kind, or everything; how many rows. Recorded in the audit trail.
    Result<int> clear(const std::optional<QString> &kind);

private:
    Database &m_database;
};

} // namespace sohoa
