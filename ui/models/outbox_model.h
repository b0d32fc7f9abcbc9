// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workflow/station_types.h"

#include <QAbstractTableModel>

#include <vector>

namespace sohoa::ui {

/// Dossiers on their way out: approved ones, and what the outbox says of those that were queued.
class OutboxModel final : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column { TitleColumn, CodeColumn, ProcedureColumn, BatchColumn, StateColumn, RemarkColumn, ColumnCount };
    enum Role {
        StateRole = Qt::UserRole, ///< DossierState as int.
    };
    using QAbstractTableModel::QAbstractTableModel;

    /// `waiting`: dossiers approved but not queued; those that have a row in `outbox` are not shown twice.
    void reset(std::vector<OutboxRow> outbox, const std::vector<DossierSummary> &waiting);
    const OutboxRow *row(const QModelIndex &index) const;
    QModelIndex indexOf(const DossierId &id) const;
    const std::vector<OutboxRow> &rows() const { return m_rows; }

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    std::vector<OutboxRow> m_rows;
};

/// What there is to say about a package beside its state: how far it is, its receipt, why it stands.
QString outboxRemark(const OutboxRow &row);

} // namespace sohoa::ui
