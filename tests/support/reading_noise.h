// SPDX-License-Identifier: GPL-3.0-or-later
/// Wears a page's reading as optical readers do on worse paper: marks lost, look-alikes taken for one another,
/// blanks and signs lost. The same seed wears the same way everywhere.
#pragma once

#include "core/base/text.h"
#include "core/domain/page.h"

#include <QRegularExpression>

#include <random>

namespace sohoa::test {

class ReadingNoise {
public:
    /// `perMille` of a page's words are damaged.
    ReadingNoise(unsigned perMille, unsigned seed)
        : m_perMille(perMille)
        , m_random(seed)
    {
    }

    Page worn(Page page)
    {
        if (!page.reading)
            return page;
        std::vector<Word> words;
        for (Word word : page.reading->words) {
            const bool damaged = chosen();
            if (damaged && !words.empty() && words.back().line == word.line && pick(6) == 0) {
                Word &before = words.back(); // the blank between them is lost
                before.text += word.text;
                before.box.width = word.box.right() - before.box.x;
                before.confidence = doubt(before.confidence);
                continue;
            }
            if (damaged) {
                damage(word.text);
                word.confidence = doubt(word.confidence);
            }
            words.push_back(word);
        }
        page.reading->words = std::move(words);
        QString text;
        int line = -1;
        for (const Word &word : page.reading->words) {
            if (line >= 0)
                text += word.line == line ? u' ' : u'\n';
            text += word.text;
            line = word.line;
        }
        page.reading->text = text;
        return page;
    }

private:
    // The standard leaves it to each library how its distributions draw.
    unsigned pick(unsigned count) { return static_cast<unsigned>(m_random() % count); }
    bool chosen() { return pick(1000) < m_perMille; }

    /// One damaged word in eight is as sure as before.
    double doubt(double before) { return pick(8) == 0 ? before : std::min(before, 0.4 + 0.005 * pick(100)); }

    void damage(QString &word)
    {
        static const QString lookAlikes = QStringLiteral("0O1l5S8B6GuưoơaăeêđdDĐiíIl");
        const qsizetype at = pick(static_cast<unsigned>(word.size()));
        const qsizetype alike = lookAlikes.indexOf(word[at]);
        if (const QString bare = folded(word[at]); bare != word.mid(at, 1)) {
            word.replace(at, 1, bare);
        } else if (alike >= 0) {
            word[at] = lookAlikes[alike ^ 1];
        } else if (!word[at].isLetterOrNumber() && word.size() > 1) {
            word.remove(at, 1);
        } else if (word[at].isDigit()) {
            word[at] = QChar(u'0' + pick(10));
        }
    }

    static QString folded(QChar letter)
    {
        const QString bare = foldToCapitals(QString(letter));
        return letter.isLower() ? bare.toLower() : bare;
    }

    unsigned m_perMille;
    std::mt19937 m_random;
};

} // namespace sohoa::test
