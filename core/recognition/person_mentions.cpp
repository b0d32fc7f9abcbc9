// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/recognition/person_mentions.h"

#include "core/base/text.h"
#include "core/recognition/value_reader.h"

#include <QMap>

#include <algorithm>

namespace sohoa {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype fewestWords = 3; ///< Two words are as often a place.

/// The words of a match that begin with a capital and go on in small letters: titles and heads are in capitals.
TextSpan smallLettered(const PageText &text, TextSpan span)
{
    static const QRegularExpression word(u"\\S+"_s);
    TextSpan name = {span.start, 0};
    auto words = word.globalMatch(text.at(span).toString());
    while (words.hasNext()) {
        const auto match = words.next();
        const QString part = match.captured();
        if (!part.front().isUpper() || (part.size() > 1 && part == part.toUpper()))
            break;
        name.length = match.capturedEnd();
    }
    return name;
}

bool isAlone(const PageText &text, TextSpan name)
{
    const TextSpan line = text.lines()[text.lineOf(name.start)];
    const auto isNothing = [](QStringView part) {
        return std::none_of(part.begin(), part.end(), [](QChar c) { return c.isLetterOrNumber(); });
    };
    return isNothing(text.at({line.start, name.start - line.start})) &&
           isNothing(text.at({name.end(), line.end() - name.end()}));
}

bool isOfficialOrStreet(const PageText &text, TextSpan name)
{
    static const QRegularExpression office(
        u"^[\\s,;:.-]{0,6}(?:CHUC\\s+VU|(?:PHO\\s+)?(?:CHU\\s+TICH|TRUONG|GIAM\\s+DOC|BI\\s+THU)|CONG\\s+CHUC|CAN\\s+BO|THU\\s+KY|UY\\s+VIEN)"_s);
    static const QRegularExpression street(u"(?:\\d|\\bDUONG|\\bPHO|\\bNGO|\\bTRUONG|THANH\\s+PHO)\\s*$"_s);
    constexpr qsizetype reach = 24;
    const qsizetype before = std::max<qsizetype>(0, name.start - reach);
    return office.match(text.folded().mid(name.end(), reach)).hasMatch() ||
           street.match(text.folded().mid(before, name.start - before)).hasMatch();
}

qsizetype distance(const QString &a, const QString &b)
{
    std::vector<qsizetype> row(static_cast<size_t>(b.size()) + 1);
    for (size_t j = 0; j < row.size(); ++j)
        row[j] = static_cast<qsizetype>(j);
    for (qsizetype i = 0; i < a.size(); ++i) {
        qsizetype diagonal = row[0];
        row[0] = i + 1;
        for (qsizetype j = 0; j < b.size(); ++j) {
            const auto k = static_cast<size_t>(j);
            const qsizetype above = row[k + 1];
            row[k + 1] = std::min({above + 1, row[k] + 1, diagonal + (a[i] == b[j] ? 0 : 1)});
            diagonal = above;
        }
    }
    return row[static_cast<size_t>(b.size())];
}

} // namespace

QStringList personsOn(const Catalogue &catalogue, const PageText &text)
{
    QStringList names;
    const Pattern *pattern = catalogue.pattern(u"person_mention"_s);
    if (!pattern || text.isEmpty())
        return names;
    auto matches = pattern->expression.globalMatch(text.folded());
    while (matches.hasNext()) {
        const TextSpan name = smallLettered(text, spanOf(matches.next()));
        const QString folded = collapseBlanks(text.foldedAt(name).toString());
        if (folded.count(u' ') + 1 < fewestWords || isAlone(text, name) || isOfficialOrStreet(text, name) ||
            names.contains(folded))
            continue;
        names.append(folded);
    }
    return names;
}

