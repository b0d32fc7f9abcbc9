// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/settings/preferences.h"
#include "ui/shell/desk.h"
#include "ui/shell/sleep_watch.h"

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
class HelpWindow;
class ProgressScreen;
class QueueScreen;
class ReviewScreen;
class ScanScreen;
class SearchScreen;
class SettingsScreen;
class WelcomeScreen;

/// The window: navigation at the left, batch and state of reading above, one screen at a time.
class MainWindow final : public QMainWindow {
    Q_OBJECT
public:
    struct Options {
        bool practice = false; ///< Says so, so that nobody takes practice for work.
        Preferences preferences = {};
    };
    /// All three must outlive the window.
    MainWindow(Engine &engine, Scanners &scanners, Asker &asker, const Options &options);
    ~MainWindow() override;

    Desk &desk() { return m_desk; }
    ScanScreen &scanScreen() { return *m_scan; }
    ReviewScreen &reviewScreen() { return *m_review; }
    QueueScreen &queueScreen() { return *m_queue; }
    ProgressScreen &progressScreen() { return *m_progress; }
    SettingsScreen &settingsScreen() { return *m_settings; }
    SleepWatch &sleepWatch() { return m_sleep; }
    HelpWindow &help() { return *m_help; }
    ErrorBar &errorBar() { return *m_errors; }

    enum class Screen { Scan, Review, Queue, Search, Progress, Settings };
    void showScreen(Screen screen);
    /// The last one shown by showScreen(), also while the welcome stands before it.
    Screen screen() const { return m_screen; }
    bool isWelcoming() const;

Q_SIGNALS:
    void preferencesChanged(const sohoa::ui::Preferences &preferences);
    /// A window of its own with sample papers is wanted.
    void practiceWanted();

protected:
    void closeEvent(QCloseEvent *event) override;

private:
    QWidget *makeRail(const Options &options);
    QWidget *makeTopBar(const Options &options);
    void addScreen(Screen screen, const QString &iconName, const QString &text, const QKeySequence &key);
    void addKeys();
    void focusScreen();
    void welcomeNewClerk();
    void showHelp();
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
    SleepWatch m_sleep;
    ScanScreen *m_scan;
    ReviewScreen *m_review;
    QueueScreen *m_queue;
    SearchScreen *m_search;
    ProgressScreen *m_progress;
    SettingsScreen *m_settings;
    WelcomeScreen *m_welcome;
    HelpWindow *m_help;
    QStackedWidget *m_stack;
    ErrorBar *m_errors;
    QVBoxLayout *m_railLayout = nullptr;
    std::vector<Entry> m_entries;
    QWidget *m_batchBox = nullptr;
    QComboBox *m_batch = nullptr;
    QLabel *m_title = nullptr;
    QLabel *m_batchState = nullptr;
    QLabel *m_reading = nullptr;
    Screen m_screen = Screen::Scan;
    bool m_practice;
    bool m_mayClose = false;
};

} // namespace sohoa::ui
