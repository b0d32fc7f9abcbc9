// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/recognition/page_text.h"

#include "core/base/text.h"

#include <algorithm>

namespace sohoa {

using namespace Qt::StringLiterals;

PageText::PageText(const Catalogue &catalogue, const Page &page)
    : m_page(page.id)
{
    if (!page.reading || page.reading->blank)
        return;
    m_confidence = page.reading->confidence;
    m_width = page.reading->width;
    m_height = page.reading->height;
    if (page.reading->words.empty())
        takeText(*page.reading);
    else
        takeWords(catalogue, *page.reading);
    m_folded = foldToCapitals(m_text);
    repairFolded(catalogue);
}

void PageText::takeWords(const Catalogue &catalogue, const PageReading &reading)
{
    int line = reading.words.front().line;
    TextSpan current;
    PixelBox lineBox;
    const auto endLine = [&] {
        current.length = m_text.size() - current.start;
        m_lines.push_back(current);
        if (2 * (2 * lineBox.y + lineBox.height) < 2 * reading.height)
            m_headEnd = std::max(m_headEnd, current.end());
        lineBox = {};
    };
    for (const Word &word : reading.words) {
        if (word.line != line) {
            endLine();
            m_text += u'\n';
            current.start = m_text.size();
            line = word.line;
        } else if (!m_text.isEmpty()) {
            m_text += u' ';
        }
        takeWord(catalogue, toNfc(word.text), word.box, word.confidence);
        lineBox = united(lineBox, word.box);
    }
    endLine();
}

void PageText::takeWord(const Catalogue &catalogue, const QString &text, const PixelBox &box, double confidence)
{
    const qsizetype blank = catalogue.printedWords().lostBlank(text);
    if (blank == 0) {
        m_words.push_back({{m_text.size(), text.size()}, box, confidence});
        m_text += text;
        return;
    }
    const int width = static_cast<int>(box.width * blank / text.size());
    takeWord(catalogue, text.left(blank), {box.x, box.y, width, box.height}, confidence);
    m_text += u' ';
    takeWord(catalogue, text.mid(blank), {box.x + width, box.y, box.width - width, box.height}, confidence);
}

void PageText::repairFolded(const Catalogue &catalogue)
{
    // Symbols, codes and dates are left alone: their parts are no words.
    static const QRegularExpression word(u"(?<![^\\s(\"'])[A-Z0-9]{4,}(?=[\\s,;:.)\"']|$)"_s);
    auto words = word.globalMatch(m_folded);
    while (words.hasNext()) {
        const auto match = words.next();
        const QString repaired = catalogue.printedWords().repaired(match.captured());
        if (!repaired.isEmpty())
            m_folded.replace(match.capturedStart(), repaired.size(), repaired);
    }
}

void PageText::takeText(const PageReading &reading)
{
    m_text = toNfc(reading.text);
    qsizetype start = 0;
    while (start <= m_text.size() && !m_text.isEmpty()) {
        qsizetype end = m_text.indexOf(u'\n', start);
        if (end < 0)
            end = m_text.size();
        m_lines.push_back({start, end - start});
        start = end + 1;
    }
    if (!m_lines.empty())
        m_headEnd = m_lines[(m_lines.size() - 1) / 2].end();
}

size_t PageText::lineOf(qsizetype position) const
{
    const auto after = std::upper_bound(m_lines.begin(), m_lines.end(), position,
                                        [](qsizetype place, const TextSpan &line) { return place < line.start; });
    return after == m_lines.begin() ? 0 : static_cast<size_t>(after - m_lines.begin() - 1);
}

PixelBox PageText::boxOf(TextSpan span) const
{
    PixelBox box;
    for (const PlacedWord &word : m_words) {
        if (word.span.start < span.end() && span.start < word.span.end())
            box = united(box, word.box);
    }
    return box;
}

double PageText::confidenceOf(TextSpan span) const
{
    double least = 1;
    bool found = false;
    for (const PlacedWord &word : m_words) {
        if (word.span.start < span.end() && span.start < word.span.end()) {
            least = std::min(least, word.confidence);
            found = true;
        }
    }
    return found ? least : m_confidence;
}

PixelBox united(const PixelBox &a, const PixelBox &b)
{
    if (a.isEmpty())
        return b;
    if (b.isEmpty())
        return a;
    const int x = std::min(a.x, b.x);
    const int y = std::min(a.y, b.y);
    return {x, y, std::max(a.right(), b.right()) - x, std::max(a.bottom(), b.bottom()) - y};
}

TextSpan spanOf(const QRegularExpressionMatch &match)
{
    return {match.capturedStart(), match.capturedLength()};
}

TextSpan spanOf(const QRegularExpressionMatch &match, const QString &group)
{
    return {match.capturedStart(group), match.capturedLength(group)};
}

bool isCapitals(QStringView text)
{
    qsizetype letters = 0;
    qsizetype capitals = 0;
    for (const QChar c : text) {
        if (c.isLetter()) {
            ++letters;
            capitals += c.isUpper() ? 1 : 0;
        }
    }
    return letters > 0 && 5 * capitals >= 4 * letters;
}

QString capitalizeWords(const QString &text)
{
    QString result = text.toLower();
    for (qsizetype i = 0; i < result.size(); ++i) {
        if (i == 0 || !result[i - 1].isLetter())
            result[i] = result[i].toUpper();
    }
    return result;
}

QString capitalizeSentence(const QString &text)
{
    QString result = text.toLower();
    if (!result.isEmpty())
        result[0] = result[0].toUpper();
    return result;
}

} // namespace sohoa
