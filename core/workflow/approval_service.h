// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/package/package_writer.h"
#include "core/workflow/dossier_service.h"
#include "core/workflow/station_context.h"

namespace sohoa {

/// Turns a checked dossier into its PDFs and its package, and back into one in review. Errors as Station says.
class ApprovalService {
public:
    ApprovalService(StationContext &context, DossierService &dossiers)
        : m_context(context)
        , m_dossiers(dossiers)
    {
    }

    Result<void> approve(const DossierId &id, const QMap<QString, QString> &overrides);
    Result<void> reopen(const DossierId &id);
    Result<QStringList> exportTo(const DossierId &id, const QString &folder);

private:
    Result<void> setOverrides(const DossierId &id, const QMap<QString, QString> &overrides);
    /// One PDF a document into `folder`; what was written.
    Result<std::vector<PackageDocument>> writeDocuments(const Dossier &dossier, const std::vector<Page> &pages,
                                                        const QString &folder, Instant created) const;
    PackageInput packageInput(const Dossier &dossier, std::vector<Page> pages,
                              std::vector<PackageDocument> documents, const DossierCheck &check,
                              const PackageId &package, Instant approvedAt);

    StationContext &m_context;
    DossierService &m_dossiers;
};

} // namespace sohoa
