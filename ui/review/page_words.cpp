// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/review/page_words.h"

#include <QStringList>

#include <algorithm>

namespace sohoa::ui {

namespace {

constexpr int slack = 4; ///< Pixels of the page around a word that still are the word.

} // namespace

int wordAt(const std::vector<Word> &words, const QPointF &point)
{
    const auto hit = std::ranges::find_if(words, [&point](const Word &word) {
        return point.x() >= word.box.x - slack && point.x() < word.box.right() + slack &&
               point.y() >= word.box.y - slack && point.y() < word.box.bottom() + slack;
    });
    return hit == words.end() ? -1 : static_cast<int>(hit - words.begin());
}

TakenText textIn(const std::vector<Word> &words, const PixelBox &box)
{
    QStringList texts;
    TakenText taken;
    for (const Word &word : words) {
        const int x = word.box.x + word.box.width / 2;
        const int y = word.box.y + word.box.height / 2;
        if (x < box.x || x >= box.right() || y < box.y || y >= box.bottom())
            continue;
        texts.append(word.text);
        taken.box = united(taken.box, word.box);
    }
    taken.text = texts.join(QLatin1Char(' '));
    return taken;
}

PixelBox united(const PixelBox &one, const PixelBox &other)
{
    if (one.isEmpty())
        return other;
    if (other.isEmpty())
        return one;
    const int left = std::min(one.x, other.x);
    const int top = std::min(one.y, other.y);
    return {left, top, std::max(one.right(), other.right()) - left, std::max(one.bottom(), other.bottom()) - top};
}

} // namespace sohoa::ui
