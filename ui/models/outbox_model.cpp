// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/outbox_model.h"

#include "ui/errors/sentences.h"
#include "ui/models/dossier_list_model.h"
#include "ui/style/theme.h"

#include <QGuiApplication>
#include <QPalette>

#include <algorithm>

namespace sohoa::ui {

using namespace Qt::StringLiterals;

QString outboxRemark(const OutboxRow &row)
{
    if (!row.reasons.isEmpty())
        return row.reasons.join(u"; "_s);
    switch (row.dossier.state) {
    case DossierState::Accepted:
        return row.repositoryId.isEmpty() ? OutboxModel::tr("Receipt is here, hash agrees")
                                          : OutboxModel::tr("Receipt %1").arg(row.repositoryId);
    case DossierState::Sent:
        return OutboxModel::tr("Delivered, receipt is awaited");
    case DossierState::Approved:
        return OutboxModel::tr("Ready to be queued");
    default:
        break;
    }
    if (row.lastError)
        return sentence(*row.lastError);
    if (row.bytesSent > 0 && row.bytes > 0)
        return OutboxModel::tr("%1 % sent").arg(row.bytesSent * 100 / row.bytes);
    return OutboxModel::tr("Waiting to be sent");
}

void OutboxModel::reset(std::vector<OutboxRow> outbox, const std::vector<DossierSummary> &waiting)
{
    std::vector<OutboxRow> rows;
    for (const DossierSummary &dossier : waiting) {
        if (std::ranges::any_of(outbox, [&](const OutboxRow &row) { return row.dossier.id == dossier.id; }))
            continue;
        OutboxRow row;
        row.dossier = dossier;
        rows.push_back(std::move(row));
    }
    rows.insert(rows.end(), std::make_move_iterator(outbox.begin()), std::make_move_iterator(outbox.end()));
    const auto id = [](const OutboxRow &row) { return row.dossier.id; };
    if (std::ranges::equal(rows, m_rows, {}, id, id)) {
        m_rows = std::move(rows);
        if (!m_rows.empty())
            Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
        return;
    }
    beginResetModel();
    m_rows = std::move(rows);
    endResetModel();
}

const OutboxRow *OutboxModel::row(const QModelIndex &index) const
{
    return index.isValid() ? &m_rows[static_cast<size_t>(index.row())] : nullptr;
}

QModelIndex OutboxModel::indexOf(const DossierId &id) const
{
    for (size_t i = 0; i < m_rows.size(); ++i)
        if (m_rows[i].dossier.id == id)
            return index(static_cast<int>(i), 0);
    return {};
}

int OutboxModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int OutboxModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant OutboxModel::data(const QModelIndex &index, int role) const
{
    const OutboxRow *package = row(index);
    if (!package)
        return {};
    const DossierSummary &dossier = package->dossier;
    if (role == StateRole)
        return static_cast<int>(dossier.state);
    if (role == Qt::DecorationRole && index.column() == StateColumn) {
        const Tone tone = toneOf(dossier.state);
        const QString name = dossier.state == DossierState::Queued ? u"sign-wait"_s
                             : dossier.state == DossierState::Sent ? u"mail-sent"_s
                                                                   : toneIconName(tone);
        return icon(name, toneColor(tone, QGuiApplication::palette()));
    }
    if (role == Qt::ForegroundRole && index.column() == StateColumn)
        return toneColor(toneOf(dossier.state), QGuiApplication::palette());
    if (role != Qt::DisplayRole && role != Qt::ToolTipRole && role != Qt::AccessibleTextRole)
        return {};
    switch (static_cast<Column>(index.column())) {
    case TitleColumn:
        return dossierTitle(dossier);
    case CodeColumn:
        return dossier.dossierCode;
    case ProcedureColumn:
        return dossier.procedureName;
    case BatchColumn:
        return dossier.batchName;
    case StateColumn:
        return stateName(dossier.state);
    case RemarkColumn:
        return outboxRemark(*package);
    case ColumnCount:
        break;
    }
    return {};
}

QVariant OutboxModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (static_cast<Column>(section)) {
    case TitleColumn:
        return tr("Owner");
    case CodeColumn:
        return tr("Dossier code");
    case ProcedureColumn:
        return tr("Procedure");
    case BatchColumn:
        return tr("Batch");
    case StateColumn:
        return tr("State");
    case RemarkColumn:
        return tr("Remark");
    case ColumnCount:
        break;
    }
    return {};
}

} // namespace sohoa::ui
