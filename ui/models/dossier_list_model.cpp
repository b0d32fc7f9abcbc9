// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/dossier_list_model.h"

#include "ui/errors/sentences.h"
#include "ui/models/page_list_model.h"

#include <QMimeData>

#include <algorithm>

namespace sohoa::ui {

Tone toneOf(DossierState state)
{
    switch (state) {
    case DossierState::Draft:
        return Tone::Neutral;
    case DossierState::Review:
        return Tone::Info;
    case DossierState::Approved:
    case DossierState::Accepted:
        return Tone::Ok;
    case DossierState::Queued:
    case DossierState::Sent:
        return Tone::Warn;
    case DossierState::Rejected:
        return Tone::Block;
    }
    Q_UNREACHABLE();
}

QString dossierTitle(const DossierSummary &dossier)
{
    if (!dossier.personName.isEmpty())
        return dossier.personName;
    if (!dossier.dossierCode.isEmpty())
        return dossier.dossierCode;
    return DossierListModel::tr("Dossier %1").arg(dossier.position + 1);
}

void DossierListModel::reset(std::vector<DossierSummary> rows)
{
    const bool sameIds = std::ranges::equal(rows, m_rows, {}, &DossierSummary::id, &DossierSummary::id);
    if (!sameIds) {
        beginResetModel();
        m_rows = std::move(rows);
        endResetModel();
        return;
    }
    m_rows = std::move(rows);
    if (!m_rows.empty())
        Q_EMIT dataChanged(index(0), index(rowCount() - 1));
}

const DossierSummary *DossierListModel::row(const QModelIndex &index) const
{
    return index.isValid() ? &m_rows[static_cast<size_t>(index.row())] : nullptr;
}

QModelIndex DossierListModel::indexOf(const DossierId &id) const
{
    const auto found = std::ranges::find(m_rows, id, &DossierSummary::id);
    return found == m_rows.end() ? QModelIndex() : index(static_cast<int>(found - m_rows.begin()));
}

int DossierListModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

QVariant DossierListModel::data(const QModelIndex &index, int role) const
{
    const DossierSummary *dossier = row(index);
    if (!dossier)
        return {};
    switch (role) {
    case SummaryRole:
        return QVariant::fromValue(*dossier);
    case Qt::DisplayRole:
        return dossierTitle(*dossier);
    case Qt::ToolTipRole:
    case Qt::AccessibleTextRole:
        return tr("%1, %2, %n page(s), %3", nullptr, dossier->pages)
            .arg(dossierTitle(*dossier),
                 dossier->procedureName.isEmpty() ? tr("no procedure yet") : dossier->procedureName,
                 stateName(dossier->state));
    default:
        return {};
    }
}

Qt::ItemFlags DossierListModel::flags(const QModelIndex &index) const
{
    const DossierSummary *dossier = row(index);
    const bool takes = dossier && dossier->state == DossierState::Review;
    return QAbstractListModel::flags(index) | (takes ? Qt::ItemIsDropEnabled : Qt::NoItemFlags);
}

QStringList DossierListModel::mimeTypes() const
{
    return {pageMimeType};
}

bool DossierListModel::dropMimeData(const QMimeData *data, Qt::DropAction, int, int, const QModelIndex &parent)
{
    const auto page = draggedPage(data);
    const DossierSummary *dossier = row(parent);
    if (!page || !dossier || dossier->state != DossierState::Review)
        return false;
    Q_EMIT pageDropped(*page, dossier->id);
    return true;
}

} // namespace sohoa::ui
