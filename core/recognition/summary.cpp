// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/recognition/summary.h"

#include "core/base/dates.h"
#include "core/base/text.h"
#include "core/recognition/person.h"
#include "core/recognition/value_reader.h"

#include <algorithm>

namespace sohoa {

using namespace Qt::StringLiterals;

namespace {

constexpr double abstractReliability = 0.95;
constexpr double noResultFactor = 0.5;

/// "QUYẾT ĐỊNH Về việc …" as "Quyết định về việc …": words in capitals lose them, proper names keep theirs.
QString inNormalSpelling(const QString &title)
{
    if (isCapitals(title))
        return capitalizeSentence(title);
    QStringList words = title.split(u' ', Qt::SkipEmptyParts);
    for (QString &word : words) {
        if (word.size() > 1 && word == word.toUpper())
            word = word.toLower();
    }
    QString text = words.join(u' ');
    if (!text.isEmpty())
        text[0] = text[0].toUpper();
    return text;
}

std::optional<FieldValue> printedAbstract(const Catalogue &catalogue, const Paper &paper)
{
    const Pattern *pattern = catalogue.pattern(u"abstract_line"_s);
    if (!pattern || paper.pages.empty())
        return std::nullopt;
    const PageText &first = *paper.pages.front();
    const auto match = pattern->expression.match(first.folded().left(first.headEnd()));
    if (!match.hasMatch())
        return std::nullopt;
    const TextSpan span = spanOf(match, u"abstract"_s);
    return valueAt(first, span, collapseBlanks(first.at(span).toString()), abstractReliability);
}

/// As lists of dossiers have it: what it is – whom it is about.
std::optional<FieldValue> abstractOf(const Catalogue &catalogue, const Paper &paper,
                                     const std::optional<FieldValue> &person)
{
    FieldValue abstract;
    if (const auto printed = printedAbstract(catalogue, paper)) {
        abstract = *printed;
    } else {
        const Document &document = paper.document;
        const bool ownTitle = paper.type && (document.title.isEmpty() ||
                                             foldToCapitals(document.title) == foldToCapitals(paper.type->title));
        abstract.value = ownTitle ? paper.type->title : inNormalSpelling(document.title);
        abstract.confidence = document.confidence;
        abstract.page = document.pages.empty() ? PageId() : document.pages.front();
        abstract.origin = FieldOrigin::Rule;
    }
    if (abstract.value.isEmpty())
        return std::nullopt;
    if (person && !foldToCapitals(abstract.value).contains(foldToCapitals(person->value))) {
        abstract.value += u" – "_s + person->value;
        abstract.confidence = std::min(abstract.confidence, person->confidence);
    }
    abstract.confidence = std::min(abstract.confidence, mostConfidence);
    return abstract;
}

} // namespace

Fields summarize(const Catalogue &catalogue, const std::vector<Paper> &papers, const Paper *main,
                 const std::vector<IdentityCard> &cards)
{
    Fields fields = main ? main->document.fields : Fields();
    if (main && main->document.kind != DocumentKind::Result) {
        // What stands on a form or a proof is hardly that of the result.
        for (FieldValue &value : fields)
            value.confidence *= noResultFactor;
    }
    const PersonReading person = findPerson(catalogue, papers, main, cards);
    const auto set = [&](const QString &key, const std::optional<FieldValue> &value) {
        if (value)
            fields.insert(key, *value);
        else
            fields.remove(key);
    };
    set(u"person_name"_s, person.name);
    set(u"personal_id"_s, person.id);
    set(u"birth_date"_s, person.birthDate);
    set(u"abstract"_s, main ? abstractOf(catalogue, *main, person.name) : std::nullopt);
    return fields;
}

ValidityBasisFound validityBasis(const Catalogue &catalogue, const Paper *main, const Procedure *procedure)
{
    ValidityBasisFound found;
    if (!main || main->document.kind != DocumentKind::Result)
        return found;
    const bool own = main->type && procedure && main->type->procedureCodes.contains(procedure->code);
    const QString byProcedure = procedure ? procedure->validityRule : QString();
    const QString byType = main->type ? main->type->validityRule : QString();
    found.rule = (own && !byProcedure.isEmpty()) || byType.isEmpty() ? byProcedure : byType;

    const bool printedCounts =
        found.rule.isEmpty() || found.rule == u"until_stated_date" || found.rule.startsWith(u"months_from_issue");
    const Pattern *period = catalogue.pattern(u"valid_for"_s);
    const Pattern *end = catalogue.pattern(u"valid_until"_s);
    for (const PageText *page : main->pages) {
        if (!printedCounts)
            break;
        if (const auto match = end ? end->expression.match(page->folded()) : QRegularExpressionMatch();
            match.hasMatch()) {
            const QDate day(match.captured(u"y"_s).toInt(), match.captured(u"m"_s).toInt(),
                            match.captured(u"d"_s).toInt());
            if (day.isValid()) {
                found.rule = u"until_stated_date"_s;
                found.statedEnd = day;
                break;
            }
        }
        if (const auto match = period ? period->expression.match(page->folded()) : QRegularExpressionMatch();
            match.hasMatch() && match.captured(u"unit"_s) != u"NGAY") {
            const int count = match.captured(u"n"_s).toInt();
            const int months = match.captured(u"unit"_s) == u"NAM" ? 12 * count : count;
            if (months > 0) {
                found.rule = u"months_from_issue:%1"_s.arg(months);
                break;
            }
        }
    }
    return found;
}

} // namespace sohoa
