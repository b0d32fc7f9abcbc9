// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workflow/station.h"
#include "ui/engine/engine.h"

#include <QObject>
#include <QUndoStack>

#include <functional>
#include <vector>

namespace sohoa::ui {

/// What the clerk did to dossiers, to be undone and done again. Every correction goes through here.
class ReviewHistory final : public QObject {
    Q_OBJECT
public:
    explicit ReviewHistory(Engine &engine, QObject *parent = nullptr);

    QUndoStack &stack() { return m_stack; }

    /// Does `work` in the engine and remembers how `touched` (and the dossiers that `work` answers with) stood
    /// before and after. `then` gets the error, if any, in this thread. `text` says in the clerk's words what was
    /// done.
    void perform(const QString &text, std::vector<DossierId> touched,
                 std::function<Result<std::vector<DossierId>>(Station &)> work,
                 std::function<void(const Result<void> &)> then);
    /// Something that is taken back by another deed than by restoring: `again` has been done already.
    void remember(const QString &text, const DossierId &dossier, std::function<Result<void>(Station &)> back,
                  std::function<Result<void>(Station &)> again);
    void clear();

Q_SIGNALS:
    /// A step was undone or done again; this dossier shows it.
    void stepped(const sohoa::DossierId &dossier);
    /// The step could not be taken; what was remembered is forgotten, for it no longer fits.
    void failed(const sohoa::Error &error);

private:
    class Step;
    void run(const std::function<Result<void>(Station &)> &work, const DossierId &dossier);

    Engine &m_engine;
    QUndoStack m_stack;
};

} // namespace sohoa::ui
