// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/recognition/paper.h"

#include "core/base/text.h"
#include "core/catalogue/component_match.h"
#include "core/recognition/agency_reader.h"
#include "core/recognition/value_reader.h"

#include <QHash>

#include <algorithm>

namespace sohoa {

using namespace Qt::StringLiterals;

namespace {

constexpr double numberReliability = 0.96;
constexpr double otherPatternReliability = 0.8; ///< Not the pattern of its kind.
constexpr double restoredReliability = 0.9;
constexpr double citedFactor = 0.75; ///< It stands within a line: perhaps another paper's.
constexpr double ambiguousReliability = 0.5;
constexpr double headDateReliability = 0.98;
constexpr double footDateReliability = 0.9;
constexpr double originalDateFactor = 0.5;
constexpr double bareDateReliability = 0.75;

/// "QD-UBND" as "QĐ-UBND": marks that the optical reader lost come back where the list leaves no choice.
QString knownSpelling(const Catalogue &catalogue, const QString &symbol)
{
    QStringList parts = symbol.split(u'-');
    for (QString &part : parts) {
        const QString folded = foldToCapitals(part);
        QStringList candidates;
        for (const SymbolAbbreviation &known : catalogue.symbolAbbreviations()) {
            if (foldToCapitals(known.text) == folded)
                candidates << known.text;
        }
        if (candidates.size() == 1)
            part = candidates.front();
    }
    return parts.join(u'-');
}

/// One part of a symbol as the list of abbreviations has it: itself, or what the table of confusions says that it
/// was before the reader had it. Empty when neither knows it.
QString knownPart(const Catalogue &catalogue, const QString &part)
{
    const QString folded = foldToCapitals(part);
    if (catalogue.knowsSymbolPart(part))
        return knownSpelling(catalogue, part);
    for (const ReadingConfusion &confusion : catalogue.readingConfusions()) {
        if (confusion.where != u"symbol" || !catalogue.knowsSymbolPart(confusion.truth))
            continue;
        const bool read = std::any_of(confusion.readAs.begin(), confusion.readAs.end(),
                                      [&](const QString &each) { return foldToCapitals(each) == folded; });
        if (read)
            return confusion.truth;
    }
    return {};
}

/// The usual symbol ("QĐ-UBND") from which this one differs in one letter. Empty when there is none, or several.
QString usualSymbol(const Catalogue &catalogue, const QString &symbol)
{
    constexpr qsizetype shortest = 6;
    const QString folded = foldToCapitals(symbol);
    QString found;
    for (const ReadingConfusion &confusion : catalogue.readingConfusions()) {
        const QString truth = foldToCapitals(confusion.truth);
        if (confusion.where != u"symbol" || truth.size() < shortest || truth.size() != folded.size())
            continue;
        int differing = 0;
        for (qsizetype i = 0; i < truth.size(); ++i)
            differing += truth[i] == folded[i] ? 0 : 1;
        if (differing > 1)
            continue;
        if (!found.isEmpty())
            return {};
        found = confusion.truth;
    }
    return found;
}

QString knownSymbol(const Catalogue &catalogue, const QString &symbol)
{
    QStringList parts = symbol.split(u'-', Qt::SkipEmptyParts);
    for (QString &part : parts) {
        part = knownPart(catalogue, part);
        if (part.isEmpty())
            return usualSymbol(catalogue, symbol);
    }
    return parts.join(u'-');
}

QString spelledSymbol(const Catalogue &catalogue, const QString &printed)
{
    const QString known = knownSymbol(catalogue, printed);
    return known.isEmpty() ? knownSpelling(catalogue, printed) : known;
}

/// "Số: 71UBND-XNTTHN", "Số: 71 I UBND-XNTTHN": the slash was lost or read as a letter. Only a symbol of which
/// every part is known says so.
std::optional<FieldValue> numberWithoutSlash(const Catalogue &catalogue, const PageText &text, qsizetype until)
{
    static const QRegularExpression expression(
        u"(?m)^\\W*[S5][O06]\\s*[:.;]?\\s*(?<num>\\d{1,6})\\s?(?<sep>[IL|!\\\\]?)\\s?(?<sym>[A-Z]{2,10}(?:\\s?-\\s?[A-Z0-9&]{2,12}){1,3})"_s);
    auto matches = expression.globalMatch(text.folded().left(until));
    while (matches.hasNext()) {
        const auto match = matches.next();
        const QString symbol =
            knownSymbol(catalogue, text.at(spanOf(match, u"sym"_s)).toString().remove(u' ').toUpper());
        if (symbol.isEmpty())
            continue;
        const QString digits = match.captured(u"num"_s);
        // A last 1 may be the slash itself: "125/QĐ" as "1251QĐ".
        const bool ambiguous = digits.size() > 1 && digits.endsWith(u'1') && match.captured(u"sep"_s).isEmpty();
        FieldValue value = valueAt(text, spanOf(match), digits + u'/' + symbol,
                                   ambiguous ? ambiguousReliability : restoredReliability);
        value.read = text.at(spanOf(match)).trimmed().toString();
        return value;
    }
    return std::nullopt;
}

/// "Số: 152021", "Số: 15 I 2021": the slash before the year of a register was lost. The year of issue says so.
std::optional<FieldValue> numberBeforeYear(const PageText &text, const QString &issueYear)
{
    static const QRegularExpression expression(
        u"(?m)^\\W*[S5][O06]\\s*[:.;]?\\s*(?<num>\\d{1,4}?)\\s?(?<sep>[IL|!\\\\]?)\\s?(?<year>(?:19|20)\\d{2})\\W*$"_s);
    const auto match = expression.match(text.folded().left(text.headEnd()));
    if (!match.hasMatch() || match.captured(u"year"_s) != issueYear)
        return std::nullopt;
    const QString digits = match.captured(u"num"_s);
    const bool ambiguous = digits.size() > 1 && digits.endsWith(u'1') && match.captured(u"sep"_s).isEmpty();
    FieldValue value = valueAt(text, spanOf(match), digits + u'/' + issueYear,
                               ambiguous ? ambiguousReliability : restoredReliability);
    value.read = text.at(spanOf(match)).trimmed().toString();
    return value;
}

QString numberOf(const Catalogue &catalogue, const PageText &text, const QRegularExpressionMatch &match)
{
    const auto printed = [&](const QString &group) {
        return text.at(spanOf(match, group)).toString().remove(u' ').remove(u'\n');
    };
    if (match.hasCaptured(u"num"_s)) {
        QString number = printed(u"num"_s);
        if (match.hasCaptured(u"year"_s))
            number += u'/' + printed(u"year"_s);
        if (match.hasCaptured(u"sym"_s))
            number += u'/' + spelledSymbol(catalogue, printed(u"sym"_s));
        return number;
    }
    for (const QString &group : {u"no"_s, u"serial"_s, u"code"_s, u"pid"_s, u"cmnd"_s}) {
        if (match.hasCaptured(group))
            return collapseBlanks(text.at(spanOf(match, group)).toString());
    }
    return {};
}

std::optional<FieldValue> numberOn(const Catalogue &catalogue, const PageText &text, const QString &patternName,
                                   qsizetype until)
{
    const Pattern *pattern = catalogue.pattern(patternName);
    if (!pattern || text.isEmpty())
        return std::nullopt;
    std::optional<FieldValue> first;
    auto matches = pattern->expression.globalMatch(text.folded().left(until));
    while (matches.hasNext()) {
        const auto match = matches.next();
        const QString number = numberOf(catalogue, text, match);
        if (number.isEmpty())
            continue;
        FieldValue value = valueAt(text, spanOf(match), number, numberReliability);
        const QString printed = text.at(spanOf(match)).toString().remove(u' ');
        if (!printed.contains(QString(number).remove(u' ')))
            value.read = text.at(spanOf(match)).trimmed().toString();
        const TextSpan line = text.lines()[text.lineOf(match.capturedStart())];
        // The paper's own number opens its line; numbers of other papers are cited within sentences.
        const QStringView before = text.at({line.start, match.capturedStart() - line.start});
        if (std::none_of(before.begin(), before.end(), [](QChar c) { return c.isLetterOrNumber(); }))
            return value;
        value.confidence *= citedFactor;
        if (!first)
            first = value;
    }
    return first;
}

/// A paper of a kind that bears a number, but printed in another way than usual.
std::optional<FieldValue> otherNumber(const Catalogue &catalogue, const Paper &paper)
{
    if (!paper.type || paper.type->kind != DocumentKind::Result || !paper.type->fields.contains(u"number"_s))
        return std::nullopt;
    for (const QString &name : {u"number_symbol"_s, u"civil_status_number"_s}) {
        auto value = numberOn(catalogue, *paper.pages.front(), name, paper.pages.front()->headEnd());
        if (value) {
            value->confidence *= otherPatternReliability;
            return value;
        }
    }
    return std::nullopt;
}

std::optional<FieldValue> readNumber(const Catalogue &catalogue, const Paper &paper)
{
    if (paper.document.kind == DocumentKind::Identity || paper.pages.empty())
        return std::nullopt;
    const bool generic =
        !paper.type || (paper.type->numberPatterns.isEmpty() && paper.type->fields.contains(u"number"_s));
    const QStringList patterns = generic ? QStringList{u"number_symbol"_s} : paper.type->numberPatterns;
    for (const QString &name : patterns) {
        if (auto value = numberOn(catalogue, *paper.pages.front(), name, paper.pages.front()->headEnd()))
            return value;
    }
    if (patterns.contains(u"number_symbol"_s)) {
        if (auto value = numberWithoutSlash(catalogue, *paper.pages.front(), paper.pages.front()->headEnd()))
            return value;
    }
    if (patterns.contains(u"civil_status_number"_s)) {
        const QString issued = paper.document.fields.value(u"issue_date"_s).value;
        if (auto value = numberBeforeYear(*paper.pages.front(), issued.section(u'-', 0, 0)))
            return value;
    }
    if (!paper.type || !paper.type->anywhere)
        return otherNumber(catalogue, paper);
    for (const QString &name : patterns) { // the stamp of a certification stands at the end
        for (auto page = paper.pages.rbegin(); page != paper.pages.rend(); ++page) {
            if (auto value = numberOn(catalogue, **page, name, (*page)->text().size()))
                return value;
        }
    }
    return std::nullopt;
}

/// Dates behind a place name in a stretch; the last one when `last`.
std::optional<FieldValue> placeDate(const Catalogue &catalogue, const PageText &text, TextSpan within, bool last)
{
    const Pattern *pattern = catalogue.pattern(u"place_date"_s);
    if (!pattern || text.isEmpty())
        return std::nullopt;
    std::optional<FieldValue> found;
    auto matches = pattern->expression.globalMatch(text.foldedAt(within).toString());
    while (matches.hasNext()) {
        const auto match = matches.next();
        const TextSpan span = {within.start + match.capturedStart(), match.capturedLength()};
        const auto date = firstDate(catalogue, text, span, false);
        if (!date)
            continue;
        found = valueAt(text, date->span, date->iso, last ? footDateReliability : headDateReliability);
        if (!last)
            break;
    }
    return found;
}

/// A line of the head that is nothing but a date: its place was not printed or not read.
std::optional<FieldValue> bareDate(const Catalogue &catalogue, const PageText &text)
{
    constexpr qsizetype longest = 48;
    for (const TextSpan &line : text.lines()) {
        if (line.end() > text.headEnd() || line.length > longest)
            continue;
        const auto date = firstDate(catalogue, text, line, false);
        if (date && text.foldedAt({date->span.start, date->span.length}).startsWith(u"NGAY") &&
            text.at({date->span.end(), line.end() - date->span.end()}).trimmed().size() <= 1)
            return valueAt(text, date->span, date->iso, bareDateReliability);
    }
    return std::nullopt;
}

std::optional<FieldValue> readIssueDate(const Catalogue &catalogue, const Paper &paper)
{
    if (paper.document.kind == DocumentKind::Identity || paper.pages.empty())
        return std::nullopt;
    const PageText &first = *paper.pages.front();
    // The head of a certified copy is that of the original.
    const bool stamped = paper.type && paper.type->anywhere;
    if (stamped && paper.document.fields.contains(u"certified_at"_s))
        return paper.document.fields.value(u"certified_at"_s);
    if (auto date = placeDate(catalogue, first, {0, first.headEnd()}, false)) {
        date->confidence *= stamped ? originalDateFactor : 1;
        return date;
    }
    for (const QString &field : {u"issue_date"_s, u"registration_date"_s, u"certified_at"_s,
                                 u"first_registration_date"_s, u"copy_date"_s}) {
        if (paper.document.fields.contains(field))
            return paper.document.fields.value(field);
    }
    for (auto page = paper.pages.rbegin(); page != paper.pages.rend(); ++page) {
        if (auto date = placeDate(catalogue, **page, {0, (*page)->text().size()}, true))
            return date;
    }
    return bareDate(catalogue, first);
}

QString issueDay(const Paper &paper)
{
    return paper.document.fields.value(u"issue_date"_s).value;
}

bool isResultOf(const Catalogue &catalogue, const Paper &paper, const Procedure &procedure)
{
    if (paper.type && paper.type->procedureCodes.contains(procedure.code))
        return true;
    return std::any_of(procedure.resultDocuments.begin(), procedure.resultDocuments.end(),
                       [&](const QString &name) { return isNamed(catalogue, paper.document, name); });
}

bool isAskedFor(const Catalogue &catalogue, const Paper &paper, const Procedure &procedure)
{
    return std::any_of(
        procedure.components.begin(), procedure.components.end(),
        [&](const ProcedureComponent &component) { return fulfils(catalogue, paper.document, component); });
}

} // namespace

std::vector<Paper> readPapers(const Catalogue &catalogue, std::vector<Document> documents,
                              const std::vector<PageText> &texts)
{
    std::vector<const PageText *> all;
    all.reserve(texts.size());
    for (const PageText &text : texts)
        all.push_back(&text);
    std::vector<Paper> papers;
    for (Document &document : documents) {
        Paper paper;
        paper.type = catalogue.documentType(document.typeId);
        for (const PageText *text : all) {
            if (!text->isEmpty() &&
                std::find(document.pages.begin(), document.pages.end(), text->page()) != document.pages.end())
                paper.pages.push_back(text);
        }
        document.fields = readFields(catalogue, paper.pages, document.typeId);
        paper.document = std::move(document);
        Fields &fields = paper.document.fields;
        if (const auto date = readIssueDate(catalogue, paper))
            fields.insert(u"issue_date"_s, *date);
        if (const auto number = readNumber(catalogue, paper))
            fields.insert(u"number"_s, *number);
        if (const auto agency = paper.document.kind == DocumentKind::Identity
                                    ? std::nullopt
                                    : readAgency(catalogue, paper.pages, fields, all))
            fields.insert(u"agency"_s, *agency);
        papers.push_back(std::move(paper));
    }
    return papers;
}

void settleResults(const Catalogue &catalogue, std::vector<Paper> &papers, const Procedure *procedure)
{
    QHash<QString, Paper *> results; // by kind, the youngest
    Paper *other = nullptr;
    for (Paper &paper : papers) {
        if (!paper.type || paper.type->kind != DocumentKind::Result)
            continue;
        paper.document.kind = DocumentKind::Component;
        if (procedure && isResultOf(catalogue, paper, *procedure)) {
            Paper *&best = results[paper.type->id];
            if (!best || issueDay(paper) >= issueDay(*best))
                best = &paper;
        } else if (!(procedure && isAskedFor(catalogue, paper, *procedure)) &&
                   (!other || paper.type->priority >= other->type->priority)) {
            other = &paper;
        }
    }
    for (Paper *result : results)
        result->document.kind = DocumentKind::Result;
    if (results.isEmpty() && other)
        other->document.kind = DocumentKind::Result;
}

const Paper *mainPaper(const std::vector<Paper> &papers)
{
    const auto result = std::find_if(papers.rbegin(), papers.rend(), [](const Paper &paper) {
        return paper.document.kind == DocumentKind::Result;
    });
    if (result != papers.rend())
        return &*result;
    const auto first = std::find_if(papers.begin(), papers.end(), [](const Paper &paper) {
        return paper.document.kind == DocumentKind::Component && !paper.pages.empty();
    });
    return first == papers.end() ? nullptr : &*first;
}

} // namespace sohoa
