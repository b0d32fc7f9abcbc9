// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/sohoa/desk_scanners.h"
#include "core/base/clock.h"
#include "ui/dialogs/asker.h"
#include "ui/engine/engine.h"
#include "ui/settings/preferences.h"
#include "ui/shell/main_window.h"

#include <QString>

#include <memory>

namespace sohoa {

/// What the command line asks for.
struct WindowOptions {
    QString storeFolder;     ///< Empty: the usual one.
    QString preferencesFile; ///< Empty: the usual one.
    QString language;        ///< For this run; empty: as preferred.
    bool practice = false;
    /// Of practice; empty: the stacks that ship.
    std::vector<VirtualScanner> virtualScanners = {};
};

/// Builds the window and everything behind it, and holds it together; the only place that knows all layers.
class WindowApplication {
public:
    explicit WindowApplication(const WindowOptions &options);
    /// The same with another way to ask people; for tests.
    WindowApplication(const WindowOptions &options, std::unique_ptr<ui::Asker> asker);

    ui::MainWindow &window() { return *m_window; }
    ui::Engine &engine() { return *m_engine; }
    /// Opens the store; the window shows when it could not.
    void start();
    /// Language and colours from now on: the window is made anew over the same engine, on the same screen and
    /// batch.
    void setPreferences(const ui::Preferences &preferences);

private:
    void makeWindow();
    void startPractice();

    WindowOptions m_options;
    ui::Preferences m_preferences;
    SystemClock m_clock;
    std::unique_ptr<ui::Asker> m_asker;
    std::unique_ptr<DeskScanners> m_scanners;
    std::unique_ptr<ui::Engine> m_engine; ///< Outlives the window, which asks it.
    std::unique_ptr<ui::MainWindow> m_window;
};

} // namespace sohoa
