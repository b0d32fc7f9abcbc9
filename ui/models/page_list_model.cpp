// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/page_list_model.h"

#include "core/workflow/station.h"
#include "ui/errors/sentences.h"

#include <QMimeData>

namespace sohoa::ui {

QMimeData *pageMime(const PageId &page)
{
    auto *data = new QMimeData;
    data->setData(pageMimeType, page.toString().toLatin1());
    return data;
}

std::optional<PageId> draggedPage(const QMimeData *data)
{
    return data->hasFormat(pageMimeType) ? PageId::fromString(QString::fromLatin1(data->data(pageMimeType)))
                                         : std::nullopt;
}

PageRow pageRow(const Station &station, const Page &page)
{
    PageRow row;
    row.id = page.id;
    row.dossier = page.dossier;
    row.number = page.sequence + 1;
    row.state = page.state;
    row.picture = PictureRef::of(station.pictureOf(page));
    row.master = PictureRef::of(station.masterOf(page));
    row.size = QSize(page.width, page.height);
    row.excluded = page.excluded;
    row.suspect = page.suspect;
    if (page.reading) {
        row.size = QSize(page.reading->width, page.reading->height);
        row.blank = page.reading->blank;
        row.separator = page.reading->separator;
        for (const QString &reason : page.reading->suspect)
            if (!row.suspect.contains(reason))
                row.suspect.append(reason);
    }
    return row;
}

QStringList pageFlags(const PageRow &row)
{
    QStringList flags;
    if (row.excluded)
        flags.append(PageListModel::tr("left out"));
    if (row.separator)
        flags.append(PageListModel::tr("separator sheet"));
    if (row.blank)
        flags.append(PageListModel::tr("blank"));
    for (const QString &reason : row.suspect)
        flags.append(suspectName(reason));
    return flags;
}

PageListModel::PageListModel(ImageStore &images, QObject *parent)
    : QAbstractListModel(parent)
    , m_images(images)
{
    connect(&images, &ImageStore::thumbnailReady, this, [this](const PictureRef &picture) {
        for (size_t i = 0; i < m_rows.size(); ++i)
            if (m_rows[i].picture == picture) {
                const QModelIndex changed = index(static_cast<int>(i));
                Q_EMIT dataChanged(changed, changed, {Qt::DecorationRole});
                return;
            }
    });
}

void PageListModel::reset(std::vector<PageRow> rows)
{
    if (rows == m_rows)
        return;
    beginResetModel();
    m_rows = std::move(rows);
    m_places.clear();
    for (size_t i = 0; i < m_rows.size(); ++i)
        m_places.insert(m_rows[i].id, static_cast<int>(i));
    endResetModel();
}

void PageListModel::add(const PageRow &row)
{
    if (m_places.contains(row.id)) {
        update(row);
        return;
    }
    const int place = static_cast<int>(m_rows.size());
    beginInsertRows({}, place, place);
    m_rows.push_back(row);
    m_places.insert(row.id, place);
    endInsertRows();
}

void PageListModel::update(const PageRow &row)
{
    const auto place = m_places.constFind(row.id);
    if (place == m_places.cend())
        return;
    PageRow &kept = m_rows[static_cast<size_t>(*place)];
    if (kept == row)
        return;
    kept = row;
    const QModelIndex changed = index(*place);
    Q_EMIT dataChanged(changed, changed);
}

const PageRow *PageListModel::row(const QModelIndex &index) const
{
    return index.isValid() ? &m_rows[static_cast<size_t>(index.row())] : nullptr;
}

QModelIndex PageListModel::indexOf(const PageId &id) const
{
    const auto place = m_places.constFind(id);
    return place == m_places.cend() ? QModelIndex() : index(*place);
}

int PageListModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

QVariant PageListModel::data(const QModelIndex &index, int role) const
{
    const PageRow *page = row(index);
    if (!page)
        return {};
    switch (role) {
    case RowRole:
        return QVariant::fromValue(*page);
    case Qt::DisplayRole:
        return QString::number(page->number);
    case Qt::DecorationRole:
        return m_images.thumbnail(page->picture);
    case Qt::ToolTipRole:
    case Qt::AccessibleTextRole: {
        const QStringList flags = pageFlags(*page);
        const QString text = tr("Page %1: %2").arg(page->number).arg(stateName(page->state));
        return flags.isEmpty() ? text : text + QStringLiteral(", ") + flags.join(QStringLiteral(", "));
    }
    default:
        return {};
    }
}

Qt::ItemFlags PageListModel::flags(const QModelIndex &index) const
{
    Qt::ItemFlags flags = QAbstractListModel::flags(index);
    if (m_movable)
        flags |= index.isValid() ? Qt::ItemIsDragEnabled : Qt::ItemIsDropEnabled;
    return flags;
}

QStringList PageListModel::mimeTypes() const
{
    return {pageMimeType};
}

QMimeData *PageListModel::mimeData(const QModelIndexList &indexes) const
{
    return indexes.isEmpty() ? nullptr : pageMime(row(indexes.front())->id);
}

bool PageListModel::dropMimeData(const QMimeData *data, Qt::DropAction, int row, int, const QModelIndex &)
{
    const auto page = draggedPage(data);
    if (!page || !m_movable)
        return false;
    int position = row < 0 ? rowCount() : row;
    if (const QModelIndex from = indexOf(*page); from.isValid()) {
        if (from.row() < position)
            --position;
        if (from.row() == position)
            return false;
    }
    Q_EMIT pageDropped(*page, position);
    return true;
}

} // namespace sohoa::ui
