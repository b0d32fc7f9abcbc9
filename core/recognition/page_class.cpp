// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/recognition/page_class.h"

#include "core/base/text.h"
#include "core/recognition/identity_card.h"

#include <algorithm>

namespace sohoa {

using namespace Qt::StringLiterals;

namespace {

// First values, to be tuned on samples: how sure a kind is by the way it was recognized.
constexpr double byCardSymbol = 0.97;
constexpr double byTitle = 0.97;
constexpr double byStamp = 0.9;
constexpr double byBodyLabels = 0.85;
constexpr double byFallback = 0.6;
constexpr double byPlainTitle = 0.5; ///< The title is not in capitals: perhaps only mentioned.

constexpr int fallbackPriority = 20;
constexpr int bonusPoints = 10;
constexpr int plainPoints = -30;
constexpr qsizetype maxTitleLength = 200;

struct Guess {
    const DocumentType *type = nullptr;
    TextSpan span;
    bool capitals = false;
    int points = 0;
};

bool matches(const std::optional<QRegularExpression> &expression, const QString &text)
{
    return expression && expression->match(text).hasMatch();
}

/// Only blanks, quotes and the like between the line's begin and the position.
bool isAtLineStart(const PageText &text, qsizetype position)
{
    const TextSpan line = text.lines()[text.lineOf(position)];
    const QStringView before = text.at({line.start, position - line.start});
    return std::none_of(before.begin(), before.end(), [](QChar c) { return c.isLetterOrNumber() || c == u'-'; });
}

/// The first line of a match: titles go on in small letters below ("QUYẾT ĐỊNH / Về việc …").
QStringView firstLine(const PageText &text, TextSpan span)
{
    const QStringView whole = text.at(span).trimmed();
    const qsizetype end = whole.indexOf(u'\n');
    return end < 0 ? whole : whole.left(end);
}

std::optional<Guess> guess(const DocumentType &type, const PageText &text, const QString &head)
{
    if (type.anywhere || matches(type.exclude, head))
        return std::nullopt;
    std::optional<Guess> best;
    auto found = type.titleExpression.globalMatch(head);
    while (found.hasNext()) {
        const TextSpan span = spanOf(found.next());
        Guess candidate{&type, span, isCapitals(firstLine(text, span)), type.priority};
        if (!candidate.capitals && !isAtLineStart(text, span.start))
            continue;
        candidate.points += candidate.capitals ? 0 : plainPoints;
        candidate.points += matches(type.bonus, text.folded()) ? bonusPoints : 0;
        if (!best || candidate.points > best->points)
            best = candidate;
    }
    return best;
}

std::optional<Guess> bestGuess(const Catalogue &catalogue, const PageText &text, const QString &head)
{
    std::optional<Guess> best;
    for (const DocumentType &type : catalogue.documentTypes()) {
        const auto candidate = guess(type, text, head);
        if (candidate && (!best || candidate->points > best->points))
            best = candidate;
    }
    return best;
}

const DocumentType *stampOn(const Catalogue &catalogue, const PageText &text)
{
    for (const DocumentType &type : catalogue.documentTypes()) {
        if (type.anywhere && type.titleExpression.match(text.folded()).hasMatch())
            return &type;
    }
    return nullptr;
}

const DocumentType *bodyOf(const Catalogue &catalogue, const PageText &text)
{
    for (const DocumentType &type : catalogue.documentTypes()) {
        if (matches(type.body, text.folded()))
            return &type;
    }
    return nullptr;
}

/// A line of capitals that begins with a word with which titles begin.
std::optional<TextSpan> titleLine(const Catalogue &catalogue, const PageText &text, const QString &head)
{
    const Pattern *pattern = catalogue.pattern(u"title_line"_s);
    if (!pattern)
        return std::nullopt;
    auto found = pattern->expression.globalMatch(head);
    while (found.hasNext()) {
        const TextSpan span = spanOf(found.next(), u"title"_s);
        if (isCapitals(text.at(span)))
            return span;
    }
    return std::nullopt;
}

/// The whole lines of a match; in the type's own spelling when they say the same, as accents are easily misread.
QString printedTitle(const PageText &text, const Guess &guess)
{
    const TextSpan first = text.lines()[text.lineOf(guess.span.start)];
    const TextSpan last = text.lines()[text.lineOf(std::max(guess.span.start, guess.span.end() - 1))];
    QString printed = collapseBlanks(text.text().mid(first.start, last.end() - first.start));
    if (!guess.capitals || printed.size() > maxTitleLength)
        return guess.type->title;
    const QString folded = collapseBlanks(text.folded().mid(first.start, last.end() - first.start));
    if (folded == foldToCapitals(guess.type->title))
        return isCapitals(printed) ? guess.type->title.toUpper() : guess.type->title;
    return printed;
}

bool hasPageNumber(const PageText &text)
{
    static const QRegularExpression number(u"^\\W*(?:TRANG\\s*)?(\\d{1,3})\\W*$"_s);
    const auto match = number.match(text.foldedAt(text.lines().front()).toString());
    return match.hasMatch() && match.captured(1).toInt() > 1;
}

double guessConfidence(const PageText &text, const Guess &guess)
{
    const double base = !guess.capitals                           ? byPlainTitle
                        : guess.type->priority < fallbackPriority ? byFallback
                                                                  : byTitle;
    // A title that matches letter by letter is right more often than its worst word is sure.
    return base * (1 + text.confidenceOf(guess.span)) / 2;
}

} // namespace

PageClass classifyPage(const Catalogue &catalogue, const Page &page, const PageText &text)
{
    PageClass result;
    result.unread = !page.reading;
    result.blank = page.reading && page.reading->blank;
    const auto card = identityCardOn(catalogue, page);
    if (!text.isEmpty()) {
        const QString head = text.folded().left(text.headEnd());
        for (const QString &name : {u"national_title"_s, u"national_motto"_s}) {
            const Pattern *pattern = catalogue.pattern(name);
            result.nationalTitle |= pattern && pattern->expression.match(head).hasMatch();
        }
        result.continues = !result.nationalTitle && hasPageNumber(text);
        result.stamp = stampOn(catalogue, text);
        const auto line = titleLine(catalogue, text, head);
        auto best = bestGuess(catalogue, text, head);
        if (best && !best->capitals && line)
            best.reset(); // another title is printed: this one is only mentioned
        if (best) {
            result.type = best->type;
            result.title = printedTitle(text, *best);
            result.confidence = guessConfidence(text, *best);
        } else if (line) {
            result.title = collapseBlanks(text.at(*line).toString());
        }
    }
    if (card && (!result.type || result.type->kind == DocumentKind::Identity)) {
        if (!result.type)
            result.type = catalogue.documentType(u"id_card_chip_front"_s);
        result.title = result.type ? result.type->title : QString();
        result.confidence = byCardSymbol;
    }
    if (!result.type && result.stamp) {
        result.confidence = byStamp;
    } else if (!result.type && !text.isEmpty()) {
        result.type = bodyOf(catalogue, text);
        result.byBody = result.type != nullptr;
        if (result.byBody) {
            result.title = result.type->title;
            result.confidence = byBodyLabels;
        }
    }
    return result;
}

} // namespace sohoa
