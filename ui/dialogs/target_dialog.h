// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workflow/station_types.h"

#include <QDialog>

class QLineEdit;
class QPushButton;
class QRadioButton;

namespace sohoa::ui {

/// A new target: the repository's address, or a folder or USB stick.
class TargetDialog final : public QDialog {
    Q_OBJECT
public:
    explicit TargetDialog(QWidget *parent);
    TargetSettings target() const;

private:
    void adapt();

    QRadioButton *m_isFolder = nullptr;
    QRadioButton *m_isRepository = nullptr;
    QLineEdit *m_name = nullptr;
    QLineEdit *m_folder = nullptr;
    QLineEdit *m_address = nullptr;
    QLineEdit *m_tokenFile = nullptr;
    QLineEdit *m_caFile = nullptr;
    QPushButton *m_add = nullptr;
};

} // namespace sohoa::ui
