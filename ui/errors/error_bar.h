// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"

#include <QFrame>

#include <functional>

class QLabel;
class QPushButton;
class QToolButton;

namespace sohoa::ui {

/// The calm way to say that something went wrong: one line above the screen with the sentence and at most one
/// button that does something about it. Never a box in the way. Read out by screen readers as an alert.
class ErrorBar final : public QFrame {
    Q_OBJECT
public:
    explicit ErrorBar(QWidget *parent = nullptr);

    /// Without a `remedy` to do, an error for the administrator offers its details, others only the sentence.
    void show(const Error &error, std::function<void()> remedy);
    void clear();
    const std::optional<Error> &error() const { return m_error; }

Q_SIGNALS:
    /// "Details for the administrator" was pressed.
    void detailsWanted(const sohoa::Error &error);

private:
    std::optional<Error> m_error;
    std::function<void()> m_remedy;
    QLabel *m_icon;
    QLabel *m_text;
    QPushButton *m_button;
    QToolButton *m_close;
};

} // namespace sohoa::ui