std::optional<ListedPerson> firstListed(const Catalogue &catalogue, const std::vector<const PageText *> &pages)
{
    constexpr double reliability = 0.93;
    constexpr int fewestRows = 2;
    static const QRegularExpression id(u"(?<!\\d)0\\d{11}(?!\\d)"_s);
    const Pattern *pattern = catalogue.pattern(u"person_mention"_s);
    for (const PageText *page : pages) {
        std::optional<ListedPerson> first;
        int rows = 0;
        for (const TextSpan &line : page->lines()) {
            const auto name =
                pattern ? pattern->expression.match(page->foldedAt(line).toString()) : QRegularExpressionMatch();
            const auto number =
                id.match(page->foldedAt(line).toString(), std::max<qsizetype>(0, name.capturedEnd()));
            if (!name.hasMatch() || !number.hasMatch())
                continue;
            ++rows;
            const TextSpan nameSpan =
                smallLettered(*page, {line.start + name.capturedStart(), name.capturedLength()});
            const TextSpan numberSpan = {line.start + number.capturedStart(), number.capturedLength()};
            if (!first && nameSpan.length > 0)
                first = ListedPerson{
                    valueAt(*page, nameSpan, collapseBlanks(page->at(nameSpan).toString()), reliability),
                    valueAt(*page, numberSpan, number.captured(), reliability)};
        }
        if (first && rows >= fewestRows)
            return first;
    }
    return std::nullopt;
}

QSet<QString> idsOn(const PageText &text)
{
    // Nine digits are an old card's only behind its name: sums of money have nine as well.
    static const QRegularExpression digits(
        u"(?<![\\d.,/-])0\\d{2}[ .]?\\d{3}[ .]?\\d{3}[ .]?\\d{3}(?![\\d/,-])"
        "|(?:CMND|CMT|CCCD|CHUNG\\s+MINH|CAN\\s+CUOC)[^\\d\\n]{0,25}\\K\\d{3}[ .]?\\d{3}[ .]?\\d{3}(?![\\d/,-])"_s);
    QSet<QString> ids;
    auto matches = digits.globalMatch(text.folded());
    while (matches.hasNext())
        ids.insert(matches.next().captured().remove(u' ').remove(u'.'));
    return ids;
}

bool isSameName(const QString &one, const QString &other)
{
    if (one == other)
        return true;
    const QStringList a = one.split(u' ');
    const QStringList b = other.split(u' ');
    if (a.size() != b.size())
        return false;
    qsizetype wrongWords = 0;
    for (qsizetype i = 0; i < a.size(); ++i) {
        if (a[i] == b[i])
            continue;
        if (3 * distance(a[i], b[i]) > std::max(a[i].size(), b[i].size()))
            return false;
        ++wrongWords;
    }
    return wrongWords <= 1;
}

std::optional<Spelling> spellingOf(const QString &foldedName, const std::vector<const PageText *> &pages)
{
    struct Votes {
        double weight = 0;
        double best = 0;
        QSet<PageId> pages;
    };
    QMap<QString, Votes> spellings;
    double all = 0;
    const auto isPart = [](QChar c) { return c.isLetterOrNumber(); };
    for (const PageText *page : pages) {
        const QString &folded = page->folded();
        for (qsizetype at = folded.indexOf(foldedName); at >= 0 && !foldedName.isEmpty();
             at = folded.indexOf(foldedName, at + 1)) {
            const TextSpan span = {at, foldedName.size()};
            if ((at > 0 && isPart(folded[at - 1])) || (span.end() < folded.size() && isPart(folded[span.end()])))
                continue;
            const double confidence = page->confidenceOf(span);
            Votes &votes = spellings[capitalizeWords(toNfc(page->at(span).toString()))];
            votes.weight += confidence;
            votes.best = std::max(votes.best, confidence);
            votes.pages.insert(page->page());
            all += confidence;
        }
    }
    if (spellings.isEmpty() || all <= 0)
        return std::nullopt;
    const auto most = std::max_element(spellings.begin(), spellings.end(),
                                       [](const Votes &a, const Votes &b) { return a.weight < b.weight; });
    return Spelling{most.key(), most->weight / all, static_cast<int>(most->pages.size()), most->best};
}

