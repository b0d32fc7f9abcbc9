// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/packing.h"
#include "core/store/varint.h"

#include <QStringList>

#include <array>
#include <cmath>
#include <limits>

namespace sohoa {

using namespace Qt::StringLiterals;

namespace {

constexpr quint64 mostWords = 1'000'000;
constexpr double hundredths = 100; ///< As fine as the command line shows it, and finer than it is known.

/// Where the words' texts are.
enum class Texts : quint64 { OfThePage = 0, Own = 1 };

QStringList fallingApart(const QString &text)
{
    return text.simplified().split(u' ', Qt::SkipEmptyParts);
}

bool areThoseOf(const std::vector<Word> &words, const QStringList &texts)
{
    return std::equal(words.begin(), words.end(), texts.begin(), texts.end(),
                      [](const Word &word, const QString &text) { return word.text == text; });
}

/// Line, left (from the right edge of the word before on the same line), top, width, height, confidence: each as
/// the difference from the word before, where that is usually small.
constexpr size_t columnCount = 6;
using Columns = std::array<qint64, columnCount>;

Columns columnsOf(const Word &word, const Word &before)
{
    const bool sameLine = word.line == before.line;
    const int left = sameLine ? before.box.x + before.box.width : 0;
    return {qint64{word.line} - before.line,
            qint64{word.box.x} - left,
            qint64{word.box.y} - before.box.y,
            qint64{word.box.width},
            qint64{word.box.height} - before.box.height,
            static_cast<qint64>(std::lround((1 - word.confidence) * hundredths))};
}

bool fits(qint64 value)
{
    return value >= std::numeric_limits<int>::min() && value <= std::numeric_limits<int>::max();
}

/// The word that columnsOf() was made from, without its text; nothing for numbers that no page has.
std::optional<Word> wordFrom(const Columns &columns, const Word &before)
{
    for (const qint64 column : columns)
        if (!fits(column))
            return std::nullopt;
    const qint64 line = before.line + columns[0];
    const qint64 left = columns[1] + (columns[0] == 0 ? qint64{before.box.x} + before.box.width : 0);
    const qint64 top = before.box.y + columns[2];
    const qint64 height = before.box.height + columns[4];
    if (!fits(line) || !fits(left) || !fits(top) || !fits(height))
        return std::nullopt;
    Word word;
    word.line = static_cast<int>(line);
    word.box = {static_cast<int>(left), static_cast<int>(top), static_cast<int>(columns[3]),
                static_cast<int>(height)};
    word.confidence = (hundredths - static_cast<double>(columns[5])) / hundredths;
    return word;
}

} // namespace

QByteArray packWords(const std::vector<Word> &words, const QString &text)
{
    if (words.empty())
        return {};
    const Texts texts = areThoseOf(words, fallingApart(text)) ? Texts::OfThePage : Texts::Own;
    QByteArray bytes;
    appendVarint(bytes, static_cast<quint64>(words.size()));
    appendVarint(bytes, static_cast<quint64>(texts));
    std::array<QByteArray, columnCount> columns;
    Word before;
    for (const Word &word : words) {
        const Columns values = columnsOf(word, before);
        for (size_t i = 0; i < columnCount; ++i)
            appendSigned(columns[i], values[i]);
        before = word;
    }
    for (const QByteArray &column : columns)
        bytes += column;
    if (texts == Texts::Own)
        for (const Word &word : words) {
            const QByteArray utf8 = word.text.toUtf8();
            appendVarint(bytes, static_cast<quint64>(utf8.size()));
            bytes += utf8;
        }
    return packBytes(bytes);
}

std::optional<std::vector<Word>> unpackWords(const QByteArray &packed, const QString &text)
{
    if (packed.isEmpty())
        return std::vector<Word>();
    const auto bytes = unpackBytes(packed);
    if (!bytes)
        return std::nullopt;
    VarintReader reader(*bytes);
    const auto count = reader.next();
    const auto texts = reader.next();
    if (!count || !texts || *count > mostWords || *texts > static_cast<quint64>(Texts::Own))
        return std::nullopt;
    std::vector<Columns> rows(static_cast<size_t>(*count));
    for (size_t column = 0; column < columnCount; ++column)
        for (Columns &row : rows) {
            const auto value = reader.nextSigned();
            if (!value)
                return std::nullopt;
            row[column] = *value;
        }
    std::vector<Word> words;
    words.reserve(rows.size());
    for (const Columns &row : rows) {
        auto word = wordFrom(row, words.empty() ? Word() : words.back());
        if (!word)
            return std::nullopt;
        words.push_back(*std::move(word));
    }
    if (*texts == static_cast<quint64>(Texts::OfThePage)) {
        const QStringList parts = fallingApart(text);
        if (static_cast<size_t>(parts.size()) != words.size())
            return std::nullopt;
        for (size_t i = 0; i < words.size(); ++i)
            words[i].text = parts[static_cast<qsizetype>(i)];
        return words;
    }
    qsizetype position = reader.position();
    for (Word &word : words) {
        VarintReader sizes(*bytes, position);
        const auto size = sizes.next();
        if (!size || *size > static_cast<quint64>(bytes->size() - sizes.position()))
            return std::nullopt;
        word.text = QString::fromUtf8(bytes->constData() + sizes.position(), static_cast<qsizetype>(*size));
        position = sizes.position() + static_cast<qsizetype>(*size);
    }
    return words;
}

} // namespace sohoa
