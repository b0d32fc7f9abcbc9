// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workflow/station_types.h"

#include <QWidget>

class QLabel;
class QPushButton;

namespace sohoa::ui {

class Desk;

/// The folder that a copier scans to: set up here, watched into the batch that is open, and shown with what came.
/// It is watched again at the next start, until somebody stops it.
class FolderWatch final : public QWidget {
    Q_OBJECT
public:
    explicit FolderWatch(Desk &desk, QWidget *parent = nullptr);

    bool isWatching() const { return !m_folder.isEmpty(); }

private:
    void choose();
    void start(const QString &folder);
    void stop();
    /// Once the store is open and its batches are known.
    void takeUp();
    void show();

    Desk &m_desk;
    QPushButton *m_button;
    QLabel *m_state;
    QString m_folder;
    BatchId m_batch;
    int m_taken = 0;
    int m_failed = 0;
    bool m_takenUp = false;
};

} // namespace sohoa::ui
