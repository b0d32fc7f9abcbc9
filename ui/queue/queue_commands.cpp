// SPDX-License-Identifier: GPL-3.0-or-later
// What moves dossiers on; what is shown of them is in queue_screen.cpp.
#include "ui/queue/queue_screen.h"
#include "ui/settings/preferences.h"
#include "ui/shell/desk.h"
#include "ui/signing/signing_dialog.h"

#include <QComboBox>

namespace sohoa::ui {

using namespace Qt::StringLiterals;

void QueueScreen::addTarget()
{
    m_desk.asker().target(this, [this](const TargetSettings &target) {
        m_desk.engine().ask(
            this, [target](Station &station) { return station.addTarget(target); },
            [this, target](const Result<void> &added) {
                if (!added)
                    m_desk.report(added.error(), [this] { addTarget(); });
                readTargets(target.name);
            });
    });
}

void QueueScreen::closeBatch()
{
    const BatchSummary *batch = m_desk.currentBatch();
    if (!batch)
        return;
    const int open = batch->dossiers.value(DossierState::Review) + batch->dossiers.value(DossierState::Draft);
    const auto close = [this, id = batch->batch.id] {
        m_desk.engine().ask(
            this, [id](Station &station) { return station.closeBatch(id); },
            [this](const Result<void> &closed) {
                if (!closed)
                    m_desk.report(closed.error());
                m_desk.refreshBatches();
                readAll();
            });
    };
    if (open == 0)
        close();
    else
        m_desk.asker().confirm(
            this,
            tr("%n dossier(s) of this batch are still to be reviewed. Close it nevertheless? They "
               "can be approved and queued later.",
               nullptr, open),
            tr("Close the batch"), close);
}

void QueueScreen::queue()
{
    m_desk.engine().ask(
        this, [](Station &station) { return station.queueApproved(); },
        [this](const Result<int> &queued) {
            if (!queued)
                m_desk.report(queued.error());
            m_desk.refreshBatches();
            readAll();
        });
}

void QueueScreen::sign()
{
    std::vector<DossierSummary> approved;
    for (const OutboxRow &row : m_model.rows())
        if (row.dossier.state == DossierState::Approved)
            approved.push_back(row.dossier);
    auto *dialog = new SigningDialog(m_desk.engine(), approved, preferencesFile(), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

void QueueScreen::send()
{
    const QString target = m_target->currentText();
    const bool stop = m_sending;
    m_desk.clearReport();
    m_desk.engine().ask(
        this,
        [target, stop](Station &station) -> Result<void> {
            if (!stop)
                return station.startSync({.target = target, .awaitHours = true});
            station.stopSync();
            return {};
        },
        [this](const Result<void> &done) {
            if (!done)
                m_desk.report(done.error());
            readAll();
        });
}

void QueueScreen::pause()
{
    const bool paused = m_status.phase == SyncPhase::Paused;
    m_desk.engine().ask(
        this,
        [paused](Station &station) -> Result<void> {
            paused ? station.resumeSync() : station.pauseSync();
            return {};
        },
        [this](const Result<void> &done) {
            if (!done)
                m_desk.report(done.error());
            readAll();
        });
}

void QueueScreen::putRight()
{
    const OutboxRow *row = selected();
    if (!row || row->dossier.state != DossierState::Rejected)
        return;
    m_desk.engine().ask(
        this, [id = row->dossier.id](Station &station) { return station.reopen(id); },
        [this, row = *row](const Result<void> &reopened) {
            if (!reopened)
                m_desk.report(reopened.error());
            else
                Q_EMIT dossierActivated(row.dossier.batch, row.dossier.id, row.reasonField);
        });
}

void QueueScreen::retrySelected()
{
    const OutboxRow *row = selected();
    if (!row)
        return;
    m_desk.engine().ask(
        this, [id = row->dossier.id](Station &station) { return station.retry(id); },
        [this](const Result<void> &done) {
            if (!done)
                m_desk.report(done.error());
            readAll();
        });
}

} // namespace sohoa::ui
