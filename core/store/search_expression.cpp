// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/search_expression.h"

#include <algorithm>

namespace sohoa {

using namespace Qt::StringLiterals;

namespace {

/// The index of all words knows the beginnings of words from two letters on.
constexpr qsizetype shortestPrefix = 2;

QString quoted(const QString &words, bool going)
{
    return u'"' + words + (going ? u"\" *"_s : u"\""_s);
}

/// Any of the term's spellings, in its column.
QString fieldTerm(const SearchTerm &term, bool going)
{
    QStringList spellings;
    for (const QStringList &spelling : term.spellings)
        spellings.append(quoted(spelling.join(u' '), going && term.prefix));
    const QString any = spellings.size() == 1 ? spellings.front() : u'(' + spellings.join(u" OR ") + u')';
    return term.column.isEmpty() ? any : term.column + u" : "_s + any;
}

bool isPlain(const SearchTerm &term)
{
    return term.column.isEmpty() && !term.quoted && term.date.isEmpty();
}

/// The term's tokens in the index of all words, which has no positions.
void addBodyTokens(const SearchTerm &term, bool going, QStringList &parts)
{
    const bool prefix = going && term.prefix;
    if (!term.date.isEmpty())
        return parts.append(quoted(term.date, false));
    const QStringList &words = term.spellings.front();
    if (term.number)
        return parts.append(quoted(words.join(u'/'), prefix));
    for (qsizetype i = 0; i < words.size(); ++i) {
        const bool last = i + 1 == words.size();
        parts.append(quoted(words[i], prefix && last && words[i].size() >= shortestPrefix));
    }
}

} // namespace

QString fieldExpression(const SearchQuery &query, FieldWords words, bool going)
{
    QStringList parts;
    QStringList run; // plain words, one behind the other
    bool runs = false;
    const auto endRun = [&](bool goesOn) {
        if (!run.isEmpty())
            parts.append(quoted(run.join(u' '), goesOn));
        run.clear();
    };
    for (const SearchTerm &term : query.terms) {
        if (words == FieldWords::SideBySide && isPlain(term)) {
            runs = runs || !run.isEmpty();
            run += term.spellings.front();
            if (term.prefix)
                endRun(going);
            continue;
        }
        endRun(false);
        parts.append(fieldTerm(term, going));
    }
    endRun(false);
    return words == FieldWords::SideBySide && !runs ? QString() : parts.join(u" AND ");
}

QString bodyExpression(const SearchQuery &query, bool going)
{
    QStringList parts;
    for (const SearchTerm &term : query.terms)
        if (term.column.isEmpty())
            addBodyTokens(term, going, parts);
    return parts.join(u" AND ");
}

QString filterExpression(const SearchQuery &query)
{
    QStringList parts;
    for (const SearchTerm &term : query.terms)
        if (!term.column.isEmpty())
            parts.append(fieldTerm(term, true));
    return parts.join(u" AND ");
}

} // namespace sohoa
