// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/dossier.h"

#include <QDialog>
#include <QMap>
#include <QString>

#include <vector>

class QComboBox;
class QPushButton;

namespace sohoa::ui {

/// Asks why each warning does not hold. One reason can be given to all.
class ReasonsDialog final : public QDialog {
    Q_OBJECT
public:
    ReasonsDialog(const std::vector<Finding> &warnings, QWidget *parent);
    /// Rule id to reason; complete once accepted.
    QMap<QString, QString> reasons() const;

private:
    void checkComplete();

    struct Line {
        QString rule;
        QComboBox *reason;
    };
    std::vector<Line> m_lines;
    QPushButton *m_approve = nullptr;
};

} // namespace sohoa::ui
