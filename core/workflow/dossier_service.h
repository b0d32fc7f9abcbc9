// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workflow/reading_service.h"
#include "core/workflow/sorting_service.h"
#include "core/workflow/station_context.h"

#include <functional>

namespace sohoa {

/// The clerk's hand on dossiers in review: tags, cuts, page order. Errors and effects as Station says.
class DossierService {
public:
    DossierService(StationContext &context, ReadingService &reading, SortingService &sorting);

    Result<Dossier> tag(const DossierId &id, const DossierTags &tags);
    Result<DossierId> split(const DossierId &id, const PageId &page);
    Result<void> merge(const DossierId &first, const std::vector<DossierId> &others);
    Result<void> movePage(const PageId &page, const DossierId &to, std::optional<int> position);
    Result<Page> cropPage(const PageId &page, const std::optional<PixelBox> &box);
    Result<Page> rotatePage(const PageId &page, int degrees);
    Result<void> excludePage(const PageId &page, bool excluded);
    Result<DossierCheck> check(const DossierId &id);
    /// The dossier begins where it begins, says the clerk.
    Result<void> confirmBoundary(const DossierId &id);
    /// Overrules a finding of `rule` before anybody approves.
    Result<void> overrule(const DossierId &id, const QString &rule, const QString &reason);
    /// The kind of one paper by the clerk; ValueInvalid for an unknown kind, NotFound for an unknown paper.
    Result<void> setType(const DossierId &id, const DocumentId &document, const QString &typeId);

private:
    /// The page as it stands now, on its way to the helper.
    Result<Page> readAnew(const PageId &id);
    /// The dossier, when it is in review.
    Result<Dossier> editable(const DossierId &id, const QString &action);
    /// Changes a dossier in review in one transaction.
    Result<void> edit(const DossierId &id, const QString &action,
                      const std::function<Result<void>(Dossier &)> &change);
    Result<void> setProcedure(Dossier &dossier, const QString &code) const;
    Result<void> setField(Dossier &dossier, const QString &field, const QString &value,
                          const FieldPlace &place) const;
    void proposeValidityAnew(Dossier &dossier) const;

    StationContext &m_context;
    ReadingService &m_reading;
    SortingService &m_sorting;
};

} // namespace sohoa
