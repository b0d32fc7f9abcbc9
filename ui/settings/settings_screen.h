// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/report/campaign.h"
#include "core/workflow/station_types.h"
#include "ui/settings/preferences.h"

#include <QWidget>

class QCheckBox;
class QComboBox;
class QDateEdit;
class QDoubleSpinBox;
class QFormLayout;
class QGridLayout;
class QLabel;
class QLineEdit;
class QListWidget;
class QPushButton;
class QSpinBox;

namespace sohoa::ui {

class Desk;
class SendingLimits;

/// Cài đặt: everything that can be set without editing a file. What is set takes effect at once; what cannot be is
/// told beside the field.
class SettingsScreen final : public QWidget {
    Q_OBJECT
public:
    SettingsScreen(Desk &desk, const Preferences &preferences, QWidget *parent = nullptr);

    void focusFirst();
    /// The language cannot change while pages come in.
    void setLanguageFixed(bool isFixed);

Q_SIGNALS:
    void preferencesChanged(const sohoa::ui::Preferences &preferences);
    void practiceWanted();
    void targetsChanged();

private:
    QWidget *makeDesk();
    QWidget *makeCampaign();
    QWidget *makeAppearance();
    QWidget *makeTargets();
    QWidget *makeCatalogue();
    QWidget *makeCare();
    void readAll();
    void readTargets();
    void showCampaign(const Campaign &campaign);
    void saveDesk();
    void saveCampaign();
    void importTotals();
    void importProcedures();
    void addTarget();
    void removeTarget();
    void checkStore();
    void backUp();
    void givePreferences();

    Desk &m_desk;
    Campaign m_campaign;
    QLineEdit *m_agency;
    QLineEdit *m_operator;
    QLabel *m_deskNote;
    QSpinBox *m_quota;
    QDoubleSpinBox *m_percent;
    QSpinBox *m_total;
    QLabel *m_totalsNote;
    QCheckBox *m_hasDeadline;
    QDateEdit *m_deadline;
    QComboBox *m_language;
    QComboBox *m_theme;
    QListWidget *m_targets;
    QPushButton *m_removeTarget;
    SendingLimits *m_limits;
    QLabel *m_catalogueNote;
    QLabel *m_careNote;
    bool m_showing = false;
};

} // namespace sohoa::ui
