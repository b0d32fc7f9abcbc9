// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workflow/reading_service.h"
#include "core/workflow/station_context.h"

namespace sohoa {

/// Takes dossiers in review from one remembered standing to another, whatever lay between: the one thing behind
/// undo and redo of every correction. Effects and errors as Station says.
class UndoService {
public:
    UndoService(StationContext &context, ReadingService &reading);

    Result<DossierSnapshot> snapshot(const std::vector<DossierId> &ids);
    /// The pages that were turned, and are read anew.
    Result<std::vector<PageId>> restore(const DossierSnapshot &from, const DossierSnapshot &to);

private:
    Result<void> requireUnchanged(const DossierSnapshot &from, const DossierSnapshot &to);
    Result<void> restoreDossiers(const DossierSnapshot &from, const DossierSnapshot &to);
    Result<std::vector<Page>> restorePages(const DossierSnapshot &to);

    StationContext &m_context;
    ReadingService &m_reading;
};

} // namespace sohoa
