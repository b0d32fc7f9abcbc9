// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/style/theme.h"

#include <QString>

namespace sohoa::ui {

/// How one person likes the window, whatever store it is opened on.
struct Preferences {
    QString language = QStringLiteral("vi");
    Theme theme = Theme::Desktop;
    friend bool operator==(const Preferences &, const Preferences &) = default;
};

/// $XDG_CONFIG_HOME/sohoa/window.ini
QString preferencesFile();
/// What the file does not say, or says wrong, keeps its default.
Preferences readPreferences(const QString &file);
/// False when the file cannot be written.
bool writePreferences(const QString &file, const Preferences &preferences);

} // namespace sohoa::ui
