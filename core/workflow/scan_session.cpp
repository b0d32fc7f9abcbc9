// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workflow/scan_session.h"

#include "core/workflow/pass_pairing.h"

#include <algorithm>
#include <utility>

namespace sohoa {

using namespace Qt::StringLiterals;

namespace {

/// How many sides are looked at when paper is put back after a fault: nobody puts back more than a few sheets.
constexpr int sidesRemembered = 8;

KeptSide keptSide(const StackSide &side)
{
    return {side.page, side.sheet, side.back, side.sha256, PagePrint::fromBytes(side.print)};
}

} // namespace

ScanSession::ScanSession(StationContext &context, ReadingService &reading, std::unique_ptr<PageSource> source,
                         const ScanWish &wish, const IntakeOptions &options, StackRun run)
    : m_context(context)
    , m_reading(reading)
    , m_wish(wish)
    , m_options(options)
    , m_run(std::move(run))
    , m_intake(std::make_unique<PageIntake>(std::move(source), context.store->spool().folder(), context.clock,
                                            [this](const CapturedSide &side) { return keep(side); }))
{
    m_summary.batch = m_run.batch;
    m_summary.expected = m_run.ledger.expected;
    m_intake->setMasterFormat(options.masters);
    connect(m_intake.get(), &PageIntake::counted, this, [this] {
        count();
        tellProgress();
    });
    connect(m_intake.get(), &PageIntake::frontSeenAgain, this,
            [this](const PageId &front) { m_lastFront = front; });
    connect(m_intake.get(), &PageIntake::paperAwaited, this, &ScanSession::paperAwaited);
    connect(m_intake.get(), &PageIntake::ended, this, &ScanSession::passEnded);
}

ScanSession::~ScanSession() = default;

Result<void> ScanSession::start()
{
    if (m_run.state == StackState::Flip) {
        m_run.pass = 2;
        m_run.nextSheet = 1;
    }
    if (m_run.error == ErrorCode::PassCountsDiffer)
        if (auto repeated = repeatSecondPass(); !repeated)
            return repeated;
    const auto from = place();
    if (!from)
        return fail(from.error());
    // The sheets that are put back lie in the feeder again: they are counted when they come.
    m_run.ledger.fed = m_run.ledger.scanned = m_run.ledger.stored - (from->half ? 1 : 0);
    m_fedBefore = m_scannedBefore = m_run.ledger.fed;
    m_run.state = StackState::Running;
    m_run.error.reset();
    if (auto stored = storeRun(); !stored)
        return stored;
    m_markedHalf = from->half ? std::optional(from->half->page) : std::nullopt;
    m_intake->start(m_wish, *from);
    return {};
}

Result<FeedPlace> ScanSession::place()
{
    FeedPlace place;
    place.nextSheet = m_run.nextSheet;
    const auto sides = m_context.store->stacks().lastSides(m_run.id, m_run.pass, sidesRemembered);
    if (!sides)
        return fail(sides.error());
    for (const StackSide &side : *sides)
        place.recent.push_back(keptSide(side));
    const bool half = m_run.duplex && !place.recent.empty() && !place.recent.back().back &&
                      place.recent.back().sheet == m_run.nextSheet;
    if (half) {
        place.half = place.recent.back();
        place.recent.pop_back();
    }
    return place;
}

Result<void> ScanSession::repeatSecondPass()
{
    m_run.nextSheet = 1;
    Store &store = *m_context.store;
    return store.database().transaction([&]() -> Result<void> {
        const auto backs = store.stacks().sidesOfPass(m_run.id, 2);
        if (!backs)
            return fail(backs.error());
        for (const StackSide &back : *backs) {
            if (auto excluded = store.pages().setExcluded(back.page, true); !excluded)
                return excluded;
            if (auto removed = store.stacks().removeSide(back.page); !removed)
                return removed;
            --m_run.ledger.stored;
        }
        return {};
    });
}

void ScanSession::cancel()
{
    if (m_awaits == Awaits::Nothing) {
        m_intake->cancel();
        return;
    }
    finish();
}

void ScanSession::goOn()
{
    const Awaits awaited = std::exchange(m_awaits, Awaits::Nothing);
    if (awaited == Awaits::Nothing)
        return;
    if (awaited == Awaits::Flip) {
        m_run.pass = 2;
        m_run.nextSheet = 1;
    }
    m_fedBefore = m_run.ledger.fed;
    m_scannedBefore = m_run.ledger.scanned;
    m_run.state = StackState::Running;
    if (auto stored = storeRun(); !stored)
        return conclude(StackState::Stopped, stored.error());
    FeedPlace next;
    next.nextSheet = m_run.nextSheet;
    m_intake->start(m_wish, next);
}

void ScanSession::finish()
{
    const Awaits awaited = std::exchange(m_awaits, Awaits::Nothing);
    if (awaited != Awaits::Nothing)
        conclude(awaited == Awaits::Flip ? StackState::Flip : StackState::Done, std::nullopt);
}

Result<void> ScanSession::keep(const CapturedSide &side)
{
    Page page = side.page;
    const auto stored = m_context.store->database().transaction([&] { return keepRow(side, page); });
    if (!stored)
        return stored;
    const bool first = m_summary.pages.empty();
    m_summary.pages.push_back(page.id);
    if (side.finding.kind == RefedWatch::Kind::Refed)
        m_summary.refed.push_back({page.id, side.finding.like->page, side.sheet});
    if (!side.back)
        m_lastFront = page.id;
    m_reading.read(page, first ? Urgency::FirstPage : Urgency::Normal);
    Q_EMIT pageCaptured(page);
    tellProgress();
    return {};
}

Result<void> ScanSession::keepRow(const CapturedSide &side, Page &page)
{
    Store &store = *m_context.store;
    page.batch = m_run.batch;
    page.dossier = m_run.dossier;
    auto appended = store.pages().append(page);
    if (!appended)
        return fail(appended.error());
    page = *appended;
    const StackSide row{page.id, m_run.pass, side.sheet, side.back, side.print.toBytes(), {}};
    if (auto added = store.stacks().addSide(m_run.id, row); !added)
        return added;
    if (auto settled = settleHalf(side); !settled)
        return settled;
    count();
    ++m_run.ledger.stored;
    m_run.nextSheet = m_intake->nextSheet();
    m_run.duplex = m_run.duplex || m_intake->isDuplex();
    return storeRun();
}

Result<void> ScanSession::settleHalf(const CapturedSide &side)
{
    Store &store = *m_context.store;
    if (side.finding.kind == RefedWatch::Kind::FrontAnew) {
        const PageId old = side.finding.like->page;
        m_markedHalf.reset();
        if (auto excluded = store.pages().setExcluded(old, true); !excluded)
            return excluded;
        --m_run.ledger.stored;
        return store.stacks().removeSide(old);
    }
    if (!side.back || !m_markedHalf || m_lastFront != m_markedHalf)
        return {};
    m_summary.halfSheetMended = true;
    const auto front = store.pages().find(*m_markedHalf, PageDetail::Light);
    if (!front)
        return fail(front.error());
    QStringList reasons = front->suspect;
    reasons.removeAll(u"half-sheet"_s);
    m_markedHalf.reset();
    return store.pages().setSuspect(front->id, reasons);
}

void ScanSession::passEnded(std::optional<Error> error)
{
    count();
    m_run.nextSheet = m_intake->nextSheet();
    m_run.duplex = m_run.duplex || m_intake->isDuplex();
    // Resumed behind the last sheet: what there was to feed had been fed.
    const bool nothingMissing = m_summary.expected && m_run.ledger.stored >= *m_summary.expected;
    if (error && error->code == ErrorCode::FeederEmpty && nothingMissing && !m_markedHalf)
        error.reset();
    if (error) {
        if (auto marked = markHalf(); !marked)
            error = marked.error();
        return conclude(StackState::Stopped, std::move(error));
    }
    if (m_options.pageByPage) {
        m_awaits = Awaits::Page;
        Q_EMIT pageAwaited(static_cast<int>(m_summary.pages.size()));
        return;
    }
    if (m_run.twoPass && m_run.pass == 1) {
        m_run.state = StackState::Flip;
        if (auto stored = storeRun(); !stored)
            return conclude(StackState::Stopped, stored.error());
        m_awaits = Awaits::Flip;
        Q_EMIT flipAwaited(m_run.ledger.stored);
        return;
    }
    if (m_run.twoPass)
        if (auto paired = pairPasses(*m_context.store, m_run); !paired)
            return conclude(StackState::Stopped, paired.error());
    // An empty feeder before all is there may be a driver's word for a fault: the stack can be gone on with.
    const bool missing = m_summary.expected && m_run.ledger.stored < *m_summary.expected;
    conclude(missing ? StackState::Stopped : StackState::Done, std::nullopt);
}

Result<void> ScanSession::markHalf()
{
    if (!m_intake->hasHalfSheet() || !m_lastFront)
        return {};
    const auto front = m_context.store->pages().find(*m_lastFront, PageDetail::Light);
    if (!front)
        return fail(front.error());
    QStringList reasons = front->suspect;
    if (!reasons.contains(u"half-sheet"_s))
        reasons.append(u"half-sheet"_s);
    return m_context.store->pages().setSuspect(front->id, reasons);
}

void ScanSession::conclude(StackState state, std::optional<Error> error)
{
    m_run.state = state;
    m_run.error = error ? std::optional(error->code) : std::nullopt;
    if (auto stored = storeRun(); !stored && !error)
        error = stored.error();
    m_summary.error = std::move(error);
    // The rows are asked: what this object believes to have stored is no witness.
    if (const auto run = m_context.store->stacks().find(m_run.id))
        m_run.ledger.stored = run->ledger.stored;
    m_summary.stack = m_run;
    Q_EMIT ended(m_summary);
}

Result<void> ScanSession::storeRun()
{
    return m_context.store->stacks().update(m_run);
}

void ScanSession::count()
{
    m_run.ledger.fed = m_fedBefore + m_intake->fed();
    m_run.ledger.scanned = m_scannedBefore + m_intake->scanned();
}

void ScanSession::tellProgress()
{
    IntakeProgress now;
    now.captured = static_cast<int>(m_summary.pages.size());
    now.total = m_run.ledger.expected;
    now.read = static_cast<int>(std::count_if(m_summary.pages.begin(), m_summary.pages.end(),
                                              [this](const PageId &page) { return !m_reading.isReading(page); }));
    now.ledger = m_run.ledger;
    Q_EMIT progress(now);
}

} // namespace sohoa
