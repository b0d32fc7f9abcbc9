// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/page.h"
#include "ui/engine/image_store.h"

#include <QAbstractListModel>

#include <optional>
#include <vector>

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

/// Pages with their small pictures, in the order given.
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

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;

private:
    ImageStore &m_images;
    std::vector<PageRow> m_rows;
    QHash<PageId, int> m_places;
};

} // namespace sohoa::ui

Q_DECLARE_METATYPE(sohoa::ui::PageRow)
