// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/text_match.h"

#include "core/base/text.h"

#include <algorithm>
#include <set>

namespace sohoa {

using namespace Qt::StringLiterals;

namespace {

bool isOfWord(QChar c)
{
    return c.isLetterOrNumber() || c.isMark() || c.isSurrogate();
}

/// How many words of the text from `first` on are those of the spelling; 0 when they are not.
size_t matchedAt(const MatchText &text, size_t first, const QStringList &spelling, bool prefix)
{
    const auto count = static_cast<size_t>(spelling.size());
    if (count == 0 || first + count > text.size())
        return 0;
    for (size_t i = 0; i < count; ++i) {
        const QString &wanted = spelling[static_cast<qsizetype>(i)];
        const QStringView found = text.folded(first + i);
        const bool last = i + 1 == count;
        if (last && prefix ? !found.startsWith(wanted) : found != wanted)
            return 0;
    }
    return count;
}

bool isMarkedAs(const MatchText &text, size_t first, const QStringList &words)
{
    for (qsizetype i = 0; i < words.size(); ++i)
        if (text.marked(first + static_cast<size_t>(i)) != words[i])
            return false;
    return true;
}

/// First word of the window of `width` words in which most different terms stand; of equal ones the first.
size_t bestWindow(const std::vector<std::pair<size_t, size_t>> &hits, size_t width)
{
    size_t best = hits.front().first;
    size_t most = 0;
    for (size_t i = 0; i < hits.size(); ++i) {
        std::set<size_t> terms;
        for (size_t j = i; j < hits.size() && hits[j].first < hits[i].first + width; ++j)
            terms.insert(hits[j].second);
        if (terms.size() > most) {
            most = terms.size();
            best = hits[i].first;
        }
    }
    return best;
}

} // namespace

MatchText::MatchText(const QString &text)
    : m_marked(text.toLower())
    , m_folded(foldMarks(text))
{
    // A letter or two become longer in small letters (İ); what is then cut elsewhere is cut consistently.
    if (m_marked.size() != m_folded.size())
        m_marked = m_folded;
    qsizetype start = -1;
    for (qsizetype i = 0; i <= m_folded.size(); ++i) {
        const bool inside = i < m_folded.size() && isOfWord(m_folded[i]);
        if (inside && start < 0)
            start = i;
        if (!inside && start >= 0) {
            m_words.push_back({start, i});
            start = -1;
        }
    }
}

std::vector<TextMatch> matchesOf(const SearchTerm &term, const MatchText &text)
{
    std::vector<TextMatch> matches;
    for (size_t first = 0; first < text.size(); ++first)
        for (const QStringList &spelling : term.spellings)
            if (const size_t count = matchedAt(text, first, spelling, term.prefix)) {
                const bool marked = &spelling == &term.spellings.front() && isMarkedAs(text, first, term.words);
                matches.push_back({first, count, marked});
                break;
            }
    return matches;
}

QString snippetOf(const SearchQuery &query, const QString &text, size_t mostWords)
{
    const MatchText words(text);
    if (words.size() == 0)
        return {};
    std::vector<std::pair<size_t, size_t>> hits; // word, term
    std::vector<size_t> ends(words.size(), 0);   // of the match that begins at the word
    for (size_t i = 0; i < query.terms.size(); ++i)
        for (const TextMatch &match : matchesOf(query.terms[i], words)) {
            hits.emplace_back(match.first, i);
            ends[match.first] = std::max(ends[match.first], match.first + match.count);
        }
    std::ranges::sort(hits);
    constexpr size_t before = 3; // words of the sentence ahead of the first hit
    const size_t best = hits.empty() ? 0 : bestWindow(hits, mostWords - before);
    size_t first = best > before ? best - before : 0;
    const size_t end = std::min(words.size(), first + mostWords);
    first = end > mostWords ? std::min(first, end - mostWords) : 0;
    QString snippet;
    if (first > 0)
        snippet += u'…';
    size_t hitEnd = 0;
    for (size_t word = first; word < end; ++word) {
        if (hitEnd == 0 && ends[word] > 0) {
            hitEnd = std::min(ends[word], end);
            snippet += QChar(0x2068);
        }
        snippet +=
            QStringView(text).sliced(words.place(word).start, words.place(word).end - words.place(word).start);
        if (hitEnd == word + 1) {
            hitEnd = 0;
            snippet += QChar(0x2069);
        }
        const qsizetype gap = word + 1 == words.size() ? text.size() : words.place(word + 1).start;
        if (word + 1 < end || end == words.size())
            snippet += QStringView(text).sliced(words.place(word).end, gap - words.place(word).end);
    }
    if (end < words.size())
        snippet += u'…';
    return snippet;
}

std::vector<PixelBox> hitsOnPage(const SearchQuery &query, const std::vector<Word> &words)
{
    QString text;
    std::vector<qsizetype> ends; // of each word of the page in the text
    for (const Word &word : words) {
        text += word.text;
        ends.push_back(text.size());
        text += u' ';
    }
    const MatchText cut(text);
    std::set<size_t> found;
    for (const SearchTerm &term : query.terms)
        for (const TextMatch &match : matchesOf(term, cut))
            for (size_t i = match.first; i < match.first + match.count; ++i)
                found.insert(static_cast<size_t>(std::ranges::lower_bound(ends, cut.place(i).end) - ends.begin()));
    std::vector<PixelBox> boxes;
    for (const size_t word : found)
        boxes.push_back(words[word].box);
    return boxes;
}

} // namespace sohoa
