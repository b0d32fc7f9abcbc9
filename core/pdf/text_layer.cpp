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
size_t fontFor(const Word &word, const PlacedLine &placed)
{
    const LinePlace &line = placed.place;
    namespace face = invisible_font;
    const double baseline = line.baselineAt(middleOf(word.box));
    const auto units = [&line](double pixels) { return pixels / line.fontSize * face::unitsPerEm; };
    const double above = placed.sharesRow ? face::reaches.back().ascent : units(baseline - word.box.y);
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

/// How high the letters of a word reach above its baseline, as a share of the size they are printed in: those of
/// Times and Arial, which papers of state are set in.
double reachOf(const QString &text)
{
    constexpr double small = 0.47;
    constexpr double smallMarked = 0.70;
    constexpr double tall = 0.68;
    constexpr double tallMarked = 0.90;
    double reach = 0;
    const QString parts = text.normalized(QString::NormalizationForm_D);
    bool isTall = false;
    for (const QChar c : parts) {
        constexpr QChar horn(0x031B);
        constexpr QChar dotBelow(0x0323);
        if (c.isMark()) {
            if (c != horn && c != dotBelow)
                reach = std::max(reach, isTall ? tallMarked : smallMarked);
            continue;
        }
        isTall = c.isUpper() || c.isDigit();
        const bool ascends = isTall || u"bdfhklđtij"_s.contains(c);
        if (c.isLetterOrNumber())
            reach = std::max(reach, ascends ? tall : small);
    }
    return reach;
}

/// Slope and baseline of a line.
LinePlace standOf(const std::vector<Word> &words)
{
    // A descender is about a fifth of the height of a word that has one.
    constexpr double descenderPart = 0.2;
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
    return place;
}

/// The size in which the words of a line were printed, pixels.
double printedSize(const std::vector<Word> &words, const LinePlace &place)
{
    std::vector<double> sizes;
    for (const Word &word : words)
        if (const double reach = reachOf(word.text); reach > 0)
            sizes.push_back(std::max(1.0, place.baselineAt(middleOf(word.box)) - word.box.y) / reach);
    if (sizes.empty()) // Signs alone.
        for (const Word &word : words)
            sizes.push_back(std::max(1, word.box.height));
    return median(sizes);
}

/// Gives lines of about the same size that of most of them, the most frequent sizes first.
void evenSizes(std::vector<PlacedLine> &lines)
{
    constexpr double about = 1.15; ///< Boxes of words are no more exact than this.
    std::vector<PlacedLine *> left;
    for (PlacedLine &line : lines)
        left.push_back(&line);
    const auto isNear = [](const PlacedLine *line, double size) {
        return line->place.fontSize <= size * about && size <= line->place.fontSize * about;
    };
    while (!left.empty()) {
        double best = 0;
        size_t most = 0;
        for (const PlacedLine *candidate : left) {
            size_t words = 0;
            for (const PlacedLine *line : left)
                words += isNear(line, candidate->place.fontSize) ? line->words.size() : 0;
            if (words > most) {
                most = words;
                best = candidate->place.fontSize;
            }
        }
        const auto taken = std::stable_partition(left.begin(), left.end(),
                                                 [&](const PlacedLine *line) { return !isNear(line, best); });
        std::for_each(taken, left.end(), [best](PlacedLine *line) { line->place.fontSize = best; });
        left.erase(taken, left.end());
    }
}

/// Keeps the size below the distance to the lines above and below: readers would put their words into one line.
void fitBetweenLines(std::vector<PlacedLine> &lines)
{
    constexpr double ofDistance = 0.95;
    const auto overlap = [](const PlacedLine &a, const PlacedLine &b) {
        return a.words.front().box.x < b.words.back().box.right() &&
               b.words.front().box.x < a.words.back().box.right();
    };
    for (PlacedLine &line : lines)
        for (const PlacedLine &other : lines) {
            const double x = middleOf(line.words.front().box);
            const double apart = std::abs(line.place.baselineAt(x) - other.place.baselineAt(x));
            if (&line != &other && overlap(line, other) && apart > line.place.fontSize / 3)
                line.place.fontSize = std::min(line.place.fontSize, ofDistance * apart);
        }
}

/// Puts lines that stand side by side, as in the two columns of a heading, on one baseline with one size and one
/// reach: readers take the column first that begins higher, by however little.
void alignRows(std::vector<PlacedLine> &lines)
{
    constexpr double sameRow = 0.4;
    constexpr double sameSize = 1.35;
    const auto left = [](const PlacedLine &line) { return line.words.front().box.x; };
    const auto right = [](const PlacedLine &line) { return line.words.back().box.right(); };
    for (size_t i = 0; i < lines.size(); ++i)
        for (size_t k = i + 1; k < lines.size(); ++k) {
            PlacedLine &first = left(lines[i]) <= left(lines[k]) ? lines[i] : lines[k];
            PlacedLine &second = left(lines[i]) <= left(lines[k]) ? lines[k] : lines[i];
            if (right(first) > left(second))
                continue;
            const double x = left(second);
            const double apart = first.place.baselineAt(x) - second.place.baselineAt(x);
            const double size = first.place.fontSize;
            if (std::abs(apart) > sameRow * size || size > sameSize * second.place.fontSize ||
                second.place.fontSize > sameSize * size)
                continue;
            first.place.baseline = first.place.baselineAt((left(first) + right(first)) / 2.0);
            first.place.slope = 0;
            second.place = first.place;
            first.sharesRow = second.sharesRow = true;
        }
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

std::vector<PlacedLine> placeLines(const std::vector<Word> &words)
{
    // Marks on capitals reach this share of the printed size, and readers take no ascent beyond that of the font.
    constexpr double highest = 0.92;
    std::map<int, std::vector<Word>> byNumber;
    for (const Word &word : words) {
        Word clean = word;
        clean.text = printableText(word.text);
        if (!clean.text.isEmpty() && !clean.box.isEmpty())
            byNumber[word.line].push_back(std::move(clean));
    }
    std::vector<PlacedLine> lines;
    lines.reserve(byNumber.size());
    for (auto &[number, line] : byNumber) {
        LinePlace place = standOf(line);
        place.fontSize = printedSize(line, place) * highest * invisible_font::unitsPerEm / invisible_font::ascent;
        lines.push_back({std::move(line), place});
    }
    fitBetweenLines(lines);
    evenSizes(lines);
    alignRows(lines);
    return lines;
}

std::set<size_t> fontsOf(const PdfPage &page)
{
    std::set<size_t> fonts;
    for (const PlacedLine &line : placeLines(page.words))
        for (const Word &word : line.words)
            fonts.insert(fontFor(word, line));
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
    for (const PlacedLine &placed : placeLines(page.words)) {
        const std::vector<Word> &line = placed.words;
        const LinePlace &place = placed.place;
        const QByteArray size = pdfNumber(points(place.fontSize));
        std::optional<size_t> current;
        out += "BT 3 Tr\n";
        for (std::size_t i = 0; i < line.size(); ++i) {
            const Word &word = line[i];
            const bool last = i + 1 == line.size();
            const double width = last ? word.box.width : widthBefore(line[i + 1], word, place.fontSize);
            const std::u32string text = codePoints(word.text);
            if (const size_t font = fontFor(word, placed); font != current) {
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
