// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/dossier.h"
#include "core/domain/page.h"
#include "core/store/store.h"

#include <vector>

namespace sohoa {

/// Findings of the rules that look at other dossiers, in the batch and everywhere in the store: CLEAN-01 (dossier
/// code), CLEAN-02 (number, agency, year, kind), CLEAN-05 (first page looks and reads the same), LIVE-05 (a
/// younger result of the same kind for the same person). Each names the other dossier in Finding::other; what the
/// clerk decides is an override with a reason, so it is recorded. Errors: those of the store.
Result<std::vector<Finding>> checkAgainstStore(Store &store, const Dossier &dossier,
                                               const std::vector<Page> &pages);

/// Notes what the first page of a dossier looks like, so that later ones can be compared with it.
Result<void> noteFirstPage(Store &store, const std::vector<Page> &pages);

} // namespace sohoa
