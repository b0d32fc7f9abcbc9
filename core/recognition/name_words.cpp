// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/recognition/name_words.h"

#include "core/base/text.h"

#include <QRegularExpression>
#include <QStringList>

#include <algorithm>

namespace sohoa {

using namespace Qt::StringLiterals;

namespace {

constexpr int mostWordsOfName = 6;

bool isTitleOfAddress(const QString &folded)
{
    static const QStringList titles = {u"ONG"_s, u"BA"_s, u"ANH"_s, u"CHI"_s, u"CHAU"_s, u"ONG/BA"_s, u"(BA)"_s};
    return titles.contains(folded);
}

bool isNameWord(const QString &word)
{
    return word.front().isUpper() &&
           std::all_of(word.begin(), word.end(), [](QChar c) { return c.isLetter() || c == u'\''; });
}

} // namespace

NameWords nameWords(const PageText &text, TextSpan within)
{
    static const QRegularExpression word(u"[^\\s,;.:]+"_s);
    NameWords found;
    bool capitals = false;
    auto words = word.globalMatch(text.at(within).toString());
    while (words.hasNext()) {
        const auto match = words.next();
        const TextSpan span = {within.start + match.capturedStart(), match.capturedLength()};
        const QString part = match.captured();
        if (found.count == 0 && isTitleOfAddress(foldToCapitals(part)))
            continue;
        const bool inCapitals = part == part.toUpper();
        if (!isNameWord(part) || found.count == mostWordsOfName)
            return found;
        if (found.count == 0) {
            capitals = inCapitals;
            found.span = span;
        } else {
            const QStringView between = text.at({found.span.end(), span.start - found.span.end()});
            if (!between.trimmed().isEmpty() || (capitals != inCapitals && part.size() > 1))
                return found;
            found.span.length = span.end() - found.span.start;
        }
        ++found.count;
    }
    const qsizetype end = found.count == 0 ? within.start : found.span.end();
    found.open = text.at({end, within.end() - end}).trimmed().isEmpty();
    return found;
}

} // namespace sohoa
