// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/recognition/value_reader.h"

#include "core/base/dates.h"
#include "core/base/text.h"
#include "core/recognition/name_words.h"

#include <algorithm>
#include <cstdlib>
#include <limits>

namespace sohoa {

using namespace Qt::StringLiterals;

namespace {

// A labelled value is right unless the label belongs to somebody else on the page.
constexpr double labelReliability = 0.97;
// How far behind its label a value may begin, in letters: "do Công an … cấp ngày 01/02/2020" is not the value.
constexpr qsizetype dateReach = 60;
constexpr qsizetype numberReach = 30;

TextSpan trimmed(const PageText &text, TextSpan span)
{
    const auto isFiller = [](QChar c) { return c.isSpace() || QStringView(u".,:;…_-*'\"|").contains(c); };
    while (span.length > 0 && isFiller(text.text()[span.start])) {
        ++span.start;
        --span.length;
    }
    while (span.length > 0 && isFiller(text.text()[span.end() - 1]))
        --span.length;
    return span;
}

TextSpan restOfLine(const PageText &text, qsizetype position)
{
    const TextSpan line = text.lines()[text.lineOf(position)];
    return {position, line.end() - position};
}

/// Cut before the next label on the same line.
TextSpan beforeNextLabel(const Catalogue &catalogue, const PageText &text, TextSpan span)
{
    const Pattern *stop = catalogue.pattern(u"label_stop"_s);
    if (!stop)
        return span;
    const auto match = stop->expression.match(text.foldedAt(span).toString());
    return match.hasMatch() ? TextSpan{span.start, match.capturedStart()} : span;
}

/// A line that continues the value of the line above: it bears no label of its own.
std::optional<TextSpan> nextLine(const PageText &text, qsizetype position)
{
    const size_t next = text.lineOf(position) + 1;
    if (next >= text.lines().size())
        return std::nullopt;
    const TextSpan line = text.lines()[next];
    return text.at(line).contains(u':') ? std::nullopt : std::optional(line);
}

/// What another column prints to the left and to the right of a value; pixels.
struct Column {
    int left = 0;
    int right = std::numeric_limits<int>::max();
};

/// The part of a line that lies in the column; the whole line when the words have no boxes.
TextSpan within(const PageText &text, TextSpan line, const Column &column)
{
    static const QRegularExpression word(u"\\S+"_s);
    TextSpan part = {line.start, 0};
    auto words = word.globalMatch(text.at(line).toString());
    while (words.hasNext()) {
        const auto match = words.next();
        const TextSpan span = {line.start + match.capturedStart(), match.capturedLength()};
        const PixelBox box = text.boxOf(span);
        if (box.isEmpty())
            return line;
        // A column's lines begin at the same place, give or take the height of a letter.
        if (box.x < column.left - box.height || box.x >= column.right - box.height)
            continue;
        if (part.length == 0)
            part.start = span.start;
        part.length = span.end() - part.start;
    }
    return part;
}

/// Where the value behind a label may go on in the line below.
Column columnOf(const PageText &text, TextSpan label, qsizetype valueEnd)
{
    const TextSpan line = text.lines()[text.lineOf(label.start)];
    Column column;
    if (!text.at({line.start, label.start - line.start}).trimmed().isEmpty())
        column.left = text.boxOf({label.start, 1}).x;
    qsizetype next = valueEnd;
    while (next < line.end() && text.text()[next].isSpace())
        ++next;
    if (next < line.end() && !text.boxOf({next, 1}).isEmpty())
        column.right = text.boxOf({next, 1}).x;
    return column;
}

FieldValue joined(FieldValue value, const FieldValue &more)
{
    value.value += u' ' + more.value;
    value.confidence = std::min(value.confidence, more.confidence);
    value.box = united(value.box, more.box);
    return value;
}

std::optional<FieldValue> readName(const Catalogue &catalogue, const PageText &text, TextSpan label, TextSpan rest)
{
    const auto nameAt = [&](TextSpan span) {
        return valueAt(text, span, capitalizeWords(collapseBlanks(text.at(span).toString())), labelReliability);
    };
    const NameWords found = nameWords(text, beforeNextLabel(catalogue, text, rest));
    const auto next = nextLine(text, rest.start);
    constexpr int longestBroken = 5;
    if (next && found.count == 0 && text.at(rest).trimmed().isEmpty()) {
        const NameWords below = nameWords(text, within(text, *next, columnOf(text, label, rest.end())));
        return below.open && below.count >= 2 && below.count <= longestBroken ? std::optional(nameAt(below.span))
                                                                              : std::nullopt;
    }
    if (found.count == 0)
        return std::nullopt;
    if (next && found.count < longestBroken - 1) {
        // A narrow column breaks a long name: "CHU THỊ MINH / THẢO". Without boxes columns cannot be told apart.
        const bool boxes = !text.boxOf(found.span).isEmpty();
        const TextSpan below = found.open ? within(text, *next, columnOf(text, label, rest.end()))
                               : boxes    ? within(text, *next, columnOf(text, label, found.span.end()))
                                          : TextSpan{};
        const NameWords more = nameWords(text, below);
        if (more.open && more.count > 0 && more.count <= 2 && isCapitals(text.at(found.span)) &&
            isCapitals(text.at(more.span)))
            return joined(nameAt(found.span), nameAt(more.span));
    }
    return found.count >= 2 ? std::optional(nameAt(found.span)) : std::nullopt;
}

std::optional<FieldValue> readLine(const Catalogue &catalogue, const PageText &text, TextSpan rest)
{
    TextSpan span = beforeNextLabel(catalogue, text, rest);
    const bool cut = span.length < rest.length;
    const bool goesOn = !cut && text.at(span).trimmed().endsWith(u',');
    span = trimmed(text, span);
    if (span.length == 0 && cut)
        return std::nullopt;
    if (span.length == 0 || goesOn) {
        const auto next = nextLine(text, rest.start);
        if (!next)
            return span.length == 0 ? std::nullopt
                                    : std::optional(valueAt(text, span, collapseBlanks(text.at(span).toString()),
                                                            labelReliability));
        const TextSpan more = trimmed(text, *next);
        span = span.length == 0 ? more : TextSpan{span.start, more.end() - span.start};
    }
    if (span.length == 0)
        return std::nullopt;
    return valueAt(text, span, collapseBlanks(text.at(span).toString()), labelReliability);
}

std::optional<FieldValue> readMatch(const PageText &text, TextSpan within, const QRegularExpression &expression,
                                    const QString &group)
{
    const auto match = expression.match(text.foldedAt(within).toString());
    if (!match.hasMatch())
        return std::nullopt;
    const TextSpan span = {within.start + match.capturedStart(group), match.capturedLength(group)};
    return valueAt(text, span, text.at(span).toString(), labelReliability);
}

std::optional<FieldValue> readId(const PageText &text, TextSpan within)
{
    static const QRegularExpression digits(
        u"(?<!\\d)(?<id>\\d{3}[ .]?\\d{3}[ .]?\\d{3}(?:[ .]?\\d{3})?)(?![\\d/])"_s);
    within.length = std::min(within.length, numberReach + 12);
    auto value = readMatch(text, within, digits, u"id"_s);
    if (value)
        value->value.remove(u' ').remove(u'.');
    return value;
}

std::optional<FieldValue> readDate(const Catalogue &catalogue, const PageText &text, TextSpan within)
{
    within.length = std::min(within.length, dateReach);
    const auto date = firstDate(catalogue, text, within, true);
    return date ? std::optional(valueAt(text, date->span, date->iso, labelReliability)) : std::nullopt;
}

std::optional<FieldValue> readKind(const Catalogue &catalogue, const PageText &text, FieldLabel::Kind kind,
                                   TextSpan label, TextSpan rest)
{
    static const QRegularExpression year(u"^\\W{0,4}(?<year>(?:18|19|20)\\d{2})(?!\\d)"_s);
    static const QRegularExpression gender(u"^\\W{0,4}(?<sex>NAM|NU)\\b"_s);
    static const QRegularExpression code(u"^\\W{0,4}(?<code>[A-Z0-9][A-Z0-9./-]*)"_s);
    switch (kind) {
    case FieldLabel::Kind::Line:
        return readLine(catalogue, text, rest);
    case FieldLabel::Kind::Name:
        return readName(catalogue, text, label, rest);
    case FieldLabel::Kind::Date:
        return readDate(catalogue, text, rest);
    case FieldLabel::Kind::Year:
        return readMatch(text, rest, year, u"year"_s);
    case FieldLabel::Kind::Id:
        return readId(text, rest);
    case FieldLabel::Kind::Gender:
        if (auto value = readMatch(text, rest, gender, u"sex"_s)) {
            value->value = foldToCapitals(value->value) == u"NU" ? u"Nữ"_s : u"Nam"_s;
            return value;
        }
        return std::nullopt;
    case FieldLabel::Kind::Code:
        return readMatch(text, rest, code, u"code"_s);
    }
    return std::nullopt;
}

/// Where the label may stand, and beside what.
struct LabelPlace {
    TextSpan range;
    PixelBox anchor; ///< Of what it stands behind; empty when unknown.
};

LabelPlace placeOf(const PageText &text, const FieldLabel &label)
{
    LabelPlace place = {{0, text.text().size()}, {}};
    if (label.after) {
        const auto match = label.after->match(text.folded());
        if (!match.hasMatch())
            return {};
        place.range.start = match.capturedEnd();
        place.anchor = text.boxOf(spanOf(match));
    }
    qsizetype end = text.text().size();
    if (label.until) {
        const auto match = label.until->match(text.folded(), place.range.start);
        // On the same line it is the head of the next column, not the end of this one.
        const bool column = match.hasMatch() && !place.anchor.isEmpty() &&
                            text.lineOf(match.capturedStart()) == text.lineOf(place.range.start);
        if (match.hasMatch() && !column)
            end = match.capturedStart();
    }
    place.range.length = end - place.range.start;
    return place;
}

/// Whether the middle of a stretch lies in the label's zone; yes when nobody knows where it lies.
bool isInZone(const PageText &text, TextSpan span, const std::array<double, 4> &zone)
{
    const PixelBox box = text.boxOf(span);
    if (box.isEmpty() || text.width() <= 0 || text.height() <= 0)
        return true;
    const double x = (box.x + box.width / 2.0) / text.width();
    const double y = (box.y + box.height / 2.0) / text.height();
    return x >= zone[0] && x <= zone[2] && y >= zone[1] && y <= zone[3];
}

/// The labels in a range; of several on one line only the one nearest below the anchor, in whose column it stands.
std::vector<TextSpan> labelsIn(const PageText &text, const FieldLabel &label)
{
    const LabelPlace place = placeOf(text, label);
    std::vector<TextSpan> labels;
    if (place.range.length <= 0)
        return labels;
    const auto distance = [&](TextSpan span) { return std::abs(text.boxOf(span).x - place.anchor.x); };
    auto matches = label.label.globalMatch(text.folded(), place.range.start);
    while (matches.hasNext()) {
        const TextSpan span = spanOf(matches.next());
        if (span.start >= place.range.end())
            break;
        if (!isInZone(text, span, label.zone))
            continue;
        const bool sameLine = !labels.empty() && text.lineOf(labels.back().start) == text.lineOf(span.start);
        if (!sameLine || place.anchor.isEmpty())
            labels.push_back(span);
        else if (distance(span) < distance(labels.back()))
            labels.back() = span;
    }
    return labels;
}

} // namespace

FieldValue valueAt(const PageText &text, TextSpan span, const QString &value, double reliability)
{
    FieldValue found;
    found.value = value;
    found.confidence = std::min(mostConfidence, text.confidenceOf(span) * reliability);
    found.page = text.page();
    found.box = text.boxOf(span);
    found.origin = FieldOrigin::Ocr;
    return found;
}

std::optional<FoundDate> firstDate(const Catalogue &catalogue, const PageText &text, TextSpan within, bool partial)
{
    static const QRegularExpression yearOnly(u"^\\W{0,4}(?:NAM\\s+)?(?<y>(?:18|19|20)\\d{2})(?!\\d|\\s*/)"_s);
    std::optional<FoundDate> first;
    const auto take = [&](const QRegularExpressionMatch &match) {
        const auto part = [&](const QString &group) {
            return match.captured(group)
                .replace(u'O', u'0')
                .replace(u'I', u'1')
                .replace(u'L', u'1')
                .replace(u'S', u'5')
                .replace(u'B', u'8');
        };
        const auto date = PartialDate::parse(part(u"d"_s) + u'/' + part(u"m"_s) + u'/' + part(u"y"_s));
        const TextSpan span = {within.start + match.capturedStart(), match.capturedLength()};
        if (date && (!first || span.start < first->span.start))
            first = FoundDate{date->toIso(), span};
    };
    const QString folded = text.foldedAt(within).toString();
    for (const QString &name : {u"date_long"_s, u"date_numeric"_s}) {
        if (const Pattern *pattern = catalogue.pattern(name)) {
            auto matches = pattern->expression.globalMatch(folded);
            while (matches.hasNext())
                take(matches.next());
        }
    }
    if (!first && partial) {
        const auto match = yearOnly.match(folded);
        if (match.hasMatch())
            first = FoundDate{match.captured(u"y"_s),
                              {within.start + match.capturedStart(u"y"_s), match.capturedLength(u"y"_s)}};
    }
    return first;
}

std::optional<FieldValue> readLabelled(const Catalogue &catalogue, const PageText &text, const FieldLabel &label)
{
    for (const TextSpan place : labelsIn(text, label)) {
        const TextSpan rest = restOfLine(text, place.end());
        auto value = readKind(catalogue, text, label.kind, place, rest);
        const bool empty = text.at(rest).trimmed().isEmpty();
        if (!value && empty && label.kind != FieldLabel::Kind::Line && label.kind != FieldLabel::Kind::Name) {
            if (const auto next = nextLine(text, rest.start))
                value = readKind(catalogue, text, label.kind, place, *next);
        }
        if (value)
            return value;
    }
    return std::nullopt;
}

Fields readFields(const Catalogue &catalogue, const std::vector<const PageText *> &pages, const QString &typeId)
{
    Fields fields;
    for (const FieldLabel &label : catalogue.fieldLabels()) {
        if (fields.contains(label.field) ||
            (!label.documentTypes.isEmpty() && !label.documentTypes.contains(typeId)))
            continue;
        for (const PageText *page : pages) {
            if (const auto value = readLabelled(catalogue, *page, label)) {
                fields.insert(label.field, *value);
                break;
            }
        }
    }
    return fields;
}

} // namespace sohoa
