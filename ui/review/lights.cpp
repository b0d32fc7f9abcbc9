// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/review/lights.h"

#include "ui/style/theme.h"

#include <QHBoxLayout>
#include <QLabel>

namespace sohoa::ui {

using namespace Qt::StringLiterals;

namespace {

Tone toneOf(Light light)
{
    switch (light) {
    case Light::Ok:
        return Tone::Ok;
    case Light::Warn:
        return Tone::Warn;
    case Light::Block:
        return Tone::Block;
    }
    Q_UNREACHABLE();
}

QString stateOf(Light light)
{
    switch (light) {
    case Light::Ok:
        return LightsBar::tr("in order");
    case Light::Warn:
        return LightsBar::tr("with warnings");
    case Light::Block:
        return LightsBar::tr("not in order");
    }
    Q_UNREACHABLE();
}

} // namespace

LightsBar::LightsBar(QWidget *parent)
    : QWidget(parent)
{
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(6);
    const std::array words{tr("Live"), tr("Clean"), tr("Complete"), tr("Accurate")};
    for (size_t i = 0; i < m_lights.size(); ++i) {
        auto *box = new QWidget;
        box->setObjectName(u"light%1"_s.arg(i));
        box->setAttribute(Qt::WA_StyledBackground);
        auto *inside = new QHBoxLayout(box);
        inside->setContentsMargins(6, 4, 6, 4);
        inside->setSpacing(4);
        m_lights[i] = {box, new QLabel, makeLabel(words[i], "heading")};
        inside->addStretch();
        inside->addWidget(m_lights[i].icon);
        inside->addWidget(m_lights[i].word);
        inside->addStretch();
        layout->addWidget(box, 1);
    }
    clear();
}

void LightsBar::show(size_t place, int tone, const QString &state)
{
    const One &one = m_lights[place];
    const Tone kind = static_cast<Tone>(tone);
    const QColor color = toneColor(kind, palette());
    one.box->setStyleSheet(u"#%1 { background: %2; border-radius: 6px; } QLabel { color: %3; }"_s.arg(
        one.box->objectName(), toneBackground(kind, palette()).name(), color.name()));
    one.icon->setPixmap(icon(toneIconName(kind), color).pixmap(16, 16));
    one.box->setToolTip(one.word->text() + u": "_s + state);
    one.box->setAccessibleName(one.box->toolTip());
}

void LightsBar::setLights(const Lights &lights)
{
    const std::array all{lights.live, lights.clean, lights.complete, lights.accurate};
    for (size_t i = 0; i < all.size(); ++i)
        show(i, static_cast<int>(toneOf(all[i])), stateOf(all[i]));
}

void LightsBar::clear()
{
    for (size_t i = 0; i < m_lights.size(); ++i)
        show(i, static_cast<int>(Tone::Neutral), tr("not checked yet"));
}

} // namespace sohoa::ui
