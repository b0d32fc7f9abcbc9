// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/scan/scan_guide.h"

#include "ui/errors/sentences.h"
#include "ui/models/page_list_model.h"
#include "ui/scan/intake.h"
#include "ui/shell/desk.h"

#include <utility>

namespace sohoa::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr size_t lastPages = 2;

/// The pages of the batch that were fed last and stay, oldest first.
Result<std::vector<PageRow>> lastRows(Station &station, const BatchId &batch)
{
    auto pages = station.pagesOfBatch(batch);
    if (!pages)
        return fail(pages.error());
    std::erase_if(*pages, [](const Page &page) { return page.excluded; });
    std::vector<PageRow> rows;
    for (size_t i = pages->size() - std::min(lastPages, pages->size()); i < pages->size(); ++i)
        rows.push_back(pageRow(station, (*pages)[i]));
    return rows;
}

} // namespace

ScanGuide::ScanGuide(Desk &desk, Intake &intake, ScanPrompt &prompt, QObject *parent)
    : QObject(parent)
    , m_desk(desk)
    , m_intake(intake)
    , m_prompt(prompt)
{
    connect(&intake, &Intake::changed, this, &ScanGuide::follow);
    connect(&intake, &Intake::ended, this, &ScanGuide::ended);
}

void ScanGuide::follow()
{
    switch (m_intake.state()) {
    case Intake::State::AwaitingFlip:
        if (!std::exchange(m_asking, true))
            askForFlip();
        break;
    case Intake::State::AwaitingPage:
        if (!std::exchange(m_asking, true))
            askForPage();
        break;
    case Intake::State::Idle:
        m_asking = false; // What is said after the end stays until the next stack.
        break;
    default:
        m_asking = false;
        m_refed.clear();
        m_prompt.clear();
    }
}

void ScanGuide::askForFlip()
{
    ScanPrompt::Content content;
    content.title = tr("Turn the stack over");
    content.text =
        tr("%n front(s) are in. Take the stack out as it lies, turn it over as a whole, last sheet on top, "
           "blank or not, and put it back into the feeder.",
           nullptr, m_intake.awaitedAfter());
    content.picture = u"flip-stack"_s;
    content.actions = {{tr("Turned over: scan the backs"), [this] { m_intake.goOn(); }},
                       {tr("Later"), [this] { m_intake.finishAwaited(); }}};
    m_prompt.show(content);
}

void ScanGuide::askForPage()
{
    ScanPrompt::Content content;
    content.title = tr("Another page?");
    content.text =
        tr("%n page(s) from the glass so far. Lay the next one on it.", nullptr, m_intake.awaitedAfter());
    content.picture = u"next-page"_s;
    content.actions = {{tr("Scan the next page"), [this] { m_intake.goOn(); }},
                       {tr("That was the last"), [this] { m_intake.finishAwaited(); }}};
    m_prompt.show(content);
}

void ScanGuide::ended(const IntakeSummary &summary)
{
    m_asking = false;
    m_prompt.clear();
    m_refed = summary.refed;
    const bool waitsForBacks = summary.stack && summary.stack->state == StackState::Flip;
    if (waitsForBacks) {
        offerStack(*summary.stack);
    } else if (summary.error && summary.stack && summary.stack->ledger.stored > 0) {
        ScanPrompt::Content content;
        content.title = tr("The last pages that are safe");
        content.text = tr("Look at the top of the stack: the sheet behind these is the next one.");
        showLastPages(summary.batch, content);
    } else {
        askAboutNextRefed();
    }
}

void ScanGuide::showLastPages(const BatchId &batch, ScanPrompt::Content content)
{
    m_desk.engine().ask(
        this, [batch](Station &station) { return lastRows(station, batch); },
        [this, content = std::move(content)](const Result<std::vector<PageRow>> &rows) mutable {
            if (!rows || m_intake.isRunning())
                return;
            for (const PageRow &row : *rows) {
                content.pages.push_back(row.picture);
                content.captions.append(tr("page %1").arg(row.number));
            }
            m_prompt.show(content);
        });
}

