// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workflow/station_context.h"

namespace sohoa {

/// The shipped catalogue with the procedures that were imported into this store.
/// Errors: FileUnreadable, CatalogueInvalid; those of the store.
Result<Catalogue> loadCatalogue(const QString &folder, Store &store);

/// Imports procedures from a CSV file into the store and the context's catalogue: all of them, or none. Gives
/// their number. Errors: FileUnreadable (args: path), CatalogueInvalid (args: file, row, column).
Result<int> importProcedures(const QString &path, StationContext &context);

/// Imports any table of the catalogue: which one it is, its columns say. Gives the number of its rows. Errors as
/// above.
Result<int> importCatalogue(const QString &path, StationContext &context);

} // namespace sohoa
