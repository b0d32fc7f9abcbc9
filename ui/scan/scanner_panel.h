// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/scanners/scanners.h"

#include <QWidget>

#include <functional>
#include <map>
#include <vector>

class QCheckBox;
class QComboBox;
class QLabel;
class QPushButton;
class QToolButton;

namespace sohoa::ui {

class Desk;

/// Which scanner, and how: by a profile, or with source, colour, resolution and sides set by hand. What a scanner
/// will do otherwise than the profile says is shown here before a sheet moves.
class ScannerPanel final : public QWidget {
    Q_OBJECT
public:
    explicit ScannerPanel(Desk &desk, QWidget *parent = nullptr);

    /// Looks for scanners anew. Not while scanning.
    void refresh();
    /// A scanner is chosen, its choices are known, and so is what it makes of the profile.
    bool isReady() const { return m_ready; }
    ScanOrder order() const;
    /// Goes on with `then`: at once, or when the clerk has agreed that something of the papers may be missing.
    void agreed(std::function<void()> then);

Q_SIGNALS:
    void readyChanged();

private:
    void showDevices(const std::vector<Device> &devices);
    void describe();
    void showChoices(const ScannerChoices &choices);
    void listProfiles();
    const ScanProfile *profile() const;
    void showOptions();
    void keepProfile(const QString &name, const std::vector<Setting> &settings);
    /// What "both sides" means with this source: the device turns the sheet, or the clerk the stack.
    void adaptDuplex();
    const ScannerChoices *choices() const;
    /// Shows the profile's values in the fields, and asks the scanner what it will make of it.
    void useProfile();
    void showAdjustments(const std::vector<Adjustment> &adjustments);
    void setReady(bool ready);

    Desk &m_desk;
    QComboBox *m_device;
    QToolButton *m_refresh;
    QComboBox *m_profile;
    QComboBox *m_source;
    QComboBox *m_mode;
    QComboBox *m_dpi;
    QCheckBox *m_duplex;
    QCheckBox *m_wait;
    QPushButton *m_options;
    QLabel *m_note;
    std::map<const QWidget *, QLabel *> m_labels;
    std::map<QString, ScannerChoices> m_known;       ///< A scanner is asked once.
    std::vector<StoredProfile> m_profiles;           ///< Their places are the data of `m_profile`.
    std::map<QString, std::vector<Setting>> m_extra; ///< Set by hand among all options, for each scanner.
    std::vector<Adjustment> m_adjustments;           ///< Of the profile chosen, at the scanner chosen.
    bool m_ready = false;
};

} // namespace sohoa::ui
