// SPDX-License-Identifier: GPL-3.0-or-later
/// Dossiers to rows and back, inside this module.
#pragma once

#include "core/base/error.h"
#include "core/domain/dossier.h"

#include <QJsonObject>

namespace sohoa {

class Database;

/// The whole dossier. NotFound (args: what, id).
Result<Dossier> readDossier(Database &database, const DossierId &id);
/// The row of the dossier alone, as a draft of revision 1.
Result<void> insertDossierRow(Database &database, const Dossier &dossier);
/// What update() may change in the row of the dossier.
Result<void> updateDossierRow(Database &database, const Dossier &dossier);
/// Replaces fields, documents and overrides.
Result<void> replaceContents(Database &database, const Dossier &dossier);

/// What a person decided about the dossier: for the audit trail. Machine-made values are not in it: they carry
/// their provenance and can be made again.
QJsonObject decisionsOf(const Dossier &dossier);

} // namespace sohoa
