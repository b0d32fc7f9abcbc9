// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workflow/station_types.h"

#include <QDialog>

class QLineEdit;
class QPlainTextEdit;

namespace sohoa::ui {

/// What stands on the batch's sheet beside its name and count: agency, operator, box or shelf, a note.
/// Window-modal; accepted() means that the sheet is to be taken.
class BatchSheetDialog final : public QDialog {
    Q_OBJECT
public:
    /// `usual` fills in what an empty value means: the station's agency and operator.
    BatchSheetDialog(const QString &batchName, const BatchDetails &sheet, const BatchDetails &usual,
                     QWidget *parent = nullptr);

    /// Expected pages as they were given.
    BatchDetails sheet() const;

private:
    BatchDetails m_before;
    QLineEdit *m_agency;
    QLineEdit *m_operator;
    QLineEdit *m_place;
    QPlainTextEdit *m_note;
};

} // namespace sohoa::ui
