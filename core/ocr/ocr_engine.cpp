// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ocr/ocr_engine.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace sohoa {

namespace {

/// Limits of dropNoise(). Source: own measurement over office papers with ornamental frames, seals and
/// handwriting: surplus characters fall to a third while the missing ones grow by a tenth.
constexpr double noiseLineMean = 0.45;
constexpr double noiseLineBest = 0.70;
constexpr double noiseMark = 0.60;
constexpr double noiseLongWord = 0.40;
constexpr qsizetype longestSyllable = 10; ///< "nghiêng" has 7 letters; punctuation may cling to it.

qsizetype lettersAndDigits(const QString &text)
{
    return std::count_if(text.begin(), text.end(), [](QChar c) { return c.isLetterOrNumber(); });
}

bool isNoise(const Word &word)
{
    if (lettersAndDigits(word.text) == 0 && word.confidence < noiseMark)
        return true;
    return word.text.size() > longestSyllable && word.confidence < noiseLongWord;
}

/// Strokes of a signature: signs, none of which makes a word. A lone page or row number is none.
bool isScrawl(std::vector<Word>::const_iterator begin, std::vector<Word>::const_iterator end)
{
    constexpr qsizetype wordLetters = 3;
    constexpr double sure = 0.8;
    constexpr double numberSure = 0.9;
    if (end - begin == 1 && begin->confidence >= numberSure &&
        std::all_of(begin->text.begin(), begin->text.end(), [](QChar c) { return c.isDigit(); }))
        return false;
    qsizetype sureSigns = 0;
    for (auto word = begin; word != end; ++word) {
        const auto signs = lettersAndDigits(word->text);
        if (signs >= wordLetters)
            return false;
        sureSigns += word->confidence >= sure ? signs : 0;
    }
    return sureSigns < 2;
}

/// Of one line.
bool isNoise(std::vector<Word>::const_iterator begin, std::vector<Word>::const_iterator end)
{
    if (isScrawl(begin, end))
        return true;
    double sum = 0;
    double best = 0;
    qsizetype length = 0;
    for (auto word = begin; word != end; ++word) {
        sum += word->confidence * double(word->text.size());
        length += word->text.size();
        if (lettersAndDigits(word->text) >= 2)
            best = std::max(best, word->confidence);
    }
    return sum < noiseLineMean * double(length) && best < noiseLineBest;
}

} // namespace

void dropNoise(std::vector<Word> &words)
{
    std::vector<Word> kept;
    kept.reserve(words.size());
    int lines = 0;
    for (auto begin = words.cbegin(); begin != words.cend();) {
        const auto end =
            std::find_if(begin, words.cend(), [begin](const Word &word) { return word.line != begin->line; });
        const size_t before = kept.size();
        if (!isNoise(begin, end))
            std::copy_if(begin, end, std::back_inserter(kept), [](const Word &word) { return !isNoise(word); });
        for (size_t i = before; i < kept.size(); ++i)
            kept[i].line = lines;
        lines += kept.size() > before ? 1 : 0;
        begin = end;
    }
    words = std::move(kept);
}

void dropFrames(std::vector<Word> &words)
{
    constexpr qsizetype mostSigns = 2;
    constexpr size_t leastWords = 3; ///< One below the other.
    const auto isShort = [](const Word &word) { return word.text.size() <= mostSigns; };
    const auto isNumber = [](const Word &word) {
        return std::all_of(word.text.begin(), word.text.end(), [](QChar c) { return c.isDigit(); });
    };
    const auto oneBelowOther = [](const Word &a, const Word &b) {
        return a.box.x < b.box.right() && b.box.x < a.box.right();
    };
    std::vector<bool> inFrame(words.size(), false);
    for (size_t i = 0; i < words.size(); ++i) {
        if (!isShort(words[i]))
            continue;
        std::vector<size_t> column;
        size_t numbers = 0;
        bool alone = true;
        for (size_t j = 0; j < words.size() && alone; ++j) {
            if (!oneBelowOther(words[i], words[j]))
                continue;
            alone = isShort(words[j]);
            column.push_back(j);
            numbers += isNumber(words[j]) ? 1 : 0;
        }
        if (!alone || column.size() < leastWords || 2 * numbers >= column.size())
            continue;
        for (const size_t j : column)
            inFrame[j] = true;
    }
    std::vector<Word> kept;
    kept.reserve(words.size());
    int lines = 0;
    int last = -1;
    for (size_t i = 0; i < words.size(); ++i) {
        if (inFrame[i])
            continue;
        lines += last >= 0 && words[i].line != last ? 1 : 0;
        last = words[i].line;
        kept.push_back(std::move(words[i]));
        kept.back().line = lines;
    }
    words = std::move(kept);
}

double legibleLetters(const OcrText &text)
{
    constexpr int leastLetters = 3;
    constexpr double leastConfidence = 0.75; ///< Words in pages read upside down rarely come above 0.6.
    double sum = 0;
    for (const Word &word : text.words) {
        const auto letters =
            std::count_if(word.text.begin(), word.text.end(), [](QChar c) { return c.isLetter(); });
        if (letters >= leastLetters && word.confidence >= leastConfidence)
            sum += double(letters) * word.confidence;
    }
    return sum;
}

void completeText(OcrText &text)
{
    text.text.clear();
    double sum = 0;
    int line = 0;
    bool first = true;
    for (const Word &word : text.words) {
        for (; line < word.line; ++line) {
            text.text += u'\n';
            first = true;
        }
        if (!first)
            text.text += u' ';
        text.text += word.text;
        first = false;
        sum += word.confidence;
    }
    text.confidence = text.words.empty() ? 0 : std::clamp(sum / double(text.words.size()), 0.0, 1.0);
}

} // namespace sohoa
