// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pdf/text_layer.h"

#include "core/pdf/invisible_font.h"
#include "core/pdf/pdf_text.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <optional>
#include <string>

namespace sohoa {

using namespace Qt::StringLiterals;

namespace {

constexpr int largestCode = 0xFFFE;
constexpr int entriesOfOneBlock = 100; ///< Limit of beginbfchar (Adobe technical note 5014).

QByteArray hex16(int value)
{
    return QByteArray::number(value, 16).rightJustified(4, '0').toUpper();
}

QByteArray utf16Hex(char32_t character)
{
    QByteArray hex;
    for (const QChar unit : QString::fromUcs4(&character, 1))
        hex += hex16(unit.unicode());
    return hex;
}

bool hasDescender(const QString &text)
{
    constexpr QChar dotBelow(0x0323);
    const QString parts = text.normalized(QString::NormalizationForm_D);
    return std::any_of(parts.begin(), parts.end(),
                       [&](QChar c) { return c == dotBelow || u"gjpqyQ,;()[]{}|/\\_@§$"_s.contains(c); });
}

bool standsOnBaseline(const QString &text)
{
    return std::any_of(text.begin(), text.end(), [](QChar c) { return c.isLetterOrNumber(); }) &&
           !hasDescender(text);
}

double median(std::vector<double> values)
{
    const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
    std::nth_element(values.begin(), middle, values.end());
    return *middle;
}

double middleOf(const PixelBox &box)
{
    return box.x + box.width / 2.0;
}

/// The slope through the feet of the words: the median of the slopes of all pairs (Theil and Sen), which one word
/// read wrongly does not turn. Too few words give no slope.
double slopeOf(const std::vector<PixelBox> &boxes)
{
    constexpr size_t fewest = 3;
    constexpr size_t most = 40;
    constexpr double steepest = 0.05; ///< About 3 degrees; more is not a slant but a mistake.
    std::vector<double> slopes;
    const size_t count = std::min(boxes.size(), most);
    for (size_t i = 0; i < count; ++i)
        for (size_t k = i + 1; k < count; ++k)
            if (const double run = middleOf(boxes[k]) - middleOf(boxes[i]); std::abs(run) >= 1)
                slopes.push_back((boxes[k].bottom() - boxes[i].bottom()) / run);
    if (boxes.size() < fewest || slopes.empty())
        return 0;
    return std::clamp(median(slopes), -steepest, steepest);
}

/// How wide a word is written so that a gap is left before the next: readers look for words by gaps even where a
/// blank is written, and boxes of printed words may touch.
double widthBefore(const Word &next, const Word &word, double fontSize)
{
    // Poppler and xpdf join words nearer than 0.15 of the size.
    const double narrowestGap = 0.16 * fontSize;
    const double room = next.box.x - word.box.x - narrowestGap;
    constexpr double least = 0.6; ///< Of its width a word keeps, however much the next covers it.
    return std::clamp<double>(room, least * word.box.width, word.box.width);
}

/// The font whose letters reach as far as those of a word.
size_t fontFor(const Word &word, const LinePlace &line)
{
    namespace face = invisible_font;
    const double baseline = line.baselineAt(middleOf(word.box));
    const auto units = [&line](double pixels) { return pixels / line.fontSize * face::unitsPerEm; };
    const double above = units(baseline - word.box.y);
    const double below = units(baseline - word.box.bottom());
    size_t best = 0;
    double least = std::numeric_limits<double>::max();
    for (size_t i = 0; i < face::reaches.size(); ++i) {
        const double distance =
            std::abs(above - face::reaches[i].ascent) + std::abs(below - face::reaches[i].descent);
        if (distance < least) {
            least = distance;
            best = i;
        }
    }
    return best;
}

/// The words of a page that can be shown, cleaned, in lines of reading order.
std::vector<std::vector<Word>> linesOf(const std::vector<Word> &words)
{
    std::map<int, std::vector<Word>> lines;
    for (const Word &word : words) {
        Word clean = word;
        clean.text = printableText(word.text);
        if (!clean.text.isEmpty() && !clean.box.isEmpty())
            lines[word.line].push_back(std::move(clean));
    }
    std::vector<std::vector<Word>> inOrder;
    inOrder.reserve(lines.size());
    for (auto &[number, line] : lines)
        inOrder.push_back(std::move(line));
    return inOrder;
}

} // namespace

CharacterSet::CharacterSet(const std::vector<PdfPage> &pages)
{
    std::set<char32_t> used = {U' '};
    for (const PdfPage &page : pages)
        for (const Word &word : page.words)
            for (const char32_t character : codePoints(printableText(word.text)))
                used.insert(character);
    int code = 0;
    for (const char32_t character : used)
        m_codes.emplace(character, ++code);
}

bool CharacterSet::isTooLarge() const
{
    return size() > largestCode;
}

QByteArray CharacterSet::encode(const std::u32string &text) const
{
    QByteArray hex;
    for (const char32_t character : text)
        hex += hex16(m_codes.at(character));
    return hex;
}

QByteArray CharacterSet::toUnicode() const
{
    QByteArray map = "/CIDInit /ProcSet findresource begin\n"
                     "12 dict begin\n"
                     "begincmap\n"
                     "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def\n"
                     "/CMapName /Adobe-Identity-UCS def\n"
                     "/CMapType 2 def\n"
                     "1 begincodespacerange\n"
                     "<0000> <FFFF>\n"
                     "endcodespacerange\n";
    int left = size();
    int inBlock = 0;
    for (const auto &[character, code] : m_codes) {
        if (inBlock == 0) {
            inBlock = std::min(left, entriesOfOneBlock);
            map += QByteArray::number(inBlock) + " beginbfchar\n";
        }
        map += "<" + hex16(code) + "> <" + utf16Hex(character) + ">\n";
        --left;
        if (--inBlock == 0)
            map += "endbfchar\n";
    }
    map += "endcmap\n"
           "CMapName currentdict /CMap defineresource pop\n"
           "end\n"
           "end\n";
    return map;
}

QByteArray CharacterSet::glyphMap() const
{
    QByteArray map(2, '\0');
    for (int code = 1; code <= size(); ++code) {
        map.append('\0');
        map.append(static_cast<char>(invisible_font::blankGlyph));
    }
    return map;
}

LinePlace placeLine(const std::vector<Word> &words)
{
    // A descender is about a fifth of the height of a word that has one.
    constexpr double descenderPart = 0.2;
    // Lower-case letters reach about half as high as capitals with marks: what reaches higher is a rule or a
    // stain.
    constexpr double highestReach = 2.2;

    std::vector<PixelBox> standing;
    std::vector<PixelBox> all;
    for (const Word &word : words) {
        all.push_back(word.box);
        if (standsOnBaseline(word.text))
            standing.push_back(word.box);
    }
    const bool known = !standing.empty();
    LinePlace place;
    place.slope = slopeOf(known ? standing : all);
    std::vector<double> feet;
    for (const PixelBox &box : known ? standing : all)
        feet.push_back(box.bottom() - (known ? 0 : descenderPart * box.height) - place.slope * middleOf(box));
    place.baseline = median(feet);

    std::vector<double> reaches;
    for (const PixelBox &box : all)
        reaches.push_back(std::max(1.0, place.baselineAt(middleOf(box)) - box.y));
    const double usual = median(reaches);
    double reach = usual;
    for (const double each : reaches)
        if (each <= highestReach * usual)
            reach = std::max(reach, each);
    place.fontSize = reach * invisible_font::unitsPerEm / invisible_font::ascent;
    return place;
}

std::set<size_t> fontsOf(const PdfPage &page)
{
    std::set<size_t> fonts;
    for (const std::vector<Word> &line : linesOf(page.words)) {
        const LinePlace place = placeLine(line);
        for (const Word &word : line)
            fonts.insert(fontFor(word, place));
    }
    return fonts;
}

QByteArray textOperators(const PdfPage &page, const CharacterSet &characters)
{
    QByteArray out;
    const auto points = [&page](double pixels) { return toPoints(pixels, page.dpi); };
    /// The scaling in percent that brings `count` characters to `width` pixels.
    const auto scaling = [](double width, double fontSize, std::size_t count) {
        const double natural =
            fontSize * invisible_font::advance / invisible_font::unitsPerEm * static_cast<double>(count);
        return pdfNumber(std::max(0.01, 100 * width / natural)) + " Tz ";
    };
    for (const std::vector<Word> &line : linesOf(page.words)) {
        const LinePlace place = placeLine(line);
        const QByteArray size = pdfNumber(points(place.fontSize));
        std::optional<size_t> current;
        out += "BT 3 Tr\n";
        for (std::size_t i = 0; i < line.size(); ++i) {
            const Word &word = line[i];
            const bool last = i + 1 == line.size();
            const double width = last ? word.box.width : widthBefore(line[i + 1], word, place.fontSize);
            const std::u32string text = codePoints(word.text);
            if (const size_t font = fontFor(word, place); font != current) {
                current = font;
                out += "/F" + QByteArray::number(font) + ' ' + size + " Tf\n";
            }
            const QByteArray y = pdfNumber(points(page.height - place.baselineAt(middleOf(word.box))));
            out += "1 0 0 1 " + pdfNumber(points(word.box.x)) + ' ' + y + " Tm " +
                   scaling(width, place.fontSize, text.size()) + '<' + characters.encode(text) + "> Tj\n";
            if (last)
                continue;
            // The blank fills the gap, so that a reader that looks at places and one that looks at characters
            // agree.
            const double gap = line[i + 1].box.x - word.box.x - width;
            out += scaling(std::max(gap, 1.0), place.fontSize, 1) + '<' + characters.encode(U" ") + "> Tj\n";
        }
        out += "ET\n";
    }
    return out;
}

} // namespace sohoa
