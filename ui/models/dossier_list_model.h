// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workflow/station_types.h"
#include "ui/style/theme.h"

#include <QAbstractListModel>

#include <vector>

namespace sohoa::ui {

/// How a state is coloured; the word stands beside it.
Tone toneOf(DossierState state);

/// The line by which people know a dossier: its owner, else its code, else its place in the batch.
QString dossierTitle(const DossierSummary &dossier);

/// The dossiers of a batch. Changes keep rows in place where they can, so that selections stay.
class DossierListModel final : public QAbstractListModel {
    Q_OBJECT
public:
    enum Role {
        SummaryRole = Qt::UserRole, ///< DossierSummary
    };
    using QAbstractListModel::QAbstractListModel;

    void reset(std::vector<DossierSummary> rows);
    const std::vector<DossierSummary> &rows() const { return m_rows; }
    const DossierSummary *row(const QModelIndex &index) const;
    QModelIndex indexOf(const DossierId &id) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;
    Qt::DropActions supportedDropActions() const override { return Qt::MoveAction; }
    QStringList mimeTypes() const override;
    bool dropMimeData(const QMimeData *data, Qt::DropAction action, int row, int column,
                      const QModelIndex &parent) override;

Q_SIGNALS:
    /// A page of PageListModel was dropped on a dossier that is in review.
    void pageDropped(const sohoa::PageId &page, const sohoa::DossierId &dossier);

private:
    std::vector<DossierSummary> m_rows;
};

} // namespace sohoa::ui

Q_DECLARE_METATYPE(sohoa::DossierSummary)
