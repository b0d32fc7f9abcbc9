// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/pdf/pdf_writer.h"

#include <QByteArray>

#include <map>
#include <set>
#include <vector>

namespace sohoa {

/// The characters of one document and their numbers in its font: 1, 2, 3 … in the order of their code points, so
/// that the same text always gives the same numbers.
class CharacterSet {
public:
    /// Takes the characters of all words, and the blank between them.
    explicit CharacterSet(const std::vector<PdfPage> &pages);

    /// More characters than a font of 16-bit codes can number.
    bool isTooLarge() const;
    int size() const { return static_cast<int>(m_codes.size()); }
    /// The text as the hexadecimal string of a text showing operator, without its brackets.
    QByteArray encode(const std::u32string &text) const;
    /// The CMap from our numbers back to Unicode: what makes the text copyable (ISO 32000-1, 9.10.3).
    QByteArray toUnicode() const;
    /// CIDToGIDMap: every number to the blank glyph.
    QByteArray glyphMap() const;

private:
    std::map<char32_t, int> m_codes;
};

/// Where the words of one printed line stand, pixels, y downwards.
struct LinePlace {
    double slope = 0;    ///< Of the baseline: a line may rest a little slanted after cleaning.
    double baseline = 0; ///< At x = 0.
    double fontSize = 0;

    double baselineAt(double x) const { return baseline + slope * x; }
};

/// One line of a page as it is written.
struct PlacedLine {
    std::vector<Word> words; ///< Not empty; only what can be shown.
    LinePlace place;
    bool sharesRow = false; ///< Other lines stand beside it.
};

/// The lines of a page in reading order, each with one baseline and one size found from the boxes and letters of
/// its words: readers put words into lines by these two. Lines of about the same print have the very same size,
/// because readers put only such lines into one block, and columns are read block by block.
std::vector<PlacedLine> placeLines(const std::vector<Word> &words);

/// The fonts (indices of invisible_font::reaches) that the words of a page take.
std::set<size_t> fontsOf(const PdfPage &page);

/// The operators that show the page's words invisibly, line by line, with blanks between words; font resources
/// /F0, /F1 … for the fonts of invisible_font::reaches. Empty without words.
QByteArray textOperators(const PdfPage &page, const CharacterSet &characters);

} // namespace sohoa
