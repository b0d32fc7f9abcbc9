// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/validity.h"

#include <QWidget>

class QComboBox;
class QLabel;
class QLineEdit;
class QSpinBox;
class QStackedWidget;

namespace sohoa::ui {

/// How long the result is in force: without end, until a date, some months, until an event; or no longer.
class ValidityEditor final : public QWidget {
    Q_OBJECT
public:
    explicit ValidityEditor(QWidget *parent = nullptr);

    void setValidity(const Validity &validity);
    void setEditable(bool editable);
    /// To put the caret here, and for the buddy of a label.
    QWidget *focusTarget() const;

Q_SIGNALS:
    /// In the words of parseValidity(). Only whole ones: a date that is none is not told.
    void changed(const QString &text);

private:
    /// Empty while what it needs is missing.
    QString text() const;
    void choose();
    void give();

    QComboBox *m_kind;
    QStackedWidget *m_details;
    QLineEdit *m_until;
    QSpinBox *m_months;
    QLineEdit *m_event;
    QLabel *m_outcome;
    QString m_known; ///< What was set or told last.
};

} // namespace sohoa::ui
