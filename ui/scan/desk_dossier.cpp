// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/scan/desk_dossier.h"

#include "core/workflow/station.h"
#include "ui/shell/desk.h"

#include <algorithm>
#include <utility>

namespace sohoa::ui {

namespace {

/// The dossier that holds all of them now; null while one is not sorted yet.
Result<DossierId> joined(Station &station, const std::vector<PageId> &pages)
{
    std::vector<DossierId> dossiers;
    for (const PageId &id : pages) {
        const auto page = station.page(id);
        if (!page)
            return fail(page.error());
        if (page->reading && page->reading->separator)
            continue; // In no dossier, now and later.
        if (page->state != PageState::Recognized || !page->dossier)
            return DossierId();
        if (std::ranges::find(dossiers, *page->dossier) == dossiers.end())
            dossiers.push_back(*page->dossier);
    }
    if (dossiers.size() > 1)
        if (auto merged = station.merge(dossiers.front(), {dossiers.begin() + 1, dossiers.end()}); !merged)
            return fail(merged.error());
    return dossiers.empty() ? DossierId() : dossiers.front();
}

} // namespace

DeskDossier::DeskDossier(Desk &desk, QObject *parent)
    : QObject(parent)
    , m_desk(desk)
{
    connect(&desk.engine(), &Engine::dossiersChanged, this, &DeskDossier::tryToFinish);
    connect(&desk.engine(), &Engine::idle, this, &DeskDossier::tryToFinish);
}

void DeskDossier::add(const std::vector<PageId> &pages)
{
    m_pages.insert(m_pages.end(), pages.begin(), pages.end());
    Q_EMIT changed();
}

void DeskDossier::finish()
{
    m_finishing = !m_pages.empty();
    Q_EMIT changed();
    tryToFinish();
}

void DeskDossier::forget()
{
    m_pages.clear();
    m_finishing = false;
    Q_EMIT changed();
}

void DeskDossier::tryToFinish()
{
    if (!m_finishing || m_asking)
        return;
    m_asking = true;
    m_desk.engine().ask(
        this, [pages = m_pages](Station &station) { return joined(station, pages); },
        [this](const Result<DossierId> &dossier) {
            m_asking = false;
            if (!dossier) {
                m_finishing = false;
                m_desk.report(dossier.error());
                Q_EMIT changed();
                return;
            }
            if (dossier->isNull() || !m_finishing)
                return;
            const PageId first = m_pages.front();
            forget();
            Q_EMIT finished(*dossier, first);
        });
}

} // namespace sohoa::ui
