// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shell/desk.h"

#include <QMainWindow>

#include <vector>

class QComboBox;
class QLabel;
class QProgressBar;
class QStackedWidget;
class QToolButton;
class QVBoxLayout;

namespace sohoa::ui {

class ErrorBar;
class QueueScreen;
class ReviewScreen;
class ScanScreen;
class SearchScreen;

/// The window: navigation at the left, batch and state of reading above, one screen at a time.
class MainWindow final : public QMainWindow {
    Q_OBJECT
public:
    struct Options {
        bool practice = false; ///< Says so, so that nobody takes practice for work.
    };
    /// All three must outlive the window.
    MainWindow(Engine &engine, Scanners &scanners, Asker &asker, const Options &options);

    Desk &desk() { return m_desk; }
    ScanScreen &scanScreen() { return *m_scan; }
    ReviewScreen &reviewScreen() { return *m_review; }
    QueueScreen &queueScreen() { return *m_queue; }
    ErrorBar &errorBar() { return *m_errors; }

    enum class Screen { Scan, Review, Queue, Search };
    void showScreen(Screen screen);
    Screen screen() const;

protected:
    void closeEvent(QCloseEvent *event) override;

private:
    QWidget *makeRail(const Options &options);
    QWidget *makeTopBar(const Options &options);
    void addScreen(Screen screen, const QString &iconName, const QString &text, const QKeySequence &key);
    void showBatches();
    void showBatchState();
    void showReading();
    void showRailIcons();
    void openFailed(const Error &error);

    struct Entry {
        Screen screen;
        QString iconName;
        QToolButton *button;
    };

    Desk m_desk;
    ScanScreen *m_scan;
    ReviewScreen *m_review;
    QueueScreen *m_queue;
    SearchScreen *m_search;
    QStackedWidget *m_stack;
    ErrorBar *m_errors;
    QVBoxLayout *m_railLayout = nullptr;
    std::vector<Entry> m_entries;
    QWidget *m_batchBox = nullptr;
    QComboBox *m_batch = nullptr;
    QLabel *m_title = nullptr;
    QLabel *m_batchState = nullptr;
    QLabel *m_reading = nullptr;
    bool m_mayClose = false;
};

} // namespace sohoa::ui
