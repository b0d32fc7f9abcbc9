// SPDX-License-Identifier: GPL-3.0-or-later
// The batch sheet of the Scan screen, and the stack that is gone on with.
#include "ui/scan/batch_sheet_dialog.h"
#include "ui/scan/scan_screen.h"
#include "ui/scan/scanner_panel.h"
#include "ui/shell/desk.h"

#include <QComboBox>
#include <QLabel>
#include <QSpinBox>

namespace sohoa::ui {

using namespace Qt::StringLiterals;

void ScanScreen::showSheet()
{
    const BatchSummary *current = m_desk.currentBatch();
    if (!current || current->batch.id == m_sheetOf)
        return; // What is being typed for this batch is not overwritten.
    m_sheetOf = current->batch.id;
    const Batch &batch = current->batch;
    m_sheet = {batch.agency, batch.place, batch.note, batch.expectedPages, batch.operatorName};
    m_expected->setValue(batch.expectedPages.value_or(0));
    showSheetLine();
}

void ScanScreen::showSheetLine()
{
    QStringList parts;
    for (const QString &part : {m_sheet.place, m_sheet.operatorName, m_sheet.note})
        if (!part.isEmpty())
            parts.append(part.simplified());
    m_sheetLine->setText(parts.join(u" · "_s));
    m_sheetLine->setToolTip(m_sheetLine->text());
}

void ScanScreen::editSheet()
{
    const StationConfig &config = m_desk.engine().config();
    BatchDetails usual;
    usual.agency = config.agency;
    usual.operatorName = config.actor;
    auto *dialog = new BatchSheetDialog(m_batchName->currentText().trimmed(), m_sheet, usual, this);
    connect(dialog, &QDialog::accepted, this, [this, dialog] {
        m_sheet = dialog->sheet();
        showSheetLine();
        saveSheet();
    });
    dialog->open();
}

void ScanScreen::saveSheet()
{
    const BatchSummary *current = m_desk.currentBatch();
    // A name that is no batch yet gets its sheet when it becomes one.
    if (!current || current->batch.state != BatchState::Open ||
        current->batch.name != m_batchName->currentText().trimmed())
        return;
    BatchDetails sheet = m_sheet;
    sheet.expectedPages = m_expected->value() > 0 ? std::optional(m_expected->value()) : std::nullopt;
    m_desk.engine().ask(
        this, [id = current->batch.id, sheet](Station &station) { return station.setBatchSheet(id, sheet); },
        [this](const Result<void> &saved) {
            if (!saved)
                m_desk.report(saved.error());
            m_desk.refreshBatches();
        });
}

void ScanScreen::resumeStack(const StackRun &stack)
{
    const BatchSummary *current = m_desk.currentBatch();
    if (!m_scanner->isReady() || !current || current->batch.id != stack.batch)
        return;
    Intake::Sheet same = sheet();
    same.name = current->batch.name;
    m_intake.resumeStack(m_scanner->order(), same, stack);
}

} // namespace sohoa::ui
