// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "scanner/api/option_panel.h"
#include "ui/scanners/scanners.h"

#include <QDialog>

#include <vector>

class QLabel;
class QScrollArea;

namespace sohoa::ui {

class Desk;

/// Everything a scanner can be told, built from what its driver offers: a section for each of its groups, a
/// control for each option. What has its place in the profile (source, colour, resolution, paper) is shown and not
/// changed here. After each change the driver is asked again: the value that it took is shown, and what woke up or
/// fell asleep with it.
class OptionsDialog final : public QDialog {
    Q_OBJECT
public:
    /// `order` is what is scanned with; its extra settings are where this begins.
    OptionsDialog(Desk &desk, const ScanOrder &order, QWidget *parent = nullptr);

    /// What was changed, in the driver's words; good when the dialog is accepted.
    std::vector<Setting> settings() const;
    /// The name under which the settings are to be kept as a profile; empty: just for now.
    QString profileName() const { return m_profileName; }
    bool isReady() const { return m_ready; }

private:
    void ask();
    void showOptions(const std::vector<Option> &options);
    QWidget *controlFor(const OptionControl &control);
    QWidget *switchFor(const OptionControl &control);
    QWidget *choiceFor(const OptionControl &control);
    QWidget *numberFor(const OptionControl &control);
    QWidget *textFor(const OptionControl &control);
    void set(const QString &option, const OptionValue &value);
    void saveAsProfile();

    Desk &m_desk;
    ScanOrder m_order;
    std::vector<Setting> m_settings; ///< In the order in which they were made.
    std::vector<Option> m_options;   ///< As the driver answered last.
    QScrollArea *m_area;
    QLabel *m_note;
    QString m_profileName;
    bool m_ready = false;
};

} // namespace sohoa::ui
