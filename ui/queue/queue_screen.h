// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/outbox_model.h"

#include <QMap>
#include <QTimer>
#include <QWidget>

#include <optional>

class QComboBox;
class QLabel;
class QProgressBar;
class QPushButton;
class QTableView;

namespace sohoa::ui {

class Desk;

/// Hàng chờ: what is approved, queued, on its way, accepted or rejected; and the buttons that move it on.
class QueueScreen final : public QWidget {
    Q_OBJECT
public:
    explicit QueueScreen(Desk &desk, QWidget *parent = nullptr);

    const OutboxModel &model() const { return m_model; }
    bool isSending() const { return m_sending; }
    void focusList();
    /// Anew, and `choose` of them.
    void readTargets(const QString &choose = {});

Q_SIGNALS:
    /// A rejected dossier, open again as a new revision, is to be put right: this field, when the repository named
    /// one.
    void dossierActivated(const sohoa::BatchId &batch, const sohoa::DossierId &dossier, const QString &field);

private:
    QWidget *makeFigures();
    QWidget *makeTable();
    QWidget *makeActions();
    void readLater();
    void readAll();
    void showCounts();
    void showSelected();
    void adapt();
    void addTarget();
    void closeBatch();
    void queue();
    void sign();
    void send();
    void pause();
    void retrySelected();
    void putRight();
    const OutboxRow *selected() const;

    Desk &m_desk;
    OutboxModel m_model;
    QMap<DossierState, QLabel *> m_figures;
    QTableView *m_table;
    QLabel *m_detail;
    QPushButton *m_retry;
    QPushButton *m_open;
    QComboBox *m_target;
    QLabel *m_targetPlace;
    QLabel *m_batch;
    QPushButton *m_close;
    QPushButton *m_queue;
    QPushButton *m_sign;
    QPushButton *m_send;
    QPushButton *m_pause;
    QProgressBar *m_progress;
    QLabel *m_outcome;
    QTimer m_refresh;
    SyncStatus m_status;
    bool m_sending = false;
};

} // namespace sohoa::ui
