// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/recognition/proposal.h"
#include "core/workflow/station_context.h"

namespace sohoa {

/// Makes dossiers out of the pages of a batch, once all of them are read.
///
/// Separator sheets and blank sides are put aside (excluded, kept, and brought back by the clerk at will): an
/// archive copy has no use for them, and a separator must not open a dossier twice.
class SortingService {
public:
    explicit SortingService(StationContext &context)
        : m_context(context)
    {
    }

    /// Sorts what is in no dossier yet, and proposes for drafts. One transaction. Returns whether anything
    /// changed.
    Result<bool> sort(const BatchId &batch);
    /// A stack goes on: the dossier that its last page ended, if it is in review and no clerk has touched it, is
    /// taken apart again, since its next page may lie on top of the feeder. Returns whether there was one.
    Result<bool> reopenTail(const PageId &lastPage);
    /// Proposes anew after pages came, went or were read again; what the clerk set stays. The dossier as stored.
    Result<Dossier> proposeAnew(const DossierId &id);

private:
    Result<void> makeDossiers(const BatchId &batch, const std::vector<Page> &pages);
    Result<void> useLearned(DossierProposal &proposal);
    Result<void> putAside(const std::vector<Page> &pages);
    Result<void> toReview(Dossier dossier, const std::vector<Page> &pages, const QString &dossierCode,
                          const QString &procedureCode);

    StationContext &m_context;
};

} // namespace sohoa
