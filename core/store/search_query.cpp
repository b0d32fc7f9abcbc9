// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/search_query.h"

#include "core/base/dates.h"
#include "core/base/text.h"
#include "core/store/text_match.h"

#include <QHash>

#include <algorithm>

namespace sohoa {

using namespace Qt::StringLiterals;

namespace {

/// The key as typed, folded, to SearchText's member.
const QHash<QString, QString> &columnKeys()
{
    static const QHash<QString, QString> keys{
        {u"so"_s, u"number"_s},         {u"number"_s, u"number"_s},    {u"ten"_s, u"name"_s},
        {u"ho-ten"_s, u"name"_s},       {u"name"_s, u"name"_s},        {u"cccd"_s, u"person"_s},
        {u"cmnd"_s, u"person"_s},       {u"dinh-danh"_s, u"person"_s}, {u"id"_s, u"person"_s},
        {u"ma"_s, u"code"_s},           {u"ho-so"_s, u"code"_s},       {u"code"_s, u"code"_s},
        {u"thu-tuc"_s, u"procedure"_s}, {u"tt"_s, u"procedure"_s},     {u"procedure"_s, u"procedure"_s},
        {u"co-quan"_s, u"agency"_s},    {u"cq"_s, u"agency"_s},        {u"agency"_s, u"agency"_s},
        {u"ngay"_s, u"date"_s},         {u"date"_s, u"date"_s}};
    return keys;
}

std::optional<bool> forceWord(const QString &folded)
{
    if (folded == u"con-hieu-luc" || folded == u"in-force")
        return true;
    if (folded == u"het-hieu-luc" || folded == u"expired")
        return false;
    return std::nullopt;
}

QString padded(int number)
{
    return u"%1"_s.arg(number, 2, 10, QChar(u'0'));
}

/// How dates are written on papers and kept in fields.
void addDateSpellings(SearchTerm &term, const PartialDate &date)
{
    const QString year = QString::number(date.year());
    if (term.column == u"date") // as kept: ISO
        term.spellings = {date.toIso().split(u'-')};
    if (!date.day())
        return;
    const int month = *date.month();
    const int day = *date.day();
    term.date = year + u'/' + padded(month) + u'/' + padded(day);
    const QString shortDay = QString::number(day);
    const QString shortMonth = QString::number(month);
    for (const QStringList &spelling :
         {QStringList{year, padded(month), padded(day)}, QStringList{padded(day), padded(month), year},
          QStringList{shortDay, shortMonth, year},
          QStringList{padded(day), u"thang"_s, padded(month), u"nam"_s, year},
          QStringList{shortDay, u"thang"_s, shortMonth, u"nam"_s, year},
          QStringList{padded(day), u"thang"_s, shortMonth, u"nam"_s, year}})
        if (std::ranges::find(term.spellings, spelling) == term.spellings.end())
            term.spellings.push_back(spelling);
}

/// A stroke, dot or dash alone between each two words, and a digit in one: what the index keeps as one token.
bool isNumber(const QString &text, const MatchText &words)
{
    for (size_t i = 1; i < words.size(); ++i) {
        const qsizetype gap = words.place(i - 1).end;
        if (words.place(i).start != gap + 1 || !u"/.-"_s.contains(text[gap]))
            return false;
    }
    return words.size() > 1 && std::ranges::any_of(text, [](QChar c) { return c.isDigit(); });
}

/// Nothing when the text holds no word.
std::optional<SearchTerm> makeTerm(const QString &text, const QString &column, bool quoted)
{
    const MatchText words(text);
    if (words.size() == 0)
        return std::nullopt;
    SearchTerm term;
    term.column = column;
    term.quoted = quoted;
    QStringList folded;
    for (size_t i = 0; i < words.size(); ++i) {
        term.words.append(words.marked(i).toString());
        folded.append(words.folded(i).toString());
    }
    term.spellings = {folded};
    term.number = !quoted && isNumber(text, words);
    const auto date = quoted ? std::nullopt : PartialDate::parse(text);
    if (date && (column == u"date" || (column.isEmpty() && date->day())))
        addDateSpellings(term, *date);
    return term;
}

bool isQuote(QChar c)
{
    return c == u'"' || c == QChar(0x201C) || c == QChar(0x201D);
}

/// Cuts the query at blanks outside quotation marks.
class Reader {
public:
    explicit Reader(const QString &text)
        : m_text(text)
    {
    }

    struct Part {
        QString key; ///< In front of a colon, folded; empty: none that is known.
        QString text;
        bool quoted = false;
    };

    std::optional<Part> next()
    {
        while (m_at < m_text.size() && m_text[m_at].isSpace())
            ++m_at;
        if (m_at >= m_text.size())
            return std::nullopt;
        Part part;
        if (isQuote(m_text[m_at]))
            return quotedPart(part);
        const qsizetype begin = m_at;
        while (m_at < m_text.size() && !m_text[m_at].isSpace() && !isQuote(m_text[m_at])) {
            const QString key = m_text[m_at] == u':' ? foldMarks(m_text.sliced(begin, m_at - begin)) : QString();
            ++m_at;
            if (part.key.isEmpty() && columnKeys().contains(key)) {
                part.key = key;
                if (m_at < m_text.size() && isQuote(m_text[m_at]))
                    return quotedPart(part);
                m_valueAt = m_at;
            }
        }
        const qsizetype from = part.key.isEmpty() ? begin : m_valueAt;
        part.text = m_text.sliced(from, m_at - from);
        return part;
    }

private:
    Part quotedPart(Part part)
    {
        const qsizetype begin = ++m_at;
        while (m_at < m_text.size() && !isQuote(m_text[m_at]))
            ++m_at;
        part.text = m_text.sliced(begin, m_at - begin);
        part.quoted = true;
        ++m_at;
        return part;
    }

    const QString &m_text;
    qsizetype m_at = 0;
    qsizetype m_valueAt = 0;
};

} // namespace

SearchQuery parseSearchQuery(const QString &text)
{
    // A NUL would end an expression for SQLite.
    QString clean = toNfc(text);
    clean.remove(QChar::Null);
    SearchQuery query;
    Reader reader(clean);
    bool typing = false;
    while (const auto part = reader.next()) {
        const auto force = part->quoted || !part->key.isEmpty() ? std::nullopt : forceWord(foldMarks(part->text));
        typing = !force && !part->quoted;
        if (force)
            query.inForce = force;
        else if (auto term = makeTerm(part->text, columnKeys().value(part->key), part->quoted))
            query.terms.push_back(*std::move(term));
        else
            typing = false;
    }
    if (typing && !clean.back().isSpace())
        query.terms.back().prefix = query.terms.back().date.isEmpty();
    return query;
}

} // namespace sohoa
