// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ocr/reading_order.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <limits>
#include <optional>
#include <utility>

namespace sohoa {

namespace {

/// All distances are in heights of a line's words. Source: own measurement over office papers, printed by the
/// templates of decrees 30/2020 and 123/2015 among others.
constexpr double columnGap = 1.2;      ///< Wider than any space between words, even of a justified line.
constexpr double sameHeight = 0.4;     ///< Middles of two pieces of one line differ by less.
constexpr double overlap = 0.5;        ///< Pieces of one line may cover each other by that much.
constexpr double aligned = 0.7;        ///< Left edges of a column of running lines.
constexpr double centred = 1.5;        ///< Middles of a column of centred lines …
constexpr double centredShare = 0.1;   ///< … or this share of the column's widest line, whichever is more.
constexpr double orderly = 0.75;       ///< Share of a column's lines, by width, that must be so.
constexpr qsizetype textSigns = 3;     ///< Letters and digits of a piece that counts as text …
constexpr double textConfidence = 0.6; ///< … and the confidence they were read with.
constexpr size_t runningRows = 3;      ///< Rows with both columns before running lines are taken for columns.
constexpr double runningShare = 0.3;   ///< Of the text's width, each of two columns of running lines.

/// Words on one height without a wide gap between them.
struct Piece {
    std::vector<Word> words;
    double left = 0;
    double right = 0;
    double middle = 0; ///< Of its height.
    double height = 0; ///< Median of its words.

    bool isText = false;

