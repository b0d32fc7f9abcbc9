// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/domain/stack_run.h"

#include <QByteArray>

#include <optional>
#include <vector>

namespace sohoa {

class Database;

/// The place of a page in its stack.
struct StackSide {
    PageId page;
    int pass = 1;
    int sheet = 1;
    bool back = false;
    QByteArray print; ///< How it looks from far (PagePrint); of the last eight sheets, until the stack is done.
    QString sha256;   ///< Of its master; only read.
};

/// Stacks of paper and their ledgers in the store. `ledger.stored` is never written: it is counted from the rows
/// of pages whenever a stack is read. Threads: the Database's.
class StackRepository {
public:
    explicit StackRepository(Database &database)
        : m_database(database)
    {
    }

    Result<void> create(const StackRun &run);
    /// Everything but id, batch, device and time. A stack that is done forgets the prints of its sides.
    Result<void> update(const StackRun &run);
    /// NotFound (args: what, id) when there is none.
    Result<StackRun> find(const StackRunId &id);
    /// Of a batch, in the order in which they were begun.
    Result<std::vector<StackRun>> ofBatch(const BatchId &batch);
    /// The newest that is not done; a batch has one at most, see giveUp(). Of a run that was interrupted the state
    /// is Running.
    Result<std::optional<StackRun>> openOf(const BatchId &batch);

    /// Whatever is not done in the batch is done from now on.
    Result<void> giveUp(const BatchId &batch);

    /// Call inside the transaction that stores the page.
    Result<void> addSide(const StackRunId &run, const StackSide &side);
    /// The page no longer counts as a side of its stack; the page itself stays.
    Result<void> removeSide(const PageId &page);
    /// The last `count` sides of a pass as fed, oldest first.
    Result<std::vector<StackSide>> lastSides(const StackRunId &run, int pass, int count);
    /// All sides of one pass as fed.
    Result<std::vector<StackSide>> sidesOfPass(const StackRunId &run, int pass);
    /// Puts pages of a two-pass stack into this order; they take the places in the batch that they hold together.
    /// StateForbids when a page is no side of an open two-pass stack.
    Result<void> arrange(const std::vector<PageId> &pages);

    /// A file of a watched folder, known by its bytes. Call inside the transaction that stores its pages.
    Result<void> rememberFile(const QString &sha256, const QString &name, const BatchId &batch);
    Result<bool> knowsFile(const QString &sha256);

private:
    Result<std::vector<StackRun>> read(const char *sql, const BatchId &batch);

    Database &m_database;
};

} // namespace sohoa
