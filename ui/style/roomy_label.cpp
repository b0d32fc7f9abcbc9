// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/style/roomy_label.h"

#include "ui/style/theme.h"

namespace sohoa::ui {

RoomyLabel::RoomyLabel(QWidget *parent)
    : QLabel(parent)
{
    setRole(this, "heading");
    setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
}

void RoomyLabel::paintEvent(QPaintEvent *event)
{
    if (fontMetrics().horizontalAdvance(text()) <= contentsRect().width())
        QLabel::paintEvent(event);
}

} // namespace sohoa::ui
