// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/units.h"
#include "core/domain/page.h"

#include <QPointF>
#include <QString>

#include <vector>

namespace sohoa::ui {

/// Text taken from a place on the page.
struct TakenText {
    QString text;
    PixelBox box;
    bool isEmpty() const { return text.isEmpty(); }
};

/// The word under a point of the cleaned page, or -1. Boxes hug their letters, so a little beside still counts.
int wordAt(const std::vector<Word> &words, const QPointF &point);

/// The words whose middle lies in `box`, in reading order; a new line becomes a blank.
TakenText textIn(const std::vector<Word> &words, const PixelBox &box);

/// The smallest box around both; an empty one counts for nothing.
PixelBox united(const PixelBox &one, const PixelBox &other);

} // namespace sohoa::ui
