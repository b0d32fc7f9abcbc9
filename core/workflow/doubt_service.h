// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/recognition/doubts.h"
#include "core/workflow/dossier_service.h"
#include "core/workflow/station_context.h"

namespace sohoa {

/// What is worth a human look in a batch, and the answers to it. Errors and effects as Station says.
class DoubtService {
public:
    DoubtService(StationContext &context, DossierService &dossiers)
        : m_context(context)
        , m_dossiers(dossiers)
    {
    }

    Result<std::vector<Doubt>> doubts(const BatchId &batch);
    Result<std::vector<Doubt>> doubtsOfDossier(const DossierId &id);
    Result<void> settle(const Doubt &doubt, const QString &answer);

private:
    Result<std::vector<Doubt>> doubtsOfDossier(const DossierId &id, int usualPages);
    Result<void> settleBoundary(const Doubt &doubt, const QString &answer);
    Result<void> settleSeparator(const Doubt &doubt, const QString &answer);
    Result<void> settleType(const Doubt &doubt, const QString &answer);

    StationContext &m_context;
    DossierService &m_dossiers;
};

} // namespace sohoa
