// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/domain/dossier.h"

#include <optional>
#include <vector>

namespace sohoa {

class Database;

/// Which dossiers a list wants.
struct DossierRowFilter {
    std::optional<BatchId> batch = {};
    std::optional<DossierState> state = {};
    int limit = -1; ///< -1: all
    int offset = 0;
    bool newestFirst = false; ///< By the last change; else by batch, oldest first, and place in it.
};

/// A line of a list of dossiers.
struct DossierRow {
    DossierId id;
    BatchId batch;
    QString batchName;
    int position = 0;
    int revision = 1;
    DossierState state = DossierState::Draft;
    QString procedureCode;
    QString procedureName;
    QString documentTypeId;
    QString number; ///< The summary fields, empty when unknown.
    QString issueDate;
    QString personName;
    QString dossierCode;
    int pages = 0; ///< Excluded ones too.
    Instant changedAt;
    Validity validity; ///< As stored: see judged().
};

/// Dossiers in the store. Each change is one transaction; a change of state and a decision of a person (a field,
/// procedure, validity or override set by the clerk) write one audit row. Only a draft or a dossier in review can
/// be edited: StateForbids (args: state, action) otherwise; triggers refuse the same to everybody else.
/// Threads: the Database's.
class DossierRepository {
public:
    explicit DossierRepository(Database &database)
        : m_database(database)
    {
    }

    /// Stores a new dossier, which must be a draft of revision 1, and puts its pages into it.
    Result<void> insert(const Dossier &dossier);
    /// The whole dossier. NotFound (args: what, id) when there is none.
    Result<Dossier> find(const DossierId &id);
    Result<std::vector<DossierRow>> list(const DossierRowFilter &filter = {});
    /// The line of one dossier. NotFound (args: what, id).
    Result<DossierRow> row(const DossierId &id);
    /// Batches that hold drafts, or pages that are in no dossier and not left out: those a crash left unsorted.
    Result<std::vector<BatchId>> unsortedBatches();
    Result<int> count(const DossierRowFilter &filter = {});
    /// Replaces position, procedure, document type, fields, validity, documents, overrides and boundary in one go.
    /// State, revision, package and the dossier's pages stay as they are: see changeState() and setPages().
    /// ValueInvalid when a document names a page that is not the dossier's.
    Result<void> update(const Dossier &dossier);
    /// Makes these pages, in this order, the pages of the dossier. Pages come from wherever they were; those no
    /// longer named are in no dossier afterwards. Pages that changed dossiers leave the documents they were in.
    Result<void> setPages(const DossierId &id, const std::vector<PageId> &pages);
    /// The only way to another state. Approving makes the package id; reopening from approved takes it away;
    /// reopening from rejected begins the next revision. StateForbids (args: state, action) when the transition
    /// is not legal. Gives the dossier's package, if it has one now.
    Result<std::optional<PackageId>> changeState(const DossierId &id, DossierState to, const QString &actor,
                                                 const QString &reason = {});
    /// Removes a draft (its pages are in no dossier afterwards) or a dossier in review that has lost all its
    /// pages; StateForbids for any other.
    Result<void> remove(const DossierId &id);

private:
    Database &m_database;
};

} // namespace sohoa