    double axis() const { return (left + right) / 2; }
    double leftEdge() const { return left; }
    double width() const { return right - left; }
};

/// Pieces on one height, from left to right.
using Row = std::vector<Piece>;
using Rows = std::vector<Row>;

double median(std::vector<double> values)
{
    const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
    std::nth_element(values.begin(), middle, values.end());
    return *middle;
}

Piece pieceOf(std::vector<Word> words)
{
    Piece piece;
    std::vector<double> heights;
    std::vector<double> middles;
    piece.left = std::numeric_limits<double>::max();
    qsizetype signs = 0;
    double sureSigns = 0;
    for (const Word &word : words) {
        const auto count =
            std::count_if(word.text.begin(), word.text.end(), [](QChar c) { return c.isLetterOrNumber(); });
        signs += count;
        sureSigns += word.confidence * double(count);
        piece.left = std::min(piece.left, double(word.box.x));
        piece.right = std::max(piece.right, double(word.box.right()));
        heights.push_back(std::max(1, word.box.height));
        middles.push_back(word.box.y + word.box.height / 2.0);
    }
    piece.height = median(std::move(heights));
    piece.middle = median(std::move(middles));
    piece.words = std::move(words);
    piece.isText = signs >= textSigns && sureSigns >= textConfidence * double(signs);
    return piece;
}

double heightOf(const std::vector<Word> &line)
{
    std::vector<double> heights;
    for (const Word &word : line)
        heights.push_back(std::max(1, word.box.height));
    return median(std::move(heights));
}

/// One of Tesseract's lines, cut at wide gaps.
Row cut(const std::vector<Word> &line)
{
    const double gap = columnGap * heightOf(line);
    Row pieces;
    std::vector<Word> words;
    for (const Word &word : line) {
        if (!words.empty() && word.box.x - words.back().box.right() > gap)
            pieces.push_back(pieceOf(std::exchange(words, {})));
        words.push_back(word);
    }
    pieces.push_back(pieceOf(std::move(words)));
    return pieces;
}

double middleOf(const Row &row)
{
    std::vector<double> middles;
    for (const Piece &piece : row)
        middles.push_back(piece.middle);
    return median(std::move(middles));
}

/// Whether all pieces of `line` fit between those of `row`, on the same height.
bool standsBeside(const Row &row, const Row &line)
{
    return std::all_of(line.begin(), line.end(), [&row](const Piece &piece) {
        return std::all_of(row.begin(), row.end(), [&piece](const Piece &other) {
            const double height = std::min(piece.height, other.height);
            const double covered = std::min(piece.right, other.right) - std::max(piece.left, other.left);
            return std::abs(piece.middle - other.middle) <= sameHeight * std::max(piece.height, other.height) &&
                   covered <= overlap * height;
        });
    });
}

/// Lines from top to bottom; those on one height become one row.
Rows rowsOf(const std::vector<Word> &words)
{
    Rows lines;
    for (auto begin = words.begin(); begin != words.end();) {
        const auto end =
            std::find_if(begin, words.end(), [begin](const Word &word) { return word.line != begin->line; });
        lines.push_back(cut({begin, end}));
        begin = end;
    }
    std::stable_sort(lines.begin(), lines.end(),
                     [](const Row &a, const Row &b) { return middleOf(a) < middleOf(b); });
    Rows rows;
    for (Row &line : lines) {
        // Only neighbours can be on the same height; three, because columns interleave.
        const size_t first = rows.size() > 3 ? rows.size() - 3 : 0;
        size_t at = rows.size();
        for (size_t i = rows.size(); i-- > first;)
            if (standsBeside(rows[i], line)) {
                at = i;
                break;
            }
        if (at == rows.size()) {
            rows.push_back(std::move(line));
            continue;
        }
        std::move(line.begin(), line.end(), std::back_inserter(rows[at]));
        std::stable_sort(rows[at].begin(), rows[at].end(),
                         [](const Piece &a, const Piece &b) { return a.left < b.left; });
    }
    return rows;
}

/// Lines under each other on one side of a gutter.
class Column {
public:
    void add(const Piece &piece)
    {
        m_lines.push_back(&piece);
        m_widest = std::max(m_widest, piece.width());
        m_left = std::min(m_left, piece.left);
        m_right = std::max(m_right, piece.right);
    }
    size_t lines() const { return m_lines.size(); }
    double width() const { return m_right - m_left; }
    /// Whether a line that stands alone belongs to it.
    bool takes(const Piece &piece) const { return isCentred(piece) || isFlush(piece); }
    bool isCentred() const
    {
        return shareOf([this](const Piece &line) { return isCentred(line); }) >= orderly;
    }
    /// Left edges in one line.
    bool isFlush() const
    {
        return shareOf([this](const Piece &line) { return isFlush(line); }) >= orderly;
    }
    /// More letters than digits.
    bool isProse() const
    {
        qsizetype letters = 0;
        qsizetype digits = 0;
        for (const Piece *line : m_lines) {
            for (const Word &word : line->words) {
                letters += std::count_if(word.text.begin(), word.text.end(), [](QChar c) { return c.isLetter(); });
                digits += std::count_if(word.text.begin(), word.text.end(), [](QChar c) { return c.isDigit(); });
            }
        }
        return letters > digits;
    }
    /// Only names with their values: "Dân tộc: Kinh".
    bool isForm() const
    {
        return std::all_of(m_lines.begin(), m_lines.end(), [](const Piece *line) {
            return std::any_of(line->words.begin(), line->words.end() - 1,
                               [](const Word &word) { return word.text.endsWith(u':'); });
        });
    }
    /// "Nơi nhận:" with the receivers below, flush left.
    bool isList() const { return isFlush() && (isTitled() || m_lines[1]->words.front().text.startsWith(u'-')); }
    bool isTitled() const { return m_lines[0]->words.back().text.endsWith(u':'); }

private:
    bool isCentred(const Piece &line) const
    {
        const double widest = std::max(m_widest, line.width());
        return std::abs(line.axis() - medianOf(&Piece::axis)) <=
               std::max(centred * line.height, centredShare * widest);
    }
    bool isFlush(const Piece &line) const
    {
        return std::abs(line.left - medianOf(&Piece::leftEdge)) <= aligned * line.height;
    }
    double medianOf(double (Piece::*value)() const) const
    {
        std::vector<double> values;
        for (const Piece *line : m_lines)
            values.push_back((line->*value)());
        return median(std::move(values));
    }
    /// By width of the lines: what a seal was read as is short.
    template <class Complies> double shareOf(const Complies &complies) const
    {
        double sum = 0;
        double all = 0;
        for (const Piece *line : m_lines) {
            all += line->width();
            sum += complies(*line) ? line->width() : 0;
        }
        return all > 0 ? sum / all : 0;
    }

