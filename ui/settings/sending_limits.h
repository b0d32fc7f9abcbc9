// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workflow/station_types.h"

#include <QWidget>

class QCheckBox;
class QSpinBox;
class QTimeEdit;

namespace sohoa::ui {

class Desk;

/// When dossiers may be sent and how much of the line that may take. What is set takes effect at once.
class SendingLimits final : public QWidget {
    Q_OBJECT
public:
    explicit SendingLimits(Desk &desk, QWidget *parent = nullptr);

    /// Shows what the store says.
    void read();

private:
    void show(const SyncSettings &settings);
    void save();

    Desk &m_desk;
    SyncSettings m_settings;
    QCheckBox *m_hasHours;
    QTimeEdit *m_from;
    QTimeEdit *m_until;
    QCheckBox *m_hasLimit;
    QSpinBox *m_limit;
    bool m_showing = false;
};

} // namespace sohoa::ui
