// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/recognition/agency_reader.h"

#include "core/base/text.h"
#include "core/recognition/person_mentions.h"
#include "core/recognition/value_reader.h"

#include <QHash>
#include <QSet>

#include <algorithm>

namespace sohoa {

using namespace Qt::StringLiterals;

namespace {

constexpr double headReliability = 0.97;
constexpr double committeeReliability = 0.95;
constexpr double signatureReliability = 0.9;
constexpr double mentionReliability = 0.7;

constexpr size_t headLines = 8; ///< The issuing body stands in the first lines, left of the national title.
constexpr int mostNameWords = 5;

struct Unit {
    QString kind; ///< "xã"
    QString name; ///< "Hồng Thái"
    TextSpan span;
    int rank = 0; ///< 0 province, 1 district, 2 commune
};

const QRegularExpression &committee()
{
    static const QRegularExpression expression(u"\\b(?:UY\\s+BAN\\s+NHAN\\s+DAN|UBND)\\b"_s);
    return expression;
}

int rankOf(const QString &foldedKind)
{
    static const QSet<QString> districts = {u"HUYEN"_s, u"QUAN"_s, u"THI XA"_s, u"THANH PHO"_s};
    if (foldedKind == u"TINH")
        return 0;
    return districts.contains(foldedKind) ? 1 : 2;
}

/// The words of a place name: all in capitals behind a kind in capitals, otherwise each with a first capital. What
/// another column adds on the same line ("CỘNG HÒA …", "Độc lập …") is none of it.
TextSpan nameSpan(const PageText &text, TextSpan within, bool capitals)
{
    static const QRegularExpression word(u"[^\\s,;.:()-]+"_s);
    TextSpan span = {within.start, 0};
    int count = 0;
    auto words = word.globalMatch(text.at(within).toString());
    while (words.hasNext() && count < mostNameWords) {
        const auto match = words.next();
        const TextSpan next = {within.start + match.capturedStart(), match.capturedLength()};
        const QString part = match.captured();
        const bool fits = part.front().isLetterOrNumber() && part.front() == part.front().toUpper() &&
                          capitals == (part == part.toUpper() && (capitals || part.size() > 1));
        const bool foreign = text.foldedAt({next.start, within.end() - next.start}).startsWith(u"CONG HOA");
        const QStringView between = text.at({span.end(), next.start - span.end()});
        if (!fits || foreign || (count > 0 && !between.trimmed().isEmpty()))
            break;
        if (count == 0)
            span.start = next.start;
        span.length = next.end() - span.start;
        ++count;
    }
    return span;
}

/// A narrow column breaks a long name ("HUYỆN BÌNH / LÃNG"): the words of the next line belong to it when the page
/// writes the whole name elsewhere.
TextSpan withNextLine(const PageText &text, qsizetype kindStart, TextSpan name)
{
    const size_t line = text.lineOf(name.start);
    if (name.end() != text.lines()[line].end() || line + 1 >= text.lines().size())
        return name;
    const TextSpan next = text.lines()[line + 1];
    const QString whole = collapseBlanks(text.folded().mid(kindStart, next.end() - kindStart));
    // The broken name itself has a line end in it and is not found.
    const bool elsewhere = next.length > 0 && text.folded().contains(whole);
    return elsewhere ? TextSpan{name.start, next.end() - name.start} : name;
}

/// Every territorial unit named in a stretch.
std::vector<Unit> unitsIn(const Catalogue &catalogue, const PageText &text, TextSpan within)
{
    std::vector<Unit> units;
    const Pattern *pattern = catalogue.pattern(u"unit_name"_s);
    if (!pattern)
        return units;
    auto matches = pattern->expression.globalMatch(text.foldedAt(within).toString());
    while (matches.hasNext()) {
        const auto match = matches.next();
        const TextSpan kind = {within.start + match.capturedStart(u"kind"_s), match.capturedLength(u"kind"_s)};
        const qsizetype from = within.start + match.capturedStart(u"name"_s);
        const TextSpan line = text.lines()[text.lineOf(from)];
        const QString printedKind = collapseBlanks(text.at(kind).toString());
        TextSpan name = nameSpan(text, {from, line.end() - from}, printedKind == printedKind.toUpper());
        if (name.length < 2)
            continue;
        name = withNextLine(text, kind.start, name);
        units.push_back({printedKind.toLower(),
                         capitalizeWords(collapseBlanks(text.at(name).toString())),
                         {kind.start, name.end() - kind.start},
                         rankOf(collapseBlanks(foldToCapitals(printedKind)))});
    }
    return units;
}

/// The kind as it is written; what was read may lack marks.
QString spelledKind(const QString &kind)
{
    static const QHash<QString, QString> kinds = {
        {u"XA"_s, u"xã"_s},           {u"PHUONG"_s, u"phường"_s}, {u"THI TRAN"_s, u"thị trấn"_s},
        {u"DAC KHU"_s, u"đặc khu"_s}, {u"HUYEN"_s, u"huyện"_s},   {u"QUAN"_s, u"quận"_s},
        {u"THI XA"_s, u"thị xã"_s},   {u"TINH"_s, u"tỉnh"_s},     {u"THANH PHO"_s, u"thành phố"_s},
    };
    return kinds.value(collapseBlanks(foldToCapitals(kind)), kind);
}

/// A unit's name with the marks that the catalogue has, when it knows one such unit, else those that most of the
/// dossier's readings have.
struct UnitName {
    QString text;
    double certainty = 1; ///< Factor for the confidence of the reading.
    bool corrected = false;
};

UnitName spelledName(const Catalogue &catalogue, const Unit &unit, const std::vector<const PageText *> &dossier)
{
    const QString read = unit.name;
    QSet<QString> known;
    for (const Agency *agency : catalogue.agenciesNamed(unit.kind + u' ' + unit.name, std::nullopt))
        known.insert(agency->name.section(u' ', unit.kind.count(u' ') + 1));
    if (known.size() == 1)
        return {*known.begin(), 1, *known.begin() != read};
    const auto spelling = spellingOf(foldToCapitals(unit.name), dossier);
    if (!spelling)
        return {read, 1, false};
    // Readings that contradict each other leave doubt, whichever wins.
    constexpr double agreed = 0.75;
    return {spelling->text, spelling->share >= agreed ? 1 : spelling->share, spelling->text != read};
}

FieldValue committeeOf(const Catalogue &catalogue, const PageText &text, const Unit &unit, double reliability,
                       const std::vector<const PageText *> &dossier)
{
    const UnitName name = spelledName(catalogue, unit, dossier);
    FieldValue value = valueAt(text, unit.span, u"UBND %1 %2"_s.arg(spelledKind(unit.kind), name.text),
                               reliability * name.certainty);
    if (name.corrected)
        value.read = text.at(unit.span).toString();
    return value;
}

/// What stands left of the national title on a line that the reader took for one.
TextSpan withoutNationalTitle(const Catalogue &catalogue, const PageText &text, TextSpan line)
{
    for (const QString &name : {u"national_title"_s, u"national_motto"_s}) {
        const Pattern *pattern = catalogue.pattern(name);
        const auto match =
            pattern ? pattern->expression.match(text.foldedAt(line).toString()) : QRegularExpressionMatch();
        if (match.hasMatch())
            line.length = match.capturedStart();
    }
    while (line.length > 0 && text.text()[line.end() - 1].isSpace())
        --line.length;
    return line;
}

/// How the dossier writes a name elsewhere in small letters; capitals carry no spelling.
QString spelling(const QString &printed, const std::vector<const PageText *> &dossier)
{
    const QString folded = foldToCapitals(printed);
    for (const PageText *page : dossier) {
        qsizetype place = page->folded().indexOf(folded);
        for (; place >= 0; place = page->folded().indexOf(folded, place + 1)) {
            const QString mention = page->text().mid(place, folded.size());
            if (!isCapitals(mention) && mention.front().isUpper())
                return mention;
        }
    }
    return capitalizeSentence(printed);
}

/// The head: the last unit below a committee; civil-status forms name only the units, the lowest is the issuer.
std::optional<FieldValue> fromHead(const Catalogue &catalogue, const PageText &text,
                                   const std::vector<const PageText *> &dossier)
{
    if (text.isEmpty())
        return std::nullopt;
    const size_t lines = std::min(headLines, text.lines().size());
    TextSpan head = {0, text.lines()[lines - 1].end()};
    const Pattern *ending = catalogue.pattern(u"place_date"_s);
    if (const auto date =
            ending ? ending->expression.match(text.folded().left(head.length)) : QRegularExpressionMatch();
        date.hasMatch())
        head.length = date.capturedStart();
    const auto named = committee().match(text.folded().left(head.length));
    if (named.hasMatch()) {
        const TextSpan below = {named.capturedStart(), head.end() - named.capturedStart()};
        const size_t line = text.lineOf(below.start);
        for (const Unit &unit : unitsIn(catalogue, text, below)) {
            if (text.lineOf(unit.span.start) > line + 1)
                break;
            const Pattern *office = catalogue.pattern(u"office_header"_s);
            const size_t next = text.lineOf(unit.span.start) + 1;
            if (office && next < text.lines().size()) {
                const TextSpan under = withoutNationalTitle(catalogue, text, text.lines()[next]);
                const auto match = office->expression.match(text.foldedAt(under).toString());
                if (match.hasMatch() && isCapitals(text.at(under)) && unit.rank < 2)
                    return valueAt(text, under,
                                   u"%1 %2 %3"_s.arg(spelling(collapseBlanks(text.at(under).toString()), dossier),
                                                     spelledKind(unit.kind),
                                                     spelledName(catalogue, unit, dossier).text),
                                   headReliability);
            }
            return committeeOf(catalogue, text, unit, headReliability, dossier);
        }
        return std::nullopt;
    }
    std::optional<Unit> lowest;
    for (const Unit &unit : unitsIn(catalogue, text, head)) {
        const TextSpan line = text.lines()[text.lineOf(unit.span.start)];
        const bool opensLine = text.at({line.start, unit.span.start - line.start}).trimmed().isEmpty();
        if (opensLine && (!lowest || unit.rank > lowest->rank))
            lowest = unit;
    }
    // A province alone is the head of a school's or a ministry's paper.
    return lowest && lowest->rank > 0
               ? std::optional(committeeOf(catalogue, text, *lowest, headReliability, dossier))
               : std::nullopt;
}

/// The first committee that a stretch names together with its unit.
std::optional<FieldValue> firstCommittee(const Catalogue &catalogue, const PageText &text, TextSpan within,
                                         double reliability, const std::vector<const PageText *> &dossier)
{
    auto matches = committee().globalMatch(text.foldedAt(within).toString());
    while (matches.hasNext()) {
        const qsizetype end = within.start + matches.next().capturedEnd();
        for (const Unit &unit : unitsIn(catalogue, text, {end, within.end() - end})) {
            if (unit.span.start - end <= 2)
                return committeeOf(catalogue, text, unit, reliability, dossier);
            break;
        }
    }
    return std::nullopt;
}

} // namespace

std::optional<FieldValue> readAgency(const Catalogue &catalogue, const std::vector<const PageText *> &paper,
                                     const Fields &fields, const std::vector<const PageText *> &dossier)
{
    if (paper.empty())
        return std::nullopt;
    if (auto agency = fromHead(catalogue, *paper.front(), dossier))
        return agency;
    const FieldValue label = fields.value(u"registering_agency"_s);
    for (const PageText *page : paper) {
        if (page->page() != label.page || label.value.isEmpty())
            continue;
        const qsizetype place = page->text().indexOf(label.value);
        if (place < 0)
            continue;
        if (auto agency =
                firstCommittee(catalogue, *page, {place, label.value.size()}, committeeReliability, dossier))
            return agency;
    }
    static const QRegularExpression signature(u"(?m)^\\s*(?:TM|KT)\\s*\\.\\s*[^\\n]*"_s);
    for (const double reliability : {signatureReliability, mentionReliability}) {
        for (const PageText *page : paper) {
            TextSpan within = {0, page->text().size()};
            if (reliability == signatureReliability) {
                const auto match = signature.match(page->folded());
                if (!match.hasMatch())
                    continue;
                within = spanOf(match);
            }
            if (auto agency = firstCommittee(catalogue, *page, within, reliability, dossier))
                return agency;
        }
    }
    return std::nullopt;
}

} // namespace sohoa
