// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/catalogue/printed_words.h"

#include "core/base/text.h"

#include <QStringList>

#include <algorithm>

namespace sohoa {

using namespace Qt::StringLiterals;

namespace {

/// Shorter words differ in one letter from too many others.
constexpr qsizetype shortestGuess = 5;
constexpr qsizetype shortestPart = 2;
/// "GIẤYCHỨNGNHẬN" is three words; two of the longest syllables have 14 letters.
constexpr qsizetype longestPair = 14;

/// Letters that a digit is read for (source: table of confusions, "digit field").
QString lettersLike(QChar digit)
{
    static const QStringList letters = {u"OD"_s, u"IL"_s, {}, {}, {}, u"S"_s, u"G"_s, {}, u"B"_s, u"G"_s};
    return letters.value(digit.digitValue());
}

bool isWord(const QString &text)
{
    return std::all_of(text.begin(), text.end(), [](QChar c) { return c.isLetter(); });
}

/// "HồngKhê", "TạiThôn": a capital in the midst, and a syllable on both sides.
qsizetype capitalWithin(const QString &word)
{
    for (qsizetype at = shortestPart; at + shortestPart <= word.size(); ++at) {
        if (word[at - 1].isLower() && word[at].isUpper() && word[at + 1].isLower() &&
            isSyllable(foldToCapitals(word.left(at))) && isSyllable(foldToCapitals(word.mid(at))))
            return at;
    }
    return 0;
}

} // namespace

bool isSyllable(const QString &folded)
{
    static const QRegularExpression syllable(u"^(?:NGH|NG|NH|GH|GI|KH|PH|QU|TH|TR|CH|[BCDGHKLMNPRSTVX])?"
                                             "(?:UYE|UYA|IEU|YEU|OAI|OAO|OAY|OEO|UAY|UOI|UOU|UYU|AI|AO|AU|AY|EO|"
                                             "EU|IA|IE|IU|OA|OE|OI|OO|UA|UE|UI|UO|UU|UY|YE|[AEIOUY])"
                                             "(?:CH|NG|NH|[CMNPT])?$"_s);
    return syllable.match(folded).hasMatch();
}

PrintedWords::PrintedWords(const std::vector<DocumentType> &types, const std::vector<FieldLabel> &labels,
                           const std::vector<Pattern> &patterns)
{
    for (const DocumentType &type : types) {
        take(type.titleExpression);
        for (const auto &expression : {type.body, type.bonus}) {
            if (expression)
                take(*expression);
        }
    }
    for (const FieldLabel &label : labels)
        take(label.label);
    for (const Pattern &pattern : patterns) {
        // Persons are not printed on forms: their names are what they are.
        if (pattern.folded && pattern.name != u"person_mention")
            take(pattern.expression);
    }
}

void PrintedWords::take(const QRegularExpression &expression)
{
    static const QRegularExpression range(u"\\[[^\\]]*(?:-|\\\\)[^\\]]*\\]|\\\\[A-Za-z]"_s);
    static const QRegularExpression choice(u"\\[([A-Z])[^\\]]*\\]"_s);
    static const QRegularExpression letters(u"(?<![A-Za-z])[A-Z]{2,}(?![A-Za-z?])"_s);
    QString source = expression.pattern();
    source.replace(range, u" "_s).replace(choice, u"\\1"_s);
    auto words = letters.globalMatch(source);
    while (words.hasNext()) {
        const QString word = words.next().captured();
        if (isSyllable(word))
            m_words.insert(word);
    }
}

QString PrintedWords::repaired(const QString &folded) const
{
    const qsizetype letters = std::count_if(folded.begin(), folded.end(), [](QChar c) { return c.isLetter(); });
    const bool plain = std::all_of(folded.begin(), folded.end(), [](QChar c) { return c.isLetterOrNumber(); });
    const qsizetype digits = folded.size() - letters;
    if (!plain || letters < 2 || digits >= letters || m_words.contains(folded) || isSyllable(folded))
        return {};
    QString found;
    for (qsizetype at = 0; at < folded.size(); ++at) {
        const QString like = folded[at].isDigit() ? lettersLike(folded[at]) : QString();
        if (digits > 0 && like.isEmpty())
            continue;
        if (digits == 0 && folded.size() < shortestGuess)
            break;
        QString candidate = folded;
        for (char16_t letter = u'A'; letter <= u'Z'; ++letter) {
            if (digits > 0 && !like.contains(letter))
                continue;
            candidate[at] = letter;
            if (candidate == found || !m_words.contains(candidate))
                continue;
            if (!found.isEmpty())
                return {};
            found = candidate;
        }
    }
    return found;
}

qsizetype PrintedWords::lostBlank(const QString &word) const
{
    if (const qsizetype capital = capitalWithin(word); capital > 0)
        return capital;
    const QString folded = foldToCapitals(word);
    if (word.size() < 2 * shortestPart || word.size() > longestPair || !isWord(word) || isSyllable(folded))
        return 0;
    qsizetype found = 0;
    for (qsizetype at = shortestPart; at + shortestPart <= word.size(); ++at) {
        if (!m_words.contains(folded.left(at)) || !m_words.contains(folded.mid(at)))
            continue;
        if (found > 0)
            return 0;
        found = at;
    }
    return found;
}

} // namespace sohoa
