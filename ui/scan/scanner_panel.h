// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/page_source.h"
#include "ui/scanners/scanners.h"

#include <QWidget>

#include <map>
#include <vector>

class QCheckBox;
class QComboBox;
class QLabel;
class QToolButton;

namespace sohoa::ui {

class Desk;

/// Which scanner, and how: device, source, colour, resolution, both sides.
class ScannerPanel final : public QWidget {
    Q_OBJECT
public:
    explicit ScannerPanel(Desk &desk, QWidget *parent = nullptr);

    /// Looks for scanners anew. Not while scanning.
    void refresh();
    /// A scanner is chosen and its choices are known.
    bool isReady() const { return m_ready; }
    ScanWish wish() const;

Q_SIGNALS:
    void readyChanged();

private:
    void showDevices(const std::vector<Device> &devices);
    void describe();
    void showChoices(const ScannerChoices &choices);
    void setReady(bool ready);

    Desk &m_desk;
    QComboBox *m_device;
    QToolButton *m_refresh;
    QComboBox *m_source;
    QComboBox *m_mode;
    QComboBox *m_dpi;
    QCheckBox *m_duplex;
    QLabel *m_note;
    std::map<QString, ScannerChoices> m_known; ///< A scanner is asked once.
    bool m_ready = false;
};

} // namespace sohoa::ui