std::optional<LongerName> longerName(const QString &foldedName, const std::vector<const PageText *> &pages)
{
    static const QRegularExpression next(u"^ (?<word>[A-Z]{2,7})(?![A-Z0-9/-])"_s);
    QMap<QString, QSet<PageId>> longer;
    QSet<PageId> asItIs;
    const auto inCapitals = [](QStringView text) { return text.size() > 1 && text.toString().toUpper() == text; };
    for (const PageText *page : pages) {
        const QString &folded = page->folded();
        for (qsizetype at = folded.indexOf(foldedName); at >= 0 && !foldedName.isEmpty();
             at = folded.indexOf(foldedName, at + 1)) {
            const qsizetype end = at + foldedName.size();
            if ((at > 0 && folded[at - 1].isLetterOrNumber()) ||
                (end < folded.size() && folded[end].isLetterOrNumber()))
                continue;
            const auto match = next.match(folded.mid(end, 9));
            const TextSpan word = {end + 1, match.capturedLength(u"word"_s)};
            const QString initial = page->at(word).left(1).toString();
            const bool sameStyle = match.hasMatch() && initial == initial.toUpper() &&
                                   inCapitals(page->at(word)) == inCapitals(page->at({at, foldedName.size()}));
            // A name that breaks at the end of its line says nothing.
            if (sameStyle)
                longer[match.captured(u"word"_s)].insert(page->page());
            else if (end < folded.size() && folded[end] != u'\n')
                asItIs.insert(page->page());
        }
    }
    const auto most = std::max_element(longer.begin(), longer.end(),
                                       [](const auto &a, const auto &b) { return a.size() < b.size(); });
    if (most == longer.end() || most->size() < asItIs.size())
        return std::nullopt;
    constexpr qsizetype enough = 2;
    return LongerName{foldedName + u' ' + most.key(), most->size() >= enough && most->size() > asItIs.size()};
}

ValuesBehindName valuesBehindName(const Catalogue &catalogue, const QString &foldedName,
                                  const std::vector<const PageText *> &pages)
{
    constexpr double reliability = 0.93;
    constexpr qsizetype reach = 220;
    static const QRegularExpression somebodyElse(
        u"\\b[O0]NG\\b|\\bBA\\b|\\bANH\\b|\\bCHI\\b|\\bTEN\\b|NGUOI\\s+(?:ME|CHA|YEU|KHAI|GIAM|NUOI)|\\b(?:VO|CHONG|CON|CHAU)\\s+(?:LA|CUA)\\b"_s);
    static const QRegularExpression birth(
        u"(?:SINH\\s+NGAY|SINH\\s+NAM|NGAY\\s+SINH|NAM\\s+SINH)\\s*[:.;]?\\s*"_s);
    static const QRegularExpression id(
        u"(?:DINH\\s+DANH|CAN\\s+CUOC|CCCD|CMND|CMT|CHUNG\\s+MINH)[^\\d]{0,40}?(?<id>\\d{3}[ .]?\\d{3}[ .]?\\d{3}(?:[ .]?\\d{3})?)(?![\\d/])"_s);
    ValuesBehindName found;
    for (const PageText *page : pages) {
        const QString &folded = page->folded();
        for (qsizetype at = folded.indexOf(foldedName); at >= 0 && !foldedName.isEmpty();
             at = folded.indexOf(foldedName, at + 1)) {
            TextSpan behind = {at + foldedName.size(), 0};
            behind.length = std::min(reach, folded.size() - behind.start);
            const auto other = somebodyElse.match(page->foldedAt(behind).toString());
            if (other.hasMatch())
                behind.length = other.capturedStart();
            const QString text = page->foldedAt(behind).toString();
            if (const auto match = id.match(text); match.hasMatch() && !found.id) {
                const TextSpan span = {behind.start + match.capturedStart(u"id"_s), match.capturedLength(u"id"_s)};
                found.id = valueAt(*page, span, match.captured(u"id"_s).remove(u' ').remove(u'.'), reliability);
            }
            if (const auto match = birth.match(text); match.hasMatch() && !found.birthDate) {
                constexpr qsizetype longestDate = 34;
                const qsizetype start = behind.start + match.capturedEnd();
                const auto date =
                    firstDate(catalogue, *page, {start, std::min(longestDate, folded.size() - start)}, true);
                if (date && date->span.start - start <= 4)
                    found.birthDate = valueAt(*page, date->span, date->iso, reliability);
            }
        }
    }
    return found;
}

} // namespace sohoa
