// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/review/dossier_data.h"

#include "core/workflow/station.h"

#include <algorithm>

namespace sohoa::ui {

const PageRow *DossierData::page(const PageId &id) const
{
    const auto found = std::ranges::find(pages, id, &PageRow::id);
    return found == pages.end() ? nullptr : &*found;
}

Result<DossierData> readDossier(Station &station, const DossierId &id)
{
    DossierData data;
    auto dossier = station.dossier(id);
    if (!dossier)
        return fail(dossier.error());
    data.dossier = std::move(*dossier);
    const auto pages = station.pagesOf(id);
    if (!pages)
        return fail(pages.error());
    for (const Page &page : *pages) {
        data.pages.push_back(pageRow(station, page));
        data.pages.back().number = static_cast<int>(data.pages.size());
    }
    auto check = station.check(id);
    if (!check)
        return fail(check.error());
    data.check = std::move(*check);
    if (!data.isEditable())
        return data;
    auto doubts = station.doubtsOfDossier(id);
    if (!doubts)
        return fail(doubts.error());
    data.doubts = std::move(*doubts);
    return data;
}

} // namespace sohoa::ui
