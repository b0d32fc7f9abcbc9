// SPDX-License-Identifier: GPL-3.0-or-later
/// What a Station is made of; only its own sources see it.
#pragma once

#include "core/workflow/approval_service.h"
#include "core/workflow/dossier_service.h"
#include "core/workflow/doubt_service.h"
#include "core/workflow/handover_service.h"
#include "core/workflow/intake_service.h"
#include "core/workflow/reading_service.h"
#include "core/workflow/signing_service.h"
#include "core/workflow/sorting_service.h"
#include "core/workflow/station.h"
#include "core/workflow/station_context.h"
#include "core/workflow/undo_service.h"
#include "core/workflow/watch_service.h"

#include <utility>

namespace sohoa {

struct Station::Parts {
    Parts(const StationConfig &config, const Clock &clock, std::unique_ptr<Store> store, Catalogue catalogue)
        : context{config, clock, std::move(store), std::move(catalogue)}
        , reading(context)
        , intake(context, reading)
        , watch(context, intake)
        , sorting(context)
        , dossiers(context, reading, sorting)
        , doubts(context, dossiers)
        , undo(context, reading)
        , approval(context, dossiers)
        , signing(context)
        , handover(context)
    {
    }

    StationContext context;
    ReadingService reading;
    IntakeService intake;
    WatchService watch;
    SortingService sorting;
    DossierService dossiers;
    DoubtService doubts;
    UndoService undo;
    ApprovalService approval;
    SigningService signing;
    HandoverService handover;
};

template <class T> Result<T> Station::changed(const BatchId &batch, Result<T> result)
{
    if (result)
        Q_EMIT dossiersChanged(batch);
    return result;
}

} // namespace sohoa
