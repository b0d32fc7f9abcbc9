// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/style/theme.h"

#include <QApplication>
#include <QFile>
#include <QFontDatabase>
#include <QLabel>
#include <QPainter>
#include <QPalette>
#include <QPixmap>
#include <QPushButton>
#include <QStyle>
#include <QStyleFactory>
#include <QToolButton>

static void initResources()
{
    Q_INIT_RESOURCE(sohoa_ui); // The linker drops a static library's resources that nobody names.
    Q_INIT_RESOURCE(sohoa_ui_style);
    Q_INIT_RESOURCE(sohoa_ui_help);
}

namespace sohoa::ui {

using namespace Qt::StringLiterals;

namespace {

bool isDark(const QPalette &palette)
{
    return palette.color(QPalette::Window).lightness() < 128;
}

QPalette lightPalette()
{
    QPalette palette;
    const QColor text(0x1c2430);
    palette.setColor(QPalette::Window, QColor(0xf2f4f7));
    palette.setColor(QPalette::WindowText, text);
    palette.setColor(QPalette::Base, Qt::white);
    palette.setColor(QPalette::AlternateBase, QColor(0xf7f9fb));
    palette.setColor(QPalette::Text, text);
    palette.setColor(QPalette::Button, QColor(0xfafbfc));
    palette.setColor(QPalette::ButtonText, text);
    palette.setColor(QPalette::BrightText, Qt::white);
    palette.setColor(QPalette::Light, Qt::white);
    palette.setColor(QPalette::Midlight, QColor(0xe7ebf1));
    palette.setColor(QPalette::Mid, QColor(0xccd3dd));
    palette.setColor(QPalette::Dark, QColor(0x586577));
    palette.setColor(QPalette::Shadow, QColor(0x39424f));
    palette.setColor(QPalette::Highlight, QColor(0x1a5fa8));
    palette.setColor(QPalette::HighlightedText, Qt::white);
    palette.setColor(QPalette::Link, QColor(0x1a5fa8));
    palette.setColor(QPalette::PlaceholderText, QColor(0x667181));
    palette.setColor(QPalette::ToolTipBase, QColor(0x28313d));
    palette.setColor(QPalette::ToolTipText, Qt::white);
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        palette.setColor(QPalette::Disabled, role, QColor(0x939dab));
    palette.setColor(QPalette::Disabled, QPalette::Highlight, QColor(0xb9c3d0));
    return palette;
}

QPalette darkPalette()
{
    QPalette palette;
    const QColor text(0xe4e8ee);
    palette.setColor(QPalette::Window, QColor(0x1b2027));
    palette.setColor(QPalette::WindowText, text);
    palette.setColor(QPalette::Base, QColor(0x232931));
    palette.setColor(QPalette::AlternateBase, QColor(0x272e37));
    palette.setColor(QPalette::Text, text);
    palette.setColor(QPalette::Button, QColor(0x2b323c));
    palette.setColor(QPalette::ButtonText, text);
    palette.setColor(QPalette::BrightText, Qt::white);
    palette.setColor(QPalette::Light, QColor(0x39424e));
    palette.setColor(QPalette::Midlight, QColor(0x333b46));
    palette.setColor(QPalette::Mid, QColor(0x434d5a));
    palette.setColor(QPalette::Dark, QColor(0xa3aebc));
    palette.setColor(QPalette::Shadow, QColor(0xc3ccd8));
    palette.setColor(QPalette::Highlight, QColor(0x2f74c0));
    palette.setColor(QPalette::HighlightedText, Qt::white);
    palette.setColor(QPalette::Link, QColor(0x6db0f2));
    palette.setColor(QPalette::PlaceholderText, QColor(0x8b96a5));
    palette.setColor(QPalette::ToolTipBase, QColor(0x39424e));
    palette.setColor(QPalette::ToolTipText, text);
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        palette.setColor(QPalette::Disabled, role, QColor(0x6d7886));
    return palette;
}

/// Fonts of Debian that have every Vietnamese letter with its marks (measured), the better for screens first.
QFont textFont(QFont font)
{
    const QStringList families = QFontDatabase::families();
    for (const QString &family : {u"Noto Sans"_s, u"Roboto"_s, u"DejaVu Sans"_s, u"Liberation Sans"_s})
        if (families.contains(family)) {
            font.setFamily(family);
            break;
        }
    if (font.pointSizeF() < 10)
        font.setPointSizeF(10);
    return font;
}

QString ownPath(const QString &name)
{
    return u":/sohoa/icons/%1.svg"_s.arg(name);
}

/// Signs and tools for which the theme has none, or none that is clear at this size.
bool isOwn(const QString &name)
{
    return QFile::exists(ownPath(name));
}

} // namespace

QPalette themePalette(bool dark)
{
    return dark ? darkPalette() : lightPalette();
}

void applyTheme(QApplication &application, Theme theme)
{
    initResources();
    static const bool desktopIsDark = isDark(QApplication::palette()); // As it was before ours was set.
    const bool dark = theme == Theme::Desktop ? desktopIsDark : theme == Theme::Dark;
    QApplication::setStyle(QStyleFactory::create(u"Fusion"_s));
    QApplication::setPalette(themePalette(dark));
    QApplication::setFont(textFont(QApplication::font()));

    QStringList paths = QIcon::themeSearchPaths();
    if (!paths.contains(u"/usr/share/icons"_s))
        paths.append(u"/usr/share/icons"_s); // A desktop without XDG_DATA_DIRS, and the offscreen platform.
    QIcon::setThemeSearchPaths(paths);
    QIcon::setThemeName(dark ? u"breeze-dark"_s : u"breeze"_s);

    QFile sheet(u":/sohoa/style/sohoa.qss"_s);
    if (sheet.open(QIODevice::ReadOnly))
        application.setStyleSheet(QString::fromUtf8(sheet.readAll()));
    application.setWindowIcon(QIcon(u":/sohoa/icons/sohoa.svg"_s));
}

QColor toneColor(Tone tone, const QPalette &palette)
{
    const bool dark = isDark(palette);
    switch (tone) {
    case Tone::Neutral:
        return palette.color(QPalette::Dark);
    case Tone::Info:
        return dark ? QColor(0x7db8f5) : QColor(0x1a5fa8);
    case Tone::Ok:
        return dark ? QColor(0x72cf97) : QColor(0x1d6f42);
    case Tone::Warn:
        return dark ? QColor(0xf0c063) : QColor(0x8a5a00);
    case Tone::Block:
        return dark ? QColor(0xff8f84) : QColor(0xb3261e);
    }
    Q_UNREACHABLE();
}

QColor toneBackground(Tone tone, const QPalette &palette)
{
    const bool dark = isDark(palette);
    switch (tone) {
    case Tone::Neutral:
        return palette.color(QPalette::Midlight);
    case Tone::Info:
        return dark ? QColor(0x203752) : QColor(0xe6f0fb);
    case Tone::Ok:
        return dark ? QColor(0x1f3d2c) : QColor(0xe3f4ea);
    case Tone::Warn:
        return dark ? QColor(0x453717) : QColor(0xfff3d6);
    case Tone::Block:
        return dark ? QColor(0x4d2623) : QColor(0xfde8e6);
    }
    Q_UNREACHABLE();
}

QString toneIconName(Tone tone)
{
    switch (tone) {
    case Tone::Neutral:
    case Tone::Info:
        return u"sign-info"_s;
    case Tone::Ok:
        return u"sign-ok"_s;
    case Tone::Warn:
        return u"sign-warn"_s;
    case Tone::Block:
        return u"sign-block"_s;
    }
    Q_UNREACHABLE();
}

QIcon icon(const QString &name)
{
    return isOwn(name) ? icon(name, QApplication::palette().color(QPalette::ButtonText)) : QIcon::fromTheme(name);
}

QIcon icon(const QString &name, const QColor &color)
{
    const QIcon plain = isOwn(name) ? QIcon(ownPath(name)) : QIcon::fromTheme(name);
    QIcon tinted;
    for (const int edge : {16, 22, 32, 44}) {
        QPixmap pixmap = plain.pixmap(QSize(edge, edge));
        if (pixmap.isNull())
            continue;
        QPainter painter(&pixmap);
        painter.setCompositionMode(QPainter::CompositionMode_SourceIn);
        painter.fillRect(pixmap.rect(), color);
        painter.end();
        tinted.addPixmap(pixmap);
    }
    return tinted;
}

void setRole(QWidget *widget, const char *role)
{
    widget->setProperty("role", QString::fromLatin1(role));
    if (widget->isVisible()) {
        widget->style()->unpolish(widget);
        widget->style()->polish(widget);
    }
}

QLabel *makeLabel(const QString &text, const char *role, QWidget *parent)
{
    auto *label = new QLabel(text, parent);
    setRole(label, role);
    return label;
}

QToolButton *makeIconButton(const QString &iconName, const QString &text, QWidget *parent)
{
    auto *button = new QToolButton(parent);
    button->setIcon(icon(iconName));
    button->setIconSize({22, 22});
    button->setAutoRaise(true);
    button->setToolTip(text);
    button->setAccessibleName(text);
    button->setFocusPolicy(Qt::TabFocus);
    return button;
}

} // namespace sohoa::ui