void ScanGuide::askAboutNextRefed()
{
    if (m_refed.empty() || m_intake.isRunning())
        return;
    const RefedPage refed = m_refed.front();
    m_refed.erase(m_refed.begin());
    m_desk.engine().ask(
        this,
        [refed](Station &station) -> Result<std::pair<PageRow, PageRow>> {
            const auto before = station.page(refed.like);
            const auto now = station.page(refed.page);
            if (!before || !now)
                return fail(!before ? before.error() : now.error());
            return std::pair(pageRow(station, *before), pageRow(station, *now));
        },
        [this, refed](const Result<std::pair<PageRow, PageRow>> &pair) {
            if (!pair || m_intake.isRunning())
                return;
            ScanPrompt::Content content;
            content.title = tr("Is sheet %1 in there twice?").arg(refed.sheet);
            content.text =
                tr("Pages %1 and %2 look the same: after the fault the sheet may have been put back although "
                   "it had been scanned.")
                    .arg(pair->first.number)
                    .arg(pair->second.number);
            content.pages = {pair->first.picture, pair->second.picture};
            content.captions = {tr("page %1").arg(pair->first.number), tr("page %1").arg(pair->second.number)};
            content.actions = {{tr("Twice: leave the second out"), [this, refed] { settleRefed(refed, true); }},
                               {tr("Both are right"), [this, refed] { settleRefed(refed, false); }}};
            m_prompt.show(content);
        });
}

void ScanGuide::settleRefed(const RefedPage &refed, bool twice)
{
    m_prompt.clear();
    m_desk.engine().ask(
        this,
        [page = refed.page, twice](Station &station) {
            return twice ? station.excludePage(page) : station.confirmPage(page);
        },
        [this](const Result<void> &done) {
            if (!done)
                m_desk.report(done.error());
            askAboutNextRefed();
        });
}

void ScanGuide::lookForOpenStack(const BatchId &batch)
{
    if (m_intake.isRunning() || batch.isNull())
        return;
    m_desk.engine().ask(
        this, [batch](Station &station) { return station.openStack(batch); },
        [this, batch](const Result<std::optional<StackRun>> &stack) {
            if (m_intake.isRunning() || batch != m_desk.batch())
                return;
            if (stack && *stack)
                offerStack(**stack);
            else
                m_prompt.clear();
        });
}

void ScanGuide::offerStack(const StackRun &stack)
{
    ScanPrompt::Content content;
    const std::vector<ScanPrompt::Action> actions{
        {stack.state == StackState::Flip ? tr("Scan the backs") : tr("Go on with the stack"),
         [this, stack] { Q_EMIT resumeWanted(stack); }},
        {stack.state == StackState::Flip ? tr("There are no backs") : tr("It is done as it is"),
         [this, batch = stack.batch] { giveUp(batch); }}};
    content.actions = actions;
    if (stack.state == StackState::Flip) {
        content.title = tr("The backs are still to be scanned");
        content.text =
            tr("%n front(s) are in. Turn the stack over as a whole, last sheet on top, and put it into the "
               "feeder.",
               nullptr, stack.ledger.stored);
        content.picture = u"flip-stack"_s;
        m_prompt.show(content);
        return;
    }
    content.title = tr("A stack was not finished");
    content.text =
        tr("Scanning stopped before sheet %1. These pages are safe; put the stack back from sheet %1 on.")
            .arg(stack.nextSheet);
    showLastPages(stack.batch, std::move(content));
}

void ScanGuide::giveUp(const BatchId &batch)
{
    m_prompt.clear();
    m_desk.engine().ask(
        this, [batch](Station &station) { return station.giveUpStack(batch); },
        [this](const Result<void> &given) {
            if (!given)
                m_desk.report(given.error());
        });
}

} // namespace sohoa::ui
