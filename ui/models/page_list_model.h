// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/page.h"
#include "ui/engine/image_store.h"

#include <QAbstractListModel>
#include <QHash>

#include <optional>
#include <vector>

class QMimeData;

namespace sohoa {
class Station;
}

namespace sohoa::ui {

/// What a thumbnail shows of a page.
struct PageRow {
    PageId id;
    std::optional<DossierId> dossier;
    int number = 0; ///< As counted by people, from 1.
    PageState state = PageState::Captured;
    PictureRef picture;
    PictureRef master; ///< As it came from the scanner.
    QSize size; ///< Of the cleaned page, pixels: what boxes refer to. The master's while that is all there is.
    bool blank = false;
    bool excluded = false;
    std::optional<SeparatorKind> separator;
    QStringList suspect;

    bool operator==(const PageRow &) const = default;
};

/// In the engine's thread. Numbered by its place in the batch.
PageRow pageRow(const Station &station, const Page &page);

/// The flags of a page in words, most important first; empty for a page in order.
QStringList pageFlags(const PageRow &row);

/// The type of what a page carries while it is dragged: its id.
inline constexpr QLatin1String pageMimeType("application/x-sohoa-page");
QMimeData *pageMime(const PageId &page);
/// Nothing when something else is dragged.
std::optional<PageId> draggedPage(const QMimeData *data);

/// Pages with their small pictures, in the order given. Where pages may be moved, they can be dragged: to another
/// place here, or to a dossier of DossierListModel.
class PageListModel final : public QAbstractListModel {
    Q_OBJECT
public:
    enum Role {
        RowRole = Qt::UserRole, ///< PageRow
    };

    explicit PageListModel(ImageStore &images, QObject *parent = nullptr);

    void reset(std::vector<PageRow> rows);
    /// At the end; a page that is there already is updated.
    void add(const PageRow &row);
    /// Pages that are not there are ignored.
    void update(const PageRow &row);

    const std::vector<PageRow> &rows() const { return m_rows; }
    const PageRow *row(const QModelIndex &index) const;
    QModelIndex indexOf(const PageId &id) const;
    void setMovable(bool movable) { m_movable = movable; }

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;
    Qt::DropActions supportedDropActions() const override { return Qt::MoveAction; }
    QStringList mimeTypes() const override;
    QMimeData *mimeData(const QModelIndexList &indexes) const override;
    bool dropMimeData(const QMimeData *data, Qt::DropAction action, int row, int column,
                      const QModelIndex &parent) override;

Q_SIGNALS:
    /// A page was dropped here: it should stand at `position`, counted from 0 without itself.
    void pageDropped(const sohoa::PageId &page, int position);

private:
    ImageStore &m_images;
    bool m_movable = false;
    std::vector<PageRow> m_rows;
    QHash<PageId, int> m_places;
};

} // namespace sohoa::ui

Q_DECLARE_METATYPE(sohoa::ui::PageRow)
