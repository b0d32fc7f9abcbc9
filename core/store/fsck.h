// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"

#include <QString>

#include <vector>

namespace sohoa {

class Store;

enum class FsckKind {
    MissingFile,     ///< A row names a file that is not there.
    AlteredFile,     ///< A file's bytes are not those its row was written for.
    ExtraFile,       ///< A file that no row names: a crash between file and row, or a guest.
    LeftoverFile,    ///< A temporary file of a process that is gone.
    DatabaseDamaged, ///< SQLite's own integrity check.
    DanglingRow,     ///< A row names another row that is not there.
    BrokenAudit,     ///< The chain of the audit trail does not hold from this row on.
    StaleSearch,     ///< The search index is not what the texts say, or lacks a dossier.
    BrokenIndex,     ///< An index is not what its table says.
    BrokenRow,       ///< A row that the schema forbids, or whose packed part cannot be read.
    AlteredSchema,   ///< A table, index, trigger or view is missing, another one, or one too many.
    WrongState,      ///< A dossier's or batch's state is not what trail, outbox or dossiers say.
    WrongCount,      ///< The count of a batch is not what it holds.
};

/// Something that is wrong.
struct FsckFinding {
    FsckKind kind;
    QString place; ///< Path within the store, or "table:row".
    QString what;  ///< In English, for the log; the sentence shown lives in ui.
    bool repaired = false;
};

QString toString(FsckKind kind);

enum class FsckMode {
    Look,
    /// Mends only what is certain: temporary files older than the lock are deleted, extra files older than it are
    /// moved to lost+found/ (never deleted); indexes, counts and what can be searched are made anew from the rows
    /// that they follow from; missing or altered indexes, triggers and views are put back, and what stood in their
    /// place is kept as a text in lost+found/. Rows, states and the audit trail are never touched: who mends them
    /// decides what is true.
    Repair,
};

/// Looks at every file, hash, row and audit link of the store. Cleaned pages can be made again: a missing one is
/// no finding. The Result fails only when looking itself fails.
Result<std::vector<FsckFinding>> fsck(Store &store, FsckMode mode = FsckMode::Look);

} // namespace sohoa
