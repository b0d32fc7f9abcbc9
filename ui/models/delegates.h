// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStyledItemDelegate>

namespace sohoa::ui {

/// Draws a row of PageListModel: the small picture, its number, a mark for what is odd with the page.
class PageDelegate final : public QStyledItemDelegate {
    Q_OBJECT
public:
    /// `width`: of the whole item, logical pixels.
    explicit PageDelegate(int width, QObject *parent = nullptr);
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    int m_width;
};

/// Draws a row of DossierListModel: title, procedure, state in words and colour, number of pages.
class DossierDelegate final : public QStyledItemDelegate {
    Q_OBJECT
public:
    using QStyledItemDelegate::QStyledItemDelegate;
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
};

/// Rows as a whole: no frame around the one cell that has the caret.
class RowDelegate final : public QStyledItemDelegate {
    Q_OBJECT
public:
    using QStyledItemDelegate::QStyledItemDelegate;

protected:
    void initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const override;
};

} // namespace sohoa::ui
