// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workflow/station_types.h"

#include <QTimer>
#include <QWidget>

#include <vector>

class QLabel;
class QLineEdit;
class QTreeWidget;

namespace sohoa::ui {

class Desk;

/// Tra cứu: one box; what this station ever made, while one types, with the words around the hit and whether the
/// result is still in force.
class SearchScreen final : public QWidget {
    Q_OBJECT
public:
    explicit SearchScreen(Desk &desk, QWidget *parent = nullptr);
    void focusQuery();

Q_SIGNALS:
    void dossierActivated(const sohoa::BatchId &batch, const sohoa::DossierId &dossier);

private:
    void search();
    void show(std::vector<SearchHit> hits);

    Desk &m_desk;
    QLineEdit *m_query;
    QLabel *m_outcome;
    QTreeWidget *m_list;
    std::vector<SearchHit> m_hits;
    QTimer m_delay;
};

} // namespace sohoa::ui
