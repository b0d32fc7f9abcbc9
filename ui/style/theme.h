// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QIcon>
#include <QString>

class QApplication;
class QLabel;
class QPalette;
class QPushButton;
class QToolButton;
class QWidget;

namespace sohoa::ui {

/// What a colour says; always beside a word or a sign, never alone.
enum class Tone { Neutral, Info, Ok, Warn, Block };

/// `Desktop`: dark when the desktop is, told by its own window colour.
enum class Theme { Desktop, Light, Dark };

/// Palette, font, icons and style sheet of the whole program. The look is Fusion's with our palette; every colour
/// of the sheet is a palette role. May be called again; windows made before keep the icons of the theme before.
void applyTheme(QApplication &application, Theme theme = Theme::Desktop);

/// The palettes, for tests of their contrast.
QPalette themePalette(bool dark);

QColor toneColor(Tone tone, const QPalette &palette);      ///< For text and signs, readable on the tone's ground.
QColor toneBackground(Tone tone, const QPalette &palette); ///< The pale ground of a chip or bar.
/// The sign that stands with the tone.
QString toneIconName(Tone tone);

/// An icon of the theme.
QIcon icon(const QString &name);
/// The same drawn in one colour: for grounds on which the theme's own colour cannot be seen.
QIcon icon(const QString &name, const QColor &color);

/// Marks a widget for the style sheet: "card", "rail", "primary", "quiet", "title", "heading", "dim", "figure".
void setRole(QWidget *widget, const char *role);

/// A label of a role, already marked.
QLabel *makeLabel(const QString &text, const char *role, QWidget *parent = nullptr);
/// A flat button that shows an icon; `text` is its tool tip and its accessible name.
QToolButton *makeIconButton(const QString &iconName, const QString &text, QWidget *parent = nullptr);

} // namespace sohoa::ui
