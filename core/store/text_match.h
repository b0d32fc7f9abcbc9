// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/search_query.h"

#include <QString>
#include <QStringView>

#include <vector>

namespace sohoa {

/// A text in NFC cut into words as the index cuts it, in small letters with and without marks.
class MatchText {
public:
    explicit MatchText(const QString &text);

    struct Place {
        qsizetype start;
        qsizetype end;
    };
    size_t size() const { return m_words.size(); }
    const Place &place(size_t word) const { return m_words[word]; }
    QStringView folded(size_t word) const { return slice(m_folded, word); }
    QStringView marked(size_t word) const { return slice(m_marked, word); }

private:
    QStringView slice(const QString &text, size_t word) const
    {
        return QStringView(text).sliced(m_words[word].start, m_words[word].end - m_words[word].start);
    }

    QString m_marked;
    QString m_folded;
    std::vector<Place> m_words;
};

/// A run of words that is what a term looks for.
struct TextMatch {
    size_t first;
    size_t count;
    bool marked; ///< With the very marks that were typed, and no word longer than typed.
};

std::vector<TextMatch> matchesOf(const SearchTerm &term, const MatchText &text);

/// Up to `mostWords` words around the place where most terms stand together, hits between U+2068 and U+2069, cuts
/// as "…". The text's begin when nothing stands there.
QString snippetOf(const SearchQuery &query, const QString &text, size_t mostWords);

} // namespace sohoa
