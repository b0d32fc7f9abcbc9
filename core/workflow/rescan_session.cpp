// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workflow/rescan_session.h"

#include <utility>

namespace sohoa {

RescanSession::RescanSession(StationContext &context, ReadingService &reading, std::unique_ptr<PageSource> source,
                             const Page &old)
    : m_context(context)
    , m_reading(reading)
    , m_old(old)
    , m_intake(std::make_unique<PageIntake>(std::move(source), context.store->spool().folder(), context.clock,
                                            [this](const CapturedSide &side) { return keep(side); }))
{
    m_summary.batch = old.batch;
    connect(m_intake.get(), &PageIntake::ended, this, [this](const std::optional<Error> &error) {
        m_summary.error = error;
        Q_EMIT ended(m_summary);
    });
}

RescanSession::~RescanSession() = default;

void RescanSession::start(ScanWish wish, const MasterFormat &masters)
{
    wish.maxPages = 1;
    m_intake->setMasterFormat(masters);
    m_intake->start(wish);
}

void RescanSession::cancel()
{
    m_intake->cancel();
}

Result<void> RescanSession::keep(const CapturedSide &side)
{
    Page page = side.page;
    page.batch = m_old.batch;
    Store &store = *m_context.store;
    const auto stored = store.database().transaction([&]() -> Result<void> {
        // Where it stands now: the clerk may have moved it while the lamp was warming up.
        const auto old = store.pages().find(m_old.id, PageDetail::Light);
        if (!old)
            return fail(old.error());
        auto appended = store.pages().append(page);
        if (!appended)
            return fail(std::move(appended).error());
        page = *appended;
        if (old->dossier)
            if (auto assigned = store.pages().assign(page.id, old->dossier, old->position); !assigned)
                return assigned;
        if (auto excluded = store.pages().setExcluded(old->id, true); !excluded)
            return excluded;
        page.dossier = old->dossier;
        return {};
    });
    if (!stored)
        return stored;
    m_summary.pages.push_back(page.id);
    m_reading.read(page, Urgency::OnScreen);
    Q_EMIT pageCaptured(page);
    return {};
}

} // namespace sohoa
