// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLabel;
class QLineEdit;
class QPushButton;

namespace sohoa::ui {

class Desk;

/// The first thing a new clerk sees: whose desk this is, and the four steps of the work. Shown until it is filled
/// in, and never in practice.
class WelcomeScreen final : public QWidget {
    Q_OBJECT
public:
    explicit WelcomeScreen(Desk &desk, QWidget *parent = nullptr);
    void focusFirst();

Q_SIGNALS:
    /// The desk is set up: to the Scan screen.
    void done();
    void practiceWanted();

private:
    QWidget *makeSteps();
    QWidget *makeDesk();
    void begin();

    Desk &m_desk;
    QLineEdit *m_agency;
    QLineEdit *m_operator;
    QLabel *m_note;
    QPushButton *m_begin;
};

} // namespace sohoa::ui
