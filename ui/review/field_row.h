// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/dossier.h"
#include "core/workflow/station_types.h"
#include "ui/review/page_words.h"

#include <QObject>
#include <QString>

#include <optional>

class QAction;
class QLabel;
class QLineEdit;

namespace sohoa::ui {

/// What a clerk types as a date, as it is kept ("21/03/1975" → "1975-03-21"); other text comes back as it is.
QString dateToStored(const QString &typed);
QString dateToShown(const QString &stored);

/// One value of the dossier: label, editor, and a mark that says where the value comes from and how sure it is.
/// A date is shown and typed the Vietnamese way.
class FieldRow final : public QObject {
    Q_OBJECT
public:
    FieldRow(const QString &field, QObject *parent = nullptr);

    const QString &field() const { return m_field; }
    QLabel *label() const { return m_label; }
    QLineEdit *editor() const { return m_editor; }
    const FieldValue &value() const { return m_value; }

    /// Leaves alone what the clerk is typing just now.
    void setValue(const FieldValue &value);
    void setEditable(bool editable);
    /// What the clerk has typed and not given away yet.
    bool isChanged() const;
    /// Gives what was typed away, if anything was.
    void commit();
    /// The value stays and counts as looked at: what Enter on a doubtful value means.
    void confirm();
    /// Text from a page: takes the place of what is selected, else is put where the caret stands. `page` is null
    /// when the place need not be remembered.
    void take(const TakenText &taken, const PageId &page);
    /// Told, and not answered yet.
    bool isGiven() const { return m_given.has_value(); }

Q_SIGNALS:
    /// The caret has come here: light its place up.
    void entered(const QString &field);
    /// A new value, in the form in which it is kept; also the old one when the clerk has confirmed it. `place` is
    /// null unless it was taken from a page.
    void changed(const QString &field, const QString &value, const sohoa::FieldPlace &place);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void showMark();
    void give(const QString &value);

    QString m_field;
    QLabel *m_label;
    QLineEdit *m_editor;
    QAction *m_mark;
    FieldValue m_value;
    std::optional<QString> m_given; ///< Told, and not answered yet.
    FieldPlace m_place;             ///< Where what stands in the editor was taken from.
};

} // namespace sohoa::ui
