// SPDX-License-Identifier: GPL-3.0-or-later
/// What the parts of fsck share; only its own sources see it.
#pragma once

#include "core/store/fsck.h"
#include "core/store/store.h"

#include <algorithm>

namespace sohoa {

/// One look at a store.
class Inspection {
public:
    Inspection(Store &store, FsckMode mode)
        : m_store(store)
        , m_repairs(mode == FsckMode::Repair)
    {
    }

    Store &store() const { return m_store; }
    Database &database() const { return m_store.database(); }
    bool repairs() const { return m_repairs; }
    void found(FsckKind kind, const QString &place, const QString &what, bool repaired = false)
    {
        m_findings.push_back({kind, place, what, repaired});
    }
    /// Nothing was found that is not mended.
    bool isSound() const
    {
        return std::all_of(m_findings.begin(), m_findings.end(),
                           [](const FsckFinding &each) { return each.repaired; });
    }
    std::vector<FsckFinding> takeFindings() { return std::move(m_findings); }

private:
    Store &m_store;
    bool m_repairs;
    std::vector<FsckFinding> m_findings;
};

// Each fails only when looking, or a repair itself, fails.

/// SQLite's own checks; tables, indexes, triggers and views against those that this version makes.
Result<void> inspectDatabase(Inspection &inspection);
/// What rows say of each other: references, states against trail, outbox and batch, counts, readings.
Result<void> inspectRows(Inspection &inspection);
/// Whether what can be searched is what is there.
Result<void> inspectSearch(Inspection &inspection);
/// Masters, packages, cleaned pages, leftovers.
Result<void> inspectFiles(Inspection &inspection);

} // namespace sohoa
