// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/review/review_history.h"

#include <QUndoCommand>

#include <algorithm>

namespace sohoa::ui {

namespace {

constexpr int longestHistory = 200; ///< Steps; a snapshot of a large dossier is some 100 KB.

struct Change {
    DossierSnapshot before;
    DossierSnapshot after;
};

} // namespace

class ReviewHistory::Step final : public QUndoCommand {
public:
    using Work = std::function<Result<void>(Station &)>;
    Step(ReviewHistory &history, const QString &text, DossierId dossier, Work back, Work again)
        : QUndoCommand(text)
        , m_history(history)
        , m_dossier(dossier)
        , m_back(std::move(back))
        , m_again(std::move(again))
    {
    }
    void undo() override { m_history.run(m_back, m_dossier); }
    void redo() override
    {
        if (std::exchange(m_done, false)) // The stack redoes what is pushed, and this has been done already.
            return;
        m_history.run(m_again, m_dossier);
    }

private:
    ReviewHistory &m_history;
    DossierId m_dossier;
    Work m_back;
    Work m_again;
    bool m_done = true;
};

ReviewHistory::ReviewHistory(Engine &engine, QObject *parent)
    : QObject(parent)
    , m_engine(engine)
{
    m_stack.setUndoLimit(longestHistory);
}

void ReviewHistory::perform(const QString &text, std::vector<DossierId> touched,
                            std::function<Result<std::vector<DossierId>>(Station &)> work,
                            std::function<void(const Result<void> &)> then)
{
    const DossierId shown = touched.front();
    m_engine.ask(
        this,
        [touched = std::move(touched), work = std::move(work)](Station &station) -> Result<Change> {
            auto before = station.snapshot(touched);
            if (!before)
                return fail(before.error());
            const auto made = work(station);
            if (!made)
                return fail(made.error());
            std::vector<DossierId> all = touched;
            for (const DossierId &id : *made)
                if (std::ranges::find(all, id) == all.end())
                    all.push_back(id);
            auto after = station.snapshot(all);
            if (!after)
                return fail(after.error());
            return Change{std::move(*before), std::move(*after)};
        },
        [this, text, shown, then = std::move(then)](Result<Change> change) {
            if (!change) {
                then(fail(change.error()));
                return;
            }
            const auto kept = std::make_shared<const Change>(std::move(*change));
            remember(
                text, shown, [kept](Station &station) { return station.restore(kept->after, kept->before); },
                [kept](Station &station) { return station.restore(kept->before, kept->after); });
            then({});
        });
}

void ReviewHistory::remember(const QString &text, const DossierId &dossier,
                             std::function<Result<void>(Station &)> back,
                             std::function<Result<void>(Station &)> again)
{
    m_stack.push(new Step(*this, text, dossier, std::move(back), std::move(again)));
}

void ReviewHistory::clear()
{
    m_stack.clear();
}

void ReviewHistory::run(const std::function<Result<void>(Station &)> &work, const DossierId &dossier)
{
    m_engine.ask(
        this, [work](Station &station) { return work(station); },
        [this, dossier](const Result<void> &done) {
            if (!done) {
                m_stack.clear();
                Q_EMIT failed(done.error());
            }
            Q_EMIT stepped(dossier);
        });
}

} // namespace sohoa::ui
