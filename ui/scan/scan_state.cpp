// SPDX-License-Identifier: GPL-3.0-or-later
// What the Scan screen says: the state in words, the ledger, and what can be done now.
#include "ui/scan/scan_screen.h"
#include "ui/scan/scanner_panel.h"
#include "ui/shell/desk.h"
#include "ui/style/theme.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QSpinBox>
#include <QToolButton>

#include <algorithm>

namespace sohoa::ui {

using namespace Qt::StringLiterals;

QString ScanScreen::stateText() const
{
    return m_state->text();
}

void ScanScreen::showState()
{
    const auto &rows = m_pages.rows();
    const int captured = static_cast<int>(rows.size());
    const int read = static_cast<int>(
        std::ranges::count_if(rows, [](const PageRow &row) { return row.state == PageState::Recognized; }));
    const int expected = m_expected->value();
    // Of the stack, not of the batch: before the first one there is nothing to say.
    const int fed = m_intake.ledger().fed;
    m_fed->setText(fed > 0 || m_intake.isRunning() ? QString::number(fed) : u"–"_s);
    m_captured->setText(QString::number(captured));
    m_read->setText(QString::number(read));
    m_awaited->setText(expected > 0 ? QString::number(expected) : u"–"_s);
    m_progress->setRange(0, std::max({1, captured, expected}));
    m_progress->setValue(read);

    const BatchSummary *batch = m_desk.currentBatch();
    const int dossiers = batch ? static_cast<int>(batch->dossiers.value(DossierState::Review) +
                                                  batch->dossiers.value(DossierState::Draft))
                               : 0;
    const auto say = [this](const QString &state, const QString &hint) {
        m_state->setText(state);
        m_hint->setText(hint);
    };
    switch (m_intake.state()) {
    case Intake::State::Starting:
        say(tr("Getting ready…"), tr("The scanner is warming up."));
        break;
    case Intake::State::Scanning:
        say(m_intake.sheetsExpected() > 0
                ? tr("Scanning sheet %1 / %2").arg(m_intake.sheet()).arg(m_intake.sheetsExpected())
                : tr("Scanning sheet %1").arg(m_intake.sheet()),
            tr("Each page is safe as soon as it is shown."));
        break;
    case Intake::State::AwaitingPaper:
        say(tr("Waiting for paper"), tr("Lay the stack into the feeder: scanning begins by itself."));
        break;
    case Intake::State::AwaitingPage:
        say(tr("%n page(s) from the glass", nullptr, m_intake.awaitedAfter()),
            tr("Each page is safe as soon as it is shown."));
        break;
    case Intake::State::AwaitingFlip:
        say(tr("The fronts are in"), tr("The stack is to be turned over now."));
        break;
    case Intake::State::Importing:
        say(tr("Importing: %n page(s) so far", nullptr, m_intake.captured()),
            tr("Each page is safe as soon as it is shown."));
        break;
    case Intake::State::Stopping:
        say(tr("Stopping…"), tr("The pages shown are safe."));
        break;
    case Intake::State::Idle:
        showIdle(captured, read, dossiers);
        break;
    }
    showControls(dossiers);
}

void ScanScreen::showIdle(int captured, int read, int dossiers)
{
    const int expected = m_expected->value();
    const auto say = [this](const QString &state, const QString &hint) {
        m_state->setText(state);
        m_hint->setText(hint);
    };
    if (m_deskDossier.isFinishing())
        say(tr("Reading the last pages…"), tr("The dossier opens by itself."));
    else if (m_oneDossier->isChecked())
        say(m_deskDossier.isEmpty() ? tr("The citizen’s dossier") : tr("Anything else?"),
            m_deskDossier.isEmpty()
                ? tr("Lay the identity card on the glass, or the papers into the feeder, and press F5.")
                : tr("Scan the next paper (F5), or press Done."));
    else if (captured == 0)
        say(tr("Ready"), tr("Put the stack into the feeder and press Scan, or drop pictures and PDFs here."));
    else if (expected > 0 && captured != expected)
        say(captured < expected ? tr("%n page(s) missing", nullptr, expected - captured)
                                : tr("%n page(s) too many", nullptr, captured - expected),
            tr("Counted %1, scanned %2: compare the stack with the pages.").arg(expected).arg(captured));
    else if (read < captured)
        say(tr("Scanned. Reading %n more page(s)…", nullptr, captured - read),
            tr("You can go on scanning or begin to review."));
    else
        say(tr("All %n page(s) read", nullptr, captured), dossiers > 0
                                                              ? tr("%n dossier(s) to review.", nullptr, dossiers)
                                                              : tr("Nothing left to review in this batch."));
}

void ScanScreen::showControls(int dossiers)
{
    const bool running = m_intake.isRunning();
    m_scan->setText(running ? tr("Stop (F5)") : tr("Scan (F5)"));
    m_scan->setEnabled(running ? m_intake.state() != Intake::State::Stopping
                               : m_scanner->isReady() && !m_deskDossier.isFinishing());
    const QColor onButton = palette().color(m_scan->isEnabled() ? QPalette::HighlightedText : QPalette::Dark);
    m_scan->setIcon(icon(running ? u"media-playback-stop"_s : u"document-scan"_s, onButton));
    for (QWidget *control :
         {static_cast<QWidget *>(m_import), static_cast<QWidget *>(m_scanner), static_cast<QWidget *>(m_batchName),
          static_cast<QWidget *>(m_editSheet), static_cast<QWidget *>(m_oneDossier)})
        control->setEnabled(!running);
    const bool atDesk = m_oneDossier->isChecked() && !m_deskDossier.isEmpty();
    m_review->setText(atDesk ? tr("&Done: to the dossier") : tr("Re&view the dossiers"));
    m_review->setVisible(dossiers > 0 || atDesk);
    m_review->setEnabled(!(atDesk && (running || m_deskDossier.isFinishing())));
}

void ScanScreen::goOn()
{
    if (m_oneDossier->isChecked() && !m_deskDossier.isEmpty())
        m_deskDossier.finish();
    else
        Q_EMIT reviewWanted();
}

} // namespace sohoa::ui
