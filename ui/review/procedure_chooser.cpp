// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/review/procedure_chooser.h"

#include "core/base/text.h"
#include "core/catalogue/catalogue.h"

#include <QCompleter>
#include <QLineEdit>
#include <QSortFilterProxyModel>
#include <QStandardItemModel>

#include <algorithm>

namespace sohoa::ui {

using namespace Qt::StringLiterals;

namespace {

enum Role { CodeRole = Qt::UserRole, FoldedRole };

/// Rows in which every typed word occurs, marks aside.
class WordFilter final : public QSortFilterProxyModel {
public:
    using QSortFilterProxyModel::QSortFilterProxyModel;
    void setWords(const QString &typed)
    {
        m_words = foldMarks(toNfc(typed)).split(u' ', Qt::SkipEmptyParts);
        invalidateFilter();
    }

protected:
    bool filterAcceptsRow(int row, const QModelIndex &parent) const override
    {
        const QString text = sourceModel()->index(row, 0, parent).data(FoldedRole).toString();
        return std::ranges::all_of(m_words, [&](const QString &word) { return text.contains(word); });
    }

private:
    QStringList m_words;
};

} // namespace

ProcedureChooser::ProcedureChooser(QWidget *parent)
    : QComboBox(parent)
    , m_items(new QStandardItemModel(this))
{
    setObjectName(u"procedure"_s);
    QComboBox::setEditable(true);
    setInsertPolicy(QComboBox::NoInsert);
    setModel(m_items);
    setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    setMinimumContentsLength(16);
    lineEdit()->setPlaceholderText(tr("Type a part of the name or code"));

    auto *filter = new WordFilter(this);
    filter->setSourceModel(m_items);
    auto *completer = new QCompleter(filter, this);
    completer->setCompletionMode(QCompleter::UnfilteredPopupCompletion); // The filter does the choosing.
    completer->setMaxVisibleItems(12);
    setCompleter(completer);
    connect(lineEdit(), &QLineEdit::textEdited, filter,
            [filter](const QString &typed) { filter->setWords(typed); });
    connect(completer, qOverload<const QModelIndex &>(&QCompleter::activated), this,
            [this](const QModelIndex &index) {
                const QString code = index.data(CodeRole).toString();
                take(findData(code, CodeRole));
            });
    connect(this, &QComboBox::activated, this, &ProcedureChooser::take);
    connect(lineEdit(), &QLineEdit::returnPressed, this, [this, filter] {
        // Enter takes the first that fits what was typed, or confirms what stands.
        if (lineEdit()->isModified() && filter->rowCount() > 0)
            take(filter->mapToSource(filter->index(0, 0)).row());
        else if (!lineEdit()->isModified() && !m_choice.code.isEmpty())
            take(currentIndex());
        else
            return;
        Q_EMIT confirmed();
    });
}

void ProcedureChooser::setCatalogue(const Catalogue &catalogue)
{
    const QSignalBlocker quiet(this);
    m_items->clear();
    for (const Procedure &procedure : catalogue.procedures()) {
        const QString text = procedure.name + u" · "_s + procedure.code;
        auto *item = new QStandardItem(text);
        item->setData(procedure.code, CodeRole);
        item->setData(foldMarks(text + u' ' + procedure.field), FoldedRole);
        item->setToolTip(procedure.field);
        m_items->appendRow(item);
    }
    showChoice();
}

void ProcedureChooser::setChoice(const ProcedureChoice &choice)
{
    m_choice = choice;
    if (!lineEdit()->hasFocus() || !lineEdit()->isModified())
        showChoice();
}

void ProcedureChooser::setEditable(bool editable)
{
    setEnabled(editable);
}

void ProcedureChooser::showChoice()
{
    const QSignalBlocker quiet(this);
    const int row = m_choice.code.isEmpty() ? -1 : findData(m_choice.code, CodeRole);
    setCurrentIndex(row);
    if (row < 0)
        setEditText(m_choice.code.isEmpty() ? QString() : m_choice.name + u" · "_s + m_choice.code);
    lineEdit()->setCursorPosition(0);
    lineEdit()->setModified(false);
    setToolTip(m_choice.name);
}

void ProcedureChooser::take(int row)
{
    if (row < 0)
        return;
    const QString code = itemData(row, CodeRole).toString();
    lineEdit()->setModified(false);
    const bool same = code == m_choice.code;
    m_choice.code = code;
    m_choice.name = itemText(row);
    showChoice();
    if (!same || m_choice.origin != FieldOrigin::Clerk)
        Q_EMIT chosen(code);
}

void ProcedureChooser::focusInEvent(QFocusEvent *event)
{
    QComboBox::focusInEvent(event);
    lineEdit()->selectAll();
}

void ProcedureChooser::focusOutEvent(QFocusEvent *event)
{
    QComboBox::focusOutEvent(event);
    showChoice(); // What was typed and not chosen is nothing.
}

} // namespace sohoa::ui
