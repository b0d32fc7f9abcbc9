// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/dossier.h"

#include <QComboBox>

class QStandardItemModel;

namespace sohoa {
class Catalogue;
}

namespace sohoa::ui {

/// The procedures of the catalogue in one box that is searched by typing: any words of name or code, with or
/// without marks.
class ProcedureChooser final : public QComboBox {
    Q_OBJECT
public:
    explicit ProcedureChooser(QWidget *parent = nullptr);

    void setCatalogue(const Catalogue &catalogue);
    void setChoice(const ProcedureChoice &choice);
    void setEditable(bool editable);

Q_SIGNALS:
    void chosen(const QString &code);
    /// Enter: the choice was taken or stays as it is.
    void confirmed();

protected:
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;

private:
    void showChoice();
    void take(int row);

    QStandardItemModel *m_items;
    ProcedureChoice m_choice;
};

} // namespace sohoa::ui
