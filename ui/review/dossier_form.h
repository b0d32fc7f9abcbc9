// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/review/dossier_data.h"
#include "ui/review/doubts.h"
#include "ui/review/page_words.h"

#include <QFrame>

class QLabel;
class QListWidget;
class QPushButton;
class QTabWidget;

namespace sohoa {
class Catalogue;
}

namespace sohoa::ui {

class DoubtCard;
class FieldRow;
class LightsBar;
class ProcedureChooser;
class ValidityEditor;

/// The right side of Review: what is known of the dossier, what is wrong with it, and the button that ends it.
class DossierForm final : public QFrame {
    Q_OBJECT
public:
    explicit DossierForm(QWidget *parent = nullptr);

    void setCatalogue(const Catalogue &catalogue);
    void show(const DossierData &from);
    /// No dossier is chosen.
    void clear();
    /// Between pressing Approve and the answer.
    void setBusy(bool busy);
    void focusField(const QString &field);
    /// The first thing that wants a look; the button that approves when all is in order.
    void focusFirstDoubtful();
    /// The next one after where the caret stands. False when nothing in this dossier is left to look at.
    bool focusNextDoubtful();
    /// Puts text from a page into the field that the caret is in, or was in last.
    void take(const TakenText &taken, const PageId &page);
    /// The field that text from a page goes to; null before the caret was in one.
    const FieldRow *takingRow() const { return m_lastRow; }
    /// Gives away what is being typed.
    void commitAll();

Q_SIGNALS:
    void tagged(const sohoa::DossierTags &tags);
    /// A question about the dossier itself was answered.
    void answered(const sohoa::Doubt &doubt, const QString &answer);
    /// The caret stands on such a question.
    void questionEntered(const sohoa::Doubt &doubt);
    /// The caret stands in this field.
    void fieldEntered(const QString &field);
    void pageWanted(const sohoa::PageId &page);
    void approveWanted();
    void reopenWanted();

private:
    QWidget *makeFields();
    QWidget *makeFindings();
    void showFindings(const DossierData &from);
    void showComponents(const DossierData &from);
    void goToFinding(int row);
    void goOn();
    void focusDoubt(const FormDoubt &doubt);
    void showQuestion();
    /// In the order of the form: 0 a question, 1 the procedure, then the fields, at last the validity; -1
    /// elsewhere.
    int placeOf(const FormDoubt &doubt) const;
    int placeOfFocus() const;
    FieldRow *row(const QString &field) const;

    DoubtCard *m_question;
    ProcedureChooser *m_procedure;
    std::vector<FieldRow *> m_rows;
    FieldRow *m_lastRow = nullptr; ///< The caret is in it, or was last.
    ValidityEditor *m_validity;
    LightsBar *m_lights;
    QTabWidget *m_tabs;
    QListWidget *m_findings;
    QListWidget *m_components;
    QPushButton *m_approve;
    QPushButton *m_reopen;
    QLabel *m_state;
    DossierData m_data;
    bool m_busy = false;
};

} // namespace sohoa::ui
