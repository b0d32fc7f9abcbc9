// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/recognition/doubts.h"

#include <QFrame>

#include <functional>

class QComboBox;
class QLabel;
class QPushButton;

namespace sohoa::ui {

/// A question about the dossier itself rather than a value of it: where it begins and ends, and what a paper is.
/// Enter takes what the machine proposes.
class DoubtCard final : public QFrame {
    Q_OBJECT
public:
    explicit DoubtCard(QWidget *parent = nullptr);

    /// Kinds of papers to choose from.
    void setCatalogue(const Catalogue &catalogue);
    /// `pageNumber` says how people count a page. A doubt about a value or the procedure has its own place in the
    /// form and is none for this card.
    void show(const Doubt &doubt, const std::function<int(const PageId &)> &pageNumber);
    void clear();
    const Doubt &doubt() const { return m_doubt; }
    /// The button, or the list, that answers.
    void focusAnswer();
    bool hasAnswerFocus() const;

Q_SIGNALS:
    void answered(const sohoa::Doubt &doubt, const QString &answer);
    /// The caret has come here: the page in question is to be shown.
    void entered(const sohoa::Doubt &doubt);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void showBoundary();
    void showSeparator(const std::function<int(const PageId &)> &pageNumber);
    void showType(const std::function<int(const PageId &)> &pageNumber);
    void offer(QPushButton *button, const QString &words, const QString &answer);
    void answer(const QString &answer);

    QLabel *m_question;
    QComboBox *m_type;
    QPushButton *m_first;
    QPushButton *m_second;
    Doubt m_doubt;
};

/// Whether the card is the place for it.
bool isQuestion(const Doubt &doubt);

} // namespace sohoa::ui
