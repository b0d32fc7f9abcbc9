// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

class QTextBrowser;

namespace sohoa::ui {

/// F1: what the screen is for and which keys it has, in the present language; beside the work, not in its way.
class HelpWindow final : public QDialog {
    Q_OBJECT
public:
    explicit HelpWindow(QWidget *parent = nullptr);

    /// `topic` is a file of resources/help/<language>/ without its ending: "scan", "review" …
    void showTopic(const QString &topic);
    QString text() const;

private:
    QTextBrowser *m_browser;
};

/// The topics there are; each exists in both languages.
QStringList helpTopics();
/// Markdown of a topic; empty when there is none.
QString helpText(const QString &topic, const QString &language);

} // namespace sohoa::ui
