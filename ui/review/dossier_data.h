// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/recognition/doubts.h"
#include "core/workflow/station_types.h"
#include "ui/models/page_list_model.h"

#include <vector>

namespace sohoa {
class Station;
}

namespace sohoa::ui {

/// Everything that is shown of one dossier, as it was at one moment.
struct DossierData {
    Dossier dossier;
    std::vector<PageRow> pages; ///< In order, numbered within the dossier from 1.
    DossierCheck check;
    std::vector<Doubt> doubts; ///< Of a dossier in review.

    bool isEditable() const { return dossier.state == DossierState::Review; }
    const PageRow *page(const PageId &id) const;
};

/// In the engine's thread. Errors: NotFound and the store's.
Result<DossierData> readDossier(Station &station, const DossierId &id);

} // namespace sohoa::ui
