// SPDX-License-Identifier: GPL-3.0-or-later
/// What pages and dossiers share inside this module: reading page rows, and the order of a dossier's pages.
#pragma once

#include "core/base/error.h"
#include "core/domain/dossier.h"
#include "core/domain/page.h"
#include "core/store/page_repository.h"
#include "core/store/sql.h"

#include <initializer_list>
#include <vector>

namespace sohoa {

class Database;

/// Runs "SELECT <columns of a page> FROM page <rest>". `rest` must be a literal.
Result<std::vector<Page>> readPages(Database &database, PageDetail detail, const char *rest,
                                    std::initializer_list<SqlValue> values);

/// Ids of a dossier's pages by position.
Result<std::vector<PageId>> pageOrder(Database &database, const DossierId &dossier);
/// Makes `pages` the dossier's pages 0, 1, 2 …; takes them from where they were (which closes up), and lets go of
/// those no longer named. Inside a transaction. ValueInvalid for a page named twice, NotFound for an unknown one,
/// StateForbids when one of the dossiers concerned can no longer be edited.
Result<void> writePageOrder(Database &database, const DossierId &dossier, const std::vector<PageId> &pages);

/// The dossier's state. NotFound (args: what, id).
Result<DossierState> stateOf(Database &database, const DossierId &dossier);
/// StateForbids (args: state, action) unless the dossier is a draft or in review.
Result<void> requireEditable(Database &database, const DossierId &dossier, const QString &action);

} // namespace sohoa
