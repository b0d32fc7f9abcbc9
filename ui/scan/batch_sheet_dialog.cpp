// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/scan/batch_sheet_dialog.h"

#include "ui/style/theme.h"

#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace sohoa::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int dialogWidth = 460;
constexpr int noteLines = 4;

QLineEdit *makeEdit(const QString &name, const QString &text, const QString &hint)
{
    auto *edit = new QLineEdit(text);
    edit->setObjectName(name);
    edit->setPlaceholderText(hint);
    edit->setCursorPosition(0);
    return edit;
}

} // namespace

BatchSheetDialog::BatchSheetDialog(const QString &batchName, const BatchDetails &sheet, const BatchDetails &usual,
                                   QWidget *parent)
    : QDialog(parent)
    , m_before(sheet)
    , m_agency(makeEdit(u"sheetAgency"_s, sheet.agency, usual.agency))
    , m_operator(makeEdit(u"sheetOperator"_s, sheet.operatorName, usual.operatorName))
    , m_place(makeEdit(u"sheetPlace"_s, sheet.place, tr("where the paper stands")))
    , m_note(new QPlainTextEdit(sheet.note))
{
    setObjectName(u"batchSheet"_s);
    setWindowModality(Qt::WindowModal);
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(batchName.isEmpty() ? tr("Batch sheet") : tr("Batch sheet: %1").arg(batchName));
    setMinimumWidth(dialogWidth);
    m_note->setObjectName(u"sheetNote"_s);
    m_note->setPlaceholderText(tr("what the next one should know"));
    m_note->setTabChangesFocus(true);
    m_note->setFixedHeight(noteLines * m_note->fontMetrics().lineSpacing() + 12);

    auto *layout = new QVBoxLayout(this);
    auto *form = new QFormLayout;
    form->addRow(tr("&Agency"), m_agency);
    form->addRow(tr("&Operator"), m_operator);
    form->addRow(tr("Box or shel&f"), m_place);
    form->addRow(tr("No&te"), m_note);
    layout->addLayout(form);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel);
    setRole(buttons->button(QDialogButtonBox::Ok), "primary");
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    layout->addWidget(buttons);
    m_place->setFocus();
}

BatchDetails BatchSheetDialog::sheet() const
{
    BatchDetails sheet = m_before;
    sheet.agency = m_agency->text().simplified();
    sheet.operatorName = m_operator->text().simplified();
    sheet.place = m_place->text().simplified();
    sheet.note = m_note->toPlainText().trimmed();
    return sheet;
}

} // namespace sohoa::ui
