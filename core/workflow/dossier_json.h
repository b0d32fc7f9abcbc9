// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/catalogue/catalogue.h"
#include "core/domain/dossier.h"
#include "core/domain/page.h"
#include "core/workflow/station_types.h"

#include <QJsonObject>

#include <functional>
#include <vector>

namespace sohoa {

/// The dossier object of the command line (contracts, section 2). "pages" holds what goes into the archive copy;
/// "left_out" the pages that are kept but put aside (blank sides, sheets excluded by the clerk). "documents" lists
/// the papers with their type. `sentence` gives the text of a finding in the user's language.
QJsonObject dossierToJson(const Dossier &dossier, const std::vector<Page> &pages, const DossierCheck &check,
                          const Catalogue &catalogue, const std::function<QString(const Finding &)> &sentence);

QJsonObject findingToJson(const Finding &finding, const std::function<QString(const Finding &)> &sentence);

/// {"value","confidence","page","box","origin"}
QJsonObject fieldToJson(const FieldValue &field);

} // namespace sohoa