    std::vector<const Piece *> m_lines;
    double m_widest = 0;
    double m_left = std::numeric_limits<double>::max();
    double m_right = 0;
};

/// The pieces of a row that are text; a seal's or a signature's shreds say nothing about columns.
std::vector<const Piece *> textOf(const Row &row)
{
    std::vector<const Piece *> text;
    for (const Piece &piece : row)
        if (piece.isText)
            text.push_back(&piece);
    return text;
}

/// Two columns side by side, growing downwards.
class Block {
public:
    /// Whether the row continues the columns; it is part of them then.
    bool take(const std::vector<const Piece *> &row)
    {
        if (row.empty())
            return true;
        if (row.size() > 2)
            return false;
        const double least = columnGap * row.front()->height / 2;
        const bool isPair = row.size() == 2;
        if (m_both == 0 && !isPair)
            return false;
        const bool isLeft = isPair || (row[0]->right <= m_right - least && m_leftColumn.takes(*row[0]));
        const bool isRight = isPair || (row[0]->left >= m_left + least && m_rightColumn.takes(*row[0]));
        const double left = isLeft ? std::max(m_left, row.front()->right) : m_left;
        const double right = isRight ? std::min(m_right, row.back()->left) : m_right;
        // Neither column's, or so short that it would stand in both.
        if ((!isPair && isLeft == isRight) || right - left < least)
            return false;
        m_left = left;
        m_right = right;
        if (isLeft)
            m_leftColumn.add(*row.front());
        if (isRight)
            m_rightColumn.add(*row.back());
        m_both += isPair ? 1 : 0;
        return true;
    }

    bool areColumns(double textWidth) const
    {
        if (m_leftColumn.lines() < 2 || m_rightColumn.lines() < 2)
            return false;
        // A head, signatures side by side; numbers beside text are a table, names with their values a form.
        const bool isProse = m_leftColumn.isProse() && m_rightColumn.isProse() && !m_leftColumn.isForm();
        if (isProse && m_leftColumn.isList() && m_leftColumn.isTitled())
            return true; // The right one is a signature, with a seal's shreds in it now and then.
        if (isProse && m_rightColumn.isCentred() && !(m_rightColumn.isFlush() && m_leftColumn.isFlush()) &&
            (m_leftColumn.isCentred() || m_leftColumn.isList()))
            return true;
        return m_both >= runningRows && m_leftColumn.isFlush() && m_rightColumn.isFlush() &&
               std::min(m_leftColumn.width(), m_rightColumn.width()) >= runningShare * textWidth;
    }
    /// What has its middle left of it belongs to the left column.
    double gutter() const { return (m_left + m_right) / 2; }

private:
    Column m_leftColumn;
    Column m_rightColumn;
    double m_left = 0; ///< The gutter's edges.
    double m_right = std::numeric_limits<double>::max();
    size_t m_both = 0; ///< Rows with a line on both sides.
};

struct Columns {
    size_t last = 0; ///< First row after them.
    double gutter = 0;
};

/// The columns that begin with row `first`, when there are any.
std::optional<Columns> columnsAt(const Rows &rows, size_t first, double textWidth)
{
    Block block;
    if (textOf(rows[first]).empty())
        return std::nullopt;
    size_t last = first;
    for (size_t at = first; at < rows.size(); ++at) {
        const auto text = textOf(rows[at]);
        if (!block.take(text))
            break;
        if (!text.empty())
            last = at + 1;
    }
    if (!block.areColumns(textWidth))
        return std::nullopt;
    return Columns{last, block.gutter()};
}

double textWidth(const Rows &rows)
{
    double left = std::numeric_limits<double>::max();
    double right = 0;
    for (const Row &row : rows) {
        left = std::min(left, row.front().left);
        right = std::max(right, row.back().right);
    }
    return right - left;
}

} // namespace

void orderForReading(std::vector<Word> &words)
{
    if (words.empty())
        return;
    const Rows rows = rowsOf(words);
    const double width = textWidth(rows);
    words.clear();
    int lines = 0;
    const auto write = [&](const Row &row, const auto &belongs) {
        const size_t before = words.size();
        for (const Piece &piece : row) {
            if (!belongs(piece))
                continue;
            for (Word word : piece.words) {
                word.line = lines;
                words.push_back(std::move(word));
            }
        }
        lines += words.size() > before ? 1 : 0;
    };
    for (size_t i = 0; i < rows.size();) {
        const auto columns = columnsAt(rows, i, width);
        if (!columns) {
            write(rows[i++], [](const Piece &) { return true; });
            continue;
        }
        for (size_t at = i; at < columns->last; ++at)
            write(rows[at], [&](const Piece &piece) { return piece.axis() < columns->gutter; });
        for (size_t at = i; at < columns->last; ++at)
            write(rows[at], [&](const Piece &piece) { return piece.axis() >= columns->gutter; });
        i = columns->last;
    }
}

} // namespace sohoa
