// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/preferences.h"

#include "ui/language/language.h"

#include <QSettings>
#include <QStandardPaths>

#include <algorithm>
#include <array>
#include <utility>

namespace sohoa::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr std::array<std::pair<Theme, QLatin1String>, 3> themes{{{Theme::Desktop, QLatin1String("desktop")},
                                                                 {Theme::Light, QLatin1String("light")},
                                                                 {Theme::Dark, QLatin1String("dark")}}};

} // namespace

QString preferencesFile()
{
    return QStandardPaths::writableLocation(QStandardPaths::GenericConfigLocation) + u"/sohoa/window.ini"_s;
}

Preferences readPreferences(const QString &file)
{
    const QSettings settings(file, QSettings::IniFormat);
    Preferences preferences;
    if (const QString language = settings.value(u"language"_s).toString(); languages().contains(language))
        preferences.language = language;
    const QString theme = settings.value(u"theme"_s).toString();
    const auto known = std::ranges::find(themes, theme, &std::pair<Theme, QLatin1String>::second);
    if (known != themes.end())
        preferences.theme = known->first;
    return preferences;
}

bool writePreferences(const QString &file, const Preferences &preferences)
{
    QSettings settings(file, QSettings::IniFormat);
    settings.setValue(u"language"_s, preferences.language);
    const auto theme = std::ranges::find(themes, preferences.theme, &std::pair<Theme, QLatin1String>::first);
    settings.setValue(u"theme"_s, QString(theme->second));
    settings.sync();
    return settings.status() == QSettings::NoError;
}

} // namespace sohoa::ui
