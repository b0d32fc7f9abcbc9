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

/// What stains, seals and patterned paper are read as: no letters, or one or two that make no word.
bool isStain(QStringView text)
{
    constexpr qsizetype longest = 4;
    static const QString singleLetters = u"AĂÂEÊIOÔƠUƯYÁÝ"_s; // that are a name: "Giàng A Tủa", "Nguyễn Như Ý"
    static const QString vowels = u"AEIOUY"_s;
    if (text.size() == 1 && vowels.contains(foldToCapitals(text.toString())))
        return !singleLetters.contains(text.front());
    const qsizetype letters = std::count_if(text.begin(), text.end(), [](QChar c) { return c.isLetter(); });
    const bool mark = std::any_of(text.begin(), text.end(), [](QChar c) { return !c.isLetter() && !c.isSpace(); });
    return text.size() <= longest && (letters == 0 || (mark && letters <= 1));
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
        if (found.count > 0 && isStain(text.at({span.start, within.end() - span.start}).trimmed()))
            break;
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
    const QStringView rest = text.at({end, within.end() - end}).trimmed();
    found.open = rest.isEmpty() || (found.count > 0 && isStain(rest));
    return found;
}

} // namespace sohoa
